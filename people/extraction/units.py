"""Units that print calls members of a body.

共建联席会议成员单位代表——青石图书馆馆长温如玉   -> 青石图书馆, 成员单位
联席会议成员单位有青石图书馆、合众公司             -> both
联席会议成员单位青石供水所                        -> 青石供水所
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from people.extraction.bodies import Body
from people.extraction.lines import Line
from people.extraction.parts import unit_of
from people.extraction.structure import FoundMembership

#: Kinds of bodies that have member units.
WITH_UNITS = {
    "chamber",
    "joint_meeting",
    "special_committee",
    "leading_group",
    "alliance",
}
_LABEL = re.compile(
    r"(?P<label>成员单位|牵头单位|理事单位|会员单位|副?会长单位|轮值单位|共建单位)"
    r"(?P<link>代表(?:——|—|--|：)?|——|—|：|:|有|包括|分别为|分别是|为|“)?"
)
_BETWEEN = re.compile(r"[、，和及与]|以及")


def find_memberships(
    lines: tuple[Line, ...], bodies: tuple[Body, ...]
) -> tuple[FoundMembership, ...]:
    """Every unit with the body, the label and the sentence, each once."""
    by_line: dict[int, list[Body]] = defaultdict(list)
    for body in bodies:
        by_line[body.line].append(body)
    found: dict[tuple[str, str, str], FoundMembership] = {}
    for index, line in enumerate(lines):
        for match in _LABEL.finditer(line.text):
            owner = _owner(by_line[index], match.start())
            if owner is None:
                continue
            name = _full_name(owner, bodies)
            for unit in _units(line, by_line[index], match):
                key = (unit_of(unit.name), name, match["label"])
                if key[0] != name:
                    place = line.place(unit.start, unit.end)
                    quote = line.quote(unit.start)
                    found.setdefault(key, FoundMembership(*key, quote, place))
    return tuple(found.values())


def _owner(bodies: list[Body], end: int) -> Body | None:
    """The body that ends where the label begins."""
    ending = (body for body in bodies if body.end == end and body.name)
    return next((body for body in ending if body.kind in WITH_UNITS), None)


def _full_name(owner: Body, bodies: tuple[Body, ...]) -> str:
    """The longest name of that kind in the article that ends like the owner's."""
    names = {body.name for body in bodies if body.kind == owner.kind}
    longer = {name for name in names if name.endswith(owner.name)}
    return max(longer, key=len) if len(longer - {owner.name}) == 1 else owner.name


def _units(line: Line, bodies: list[Body], label: re.Match) -> Iterator[Body]:
    """Bodies that stand right behind the label, as a list where print says 有 or 为."""
    position = label.end()
    is_list = label["link"] in ("有", "包括", "分别为", "分别是", "为", "：", ":")
    for body in sorted(bodies, key=lambda body: body.start):
        if body.start < position or not body.name:
            continue
        gap = line.text[position : body.start]
        if gap and not (is_list and _BETWEEN.fullmatch(gap)):
            return
        yield body
        if not is_list:
            return
        position = body.end
