"""The search page: what it says, and what no query can make it do."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from articles.search import index_articles
from people.models import Area
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def ask(**query):
        return client.get(f"{reverse('articles:search')}?{urlencode(query)}")

    return ask


def text_of(response):
    return response.content.decode()


def indexed(**overrides):
    article = make_article(**overrides)
    index_articles([article.pk])
    return article


def test_page_without_a_query_shows_the_form_alone(ask):
    page = text_of(ask())
    assert 'name="q"' in page
    assert "没有找到" not in page


def test_hits_are_listed_with_marked_words(ask):
    article = indexed(headline="枫桥路灯亮了", body="昨晚路灯亮了。")
    page = text_of(ask(q="路灯"))
    assert article.get_absolute_url() in page
    assert "枫桥<mark>路灯</mark>亮了" in page
    assert "昨晚<mark>路灯</mark>亮了。" in page
    assert "共1篇" in page


def test_offers_stand_before_the_articles(ask):
    person = make_person(name="王燕华", sort_name="wang yanhua")
    article = indexed(body="街道请来了王燕华。")
    page = text_of(ask(q="wyh"))
    assert page.index(person.get_absolute_url()) < page.index(
        article.get_absolute_url()
    )


def test_compound_leads_to_the_neighbourhood_printed_beside_it(ask):
    area = make_area(name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD, shown=True)
    article = make_article(body="宏福花苑的居民")
    body = make_organization(name="梧桐里居委会", area=area)
    make_organization_mention(article=article, organization=body)
    index_articles([article.pk])
    page = text_of(ask(q="宏福花苑"))
    assert area.get_absolute_url() in page
    assert "与“宏福花苑”同篇见报" in page


def test_nothing_found_says_what_to_do(ask):
    assert "可改用两三个字再试" in text_of(ask(q="没有这样的字"))
    indexed(body="路灯")
    assert "可放宽筛选条件再试" in text_of(ask(q="路灯", year="1999"))


def test_query_stays_out_of_title_og_and_canonical(ask):
    indexed(body="路灯")
    head = text_of(ask(q="路灯")).split("</head>")[0]
    assert "路灯" not in head
    assert "canonical" not in head
    assert 'content="noindex"' in head


@pytest.mark.parametrize(
    ("why", "query"),
    [
        ("percent", "%"),
        ("like", "%_%"),
        ("quotes", "'\""),
        ("fts5 words", 'a" OR "b NEAR( terms: *'),
        ("tsquery signs", "a' <-> 'b' & | ! :* \\"),
        ("markup", "<script>alert(1)</script>王"),
        ("escape", "\\' \\x27"),
        ("emoji", "👵🏻党建"),
        ("bidi", "党\u202e建"),
        ("lone combining", "\u0301\u0301"),
        ("wide", "ﷺ" * 60),
        ("only marks", "，。！"),
        ("sixty words", "党 建 " * 20),
        ("long", "党" * 800),
        ("lines", "党\r\nSet-Cookie: a=b"),
    ],
)
def test_hostile_query_gets_a_chinese_page(ask, why, query):
    indexed(body="路灯")
    response = ask(q=query)
    assert response.status_code == 200, why
    assert "搜索" in text_of(response)
    assert "<script>alert" not in text_of(response)


def test_too_long_a_query_is_told_so(ask):
    assert "搜索词太长了" in text_of(ask(q="党" * 61))
    assert "搜索词太长了" in text_of(ask(q="党建 引领 " * 5))
    assert "请输入文字" in text_of(ask(q="……"))


def test_a_hundred_thousand_characters_are_refused_in_chinese(ask):
    response = ask(q="党" * 100_000)
    assert response.status_code == 414
    assert "请改用两三个字" in text_of(response)


def test_nul_is_refused_in_chinese(ask):
    response = ask(q="党\0建")
    assert response.status_code == 400
    assert "返回" in text_of(response)


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1" + "0" * 30, "²", "999999", ""])
def test_hostile_page_number(ask, page):
    indexed(body="路灯")
    response = ask(q="路灯", page=page)
    assert response.status_code == (200 if page == "" else 404)
    assert "没有" in text_of(response) or "路灯" in text_of(response)


@pytest.mark.parametrize("name", ["year", "topic", "person", "body", "order"])
@pytest.mark.parametrize("value", ["abc", "²", "-1", "9" * 30, "<b>", "%00x"])
def test_hostile_narrowing(ask, name, value):
    indexed(body="路灯")
    response = ask(q="路灯", **{name: value})
    assert response.status_code == 200
    assert "<b>" not in text_of(response)


def test_pages_keep_the_query_and_what_was_chosen(ask):
    for _ in range(21):
        indexed(body="路灯", sort_date=date(2024, 5, 9))
    page = text_of(ask(q="路灯", year="2024"))
    assert "共21篇" in page
    assert f"?{urlencode({'q': '路灯', 'year': '2024'})}".replace("&", "&amp;") in page
    assert text_of(ask(q="路灯", year="2024", page="2")).count("<mark>") == 2


def test_hidden_person_is_found_nowhere(ask):
    make_person(name="郝小满", sort_name="hao xiaoman", shown=False)
    indexed(body="郝小满来了。", hidden_names=["郝小满"])
    for query in ("郝小满", "hxm", "来了"):
        main = text_of(ask(q=query)).split('<main id="main"')[1]
        assert "郝小满" not in main.replace(f'value="{query}"', "")


def test_page_takes_at_most_ten_queries(ask, django_assert_max_num_queries):
    for _ in range(3):
        article = make_article(body="王燕华看路灯")
        make_mention(article=article, person=make_person(name="王燕华"))
        make_organization_mention(article=article)
        link_topic(article, make_topic(name="路灯" + str(article.pk)))
        index_articles([article.pk])
    with django_assert_max_num_queries(10):
        assert "王燕华" in text_of(ask(q="王燕华 路灯"))
