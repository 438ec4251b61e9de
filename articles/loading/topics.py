"""Topics of articles, by the vocabulary that editors keep."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from articles.models import Article, Topic, TopicLink
from articles.topics import FoundTopic, find_topics, starter_topics, vocabulary_of

#: Group of quoted terms that wait for an editor; they propose nothing themselves.
PROPOSALS = "引号中的说法（待定）"


def make_starter_topics() -> None:
    """The starter vocabulary, where there is none yet."""
    if Topic.objects.exists():
        return
    Topic.objects.bulk_create(
        Topic(
            name=topic.name,
            slug=Topic().slugify(topic.name),
            group=topic.group,
            position=topic.position,
            synonyms="\n".join(topic.synonyms),
        )
        for topic in starter_topics()
    )


def link_topics(articles: Iterable[Article]) -> list[TopicLink]:
    """Propose topics; what an editor judged or set stays as it is."""
    articles = list(articles)
    prefetch_related_objects(articles, "pictures")
    make_starter_topics()
    topics = {topic.name: topic for topic in Topic.objects.all()}
    rows = {t.name: t.words()[1:] for t in topics.values() if not _is_proposal(t)}
    vocabulary = vocabulary_of(rows)
    standing: dict[int, dict[int, TopicLink]] = {}
    for link in TopicLink.objects.filter(content_object__in=articles):
        standing.setdefault(link.content_object_id, {})[link.tag_id] = link
    fresh: list[TopicLink] = []
    gone: list[int] = []
    for article in articles:
        before = standing.get(article.pk, {})
        found = _find(article, vocabulary)
        tags = [_topic_row(topic, topics) for topic in found]
        for topic, tag in zip(found, tags, strict=True):
            if tag.pk not in before:
                fresh.append(_link(article, tag, topic))
        kept = {tag.pk for tag in tags}
        gone += [row.pk for row in before.values() if _may_go(row, kept)]
    TopicLink.objects.filter(pk__in=gone).delete()
    return TopicLink.objects.bulk_create(fresh)


def _find(article: Article, vocabulary) -> tuple[FoundTopic, ...]:
    headings = (article.kicker, article.headline, article.subheadline)
    captions = [picture.caption for picture in article.pictures.all()]
    body = "\n".join([article.standfirst, article.body, *captions])
    return find_topics(headings, body, vocabulary)


def _is_proposal(topic: Topic) -> bool:
    return topic.group == PROPOSALS and not topic.public


def _topic_row(found: FoundTopic, topics: dict[str, Topic]) -> Topic:
    if found.name not in topics:
        topics[found.name] = Topic.objects.create(
            name=found.name, group=PROPOSALS, public=False
        )
    return topics[found.name]


def _link(article: Article, tag: Topic, found: FoundTopic) -> TopicLink:
    quoted = found.is_quoted
    return TopicLink(
        content_object=article,
        tag=tag,
        sort_date=article.sort_date,
        origin=TopicLink.Origin.QUOTED if quoted else TopicLink.Origin.VOCABULARY,
        verdict=TopicLink.Verdict.FOUND if quoted else TopicLink.Verdict.ACCEPTED,
        words="、".join(found.words),
    )


def _may_go(link: TopicLink, kept: set[int]) -> bool:
    """A link that is found no more goes, unless a person has judged it."""
    if link.tag_id in kept or link.origin == TopicLink.Origin.EDITOR:
        return False
    if link.origin == TopicLink.Origin.QUOTED:
        return link.verdict == TopicLink.Verdict.FOUND
    return link.verdict == TopicLink.Verdict.ACCEPTED
