"""What stands before the name of a body and is no part of it.

探索党总支“街区联建”      ->  党总支
共话商会发展            ->  商会
社会组织青藤草堂          ->  青藤草堂
"""

from dataclasses import dataclass, replace

from people.extraction.kinds import kind_of, longest_ending
from people.extraction.resolver import Resolver
from people.extraction.wordlists import words

_PREPOSITIONS = frozenset("同与和跟及由在到向从为被让请把将对")
# 十六岁进|船具厂, 少年组|小学, 学年|小学
_LEADS = frozenset("进去到在由年组届岁）")
_LONG_NAME = 6
_RELATIVE = ("街道", "区", "市")


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a place of a line; `name` is "" where print does not say which."""

    line: int
    start: int
    end: int
    printed: str
    name: str
    kind: str
    rule: str = ""


def without_preposition(body: Body, resolver: Resolver) -> Body:
    """同青石派出所: a preposition before the name of the street or district."""
    printed, rest = body.printed, body.printed[1:]
    joined = printed[0] in _PREPOSITIONS and resolver.begins_with_stem(rest)
    if joined and not resolver.begins_with_stem(printed):
        return _cut(body, 1)
    return body


def without_sort(body: Body) -> Body:
    """社会组织|青藤草堂: a word for the sort of a body before its own name, but
    社会组织服务中心 is one name."""
    for cut in range(3, len(body.printed) - 2):
        name = body.printed[cut:]
        core = name.removesuffix(longest_ending(name))
        own = len(core) >= 2 and not any(
            core in words(known) for known in ("followers", "generic_cores")
        )
        if body.printed[:cut] in words("sorts_before_names") and own:
            return body if kind_of(name) == "centre" else _cut(body, cut)
    return body


def without_lead(body: Body, alone: frozenset[str], resolver: Resolver) -> Body:
    """改名|青石船具厂, 少年组|青石小学: what stands before a name that begins with the
    street or that the article prints `alone` as well."""
    printed = body.printed
    if len(printed) < _LONG_NAME or resolver.begins_with_stem(printed):
        return body
    if printed.startswith(_RELATIVE) or printed[:2] in words("cities"):
        return body
    cuts = [cut for cut in range(1, len(printed) - 3) if _is_lead(printed[:cut])]
    for cut in cuts:
        name, city = printed[cut:], resolver.home.city
        if resolver.begins_with_stem(name) or (city and name.startswith(city)):
            return _cut(body, cut)
    own = (cut for cut in cuts if printed[cut:] in alone and _is_own(printed[cut:]))
    return _cut(body, next(own, 0))


def _is_lead(text: str) -> bool:
    known = text[-2:] in words("followers") or text[-1] in words("verb_characters")
    return known or text[-1] in _LEADS


def _is_own(name: str) -> bool:
    """A name of its own before the ending."""
    core = name.removesuffix(longest_ending(name))
    return len(core) >= 2 and core not in words("generic_cores")


def without_verb(body: Body, resolver: Resolver) -> Body:
    """探索|党总支, 发挥好|社工联合党总支: a verb before a body known otherwise."""
    printed = body.printed
    known = resolver.is_full(printed) or resolver.ends_full_name(printed)
    if known or printed.startswith(_RELATIVE):
        return body
    for cut in range(1, len(printed) - 1):
        tail, two = printed[cut:], printed[max(0, cut - 2) : cut]
        verb = two in words("followers") or (
            printed[:cut] in words("verb_characters") or printed[cut - 1] in "好了着"
        )
        generic = cut == 2 and tail in words("generic_bodies")
        known = len(tail) >= 3 and resolver.ends_full_name(tail)
        if verb and (generic or known or (cut >= 2 and tail in words("street_bodies"))):
            return _cut(body, cut)
    return body


def _cut(body: Body, length: int) -> Body:
    return replace(body, start=body.start + length, printed=body.printed[length:])
