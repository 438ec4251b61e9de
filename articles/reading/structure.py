"""What comes out of reading: plain data, no Django.

Offsets are code points of `PrintedPage.raw_text`, half open. Every character of
a page lies in exactly one `Fragment`; every text of a `PrintedArticle` can be
built again from its fragments by their recorded clean-ups.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class Unreadable(ValueError):
    """The bytes are no page text; the message is one Chinese sentence with advice."""


class Role(StrEnum):
    """What a stretch of the page is; `articles.Fragment.role` stores the same words."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    STANDFIRST = "standfirst"
    COLUMN = "column"
    BYLINE = "byline"
    BODY = "body"
    SECTION_HEADING = "section_heading"
    CAPTION = "caption"
    SIGN_OFF = "sign_off"
    SOURCE = "source"
    MASTHEAD = "masthead"
    FOLIO = "folio"
    JUMP = "jump"
    FURNITURE = "furniture"
    BLANK = "blank"
    UNPLACED = "unplaced"


#: Roles that belong to the page and never to an article.
PAGE_ROLES = frozenset(
    {Role.MASTHEAD, Role.FOLIO, Role.JUMP, Role.FURNITURE, Role.BLANK, Role.UNPLACED}
)


@dataclass(frozen=True, slots=True)
class Cleanup:
    """One recorded change between print and field: `printed` became `shown`.

    `start`, `end` are offsets in the raw text; `kind` is one of the names that
    `articles/reading/data/cleanups.txt` explains in Chinese.
    """

    start: int
    end: int
    kind: str
    printed: str
    shown: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """One stretch of a page. `article` and `picture` are indexes, not ids.

    `article` counts in `PrintedPage.articles`, `picture` in the pictures of that
    article. `paragraph` counts the lines of the body from 0 (None elsewhere).
    `order` counts the stretches of an article as they are read, which is not always
    the order of the page. `reason` says in Chinese why an unplaced stretch was left,
    or why the place is in doubt.
    """

    start: int
    end: int
    role: Role
    article: int | None = None
    picture: int | None = None
    paragraph: int | None = None
    order: int | None = None
    reason: str = ""
    cleanups: tuple[Cleanup, ...] = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the page itself prints about the paper; absent values are empty or None."""

    title: str = ""
    edition: str = ""
    publisher: str = ""
    slogan: str = ""
    issue_number: str = ""
    date: datetime.date | None = None
    date_text: str = ""


@dataclass(frozen=True, slots=True)
class Folio:
    """The head or foot of a page: 第2版 要闻."""

    number: int | None = None
    text: str = ""
    name: str = ""
    date: datetime.date | None = None
    issue_number: str = ""
    editors: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the body; `heading` marks a 小标题, stored with ■ in front."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A photograph known by its caption; `credit` is the bare name before 摄."""

    caption: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """One article as a careful person would copy it from the page.

    `byline` is the printed line (□记者 武 钢), `bylines` its bare names (武钢).
    `sign_off` is printed without its brackets. `kind` is a code of
    `articles.models.Article.Kind` (news, feature, brief, notice, letter, ...).
    `sureness` runs from 0 to 1; `doubts` say in Chinese what a person should check.
    """

    headline: str = ""
    kicker: str = ""
    subheadline: str = ""
    standfirst: str = ""
    column: str = ""
    byline: str = ""
    bylines: tuple[str, ...] = ()
    sign_off: str = ""
    source: str = ""
    kind: str = "news"
    paragraphs: tuple[Paragraph, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    continues: str = ""
    continued_from: str = ""
    sureness: float = 1.0
    doubts: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The stored body: one paragraph a line, 小标题 with ■ in front."""
        return "\n".join(
            ("■" if paragraph.heading else "") + paragraph.text
            for paragraph in self.paragraphs
        )


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One printed page. `part` counts the form-feed parts of its file from 0."""

    raw_text: str
    part: int = 0
    masthead: Masthead | None = None
    folio: Folio | None = None
    articles: tuple[PrintedArticle, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    repairs: tuple[Cleanup, ...] = ()
    sureness: float = 1.0
    doubts: tuple[str, ...] = ()

    def texts(self, role: Role) -> tuple[str, ...]:
        """The raw stretches of one role, in order of offset."""
        return tuple(
            self.raw_text[part.start : part.end]
            for part in self.fragments
            if part.role == role
        )


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A file as read: its encoding and its pages, split at form feeds."""

    encoding: str
    pages: tuple[PrintedPage, ...] = ()
    doubts: tuple[str, ...] = field(default=())
