"""?on=2019-06: who was printed with a post then, and what was searched."""

from datetime import date

import pytest

from articles import publishing
from articles.holders import NOTICE, BadDate, holders_on, parse_on
from articles.models import Article, Question
from tests.builders import (
    make_article,
    make_claim,
    make_issue,
    make_mention,
    make_person,
    make_post,
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "2019年"),
        ("2019-06", date(2019, 6, 1), date(2019, 6, 30), "2019年6月"),
        ("2019-6", date(2019, 6, 1), date(2019, 6, 30), "2019年6月"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "2020年2月"),
        ("2019-06-15", date(2019, 6, 15), date(2019, 6, 15), "2019年6月15日"),
        (" 2019 ", date(2019, 1, 1), date(2019, 12, 31), "2019年"),
    ],
)
def test_dates_are_read(text, earliest, latest, words):
    on = parse_on(text)
    assert (on.earliest, on.latest, on.words) == (earliest, latest, words)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2024-02-30", "2024年2月没有30日，只到29日"),
        ("2023-02-29", "只到28日"),
        ("2024-13", "没有13月"),
        ("2024-00", "没有0月"),
        ("2024-05-00", "没有0日"),
        ("0000", "年份"),
        ("9999", "年份"),
        ("", "看不懂"),
        ("昨天", "2019-06"),
        ("²019", "看不懂"),
        ("２０１９", "看不懂"),
        ("2019-06-15-01", "看不懂"),
        ("1" * 100_000, "看不懂"),
        ("2019\x00", "看不懂"),
    ],
)
def test_other_dates_are_refused_in_chinese(text, error):
    with pytest.raises(BadDate, match=error):
        parse_on(text)


pytestmark = pytest.mark.django_db


def print_post(post, name, day, **changes):
    issue = make_issue(date_earliest=day, date_latest=day)
    person = make_person(name=name)
    mention = make_mention(article=make_article(issue=issue), person=person)
    return make_claim(mention=mention, post=post, role=post.role, **changes)


@pytest.fixture
def post():
    post = make_post()
    print_post(post, "温如玉", date(2019, 3, 22))
    print_post(post, "祝长青", date(2021, 5, 1))
    print_post(post, "简宁", None)
    publishing.refresh(Article.objects.all())
    return post


def names(holders):
    return [holder.person.name for holder in holders]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", ["温如玉"]),
        ("2019-03", ["温如玉"]),
        ("2019-06", []),
        ("2021", ["祝长青"]),
    ],
)
def test_who_was_printed_then(post, text, expected):
    answer = holders_on(post, text)
    assert names(answer.printed) == expected
    assert names(answer.undated) == ["简宁"]


def test_answer_says_what_was_searched_and_what_it_does_not_mean(post):
    answer = holders_on(post, "2019")
    assert (answer.searched.articles, answer.searched.in_time) == (3, 1)
    assert answer.searched.undated == 1
    assert "3篇" in str(answer.searched)
    assert "未见报不等于未任职" in answer.notice == NOTICE


def test_year_of_an_event_counts_as_its_time(post):
    Article.objects.filter(issue__date_earliest=None).update(
        happened_earliest=date(2020, 1, 1), happened_latest=date(2020, 12, 31)
    )
    publishing.refresh(Article.objects.all())
    assert names(holders_on(post, "2020-06").printed) == ["简宁"]


def test_time_of_which_print_tells_only_one_side_is_open_on_the_other(post):
    """2020年工作会议 may have met later: open from 2020 on, no answer before."""
    undated = Article.objects.filter(issue__date_earliest=None)
    undated.update(happened_earliest=date(2020, 1, 1), happened_latest=None)
    publishing.refresh(Article.objects.all())
    before, after = holders_on(post, "2018"), holders_on(post, "2022")
    assert (names(before.undated), before.searched.undated) == ([], 0)
    assert (names(after.undated), after.searched.undated) == (["简宁"], 1)
    assert (names(after.printed), after.searched.in_time) == ([], 0)


def test_what_is_announced_counts_by_the_day_of_printing(post):
    printed = Article.objects.filter(issue__date_earliest=date(2019, 3, 22))
    printed.update(happened_earliest=date(2019, 5, 1), happened_latest=date(2019, 5, 1))
    publishing.refresh(Article.objects.all())
    answer = holders_on(post, "2019-03")
    assert (names(answer.printed), answer.searched.in_time) == (["温如玉"], 1)
    assert holders_on(post, "2019-05").searched.in_time == 0


def test_sightings_before_and_after_stand_apart(post):
    person = post.claims.filter(mention__person__name="温如玉").get().mention.person
    issue = make_issue(date_earliest=date(2020, 1, 5), date_latest=date(2020, 1, 5))
    mention = make_mention(article=make_article(issue=issue), person=person)
    make_claim(mention=mention, post=post, role=post.role)
    publishing.refresh(Article.objects.all())
    answer = holders_on(post, "2019-06")
    assert answer.printed == []
    assert [row.person.name for row in answer.around] == ["温如玉"]


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("former", {"former": True}),
        ("nominee", {"nominee": True}),
        ("open", {"verdict": "found"}),
        ("misprint", {"verdict": "misprint"}),
    ],
)
def test_what_proves_nothing_is_not_listed(post, why, changes):
    print_post(post, "舒望", date(2019, 3, 1), **changes)
    publishing.refresh(Article.objects.all())
    assert names(holders_on(post, "2019").printed) == ["温如玉"], why


def test_questioned_print_is_not_listed(post):
    claim = post.claims.get(mention__person__name="温如玉")
    Question.objects.create(
        key="k", kind="two_holders", summary="s", about={"questioned": [claim.pk]}
    )
    publishing.refresh(Article.objects.all())
    assert names(holders_on(post, "2019").printed) == []


def test_draft_is_not_searched(post):
    Article.objects.update(status=Article.Status.DRAFT)
    publishing.refresh(Article.objects.all())
    answer = holders_on(post, "2019")
    assert answer.printed == [] and answer.searched.articles == 0
