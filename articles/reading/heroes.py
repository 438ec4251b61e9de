"""Of whom the paragraphs on both sides of a heading tell.

"冯阿婆……" "……冯阿婆" | "一本写满的账" | "冯阿婆……" "……冯阿婆"   ->   near 1
"……居委会主任卫红说" | "食堂添了大锅" | "……居委会主任卫红说"     ->   0

Whoever is named without a title time and again is the subject of a story; whoever
has a title each time is quoted in any.
"""

import re

from articles.reading.flows import Passage
from articles.reading.names import is_name
from articles.reading.terms import Terms

SPAN = 6  # paragraphs on each side at most
LEAST = 2  # and at least: a brief tells of nobody time and again
TITLED = "(?<![记任长员师席理授主律])"
#: characters of bodies and places that surnames begin as well
OFFICIAL = re.compile("[居委党书社区街道路巷弄村镇庭苑湾]")


def told_on(passages: list[Passage], terms: Terms, headed: set[int]) -> list[float]:
    """For every paragraph how far it goes on to tell of those named above it.

    From 0 to 1: the shares of paragraphs with the name, on one side and the other,
    multiplied. `headed` are the places with lines on display, where sections end.
    """
    names = [names_in(passage, terms) for passage in passages]
    page = "\n".join(passage.text for passage in passages)
    known: dict[str, bool] = {}
    found = [0.0] * len(passages)
    for place in headed:
        first = place - 1
        while first > max(0, place - SPAN) and first not in headed:
            first -= 1
        stop = place + 1
        while stop < min(len(passages), place + SPAN) and stop not in headed:
            stop += 1
        if min(place - first, stop - place) < LEAST:
            continue
        above, below = passages[first:place], passages[place:stop]
        shared = set().union(*names[first:place]) & set().union(*names[place:stop])
        for name in shared - known.keys():
            known[name] = stands_alone(name, page)
        found[place] = max(
            (share(name, above) * share(name, below) for name in shared if known[name]),
            default=0.0,
        )
    return found


def names_in(passage: Passage, terms: Terms) -> set[str]:
    """What may be names of people in a paragraph, of those in several strips."""
    return {
        term
        for strip in passage.strips
        for term in terms.of[strip.index]
        if is_name(term) and not OFFICIAL.search(term)
    }


def stands_alone(name: str, page: str) -> bool:
    """Whether a page has a name by itself: not in a longer word, nor in a place's.

    A piece of a word has the same character before it each time, a place one of
    those that places end with behind it.
    """
    around = re.findall(f"(.?){name}(.?)", page)
    before = {first for first, _ in around}
    places = sum(bool(OFFICIAL.match(last)) for _, last in around)
    return (len(before) > 1 or before <= set("。\n，“")) and places * 3 < len(around)


def share(name: str, passages: list[Passage]) -> float:
    """The share of paragraphs that have a name without a title before it."""
    bare = re.compile(TITLED + name)
    return sum(bool(bare.search(part.text)) for part in passages) / len(passages)
