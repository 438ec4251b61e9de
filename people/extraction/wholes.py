"""The body of which a title names only a part or the end.

青石法院……立案庭庭长甲             ->  青石法院
刑侦支队……三大队大队长乙           ->  刑侦支队
青石公安分局治安支队……交警支队丙   ->  青石公安分局交警支队
"""

import re
from collections.abc import Sequence

from people.extraction.antecedents import bodies_before
from people.extraction.bodies import Body
from people.extraction.boundaries import name_start
from people.extraction.lines import Line
from people.extraction.titles import Title
from people.extraction.wordlists import words

# 临江公安分局治安支队……交警支队三大队: a part of the force named before, by both.
_FORCES = (
    (
        re.compile(
            "(?:交警|交通警察|治安|刑侦|刑警|经侦|特警|巡特警|禁毒|网安|人口|出入境)"
            "[一-龥]{0,2}(?:[支大中总]队|办)"
        ),
        re.compile(r".{2,}?公安(?:分局|局)|公安.{2,6}?分局"),
    ),
    (
        re.compile("第[一二三四五六七八九十]+税务(?:分局|所)"),
        re.compile(".{2,}?税务局"),
    ),
)
# 立案庭, 法警支队: of the court; 一大队: of the force before.
_PARTS = (
    (
        re.compile(
            "(?:立案|审判|刑事|民事|行政|执行|速裁|少年|家事|商事|综合|[民刑行商][一二三])+"
            "(?:审判)?[庭局]|法警[支大]队"
        ),
        ("法院",),
    ),
    (
        re.compile("第?[一二三四五六七八九十]+[大中分小]队"),
        ("支队", "总队", "大队", "公安分局", "执法局"),
    ),
)
# 这间, 各, 每个: no name.
_ANY = re.compile("[这那该本此各每全某两几一二三四五六七八九十多]")
#: A core of so many characters is no word: 临江市政设计研究|总院.
_LONG = 5
#: How far back a longer name is looked for.
_REACH, _LINES = 300, 5


def whole_of_part(
    owner: str, title: Title, inherited: str, bodies: tuple[Body, ...]
) -> str:
    """The court or force whose part the owner is."""
    for part, ends in _PARTS:
        if part.fullmatch(owner):
            before = (body.name for body in bodies_before(title, bodies))
            names = (name for name in (inherited, *before) if name != owner)
            return next((name for name in names if name.endswith(ends)), "")
    return ""


def called_before(owner: str, title: Title, lines: Sequence[Line]) -> str:
    """请来古桥研究室，研究室|主任: the longer name that ends so, in this line or in one
    of the lines before."""
    end = title.owner_start
    for index in range(title.line, max(-1, title.line - _LINES), -1):
        text = lines[index].text
        end = len(text) if index < title.line else end
        while (end := text.rfind(owner, max(0, end - _REACH), end)) > 0:
            start = name_start(text, 0, end + len(owner))
            core = text[start:end]
            word = core in words("generic_cores")
            word = word or (len(core) < _LONG and core[-2:] in words("followers"))
            if len(core) >= 2 and not word and not _ANY.match(core):
                return core + owner
    return ""


def longer_before(name: str, title: Title, bodies: tuple[Body, ...]) -> str:
    """The body named before that ends so, or of whose force it is a part."""
    for body in bodies_before(title, bodies):
        if body.name.endswith(name) and body.name != name:
            return body.name
        for part, whole in _FORCES:
            force = whole.match(body.name) if part.match(name) else None
            if force:
                return force[0] + name
    return ""
