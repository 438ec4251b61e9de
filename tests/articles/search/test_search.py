"""Which articles are found; the suite runs on both databases, so both find the same."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.hiding import hide_person
from articles.models import Article, SearchEntry, Topic
from articles.models.undated import UNDATED
from articles.publishing import publish, withdraw
from articles.search import (
    Narrowing,
    index_articles,
    index_everything,
    read_words,
    search,
)
from articles.search.index import MAX_TERMS
from tests.builders import (
    link_topic,
    make_article,
    make_mention,
    make_organization_mention,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db


def found(typed, **narrowing):
    return list(answer(typed, Narrowing(**narrowing)).ids)


def answer(typed, narrowing=Narrowing(), ranked=False):  # noqa: B008 it is frozen
    topics = Topic.objects.published()
    return search(read_words(typed), narrowing, topics, ranked)


def indexed(**overrides):
    article = make_article(**overrides)
    index_articles([article.pk])
    return article


@pytest.mark.parametrize(
    ("why", "printed", "typed", "is_found"),
    [
        ("two characters", "居民王磊说", "王磊", True),
        ("three characters", "街道书记王燕华到场", "王燕华", True),
        ("inside a longer run", "推进基层党建引领治理", "党建引领", True),
        ("not across a comma", "他姓王，磊落大方", "王磊", False),
        ("not its parts apart", "王家的磊石", "王磊", False),
        ("printed with a gap", "□记者 武 钢", "武钢", True),
        ("typed with a gap", "记者武钢报道", "武 钢", True),
        ("both with a gap", "记者 武 钢", "武 钢", True),
        ("quotation marks printed", "探索“七位”工作法", "七位工作法", True),
        ("quotation marks typed", "探索七位工作法", "“七位”工作法", True),
        ("brackets of other width", "文化（集团）公司", "文化(集团)公司", True),
        ("commas of other width", "自治，共治", "自治,共治", True),
        ("full width printed", "建设５Ｇ基站", "5g", True),
        ("full width typed", "建设5G基站", "５Ｇ", True),
        ("no part of a word", "共15G流量", "5G", False),
        ("a year", "2020 年工作会议", "2020年工作会议", True),
        ("a year, typed apart", "2020年工作会议", "2020 年", True),
        ("one character", "大家学党史", "党", True),
        ("the last character", "永远跟着党", "党", True),
        ("one character that is not there", "大家学历史", "党", False),
        ("two words", "王磊谈垃圾分类", "垃圾分类 王磊", True),
        ("one of two words", "王磊谈电梯", "垃圾分类 王磊", False),
        ("a dot in a name", "古丽娜·买买提获奖", "古丽娜买买提", True),
        ("beyond the first plane", "店主𠮷野来了", "𠮷野", True),
        ("not in two paragraphs", "大家都姓王\n磊落大方", "王磊", False),
    ],
)
def test_article_is_found(why, printed, typed, is_found):
    article = indexed(headline="", body=printed)
    assert found(typed) == ([article.pk] if is_found else []), why


@pytest.mark.parametrize(
    "field",
    ["kicker", "headline", "subheadline", "standfirst", "byline", "sign_off", "column"],
)
def test_every_printed_line_is_searched(field):
    article = indexed(**{field: "梧桐树下的早市"})
    assert found("早市") == [article.pk]


def test_captions_are_searched():
    article = make_article()
    article.pictures.create(caption="孩子们在放风筝")
    index_articles([article.pk])
    assert found("风筝") == [article.pk]


def test_drafts_are_not_indexed():
    indexed(published=False, body="尚未发布的消息")
    assert found("尚未发布") == []
    assert not SearchEntry.objects.exists()


def test_withdrawn_article_leaves_the_index():
    article = indexed(body="已经发布的消息")
    article.status = Article.Status.WITHDRAWN
    article.save()
    index_articles([article.pk])
    assert found("已经发布") == []


def test_deleted_article_leaves_the_index():
    indexed(body="将要删除的消息").delete()
    assert found("将要删除") == []


def test_edited_article_is_found_by_its_new_words_only():
    article = indexed(body="旧的说法")
    article.body = "新的说法"
    article.save()
    index_articles([article.pk])
    assert found("新的说法") == [article.pk]
    assert found("旧的说法") == []


def test_hidden_name_is_masked_before_indexing():
    article = indexed(body="获助的郝小满很高兴", hidden_names=["郝小满"])
    assert found("郝小满") == found("小满") == []
    assert found("很高兴") == [article.pk]
    assert "郝" not in SearchEntry.objects.get().terms


def test_newest_first_and_undated_last():
    old = indexed(body="路灯", sort_date=date(2019, 3, 1))
    undated = indexed(body="路灯", sort_date=UNDATED)
    new = indexed(body="路灯", sort_date=date(2024, 3, 1))
    assert found("路灯") == [new.pk, old.pk, undated.pk]


def test_relevance_puts_the_headline_first():
    headline = indexed(headline="路灯亮了", body="。", sort_date=date(2019, 3, 1))
    often = indexed(headline="夜", body="路灯与路灯", sort_date=date(2020, 3, 1))
    once = indexed(headline="夜", body="路灯", sort_date=date(2024, 3, 1))
    ranked = answer("路灯", ranked=True)
    assert list(ranked.ids) == [headline.pk, often.pk, once.pk]


def test_narrowing_by_year_keeps_the_undated_apart():
    dated = indexed(body="路灯", sort_date=date(2019, 3, 1))
    undated = indexed(body="路灯", sort_date=UNDATED)
    assert found("路灯", year="2019") == [dated.pk]
    assert found("路灯", year="undated") == [undated.pk]
    assert answer("路灯").choices.years == ["2019", "undated"]


def test_narrowing_by_topic_person_and_body():
    article, other = make_article(body="路灯"), make_article(body="路灯")
    topic = make_topic()
    link_topic(article, topic)
    person = make_mention(article=article).person
    body = make_organization_mention(article=article).organization
    index_articles([article.pk, other.pk])
    for chosen in (
        {"topic": str(topic.pk)},
        {"person": str(person.pk)},
        {"body": str(body.pk)},
    ):
        assert found("路灯", **chosen) == [article.pk]
    choices = answer("路灯").choices
    assert (choices.topics, choices.people, choices.bodies) == (
        [topic],
        [person],
        [body],
    )


def test_people_without_a_page_narrow_nothing():
    article = make_article(body="路灯")
    person = make_person(shown=False)
    make_mention(article=article, person=person)
    index_articles([article.pk])
    assert answer("路灯").choices.people == []
    assert found("路灯", person=str(person.pk)) == []


@pytest.mark.parametrize("value", ["abc", "²", "-1", "9" * 18, "' OR 1=1", "none", "*"])
@pytest.mark.parametrize("name", ["year", "topic", "person", "body"])
def test_narrowing_by_nonsense_finds_nothing(name, value):
    indexed(body="路灯")
    assert found("路灯", **{name: value}) == []


def test_pinyin_finds_the_articles_that_name_the_person():
    article = indexed(body="街道请来了王燕华。")
    indexed(body="另一篇。")
    make_person(name="王燕华", sort_name="wang yanhua")
    for typed in ("wyh", "wangyanhua", "Wang Yan Hua"):
        assert found(typed) == [article.pk]


def test_all_entries_can_be_written_anew():
    article = make_article(body="路灯")
    draft = make_article(published=False, body="路灯")
    SearchEntry.objects.create(article=draft, terms="路灯", marks="year2024")
    assert index_everything() == 1
    assert found("路灯") == [article.pk]


def test_command_writes_all_entries_anew(capsys):
    article = make_article(body="路灯")
    call_command("index_articles")
    assert found("路灯") == [article.pk]
    assert "1篇" in capsys.readouterr().out


def test_a_very_long_article_is_indexed_up_to_the_bound():
    article = indexed(body="路灯" * MAX_TERMS + "梧桐树")
    assert found("路灯路灯") == [article.pk]
    assert len(SearchEntry.objects.get().terms.split()) == MAX_TERMS


def test_very_many_hits_come_a_page_at_a_time(monkeypatch):
    monkeypatch.setattr("articles.search.FEW", 2)
    articles = [indexed(body="路灯", sort_date=date(2024, 1, day)) for day in (1, 2, 3)]
    ids = answer("路灯").ids
    assert not isinstance(ids, list)
    assert list(ids[:2]) == [articles[2].pk, articles[1].pk]


def test_publishing_withdrawing_and_hiding_reach_the_index(admin_user):
    article = make_article(published=False, body="获助的郝小满在路灯下")
    publish([article], admin_user)
    assert found("路灯") == found("郝小满") == [article.pk]
    person = make_person(name="郝小满", sort_name="hao xiaoman", visibility="private")
    make_mention(article=article, person=person)
    hide_person(person, admin_user)
    assert found("郝小满") == found("hxm") == []
    assert found("路灯") == [article.pk]
    withdraw([article], admin_user)
    assert found("路灯") == []


def test_approved_correction_is_found_by_its_words(admin_user, django_user_model):
    article = make_article(body="书记王磊来了")
    writer = django_user_model.objects.create(username="拟稿人")
    correction = article.corrections.create(
        printed_words="王磊", corrected_words="王蕾", written_by=writer
    )
    index_articles([article.pk])
    assert found("王蕾") == []
    correction.approved_by, correction.approved_at = admin_user, timezone.now()
    correction.save()
    index_articles([article.pk])
    assert found("王蕾") == [article.pk]


@pytest.mark.django_db(transaction=True)
def test_flushed_tables_leave_nothing_in_the_index():
    indexed(body="路灯")
    call_command("flush", interactive=False, verbosity=0)
    assert found("路灯") == []
    article = indexed(body="路灯")
    assert found("路灯") == [article.pk]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO articles_searchindex (articles_searchindex, rank)"
                " VALUES ('integrity-check', 1)"
            )


def test_very_many_hits_stand_in_the_order_of_few(monkeypatch):
    day = date(2024, 1, 1)
    made = [indexed(body="路灯", sort_date=day).pk for _ in range(3)]
    assert found("路灯") == made[::-1]
    monkeypatch.setattr("articles.search.FEW", 1)
    assert found("路灯") == made[::-1]
    assert answer("路灯").count > 1


def test_very_many_hits_can_be_narrowed(monkeypatch):
    monkeypatch.setattr("articles.search.FEW", 1)
    topic, person = make_topic(), make_person()
    hidden = make_person(name="郝小满", shown=False)
    for year in (2023, 2024):
        article = make_article(body="路灯", sort_date=date(year, 1, 1))
        link_topic(article, topic)
        make_mention(article=article, person=person)
        make_mention(article=article, person=hidden)
        index_articles([article.pk])
    choices = answer("路灯").choices
    assert (choices.years, choices.topics) == (["2024", "2023"], [topic])
    assert len(found("路灯", person=str(person.pk), topic=str(topic.pk))) == 2
    assert found("路灯", person=str(hidden.pk)) == []
