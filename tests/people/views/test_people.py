"""人物 and posts: as printed, with evidence, without ranking."""

from datetime import date

import pytest
from django.utils.html import strip_tags

from articles.evidence import derive_memberships
from people.models import Membership, Person
from tests.builders import (
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_issue,
    make_mention,
    make_organization,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10


def printed(person, post, day=None, words="街道党工委书记", order=1, **fields):
    """An article of that day that prints the person with the post."""
    issue = make_issue(date_earliest=day, date_latest=day)
    article = make_article(page=None, issue=issue, **fields)
    mention = make_mention(article=article, person=person, order=order)
    quote = f"{words}{person.name}说。"
    return make_claim(mention=mention, post=post, post_as_printed=words, quote=quote)


def derive():
    """Memberships as publishing derives them, all of them public."""
    derive_memberships()
    Membership.objects.update(shown=True)


def text_of(client, row, **query):
    return client.get(row.get_absolute_url(), query).content.decode()


def test_person_shows_posts_with_their_sentences(client):
    person, post = make_person(), make_post()
    printed(person, post, date(2024, 3, 1), headline="春天的路灯")
    printed(person, post, date(2025, 6, 1), headline="夏天的路灯")
    derive()
    text = text_of(client, person)
    assert f'href="{post.get_absolute_url()}"' in text
    for words in ("首次见报 2024年3月1日", "最近见报 2025年6月1日", "春天的路灯"):
        assert words in strip_tags(text)
    assert text.count("<circle") == 2
    assert "街道党工委书记祝长青说。" in text
    assert "style=" not in text


def test_post_is_given_as_printed_in_each_article(client):
    person = make_person()
    printed(person, make_post(), date(2024, 3, 1), words="时任街道党工委书记")
    printed(person, make_post(), None, words="街道党工委副书记")
    derive()
    text = text_of(client, person)
    articles = text[text.index("articles-title") :]
    assert articles.index("2024年") < articles.index("时任街道党工委书记")
    assert articles.index("日期不明</h3>") < articles.index("街道党工委副书记")


def test_post_printed_as_former_is_no_newest_sighting(client):
    person, post = make_person(), make_post()
    printed(person, post, date(2024, 3, 1))
    later = printed(person, post, date(2025, 6, 1), words="原街道党工委书记")
    later.former = True
    later.save()
    derive()
    text = text_of(client, person)
    assert text.count('class="dot"') == text.count('class="ring"') == 1
    text = strip_tags(client.get("/people/").content.decode())
    assert "最近见报 2024年3月1日" in text
    assert "2025年6月1日" not in text


def test_list_says_where_a_post_is_only_printed_as_former(client):
    claim = printed(make_person(), make_post(), date(2024, 3, 1))
    claim.former = True
    claim.save()
    derive()
    text = strip_tags(client.get("/people/").content.decode())
    assert "最近见报 2024年3月1日，称原任" in text


def test_undated_sighting_is_said_and_not_drawn(client):
    person = make_person()
    printed(person, make_post(), None)
    derive()
    text = text_of(client, person)
    assert "<circle" not in text
    assert "见报 出报日期未载" in text


def test_unaccepted_claim_is_no_evidence(client):
    person, post = make_person(), make_post()
    printed(person, post, date(2024, 3, 1))
    derive()
    other = printed(person, post, date(2020, 1, 1))
    other.verdict = "found"
    other.save()
    assert text_of(client, person).count("<circle") == 1


def test_activities_show_the_role_as_printed(client):
    person = make_person()
    report = make_event_report(event=make_event(name="枫桥灯会"))
    mention = make_mention(article=report.article, person=person)
    report.appearances.create(mention=mention, role="揭牌", verdict="accepted")
    text = text_of(client, person)
    assert text.index("枫桥灯会") < text.index("揭牌")
    hidden = make_event_report(event=make_event(name="草稿活动", shown=False))
    mention = make_mention(article=hidden.article, person=person)
    hidden.appearances.create(mention=mention, role="讲话")
    assert "草稿活动" not in text_of(client, person)


@pytest.mark.parametrize("visibility", Person.Visibility)
def test_person_who_is_not_shown_has_no_page(client, visibility):
    person = make_person(shown=False, visibility=visibility)
    assert client.get(person.get_absolute_url()).status_code == 404


def test_merged_person_leads_on_for_good(client):
    last = make_person()
    middle = make_person(shown=False, merged_into=last)
    first = make_person(shown=False, merged_into=middle)
    response = client.get(first.get_absolute_url())
    assert (response.status_code, response["Location"]) == (
        301,
        last.get_absolute_url(),
    )
    Person.objects.filter(pk=last.pk).update(shown=False)
    assert client.get(first.get_absolute_url()).status_code == 404


def test_merge_in_a_circle_ends(client):
    first = make_person(shown=False)
    second = make_person(shown=False, merged_into=first)
    Person.objects.filter(pk=first.pk).update(merged_into=second)
    assert client.get(first.get_absolute_url()).status_code == 404


def test_people_of_a_body_stand_in_printed_order(client):
    body = make_organization()
    article = make_article()
    names = ["卓一", "安二", "毕三"]
    for order, name in enumerate(names, 1):
        mention = make_mention(
            article=article, person=make_person(name=name), order=order
        )
        make_claim(mention=mention, post=make_post(organization=body, role=name))
    derive()
    for address in ("/people/", body.get_absolute_url()):
        text = client.get(address).content.decode()
        places = [text.index(name) for name in names]
        assert places == sorted(places), address


def test_index_is_by_pinyin_and_offers_only_used_letters(client):
    make_person(name="祝长青", sort_name="zhu changqing")
    make_person(name="安小满", sort_name="an xiaoman")
    make_person(name="毕三", sort_name="bi san", shown=False)
    text = client.get("/people/").content.decode()
    assert "/people/index/A/" in text and "/people/index/Z/" in text
    assert "/people/index/B/" not in text
    assert "安小满" in client.get("/people/index/a/").content.decode()
    for letter in ("B", "AA", "1", "-"):
        assert client.get(f"/people/index/{letter}/").status_code == 404


def test_post_says_who_was_printed_with_it_and_asks_back(client):
    post = make_post()
    printed(make_person(name="祝长青"), post, date(2024, 3, 1))
    printed(make_person(name="安小满"), post, date(2025, 6, 1))
    derive()
    text = text_of(client, post)
    assert "祝长青" in text and "安小满" in text
    assert "未见报不等于未任职" in text
    answer = text_of(client, post, on="2024-03")
    box = answer[answer.index("box answer") : answer.index("<h2>见报记录")]
    assert "祝长青" in box and "安小满" not in box
    assert "检索了本站已发布的2篇稿件" in box


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("2024-02-30", "2024年2月没有30日"),
        ("2024-13", "没有13月"),
        ("abc", "看不懂这个日期"),
        ("20240101", "看不懂这个日期"),
        ("²024", "看不懂这个日期"),
        ("0000", "年份应在"),
        ("<b>", "看不懂这个日期"),
        ("9" * 5000, "看不懂这个日期"),
        ("1999-01-01", "在此期间没有人以此职见报"),
    ],
)
def test_any_question_about_a_day_gets_a_sentence(client, asked, words):
    post = make_post()
    text = text_of(client, post, on=asked)
    assert words in text
    assert "<b>" not in text


def test_pages_take_few_queries(client, django_assert_max_num_queries):
    person = make_person()
    body = make_organization()
    for year in range(2000, 2024):
        post = make_post(organization=body, role=f"第{year}书记")
        claim = printed(person, post, date(year, 3, 1), f"书记{year}")
        report = make_event_report(article=claim.mention.article, event=make_event())
        report.appearances.create(mention=claim.mention, role="讲话")
    derive()
    addresses = [person.get_absolute_url(), post.get_absolute_url(), "/people/"]
    more = [f"{addresses[0]}?year=2005", f"{addresses[1]}?on=2023"]
    for address in [*addresses, *more, "/people/index/Z/"]:
        with django_assert_max_num_queries(MAX_QUERIES):
            assert client.get(address).status_code == 200
