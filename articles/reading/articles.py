"""Drafts to printed articles: every line gets its place, every field its text."""

from collections import defaultdict
from collections.abc import Iterator

from articles.reading.bylines import names_of, names_writer
from articles.reading.captions import is_inner_caption
from articles.reading.closings import is_source
from articles.reading.displays import DISPLAY, heads_briefs, is_label
from articles.reading.drafts import Draft
from articles.reading.furniture import is_contact
from articles.reading.kinds import kind_of
from articles.reading.ledger import Place, cover, field_text
from articles.reading.lines import Line, spaced_text
from articles.reading.phrases import SENTENCE_END
from articles.reading.stacks import read_stack
from articles.reading.structure import (
    Fragment,
    Paragraph,
    PrintedArticle,
    PrintedPicture,
    Role,
)

CREDIT = r"(?P<name>[一-鿿·]{2,4})\s*摄$"
LOOSE = "这一行没有找到所属的稿件。"
UNSIGNED = "署名没有找到所属的稿件。"


def place_lines(
    raw: str,
    lines: list[Line],
    drafts: list[Draft],
    rest: list[Line],
) -> tuple[list[Fragment], list[PrintedArticle]]:
    """The fragments of a page and its articles, in order of their first lines."""
    drafts = sorted(drafts, key=first_place)
    places: dict[int, Place] = {}
    headings: list[set[int]] = []
    taken = {line.index for draft in drafts for line in used_lines(draft)}
    for number, draft in enumerate(drafts):
        headings.append(place_draft(number, draft, places, raw, taken))
    for line in rest:
        if is_label(line.text):
            places.setdefault(line.index, Place(Role.FURNITURE))
        else:
            places.setdefault(line.index, Place(Role.UNPLACED, reason=LOOSE))
    for line in lines:
        if line.index not in places and (place := place_left(line)):
            places[line.index] = place
    fragments = cover(raw, lines, places)
    by_article: dict[int, list[Fragment]] = defaultdict(list)
    for part in fragments:
        if part.article is not None:
            by_article[part.article].append(part)
    articles = [
        make_article(raw, by_article[number], headings[number], draft)
        for number, draft in enumerate(drafts)
    ]
    return fragments, articles


def place_left(line: Line) -> Place | None:
    """The place of a line that no article took."""
    if line.role == DISPLAY and (is_label(line.text) or is_contact(line.text)):
        return Place(Role.FURNITURE)
    if line.role in (DISPLAY, Role.BODY):
        return Place(Role.UNPLACED, reason=LOOSE)
    if line.role in (Role.BYLINE, Role.SIGN_OFF):
        return Place(Role.UNPLACED, reason=UNSIGNED)
    return None


def used_lines(draft: Draft) -> list[Line]:
    """Lines of an article that are headline, byline or caption already."""
    captions = [line for group in draft.captions for line in group]
    return [*draft.heads, *draft.bylines, *captions]


def first_place(draft: Draft) -> int:
    """Where an article begins on the page: its headline if that stands above it."""
    heads = [line.index for line in draft.heads if line.index < draft.start]
    return min([*heads, draft.start])


def place_draft(
    number: int, draft: Draft, places: dict[int, Place], raw: str, taken: set[int]
) -> set[int]:
    """Give the lines of one article their places; return which are headings."""
    order = 0

    def put(line: Line, role: Role, **more) -> None:
        nonlocal order
        places[line.index] = Place(role, number, order=order, **more)
        order += 1

    for line, role in head_lines(draft, raw):
        put(line, role)
    paragraph, headings = 0, set()
    inner = [shown_lines(passage.above) for passage in draft.passages[1:]]
    for place, passage in enumerate(draft.passages):
        above = passage.above if place else draft.openers
        for line in inner_rows(draft, above, taken, inner):
            put(line, Role.SECTION_HEADING, paragraph=paragraph)
            headings.add(paragraph)
            paragraph += 1
        for strip in passage.strips:
            for line in strip.lines:
                put(line, Role.BODY, paragraph=paragraph)
        paragraph += 1
        for line, role in closing_roles(passage.below, raw):
            if role != Role.JUMP:
                put(line, role)
            elif "转" in line.text:
                draft.jumps.append(line)
    for line in draft.bylines:
        if line.index not in places:
            put(line, Role.BYLINE)
    for picture, group in enumerate(draft.captions):
        for line in group:
            put(line, Role.CAPTION, picture=picture)
    return headings


def closing_roles(below: list[Line], raw: str) -> Iterator[tuple[Line, Role]]:
    """What the lines below an article name: office, source or writer. A bracket that
    is broken over two lines is read as one."""
    text, waiting = "", []
    for line in below:
        if line.role != Role.SIGN_OFF:
            yield line, line.role
            continue
        text += spaced_text(line, raw)
        waiting.append(line)
        if text.count("（") <= text.count("）"):
            role = closing_role(text)
            yield from ((each, role) for each in waiting)
            text, waiting = "", []
    yield from ((each, Role.SIGN_OFF) for each in waiting)


def closing_role(spaced: str) -> Role:
    """What one sign-off names."""
    if is_source(spaced):
        return Role.SOURCE
    return Role.BYLINE if names_writer(spaced) else Role.SIGN_OFF


def head_lines(draft: Draft, raw: str) -> Iterator[tuple[Line, Role]]:
    """The lines above the body with their roles, in order of reading."""
    stack = read_stack(draft.heads, raw)
    for role, rows in (
        (Role.COLUMN, stack.column),
        (Role.KICKER, stack.kicker),
        (Role.HEADLINE, stack.headline),
        (Role.SUBHEADLINE, stack.subheadline),
        (Role.BYLINE, draft.bylines),
    ):
        for line in rows:
            yield line, role
    for passage in draft.standfirst:
        for strip in passage.strips:
            for line in strip.lines:
                yield line, Role.STANDFIRST


def inner_rows(
    draft: Draft, above: list[Line], taken: set[int], inner: list[list[Line]]
) -> list[Line]:
    """Section headings above a paragraph; captions and bylines are set apart."""
    rows = []
    beside = shown_lines(above)
    for line in above:
        if line.index in taken or heads_briefs(line.text):
            continue
        taken.add(line.index)
        if line.role == Role.BYLINE:
            draft.bylines.append(line)
        elif line.role == DISPLAY and is_inner_caption(line, beside, inner):
            draft.captions.append([line])
        elif line.role == DISPLAY:
            rows.append(line)
    return rows


def shown_lines(above: list[Line]) -> list[Line]:
    """The lines on display among those above a paragraph."""
    return [line for line in above if line.role == DISPLAY]


def make_article(
    raw: str, fragments: list[Fragment], headings: set[int], draft: Draft
) -> PrintedArticle:
    """The fields of one article, each built from its fragments."""
    by_role: dict[Role, list[Fragment]] = defaultdict(list)
    by_paragraph: dict[int, list[Fragment]] = defaultdict(list)
    by_picture: dict[int, list[Fragment]] = defaultdict(list)
    for part in fragments:
        if part.paragraph is not None:
            by_paragraph[part.paragraph].append(part)
        elif part.picture is not None:
            by_picture[part.picture].append(part)
        else:
            by_role[part.role].append(part)
    texts = {role.value: field_text(raw, parts) for role, parts in by_role.items()}
    paragraphs = tuple(
        Paragraph(field_text(raw, parts), number in headings)
        for number, parts in sorted(by_paragraph.items())
    )
    pictures = tuple(
        make_picture(field_text(raw, parts)) for _, parts in sorted(by_picture.items())
    )
    article = PrintedArticle(
        **texts,  # its roles are named like the fields
        bylines=writers_of(raw, by_role[Role.BYLINE]),
        paragraphs=paragraphs,
        pictures=pictures,
        continues="".join(line.text for line in draft.jumps),
        continued_from=continued_from(draft),
        sureness=sureness_of(draft),
        doubts=tuple(doubts_of(draft)),
    )
    return kind_of(article)


def writers_of(raw: str, parts: list[Fragment]) -> tuple[str, ...]:
    """The bare names of one byline, or of several that stand apart."""
    apart = [names_of(field_text(raw, [part])) for part in parts]
    if not all(apart) and (names := names_of(field_text(raw, parts))):
        return names
    return tuple(dict.fromkeys(name for names in apart for name in names))


def continued_from(draft: Draft) -> str:
    """The jump line above an article whose beginning stands on another page."""
    above = draft.passages[0].above
    return "".join(
        line.text for line in above if line.role == Role.JUMP and "接" in line.text
    )


def make_picture(caption: str) -> PrintedPicture:
    """A caption with the bare name of its photographer."""
    words = caption.removesuffix("摄影").removesuffix("摄").split()
    signed = caption.endswith(("摄", "摄影")) and len(words) > 1
    name = words[-1] if signed and len(words[-1]) <= 4 else ""
    return PrintedPicture(caption, name)


def sureness_of(draft: Draft) -> float:
    """From 0 to 1: the weakest link of an article."""
    weakest = [draft.sureness] + [
        strip.sureness for passage in draft.passages for strip in passage.strips[:-1]
    ]
    return round(min(weakest) * (1.0 if draft.heads else 0.5), 2)


def doubts_of(draft: Draft) -> list[str]:
    """What a person should look at, in Chinese."""
    doubts = list(draft.doubts)
    if not draft.heads:
        doubts.append("没有找到标题。")
    if not SENTENCE_END.search(draft.passages[-1].text):
        doubts.append("正文末尾像是没有完。")
    if any(s.sureness < 0.7 for p in draft.passages for s in p.strips[:-1]):
        doubts.append("有分栏断句的接续不太有把握。")
    return doubts
