"""Files to printed pages and what they name, without a database.

["201/", "extra.txt"]  ->  201-1.txt, 201-2.txt, extra.txt as `ReadFile`s,
and every refusal as one Chinese sentence
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from articles.reading import read_pages
from articles.reading.decoding import LARGEST
from articles.reading.structure import PrintedArticle, PrintedPage, PrintedPages
from articles.reading.structure import Unreadable as Unreadable
from people.extraction import find_mentions, home_of
from people.extraction.structure import ArticleText, Context, Found, Known

#: How often a street's name stands on a page that is clearly about it.
LONGEST_PLACE = 5  # characters of the name of a street
BODIES_OF_STREETS = ("街道", "派出所", "司法所", "社区卫生服务中心")
_KIN = 3
PAGE_SUFFIXES = {".txt", ".text", ".md"}

Bounds = tuple[date | None, date | None]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ReadFile:
    """A file as it came, with its pages as read."""

    name: str
    data: bytes
    printed: PrintedPages

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def text(self) -> str:
        return text_of_pages(self.printed.pages)


@dataclass(frozen=True)
class Home:
    """The street a paper is made for, and the place in its masthead."""

    place: str = ""
    street: str = ""
    district: str = ""
    city: str = ""


@dataclass(frozen=True)
class Roster:
    """Names and bodies that were accepted before; empty in a pure reading."""

    people: tuple[Known, ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()


@dataclass
class Reading:
    """All files that could be read, and one sentence for each that could not."""

    files: list[ReadFile] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def read_files(
    paths: Sequence[str | Path], progress: Progress | None = None
) -> Reading:
    """Read every file of `paths`, folders as their files; refuse without stopping."""
    files, refusals = collect_files(paths)
    reading = Reading(refusals=refusals)
    for number, path in enumerate(files, 1):
        try:
            reading.files.append(read_file(path))
        except Unreadable as refusal:
            reading.refusals.append(f"{path}：{refusal}")
        if progress:
            progress(number, len(files))
    return reading


def collect_files(paths: Iterable[str | Path]) -> tuple[list[Path], list[str]]:
    """The files in name order as given, each once, and what cannot be a page."""
    found: dict[Path, Path] = {}
    refusals = []
    for path in map(Path, paths):
        if path.is_dir():
            files = sorted(filter(_is_page_file, path.iterdir()), key=_by_name)
            if not files:
                refusals.append(f"{path}：文件夹里没有版面文本（.txt）。")
        elif path.is_file():
            files = [path]
        else:
            refusals.append(f"{path}：找不到这个文件或文件夹，请检查路径。")
            continue
        for file in files:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=_by_name), refusals


def read_file(path: Path) -> ReadFile:
    """One file of pages; raise Unreadable."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            size //= 1_000_000
            raise Unreadable(f"文件太大（{size} MB），不像版面文本，请按版面分开。")
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"文件读不出来（{error.strerror}）。") from error
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> ReadFile:
    """The pages of some bytes that came under `name`; raise Unreadable."""
    printed = read_pages(data)
    if not any(page.raw_text.strip() for page in printed.pages):
        raise Unreadable("文件是空的，请确认导出的文本里有内容。")
    return ReadFile(name, data, printed)


def context_for(
    pages: Sequence[PrintedPage],
    home: Home,
    printed: Bounds = (None, None),
    roster: Roster | None = None,
) -> Context:
    """What is known before the articles of these pages are searched for names.

    The home is the masthead's, else that of the paper's title, else the street that
    the text clearly names most, else the one given.
    """
    place = next((page.masthead.edition for page in pages if _has_place(page)), "")
    if not place or squeezed(place) != squeezed(home.place):
        signed = (article.sign_off for page in pages for article in page.articles)
        text = "\n".join((text_of_pages(pages), *signed))
        place = place or _place_in_title(pages, text)
        named = named_home(text, place, beside=home.street)
        if named and named.street != home.street:
            home = named
    roster = roster or Roster()
    return Context(
        home=home.street,
        district=home.district,
        city=home.city,
        printed=printed if any(printed) else printed_dates(pages),
        roster=roster.people,
        bodies=roster.bodies,
    )


def named_home(text: str, place: str = "", beside: str = "") -> Home | None:
    """The street that a text clearly names: twice, or once beside bodies and roads
    with its name, and twice as often as `beside`.

    A masthead's `place` (松石渡) counts as clear by itself.
    """
    found = home_of(text, squeezed(place))
    street = found.street
    if place and not street.startswith(squeezed(place)):
        return Home(place, f"{squeezed(place)}街道")
    is_clear = bool(place) or (street and _is_clear(text, street, beside))
    return Home(place, street, found.district, found.city) if is_clear else None


def _place_in_title(pages: Sequence[PrintedPage], text: str) -> str:
    """松石渡 of 松石渡周报, where the text or the publisher names a 松石渡街道, or
    the text another body that every street has."""
    for page in pages:
        head = page.masthead
        for printed in (head.publisher, head.title, head.slogan) if head else ():
            named = squeezed(printed or "")
            told = text + named
            for length in range(min(LONGEST_PLACE, len(named)), 1, -1):
                place = named[:length]
                if any(place + body in told for body in BODIES_OF_STREETS):
                    return place
    return ""


def _is_clear(text: str, street: str, beside: str) -> bool:
    """槐荫街道 twice, or once with 槐荫派出所 and 槐荫路 beside it."""
    named, others = text.count(street), text.count(beside) if beside else 0
    stem, other = street.removesuffix("街道"), beside.removesuffix("街道")
    kin, other_kin = text.count(stem), text.count(other) if other else 0
    return named >= max(2, 2 * others) or (
        named > 0 and kin >= max(_KIN, _KIN * other_kin)
    )


def printed_dates(pages: Iterable[PrintedPage]) -> Bounds:
    """The day of printing that the pages themselves name."""
    days = [
        part.date
        for page in pages
        for part in (page.masthead, page.folio)
        if part is not None and part.date is not None
    ]
    day = Counter(days).most_common(1)[0][0] if days else None
    return day, day


def text_of_pages(pages: Iterable[PrintedPage]) -> str:
    """The articles of pages as running text, hard wraps undone."""
    texts = (article_text(article) for page in pages for article in page.articles)
    return "\n".join(
        "\n".join((text.kicker, text.headline, text.subheadline, *text.paragraphs))
        for text in texts
    )


def article_text(printed: PrintedArticle) -> ArticleText:
    """A printed article as extraction reads it."""
    headings = (
        number for number, line in enumerate(printed.paragraphs) if line.heading
    )
    return ArticleText(
        headline=printed.headline,
        kicker=printed.kicker,
        subheadline=printed.subheadline,
        standfirst=printed.standfirst,
        paragraphs=tuple(line.text for line in printed.paragraphs),
        section_headings=frozenset(headings),
        captions=tuple(picture.caption for picture in printed.pictures),
        bylines=printed.bylines,
        sign_off=printed.sign_off,
    )


def found_in(pages: Iterable[PrintedPage], context: Context) -> list[list[Found]]:
    """What every article of every page names."""
    return [
        [find_mentions(article_text(article), context) for article in page.articles]
        for page in pages
    ]


def squeezed(words: str) -> str:
    """Without any space: 欧 阳 is 欧阳."""
    return re.sub(r"\s+", "", words)


def _has_place(page: PrintedPage) -> bool:
    return page.masthead is not None and bool(page.masthead.edition)


def _is_page_file(path: Path) -> bool:
    is_hidden = path.name.startswith(".")
    return path.is_file() and not is_hidden and path.suffix.lower() in PAGE_SUFFIXES


def _by_name(path: Path) -> tuple:
    """Name order in which page 2 stands before page 10."""
    parts = re.split(r"(\d+)", path.name)
    return str(path.parent), [
        (int(part), part) if part.isdecimal() else (-1, part) for part in parts
    ]
