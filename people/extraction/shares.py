"""What each of several names behind one title holds.

柳林、梅园、桂花三个居民区党总支书记甲、乙、丙   -> 甲 of 柳林居民区党总支 ...
青石街道、松石街道办事处主任甲、乙              -> 甲 of 青石街道办事处 ...
街道党工委书记甲和乙                           -> nothing for 乙: it has one seat
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from people.extraction.boundaries import name_start
from people.extraction.lines import HAN, Line
from people.extraction.lists import Listed
from people.extraction.posts import Chain
from people.extraction.wordlists import table

_KINDS = "街道|居民区|社区|小区|村|镇|小学|中学|幼儿园|医院|派出所|养老院|支行"
_SHARED = re.compile(
    rf"(?P<items>(?:[{HAN}]{{2,12}}、)*[{HAN}]{{2,12}}[、和与])(?P<last>[{HAN}]{{2,8}}?)"
    rf"(?:等?[两三四五六七八九十]+[个所家])?(?P<kind>{_KINDS})的?\Z"
)
_LINK = re.compile("[、和与]")
_AND = frozenset("和与同跟及")
_SEVERAL = re.compile("[两双各三四五六七八九十]")
_REACH = 80


def share(chain: Chain, line: Line, holders: Sequence[Listed]) -> list[Chain]:
    """A chain for each of the holders; the same for all where the bodies are not as
    many."""
    count = len(holders)
    alone = has_one_seat(chain)
    same = [
        _nothing(chain) if alone and line.text[each.name.start - 1] in _AND else chain
        for each in holders
    ]
    if count < 2 or len(chain.titles) > 1 or not chain.bodies[0]:
        return same
    shared = _shared(chain, line.text)
    if shared is None:
        return same
    kind = shared["kind"]
    first, *rest = _LINK.split(shared["items"])[:-1]
    first = first[name_start(first, 0, len(first)) :]
    stems = [item.removesuffix(kind) for item in (first, *rest, shared["last"])]
    if len(stems) != count or not all(stems):
        return same
    tail = chain.bodies[0].partition(kind)[2]
    return [_of(chain, kind, f"{stem}{kind}{tail}") for stem in stems]


def has_one_seat(chain: Chain) -> bool:
    """书记, but not 两校校长."""
    title = chain.titles[-1]
    one = table("roles").get(title.role, ("many",))[0] == "1"
    return one and not _SEVERAL.search(title.printed)


def _nothing(chain: Chain) -> Chain:
    """A chain that makes no posts."""
    return Chain([replace(chain.titles[-1], group="description")], [""], [""])


def _shared(chain: Chain, text: str) -> re.Match | None:
    """What stands before the body of the title or before its part."""
    title = chain.titles[0]
    for kind in re.finditer(_KINDS, text[title.owner_start : title.end]):
        end = title.owner_start + kind.end()
        return _SHARED.search(text, max(0, end - _REACH), end)
    return _SHARED.search(text, max(0, chain.start - _REACH), chain.start)


def _of(chain: Chain, kind: str, body: str) -> Chain:
    title = chain.titles[0]
    printed = title.printed.partition(kind)[2] or title.printed
    own = replace(title, printed=printed, owner="")
    return Chain([own], [body], ["shared head"])
