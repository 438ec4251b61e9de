"""An article as printed then."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.models import Article, Correction
from tests.builders import (
    link_topic,
    make_article,
    make_claim,
    make_event_report,
    make_issue,
    make_mention,
    make_organization_mention,
    make_page,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10


def text_of(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def approve(article, printed, right, **fields):
    users = get_user_model().objects
    number = users.count()
    writer, second = (
        users.create_user(f"user{number + each}", is_staff=True) for each in (0, 1)
    )
    return Correction.objects.create(
        article=article,
        printed_words=printed,
        corrected_words=right,
        written_by=writer,
        approved_by=second,
        approved_at=timezone.now(),
        **fields,
    )


def test_everything_printed_stands_in_order(client):
    article = make_article(
        column="街区记忆",
        kicker="三年九次协商",
        headline="电梯开通了",
        subheadline="七旬老伯先坐三回",
        byline="□记者 丁 晚",
        standfirst="一部电梯的来历。",
        body="第一段。\n■小标题\n第二段。",
        sign_off="街道社区服务办公室",
    )
    text = text_of(client, article)
    body = text[text.index("<article") :]
    printed = [
        "街区记忆",
        "三年九次协商",
        "电梯开通了</span></h1>",
        "七旬老伯先坐三回",
        "□记者 丁 晚",
        "一部电梯的来历。",
        "<p>第一段。</p>",
        "<h2>小标题</h2>",
        "<p>第二段。</p>",
        "（街道社区服务办公室）",
    ]
    body = re.sub(r"\s+(?=</)", "", body)
    places = [body.index(words) for words in printed]
    assert places == sorted(places)
    assert "<title>电梯开通了｜社区晨报欧阳</title>" in text


def test_markup_in_print_is_text(client):
    article = make_article(headline="<b>灯</b>", body="<script>alert(1)</script>&")
    text = text_of(client, article)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in text


def test_people_are_listed_with_the_post_as_printed_here(client):
    person = make_person()
    for words in ("街道党工委副书记", "街道党工委书记"):
        article = make_article(body="祝长青来了。")
        mention = make_mention(article=article, person=person)
        make_claim(mention=mention, post_as_printed=words)
    text = text_of(client, article)
    assert "街道党工委书记" in text
    assert "街道党工委副书记" not in text
    assert f'href="/people/{person.pk}/"' in text


@pytest.mark.parametrize("visibility", ["private", "hidden", "community"])
def test_residents_are_not_listed(client, visibility):
    article = make_article(body="她来了。")
    person = make_person(name="倪小满", visibility=visibility, shown=False)
    make_claim(mention=make_mention(article=article, person=person))
    assert "倪小满" not in text_of(client, article)


def test_national_leader_is_neither_listed_nor_shared(client):
    article = make_article(body="甲乙丙指出，要把路灯修好。\n路灯亮了。")
    article.mentions.create(name_as_printed="甲乙丙", leader=True)
    text = text_of(client, article)
    assert "本文提到" not in text
    assert "og:description" not in text


def test_rejected_mentions_claims_and_topics_stay_away(client):
    article = make_article(body="祝长青来了。")
    mention = make_mention(article=article)
    make_claim(mention=mention, post_as_printed="街道办事处主任", verdict="rejected")
    make_mention(
        article=article,
        verdict="rejected",
        name_as_printed="高兴",
        person=make_person(name="高兴"),
    )
    link_topic(article, make_topic(name="未定话题"), verdict="found")
    text = text_of(client, article)
    for words in ("街道办事处主任", "高兴", "未定话题"):
        assert words not in text


def test_notice_after_twelve_months(client):
    today = timezone.localdate()
    for days, words in [(30, None), (370, "1年前"), (1100, "3年前")]:
        day = today - timedelta(days=days)
        issue = make_issue(date_earliest=day, date_latest=day)
        text = text_of(client, make_article(page=None, issue=issue))
        assert (words is None) == ("以现行公布为准" not in text)
        assert words is None or f"本文刊于{words}" in text
    issue = make_issue(date_earliest=None, date_latest=None)
    assert "出报日期未载" in text_of(client, make_article(page=None, issue=issue))


def test_approved_correction_is_shown_in_place_with_its_note(client):
    article = make_article(headline="书记薛某来了", body="书记薛某说。")
    correction = approve(article, "书记薛某", "副书记薛某", note="校对时漏看。")
    text = text_of(client, article)
    assert text.count('<ins class="corrected">副书记薛某</ins>') == 2
    assert f'id="correction-{correction.pk}"' in text
    assert "校对时漏看。" in text
    listed = client.get("/corrections/").content.decode()
    assert "校对时漏看。" in listed
    assert "共1条" in listed


def test_correction_that_nobody_approved_is_not_shown(client):
    article = make_article(body="书记薛某说。")
    writer = get_user_model().objects.create_user("writer")
    Correction.objects.create(
        article=article,
        printed_words="书记薛某",
        corrected_words="副书记薛某",
        written_by=writer,
    )
    assert "副书记薛某" not in text_of(client, article)
    assert "副书记薛某" not in client.get("/corrections/").content.decode()


def test_withdrawn_article_is_gone_without_its_headline(client):
    article = make_article(headline="撤下的路灯", status=Article.Status.WITHDRAWN)
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    text = response.content.decode()
    assert "该内容已撤下" in text
    assert "撤下的路灯" not in text


def test_draft_and_unknown_articles_are_not_found(client):
    draft = make_article(published=False)
    for address in (draft.get_absolute_url(), f"/articles/{10**30}/", "/articles/0/"):
        assert client.get(address).status_code == 404


def test_neighbours_follow_the_printed_order(client):
    issue = make_issue()
    first, second = make_page(issue=issue), make_page(issue=issue)
    last = make_article(page=second, headline="第三篇", order=1)
    middle = make_article(page=first, headline="第二篇", order=2)
    start = make_article(page=first, headline="第一篇", order=1)
    make_article(page=first, headline="草稿", order=3, published=False)
    found = [
        client.get(each.get_absolute_url()).context for each in (start, middle, last)
    ]
    assert [each["previous"] for each in found] == [None, start, middle]
    assert [each["next"] for each in found] == [middle, last, None]


def test_kinds_of_advertisement_say_so(client):
    article = make_article(kind=Article.Kind.ADVERTISEMENT)
    assert re.search(r'class="kind">\s*广告', text_of(client, article))


def test_article_takes_few_queries(client, django_assert_max_num_queries):
    article = make_article(body="祝长青来了。", byline="记者 丁晚")
    for number in range(12):
        person = make_person(name=f"祝长{number}")
        mention = make_mention(article=article, person=person)
        make_claim(mention=mention, post_as_printed="书记")
        make_claim(mention=mention, post_as_printed="主任")
        make_organization_mention(article=article)
        link_topic(article, make_topic())
    make_event_report(article=article)
    approve(article, "来了", "走了")
    article.pictures.create(caption="灯", image="pictures/x.jpg", width=8, height=6)
    with django_assert_max_num_queries(MAX_QUERIES):
        client.get(article.get_absolute_url())


@pytest.mark.django_db(transaction=True)
def test_unchanged_article_is_not_sent_again(client):
    article = make_article()
    response = client.get(article.get_absolute_url())
    assert response["Cache-Control"] == "no-cache"
    again = client.get(
        article.get_absolute_url(), headers={"if-none-match": response["ETag"]}
    )
    assert again.status_code == 304
    article.headline = "新标题"
    article.save()
    again = client.get(
        article.get_absolute_url(), headers={"if-none-match": response["ETag"]}
    )
    assert again.status_code == 200


@pytest.mark.parametrize(("verdict", "marked"), [("misprint", True), ("found", False)])
def test_misprinted_post_points_to_its_correction(client, verdict, marked):
    article = make_article(body="祝长青来了。")
    mention = make_mention(article=article)
    make_claim(mention=mention, post_as_printed="街道党工委书记", verdict=verdict)
    mark = f'街道党工委书记<a class="correction-mark" href="/articles/{article.pk}/'
    assert mark not in text_of(client, article)
    approve(article, "书记祝长青", "副书记祝长青")
    assert (mark in text_of(client, article)) == marked
    assert (mark in text_of(client, mention.person)) == marked
