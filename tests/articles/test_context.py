"""What a page tells of its home before its articles are searched."""

from articles.dry_run import Home, context_for
from articles.reading import read_pages

OURS = Home("槐荫", "槐荫街道", "澄江区", "云州市")


def context(text: str):
    return context_for(read_pages(text.encode()).pages, OURS)


def test_page_without_a_home_is_ours():
    found = context("# 书场开馆\n\n3月20日，社区书场开馆，来了三百位听众。\n")
    assert (found.home, found.city) == ("槐荫街道", "云州市")


def test_page_of_another_street_says_its_city_itself():
    page = "# 书场开馆\n\n柳浪街道书场开馆，柳浪街道办事处主任来了。{}\n"
    assert context(page.format("")).home == "柳浪街道"
    assert context(page.format("")).city == ""
    assert context(page.format("海州市文旅局送来贺信。")).city == "海州市"


def test_street_is_clear_by_what_bears_its_name():
    page = "# 书场开馆\n\n柳浪街道书场开馆。{}\n"
    assert context(page.format("柳浪派出所的人来了，柳浪路堵了。")).home == "柳浪街道"
    assert context(page.format("来了三百人。")).home == "槐荫街道"
    ours = "槐荫路上挂了灯，槐荫小学放了假，槐荫派出所值了班，柳浪派出所也在。"
    assert context(page.format(ours)).home == "槐荫街道"


def test_home_is_in_the_title_of_the_paper():
    page = "{}\n\n# 书场开馆\n\n{}\n"
    head = "柳浪半月报 2021年11月18日 第2版"
    assert context(page.format(head, "柳浪街道书场开馆。")).home == "柳浪街道"
    assert context(page.format(head, "柳浪派出所来了人。")).home == "柳浪街道"
    assert context(page.format(head, "书场开馆，来了三百人。")).home == "槐荫街道"
