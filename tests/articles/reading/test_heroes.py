"""Whom a story tells of keeps its sections together; who is quoted does not."""

from types import SimpleNamespace

from articles.reading import read_page
from articles.reading.heroes import stands_alone, told_on
from articles.reading.terms import Terms

HERO = ["冯阿兰天天扫弄堂。", "弄堂很长，冯阿兰不急。"]
MORE = ["冯阿兰有一本旧账。", "账上记着雨伞，冯阿兰借的。"]
QUOTED = ["居委会主任卫小红说，路灯修好了。", "路灯一共九盏，居委会主任卫小红说。"]
AGAIN = ["居委会主任卫小红说，食堂开了。", "食堂添了大锅，居委会主任卫小红说。"]


def told(texts: list[str], headed: set[int]) -> list[float]:
    passages = [
        SimpleNamespace(text=text, strips=[SimpleNamespace(index=place)])
        for place, text in enumerate(texts)
    ]
    return told_on(passages, Terms(texts), headed)


def test_somebody_named_on_both_sides_is_told_on():
    assert told(HERO + MORE, {2}) == [0, 0, 1, 0]


def test_title_before_a_name_each_time_tells_of_nobody():
    assert told(QUOTED + AGAIN, {2}) == [0, 0, 0, 0]


def test_brief_of_one_paragraph_tells_of_nobody():
    assert told([*HERO, MORE[0], *QUOTED], {2, 3}) == [0] * 5


def test_sections_with_dates_stay_in_the_story_of_one_person():
    page = read_page(
        "冯阿兰和九十九把雨伞\n\n"
        "弄堂口有一间小屋，屋里挂着九十九把雨伞，冯阿兰守着它们。\n\n"
        "下雨天谁没有伞，冯阿兰就递一把，她从来不记名字。\n\n"
        "头一天，她淋成了落汤鸡\n\n"
        "2019年7月1日，冯阿兰把头一把伞借给邮递员，自己淋着雨回家。\n\n"
        "邮递员第二天来还伞，冯阿兰已经在屋里挂了第二把。\n\n"
        "梅雨季里，伞借出去四十把，冯阿兰一把也没有追。\n\n"
        "出梅那天，四十把伞全回来了，还多出两把。\n\n"
        "伞骨断了她自己修\n\n"
        "去年9月，大风吹断了十一根伞骨，冯阿兰修了三个晚上。\n\n"
        "修好的伞比新的还结实，冯阿兰说，伞和人一样。\n\n"
        "小学生排着队来看她穿针，冯阿兰教会了六个。\n\n"
        "六个学生后来都会修伞，其中一个修得比师傅快。\n"
    )
    assert [article.headline for article in page.articles] == ["冯阿兰和九十九把雨伞"]


def test_place_and_piece_of_a_word_are_no_names():
    page = "柳林街道扫了雪。柳林社区也扫。柳林有灯。老柏香扫地，老柏香借伞。"
    assert not stands_alone("柳林", page)
    assert not stands_alone("柏香", page)
    assert stands_alone("冯阿兰", "冯阿兰来了。伞是冯阿兰的。")
