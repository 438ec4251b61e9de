"""名单核定: rows that staff paste, vouched for by the person who saves them.

    温如玉	青石路街道党工委书记	1	2024-05-06

Says who holds a post now (现任), for 90 days from the day of checking, and only
where the setting SHOW_CURRENT allows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles import publishing
from people.extraction import split_posts
from people.extraction.structure import Context, FoundPost
from people.extraction.wordlists import table
from people.models import Organization, Person, Post, Ruling
from people.resolution import (
    NamedBody,
    NamedPerson,
    resolve_body,
    resolve_person,
    resolve_post,
)

from .journal import journal

#: How long a checked row says 现任.
LAPSES_AFTER = timedelta(days=90)
COLUMNS = ("姓名", "职务", "排序", "核对日期")
LONGEST_PASTE = 2000
_CELLS = re.compile(r"[ \u3000]*[\t,，][ \u3000]*|(?<=\S)[ \u3000]{2,}(?=\S)")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


@dataclass(frozen=True)
class RosterRow:
    """One row as pasted; `line` counts from 1, `post` is a full title."""

    line: int
    name: str
    post: str
    position: int | None
    checked_on: date
    body: str
    role: str
    kind: str = ""


@dataclass
class RosterPaste:
    """The rows that can be saved, and one Chinese sentence for each that cannot."""

    rows: list[RosterRow] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read_roster(text: str, today: date, home: str = "") -> RosterPaste:
    """Read pasted rows of 姓名, 职务, 排序, 核对日期; between them tabs or commas.

    `home` is the street that a bare 街道党工委书记 means. Nothing is written.
    """
    paste = RosterPaste()
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1)]
    lines = [(n, line) for n, line in lines if line]
    if not lines:
        paste.errors.append("没有内容，请粘贴：姓名、职务、排序、核对日期，一人一行。")
    if len(lines) > LONGEST_PASTE:
        paste.errors.append(f"一次最多{LONGEST_PASTE}行，请分几次粘贴。")
        return paste
    seen: dict[tuple[str, str], int] = {}
    for number, line in lines:
        cells = _CELLS.split(line)
        if tuple(cells[:2]) == COLUMNS[:2]:
            continue
        try:
            row = _read_row(number, cells, today, home)
        except ValueError as error:
            paste.errors.append(f"第{number}行：{error}")
            continue
        before = seen.setdefault((row.name, row.body + row.role), number)
        if before != number:
            paste.errors.append(f"第{number}行：与第{before}行重复。")
        else:
            paste.rows.append(row)
    return paste


def _read_row(line: int, cells: list[str], today: date, home: str) -> RosterRow:
    if len(cells) != len(COLUMNS):
        columns = "、".join(COLUMNS)
        raise ValueError(f"应有{len(COLUMNS)}栏（{columns}），现有{len(cells)}栏。")
    name, title, position, checked_on = cells
    name = re.sub(r"\s", "", name)
    if not re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff·]{2,20}", name):
        raise ValueError(f"“{name}”不像姓名。")
    if position and not re.fullmatch(r"[0-9]{1,4}", position):
        raise ValueError(f"排序“{position}”应是数字，或留空。")
    post = _read_title(title, home)
    return RosterRow(
        line=line,
        name=name,
        post=title,
        position=int(position) if position else None,
        checked_on=_read_day(checked_on, today),
        body=post.body,
        role=post.role,
        kind=post.body_kind,
    )


def _read_title(title: str, home: str) -> FoundPost:
    """The one post of a title, with its body in full; raise ValueError."""
    posts = split_posts(title, Context(home=home))
    if len(posts) > 1:
        raise ValueError(f"“{title}”是几项职务，请一项写一行。")
    if not posts or posts[0].role not in table("roles"):
        raise ValueError(f"“{title}”里看不出职务名称。")
    if not posts[0].body:
        raise ValueError(f"“{title}”没有写明单位，请写全称。")
    return posts[0]


def _read_day(text: str, today: date) -> date:
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"核对日期“{text}”应写成 2024-05-06。")
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        raise ValueError(f"没有“{text}”这一天。") from None
    if day > today:
        raise ValueError(f"核对日期{day}还没有到。")
    if day < today - LAPSES_AFTER:
        raise ValueError(f"核对日期{day}已过{LAPSES_AFTER.days}天，请重新核对。")
    return day


@transaction.atomic
def save_roster(rows: Iterable[RosterRow], user, source: str) -> list[Ruling]:
    """Write a ruling a row, vouched for by `user`; what it replaces is withdrawn.

    A new row replaces the person's older row for that post, and on a post with one
    seat everybody's.
    """
    if not getattr(user, "pk", None):
        raise ValueError("名单须由登录的人核定。")
    if not source.strip():
        raise ValueError("请写明名单的依据。")
    rulings = [_ruling(row, user, source.strip()) for row in rows]
    for ruling in rulings:
        older = Ruling.objects.roster().filter(post=ruling.post)
        older = older.exclude(pk__in=[each.pk for each in rulings if each.pk])
        if ruling.post.seats != 1:
            older = older.filter(person=ruling.person)
        older.update(withdrawn_at=timezone.now())
        ruling.save()
    names = [f"{ruling.person.name} {ruling.post}" for ruling in rulings]
    journal(user, "核定名单", f"{len(rulings)}行", rows=names, source=source.strip())
    people = {ruling.person_id for ruling in rulings}
    publishing.refresh(people=Person.objects.filter(pk__in=people))
    return rulings


def _ruling(row: RosterRow, user, source: str) -> Ruling:
    body = resolve_body(NamedBody(row.body, row.kind)).body
    post = resolve_post(body, row.role)
    return Ruling(
        kind=Ruling.Kind.ROSTER,
        person=_person(row, body),
        post=post,
        checked_on=row.checked_on,
        position=row.position,
        source=source,
        made_by=user,
    )


def _person(row: RosterRow, body: Organization) -> Person:
    named = NamedPerson(row.line, row.name, "roster", frozenset({body.pk}))
    return resolve_person(named).person


def current_holders(post: Post, today: date) -> list[Ruling]:
    """Who holds a post now, as somebody vouched within 90 days; in roster order.

    Empty unless SHOW_CURRENT is set: what print shows is 最近见报, not 现任.
    """
    if not getattr(settings, "SHOW_CURRENT", False):
        return []
    return list(valid_rulings(today).filter(post=post, person__shown=True))


def valid_rulings(today: date) -> QuerySet[Ruling]:
    """Roster rows that have not lapsed, for staff and the pre-press check."""
    rows = Ruling.objects.current(today, LAPSES_AFTER.days)
    return rows.select_related("person", "post__organization", "made_by")
