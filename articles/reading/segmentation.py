"""Paragraphs put together to articles, each with the headline that fits it best.

Over all ways to cut the page the best sum wins: what stands at each cut, and how
well a headline fits what lies between two cuts.
"""

import re

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.bodies import LONGEST, Bodies
from articles.reading.displays import caption_weight, headline_weight, is_label
from articles.reading.drafts import Draft, Stack
from articles.reading.flows import Passage
from articles.reading.terms import Terms

CORRECTION = re.compile("更正|订正|勘误|致歉")
#: 本报某月某日第3版《……》: how corrections begin
CORRECTED = re.compile("本报[^，。]{1,16}版|.{0,20}(?:有误|应为)")
MOST_STACKS = 40  # displaced headlines looked at


def find_articles(
    passages: list[Passage],
    boundaries: list[float],
    stacks: list[Stack],
    terms: Terms,
) -> tuple[list[Draft], list[Stack]]:
    """Cut the paragraphs into articles; return them and the stacks without one."""
    beside: dict[int, Stack] = {}
    for stack in stacks:
        if stack.above and not (len(stack.lines) == 1 and is_label(stack.text)):
            nearest = beside.get(stack.above.order, stack)
            beside[stack.above.order] = max(stack, nearest, key=prior)
    free = stacks[:MOST_STACKS]
    fits = fit_sums(passages, free)
    bodies = Bodies(passages, terms)
    barred: set[tuple[int, int]] = set()
    for _ in range(4):
        cuts = best_cuts(bodies, boundaries, beside, free, fits, barred)
        if not bar_doubles(passages, cuts, free, fits, barred):
            break
    drafts, used = [], set()
    for start, stop, choice in cuts:
        draft = Draft(passages=passages[start:stop])
        if choice is not None and choice not in used:
            draft.heads = list(choice.lines)
            used.add(choice)
            if choice.above is not passages[start] and start and boundaries[start] < 0:
                draft.sureness = 0.8
                draft.doubts.append(
                    "此稿与上一稿之间没有分隔，按标题内容分开，请核对。"
                )
        drafts.append(draft)
    return drafts, [stack for stack in stacks if stack not in used]


def fit_sums(passages: list[Passage], free: list[Stack]) -> list[list[float]]:
    """For every displaced stack the running sum of its fit over the paragraphs."""
    judge = Affinity([passage.text for passage in passages])
    sums = []
    for stack in free:
        total, row = 0.0, [0.0]
        corrects = bool(CORRECTION.search(stack.text))
        for fit, passage in zip(judge.row(stack.text), passages, strict=True):
            total += fit
            total += weights.AROUND * (stack.lines[0] in passage.around)
            if corrects and CORRECTED.match(passage.text):
                total += weights.CORRECTS
            row.append(total)
        sums.append(row)
    return sums


Cut = tuple[int, int, Stack | None]


def best_cuts(
    bodies: Bodies,
    boundaries: list[float],
    beside: dict[int, Stack],
    free: list[Stack],
    fits: list[list[float]],
    barred: set[tuple[int, int]],
) -> list[Cut]:
    """The cuts with the best sum, by dynamic programming over the paragraphs."""
    passages = bodies.passages
    size = len(passages)
    place_of = {id(passage): place for place, passage in enumerate(passages)}
    choices = list(zip(free, fits, map(prior, free), strict=True))
    best = [0.0] + [float("-inf")] * size
    back: list[Cut | None] = [None] * (size + 1)
    for start in range(size):
        base = best[start] + boundaries[start]
        own = beside.get(passages[start].order)
        last = min(size, start + LONGEST)
        rows = [
            (stack, row, stack_worth(stack, own, value), place_of.get(id(stack.above)))
            for number, (stack, row, value) in enumerate(choices)
            if (number, start) not in barred
            and (stack is own or (row[last] > row[start] and value > -2))
        ]
        for stop in range(start + 1, last + 1):
            score, choice = best_headline(rows, own, start, stop)
            score += bodies.worth(start, stop)
            if base + score > best[stop]:
                best[stop] = base + score
                back[stop] = (start, stop, choice)
    cuts: list[Cut] = []
    place = size
    while place and (cut := back[place]):
        cuts.append(cut)
        place = cut[0]
    return cuts[::-1]


def stack_worth(stack: Stack, own: Stack | None, wording: float) -> float:
    """What place and wording of a stack are worth as headline of one body."""
    if stack is own:
        return weights.BESIDE + weights.BESIDE_WORDING * max(-3.0, min(1.0, wording))
    return wording + weights.FAR + (weights.TAKEN if stack.above else 0.0)


def best_headline(
    rows: list[tuple[Stack, list[float], float, int | None]],
    own: Stack | None,
    start: int,
    stop: int,
) -> tuple[float, Stack | None]:
    """The headline that suits the paragraphs from `start` to `stop` best."""
    score, choice = weights.NAMELESS, None
    for stack, row, worth, place in rows:
        if place is not None and start < place < stop:
            continue  # it would be a section heading there
        fit = row[stop] - row[start]
        if not fit and stack is not own:
            continue
        value = fit_worth(fit, row[-1]) + worth
        if value > score:
            score, choice = value, stack
    return score, choice


def fit_worth(fit: float, whole: float) -> float:
    """What the fit of a headline is worth, of its whole fit to the page."""
    return min(weights.MOST_FIT, weights.FIT * fit) * fit / (whole or 1.0)


def bar_doubles(
    passages: list[Passage],
    cuts: list[Cut],
    free: list[Stack],
    fits: list[list[float]],
    barred: set[tuple[int, int]],
) -> bool:
    """Keep a headline for the article below it, or the one it fits best."""
    number_of = {id(stack): number for number, stack in enumerate(free)}
    users: dict[int, list[tuple[bool, float, int]]] = {}
    for start, stop, choice in cuts:
        if choice is not None and id(choice) in number_of:
            number = number_of[id(choice)]
            fit = fits[number][stop] - fits[number][start]
            own = choice.above is passages[start]
            users.setdefault(number, []).append((own, fit, start))
    found = False
    for number, rows in users.items():
        for *_, start in sorted(rows, reverse=True)[1:]:
            barred.add((number, start))
            found = True
    return found


def prior(stack: Stack) -> float:
    """How much the wording of a displaced stack speaks for a headline."""
    shape = sum(map(headline_weight, stack.lines)) / len(stack.lines)
    pictured = sum(map(caption_weight, stack.lines)) / len(stack.lines)
    shape -= weights.CAPTION * max(0.0, pictured)
    return shape + weights.STACK * (len(stack.lines) > 1)
