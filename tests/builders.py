"""Builders of rows: every argument has a default, every row is saved."""

from datetime import date
from itertools import count

from django.utils import timezone

from articles.models import (
    Article,
    Claim,
    Edition,
    EventReport,
    Issue,
    Mention,
    OrganizationMention,
    Page,
    Topic,
    TopicLink,
)
from people.models import Area, Event, Organization, Person, Post

numbers = count(1)


def make_area(**overrides):
    values = {"name": f"枫桥{next(numbers)}街道", "kind": Area.Kind.STREET}
    return Area.objects.create(**values | overrides)


def make_edition(**overrides):
    number = next(numbers)
    values = {
        "title": "社区晨报",
        "place": f"枫桥{number}",
        "slug": f"fengqiao{number}",
    }
    return Edition.objects.create(**values | overrides)


def make_issue(**overrides):
    if "edition" not in overrides:
        overrides["edition"] = Edition.objects.first() or make_edition()
    values = {
        "number": str(next(numbers)),
        "date_earliest": date(2024, 5, 9),
        "date_latest": date(2024, 5, 9),
    }
    return Issue.objects.create(**values | overrides)


def make_page(**overrides):
    if "issue" not in overrides:
        overrides["issue"] = make_issue()
    values = {"number": overrides["issue"].pages.count() + 1, "name": "要闻"}
    return Page.objects.create(**values | overrides)


def make_article(*, published=True, **overrides):
    if "page" not in overrides and "issue" not in overrides:
        overrides["page"] = make_page()
    if "issue" not in overrides:
        overrides["issue"] = overrides["page"].issue
    values = {
        "headline": f"枫桥修好第{next(numbers)}盏路灯",
        "body": "昨晚，弄堂口的路灯亮了。\n居民说，走夜路不再害怕。",
        "sort_date": overrides["issue"].sort_date,
    }
    if published:
        values |= {"status": Article.Status.PUBLISHED, "published_at": timezone.now()}
    return Article.objects.create(**values | overrides)


def make_person(**overrides):
    values = {"name": "祝长青", "sort_name": "zhu changqing", "shown": True}
    values["visibility"] = Person.Visibility.OFFICIAL
    return Person.objects.create(**values | overrides)


def make_organization(**overrides):
    values = {
        "name": f"枫桥{next(numbers)}街道党工委",
        "kind": Organization.Kind.PARTY_WORK_COMMITTEE,
        "shown": True,
    }
    return Organization.objects.create(**values | overrides)


def make_post(**overrides):
    if "organization" not in overrides:
        overrides["organization"] = make_organization()
    return Post.objects.create(
        **{"role": "书记", "seats": 1, "shown": True} | overrides
    )


def make_mention(**overrides):
    if "article" not in overrides:
        overrides["article"] = make_article()
    if "person" not in overrides:
        overrides["person"] = make_person()
    values = {"name_as_printed": overrides["person"].name, "verdict": "accepted"}
    values["sort_date"] = overrides["article"].sort_date
    return Mention.objects.create(**values | overrides)


def make_claim(**overrides):
    if "mention" not in overrides:
        overrides["mention"] = make_mention()
    values = {
        "post_as_printed": "街道党工委书记",
        "role": "书记",
        "verdict": "accepted",
    }
    return Claim.objects.create(**values | overrides)


def make_organization_mention(**overrides):
    if "article" not in overrides:
        overrides["article"] = make_article()
    if "organization" not in overrides:
        overrides["organization"] = make_organization()
    values = {
        "name_as_printed": overrides["organization"].name,
        "verdict": "accepted",
        "sort_date": overrides["article"].sort_date,
    }
    return OrganizationMention.objects.create(**values | overrides)


def make_event(**overrides):
    values = {
        "name": "枫桥灯会",
        "date_earliest": date(2024, 5, 5),
        "date_latest": date(2024, 5, 5),
        "shown": True,
    }
    return Event.objects.create(**values | overrides)


def make_event_report(**overrides):
    if "article" not in overrides:
        overrides["article"] = make_article()
    if "event" not in overrides:
        overrides["event"] = make_event()
    values = {"name_as_printed": overrides["event"].name, "verdict": "accepted"}
    return EventReport.objects.create(**values | overrides)


def make_topic(**overrides):
    number = next(numbers)
    values = {"name": f"夜间照明{number}", "slug": f"yejian-zhaoming-{number}"}
    return Topic.objects.create(**values | overrides)


def link_topic(article, topic, **overrides):
    values = {"verdict": TopicLink.Verdict.ACCEPTED, "sort_date": article.sort_date}
    return TopicLink.objects.create(
        tag=topic, content_object=article, **values | overrides
    )
