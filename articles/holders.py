"""Who was printed with a post at a time: ?on=2019, 2019-06 or 2019-06-15.

The answer says what was searched, and never that somebody did not hold the post.
"""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import Coalesce, Least

from articles.models import Article, Claim
from articles.models.linked import Verdict
from people.models import Membership, Person, Post

from .evidence import day_bounds

NOTICE = "以上仅为本报见报记录；未见报不等于未任职。"
_ON = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
HOW_TO = "请写成 2019、2019-06 或 2019-06-15。"


class BadDate(ValueError):
    """What is wrong with a date that a reader gave, in Chinese."""


@dataclass(frozen=True)
class OnDate:
    """A year, a month or a day with its first and last day."""

    text: str
    earliest: date
    latest: date

    @property
    def words(self) -> str:
        """2019年6月"""
        parts = [int(part) for part in self.text.split("-")]
        units = "年月日"[: len(parts)]
        return "".join(f"{part}{unit}" for part, unit in zip(parts, units, strict=True))

    def allows(self, earliest: date | None, latest: date | None) -> bool:
        """The time meets these bounds; None is not known and shuts nothing out."""
        begun = earliest is None or earliest <= self.latest
        return begun and (latest is None or latest >= self.earliest)


@dataclass
class Holder:
    """A person with the claims that print them with the post."""

    person: Person
    claims: list[Claim] = field(default_factory=list)


@dataclass
class Searched:
    """What an answer rests on."""

    articles: int
    in_time: int
    undated: int

    def __str__(self) -> str:
        return (
            f"检索了本站已发布的{self.articles}篇稿件，其中日期在此期间的{self.in_time}篇，"
            f"日期不明的{self.undated}篇。"
        )


@dataclass
class Holders:
    """Who was printed with the post in the time, before and after it, undated."""

    post: Post
    on: OnDate
    printed: list[Holder] = field(default_factory=list)
    around: list[Membership] = field(default_factory=list)
    undated: list[Holder] = field(default_factory=list)
    searched: Searched | None = None
    notice: str = NOTICE


def parse_on(text: str) -> OnDate:
    """Read a year, month or day; raise BadDate with what to do instead."""
    text = text.strip()[:20]
    match = _ON.fullmatch(text)
    if not match:
        raise BadDate(f"看不懂这个日期。{HOW_TO}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not 1900 <= year <= 2100:
        raise BadDate("年份应在1900至2100之间。")
    if month is not None and not 1 <= month <= 12:
        raise BadDate(f"没有{month}月。{HOW_TO}")
    last = calendar.monthrange(year, month or 12)[1]
    if day is not None and not 1 <= day <= last:
        raise BadDate(f"{year}年{month}月没有{day}日，只到{last}日。")
    return OnDate(
        text="-".join(f"{part:02}" for part in (year, month, day) if part is not None),
        earliest=date(year, month or 1, day or 1),
        latest=date(year, month or 12, day or last),
    )


def holders_on(post: Post, text: str) -> Holders:
    """Who was printed with a post on `text`; raise BadDate.

    Only accepted posts of published articles and people with a public page count,
    not 原, 拟任 or what is in question.
    """
    answer = Holders(post, parse_on(text))
    claims = _claims(post)
    printed: dict[int, Holder] = {}
    undated: dict[int, Holder] = {}
    for claim in claims:
        person = claim.mention.person
        earliest, latest = day_bounds(claim.mention.article)
        if not answer.on.allows(earliest, latest):
            continue
        holders = printed if earliest and latest else undated
        holders.setdefault(person.pk, Holder(person)).claims.append(claim)
    answer.printed = list(printed.values())
    answer.undated = list(undated.values())
    answer.around = list(_around(post, answer.on).exclude(person__in=printed))
    answer.searched = _searched(answer.on)
    return answer


def _claims(post: Post):
    """Accepted prints of a post in the printed order of the articles."""
    claims = Claim.objects.shown().filter(
        post=post,
        verdict=Verdict.ACCEPTED,
        kind=Claim.Kind.POST,
        former=False,
        nominee=False,
        membership__isnull=False,
        mention__person__shown=True,
    )
    claims = claims.select_related(
        "mention__person", "mention__article__issue__edition"
    ).defer("mention__article__body", "mention__article__as_read")
    return claims.order_by(
        "mention__article__sort_date", "mention__article_id", "order"
    )


def _around(post: Post, on: OnDate):
    """Memberships with a sighting before and one after the time."""
    members = Membership.objects.published().filter(post=post)
    members = members.seen_between(on.earliest, on.latest)
    return members.select_related("person").order_by("first_seen", "pk")


def _searched(on: OnDate) -> Searched:
    """Counts of published articles by their `day_bounds`, read in the database."""
    articles = Article.objects.published()
    issue = ("issue__date_earliest", "issue__date_latest")
    of_issue = Q(happened_earliest=None, happened_latest=None) | Q(
        happened_earliest__gt=F(issue[1])
    )
    ends = ("happened_latest", issue[1])
    latest = Least(Coalesce(*ends), Coalesce(*reversed(ends)))
    bounded = articles.annotate(
        earliest=Case(When(of_issue, then=issue[0]), default="happened_earliest"),
        latest=Case(When(of_issue, then=issue[1]), default=latest),
    )
    allowed = Q(earliest=None) | Q(earliest__lte=on.latest)
    allowed &= Q(latest=None) | Q(latest__gte=on.earliest)
    is_dated = Q(earliest__isnull=False, latest__isnull=False)
    counts = bounded.aggregate(
        searched=Count("pk"),
        dated=Count("pk", filter=allowed & is_dated),
        undated=Count("pk", filter=allowed & ~is_dated),
    )
    return Searched(counts["searched"], counts["dated"], counts["undated"])
