"""What extraction takes and gives: plain data, no Django, no records.

Spans count code points inside one text of the article: `Place("body", 3, 10, 14)`
is characters 10 to 14 of the fourth line of the body (without its ■).
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class PostKind(StrEnum):
    """What a printed title is; only POST makes a Post record."""

    POST = "post"  # 职务
    RANK = "rank"  # 职级
    HONOUR = "honour"  # 称号
    ACTIVITY = "activity"  # 活动角色


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article as extraction reads it. `paragraphs` are the lines of the body,
    a 小标题 without its ■; `section_headings` holds their line numbers."""

    headline: str = ""
    kicker: str = ""
    subheadline: str = ""
    standfirst: str = ""
    paragraphs: tuple[str, ...] = ()
    section_headings: frozenset[int] = frozenset()
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    sign_off: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the roster: a name already accepted, with its posts as full titles."""

    name: str
    posts: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the first word is read.

    `home` is the street in full (欧阳路街道), `district` the district (虹口区),
    `city` the city. `printed` bounds the day of printing (both None: unknown; a
    relative date then has no year). `bodies` are known full names of organizations
    with their kinds.
    """

    home: str = ""
    district: str = ""
    city: str = ""
    printed: tuple[date | None, date | None] = (None, None)
    roster: tuple[Known, ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands: field is headline, kicker, subheadline, standfirst, body or
    caption; `line` the paragraph or caption number."""

    field: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundPost:
    """One post of one person, as printed once.

    `text` is the title in its shortest full form as printed (街道党工委书记, 副主任),
    `role` the bare role (书记, 副主任), `body` the owner named in full
    (欧阳路街道党工委) or "" where the page does not say, `body_kind` a code of
    `people.models.Organization.Kind`. `quote` is the sentence, `rule` says how
    the body was found.
    """

    text: str
    role: str
    place: Place
    quote: str
    kind: PostKind = PostKind.POST
    body: str = ""
    body_kind: str = ""
    body_temporary: bool = False
    body_joint: bool = False
    former: bool = False
    acting: bool = False
    in_charge: bool = False
    seconded: bool = False
    nominee: bool = False
    rehired: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One person of the article; `ordinal` tells two people of one name apart (0, 1).

    `public_figure` marks a national leader: quoted, never indexed.
    """

    name: str
    places: tuple[Place, ...]
    posts: tuple[FoundPost, ...] = ()
    ordinal: int = 0
    rule: str = ""
    public_figure: bool = False


@dataclass(frozen=True, slots=True)
class FoundOrganization:
    """A body that acts or is acted on; `name` in full, `printed` as it first
    stands."""

    name: str
    printed: str
    kind: str
    places: tuple[Place, ...]
    area: str = ""
    temporary: bool = False
    joint: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as printed with its bounds; both None where print proves no day (日前)."""

    text: str
    earliest: date | None
    latest: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part: `person` is (name, ordinal) or None, `unit` a body in full or "".
    `order` counts as printed from 1; `role` is the printed verb (主持, 讲话, 揭牌)."""

    person: tuple[str, int] | None
    unit: str
    role: str
    order: int
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event reported in the article; the first of the list is the main one.

    `session_of` is the body whose session it is, `session_label` its printed
    count or year (2020年). `month_day` keeps MM-DD where print gives no year; `starts`
    and `ends` are hours printed with the day.
    """

    name: str
    kind: str = ""
    date: FoundDate | None = None
    starts: time | None = None
    ends: time | None = None
    month_day: str = ""
    place: str = ""
    organizers: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    session_of: str = ""
    session_label: str = ""
    attendance: str = ""
    upcoming: bool = False


@dataclass(frozen=True, slots=True)
class FoundMembership:
    """A unit printed as member of a body: 成员单位, 牵头单位."""

    unit: str
    body: str
    label: str
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one article. `happened` bounds when it took place, with the
    printed words that prove it; both None where print proves nothing."""

    people: tuple[FoundPerson, ...] = ()
    organizations: tuple[FoundOrganization, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    memberships: tuple[FoundMembership, ...] = ()
    dates: tuple[FoundDate, ...] = field(default=())
    happened: FoundDate | None = None
