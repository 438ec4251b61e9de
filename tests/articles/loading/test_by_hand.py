"""What editors type: people a row each, and saving that overwrites nobody."""

import pytest

from articles.loading import (
    PersonRow,
    StaleArticle,
    people_rows,
    save_article,
    save_people_rows,
)
from articles.models import Article, Claim, JournalEntry
from people.models import Area, Person
from tests.builders import (
    make_area,
    make_article,
    make_claim,
    make_edition,
    make_issue,
    make_mention,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    district = make_area(name="丹枫区", kind=Area.Kind.DISTRICT)
    edition = make_edition(home=make_area(name="石桥街道", parent=district))
    return make_article(issue=make_issue(edition=edition), body="郑山河出席。")


def posts_of(article, name):
    mention = article.mentions.get(name_as_printed=name)
    claims = mention.claims.exclude(verdict="rejected")
    return [str(claim.post or claim.post_as_printed) for claim in claims]


def test_typed_posts_are_split_and_resolved_like_printed_ones(article):
    save_people_rows(article, [PersonRow("郑山河", "街道党工委副书记、办事处主任")])
    assert posts_of(article, "郑山河") == ["石桥街道党工委副书记", "石桥街道办事处主任"]
    mention = article.mentions.get()
    assert mention.by_editor and mention.verdict == "accepted"
    assert mention.claims.first().quote == "郑山河出席。"


def test_official_typed_by_hand_is_public_at_once(article):
    save_people_rows(article, [PersonRow("郑山河", "街道党工委书记")])
    assert Person.objects.get(name="郑山河").shown


def test_chosen_person_is_taken(article):
    person = make_person(name="郑山河", disambiguation="区里的")
    save_people_rows(article, [PersonRow("郑山河", "", person)])
    assert article.mentions.get().person == person


def test_rows_as_shown_change_nothing(article):
    save_people_rows(article, [PersonRow("郑山河", "街道党工委书记")])
    before = list(Claim.objects.values()), list(article.mentions.values())
    save_people_rows(article, people_rows(article))
    assert (list(Claim.objects.values()), list(article.mentions.values())) == before


def test_name_struck_out_is_rejected_so_that_it_does_not_come_back(article):
    make_mention(article=article, person=make_person(name="高兴"))
    save_people_rows(article, [])
    assert article.mentions.get().verdict == "rejected"
    assert people_rows(article) == []


def test_post_struck_out_is_rejected_and_others_stay(article):
    mention = make_mention(article=article, person=make_person(name="郑山河"))
    place = {"field": "body", "line": 0, "start": 0, "end": 1}
    make_claim(mention=mention, post_as_printed="街道党工委书记", place=place)
    make_claim(mention=mention, post_as_printed="街道办事处主任", place=place)
    save_people_rows(article, [PersonRow("郑山河", "街道办事处主任")])
    verdicts = dict(mention.claims.values_list("post_as_printed", "verdict"))
    assert verdicts == {"街道党工委书记": "rejected", "街道办事处主任": "accepted"}


def test_two_of_one_name_are_two_mentions(article):
    rows = [PersonRow("郑山河", "街道党工委书记"), PersonRow("郑山河", "志愿者")]
    save_people_rows(article, rows)
    assert sorted(article.mentions.values_list("ordinal", flat=True)) == [0, 1]


def test_saving_raises_the_version_and_is_journalled(article):
    article.headline = "新标题"
    save_article(article, expected_version=1)
    stored = Article.objects.get()
    assert (stored.headline, stored.version) == ("新标题", 2)
    assert article.version == 2
    assert JournalEntry.objects.filter(action="修改稿件").count() == 1


def test_second_editor_is_told_and_overwrites_nothing(article):
    first, second = Article.objects.get(), Article.objects.get()
    first.headline, second.headline = "甲改的", "乙改的"
    save_article(first, expected_version=first.version)
    with pytest.raises(StaleArticle, match="被别人改过"):
        save_article(second, expected_version=second.version)
    assert Article.objects.get().headline == "甲改的"
