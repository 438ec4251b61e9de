import pytest

from articles.models import Topic
from articles.topics import TopicWords, find_topics, starter_topics, vocabulary_of

VOCABULARY = vocabulary_of(
    {
        "垃圾分类": ["湿垃圾", "垃圾厢房"],
        "加装电梯": ["加梯"],
        "消防安全": ["灭火器"],
        "社区学校": ["老年大学"],
        "文明创建": ["“双创”"],
    }
)


def names(body, *headings):
    return [topic.name for topic in find_topics(headings, body, VOCABULARY)]


@pytest.mark.parametrize(
    ("why", "headings", "body", "expected"),
    [
        ("a word in the headline is enough", ["小区加梯开工"], "", ["加装电梯"]),
        ("one word in passing is not", [], "门口摆着灭火器。", []),
        ("two are", [], "灭火器过期，换了灭火器。", ["消防安全"]),
        (
            "the strongest first",
            ["湿垃圾去哪儿"],
            "加梯、加梯。",
            ["垃圾分类", "加装电梯"],
        ),
        (
            "at most three",
            ["垃圾分类 加梯 灭火器 老年大学"],
            "",
            ["垃圾分类", "加装电梯", "消防安全"],
        ),
        ("passing beside a strong one", ["加梯" * 6], "湿垃圾、湿垃圾。", ["加装电梯"]),
        ("nothing", ["晒太阳"], "天晴了。", []),
    ],
)
def test_topics_of_an_article(why, headings, body, expected):
    assert names(body, *headings) == expected, why


def test_word_inside_a_longer_word_counts_once():
    vocabulary = [TopicWords("党建", ("党建", "党建引领"))]
    (topic,) = find_topics([], "党建引领，党建引领。", vocabulary)
    assert topic.score == 2
    assert topic.words == ("党建引领",)


def test_quoted_term_is_only_a_proposal():
    (topic,) = find_topics([], "“灯塔”亮了，“灯塔”，又是“灯塔”。", VOCABULARY)
    assert (topic.name, topic.is_quoted) == ("灯塔", True)


def test_short_form_of_a_name_is_no_proposal():
    body = "党群服务中心（以下简称“中心”）开张。“中心”很大，“中心”很亮。"
    assert not find_topics([], body, VOCABULARY)


def test_quoted_synonym_proposes_its_topic_and_not_itself():
    found = find_topics([], "“双创”“双创”“双创”。", VOCABULARY)
    assert [(topic.name, topic.is_quoted) for topic in found] == [("文明创建", False)]


def test_starter_vocabulary_is_complete_and_in_order():
    topics = starter_topics()
    assert [topic.position for topic in topics] == list(range(1, len(topics) + 1))
    assert all(topic.group and topic.name for topic in topics)
    words = [word for topic in topics for word in (topic.name, *topic.synonyms)]
    assert len(words) == len(set(words))


@pytest.mark.django_db
def test_slug_of_a_topic_is_pinyin():
    first = Topic.objects.create(name="垃圾分类")
    second = Topic.objects.create(name="垃圾分类（试点）")
    assert first.slug == "la-ji-fen-lei"
    assert second.slug != first.slug
    assert Topic.objects.create(name="5G").slug == "5g"
