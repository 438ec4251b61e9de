"""见报前核对: a draft, read like a page and held against all that was printed.

check_text("街道党工委书记王燕花…") -> every name with its post as last printed
and as on the roster, and flags for what should be looked at before printing
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from people.extraction.structure import Found, FoundPerson, PostKind
from people.extraction.wordlists import table

from .contradictions import PrintedPost, find_contradictions
from .dry_run import context_for, found_in, read_bytes
from .loading import default_edition, home_of_edition, roster_of
from .press_endings import check_endings
from .press_known import CheckedName, Known
from .press_rules import (
    Flag,
    FlagKind,
    Named,
    check_leaders,
    check_order,
    check_quotes,
)


@dataclass
class PressCheck:
    """What the draft names, and what to look at; flags in order of weight."""

    people: list[CheckedName] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def is_blocked(self) -> bool:
        return any(flag.blocking for flag in self.flags)


@dataclass
class _Draft:
    """The text as read: what each article names, its lines, its people in order."""

    raw: str
    lines: list[str]
    found: list[Found]
    doubts: list[str]

    @property
    def people(self) -> list[tuple[int, FoundPerson]]:
        return [(n, p) for n, found in enumerate(self.found) for p in found.people]


def check_text(
    text: str | bytes, name: str = "稿件", today: date | None = None
) -> PressCheck:
    """Check a draft; raise `dry_run.Unreadable` where it is no text.

    Writes nothing. `today` decides which roster rows still hold.
    """
    today = today or timezone.localdate()
    draft = _read(text.encode() if isinstance(text, str) else text, name)
    known = Known([person for _, person in draft.people], today)
    check = PressCheck(doubts=draft.doubts)
    check.people = [known.row(person) for _, person in draft.people]
    flags = [
        *check_leaders(draft.raw, table("leaders")),
        *_contradictions(draft, known),
        *known.near_names(),
        *known.near_bodies(draft.found),
        *check_endings(draft.lines),
        *known.changed(check.people),
        *known.held_by_others(check.people),
        *check_order(_named(draft, known), known.positions()),
        *_unknown(check.people),
        *check_quotes(draft.lines),
    ]
    order = list(FlagKind)
    check.flags = sorted(dict.fromkeys(flags), key=lambda flag: order.index(flag.kind))
    return check


def _read(data: bytes, name: str) -> _Draft:
    pages = read_bytes(name, data).printed.pages
    edition = default_edition()
    context = context_for(pages, home_of_edition(edition), roster=roster_of(edition))
    found = [each for page in found_in(pages, context) for each in page]
    articles = [article for page in pages for article in page.articles]
    lines = [
        line
        for article in articles
        for line in (
            *(article.kicker, article.headline, article.subheadline),
            *(article.standfirst, *(p.text for p in article.paragraphs)),
            *(picture.caption for picture in article.pictures),
        )
        if line
    ]
    raw = "\n".join(page.raw_text for page in pages)
    doubts = [doubt for article in articles for doubt in article.doubts]
    return _Draft(raw, lines, found, doubts)


def _named(draft: _Draft, known: Known) -> list[Named]:
    """Every post of every person at its place, with the list that numbers it."""
    return [
        Named(
            name=person.name,
            titles=(f"{post.body}{post.role}",),
            bodies=(known.list_of(post.body),),
            at=(number, post.place.line * 10**6 + post.place.start),
            sentence=post.quote,
        )
        for number, person in draft.people
        for post in person.posts
        if post.body and not post.former and not person.public_figure
    ]


def _unknown(people: Iterable[CheckedName]) -> Iterable[Flag]:
    for row in people:
        if row.person is None and not row.leader:
            printed = f"（{row.printed[0]}）" if row.printed else ""
            yield Flag(FlagKind.UNKNOWN, row.name + printed, "请核对姓名用字和职务。")


def _contradictions(draft: _Draft, known: Known) -> Iterable[Flag]:
    """Posts of the draft that cannot all be right."""
    posts, quotes = [], []
    for number, person in draft.people:
        for post in person.posts:
            if post.kind == PostKind.POST and post.body:
                title = f"{post.body}{post.role}"
                posts.append(
                    PrintedPost(
                        claim=len(quotes),
                        person=(person.name, person.ordinal),
                        name=person.name,
                        body=post.body,
                        role=post.role,
                        printed=post.text,
                        article=number,
                        issue=0,
                        seats=known.seats.get(title),
                        holds=not (
                            post.former or post.acting or post.in_charge or post.nominee
                        ),
                    )
                )
                quotes.append(post.quote)
    for case in find_contradictions(posts):
        sentences = dict.fromkeys(quotes[n] for n in (case.first[0], case.second[0]))
        advice = "请核对，只能有一种写法是对的。"
        yield Flag(FlagKind.CONTRADICTION, case.summary, advice, " ／ ".join(sentences))
