"""Posts of a district, a county or a town as such, and of its bodies named short.

望江镇党委副书记、镇长甲      ->  望江镇党委, 望江镇
副区长乙, 区人大代表丙        ->  the district the sentence is about
县委组织部部长丁              ->  the county named last before
"""

import re
from collections.abc import Iterable

from people.extraction.bodies import Body
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN
from people.extraction.resolver import Resolver
from people.extraction.titles import Title
from people.extraction.wordlists import words

_HEAD = re.compile(r"(?:.*副)?(?P<level>[区县镇乡市州])长(?:助理)?")
_DELEGATE = re.compile(r"(?P<congress>人大代表|党代表)|政协委员")
_LEVELS = ("县", "镇", "乡", "村")
# 镇财政所, 村老年协会, whatever the ending.
_RELATIVE = re.compile(rf"[县镇乡村][{HAN}]{{2,8}}[所站办局院校社队会委厂]")
_OF_STREET = frozenset(["社区规划师"])
_LEVEL = re.compile(r"[区县镇乡市]")


def authority_of(
    owner: str,
    title: Title,
    inherited: str,
    resolver: Resolver,
    before: Iterable[Body],
) -> tuple[str, str] | None:
    """The area or its body with the rule; None where the title is no such post.
    `before` are the bodies before the title, the nearest first."""
    head = _HEAD.fullmatch(title.role)
    if head and owner in ("", "政府", "人民政府", f"{head['level']}政府"):
        area = _area(head["level"], inherited, title, resolver, before)
        return (area, "area") if area else None
    delegate = _DELEGATE.fullmatch(title.role)
    if delegate and not owner and not inherited and not delegate["congress"]:
        owner = "区"
    if delegate and _LEVEL.fullmatch(owner):
        owner = _area(owner, "", title, resolver, before)
    if delegate and _LEVEL.fullmatch(owner[-1:]) and len(owner) > 2:
        name, rule = resolver.complete(owner, title.line, title.owner_start)
        return name + ("" if delegate["congress"] else "政协"), rule
    if not owner and not inherited and title.role in _OF_STREET:
        around, rule = resolver.around(title.line, title.start)
        return (around.street, rule) if around.street else None
    if not owner and title.role in words("village_roles"):
        area = _area("村", inherited, title, resolver, before)
        return (area, "area") if area else None
    if _RELATIVE.fullmatch(owner) or (owner[:1] in _LEVELS and longest_ending(owner)):
        area = _area(owner[0], inherited, title, resolver, before)
        rest = owner if owner.startswith(("村委", "村务", "村民")) else owner[1:]
        return (area + rest, "area") if area else None
    return None


def _area(
    level: str,
    inherited: str,
    title: Title,
    resolver: Resolver,
    before: Iterable[Body],
) -> str:
    """The district, county or town meant by a bare 区, 县, 镇; "" if unknown."""
    named = re.compile(rf"(?!{level})[{HAN}]{{1,8}}?{level}")
    if found := named.match(inherited):
        return resolver.canonical(found[0])
    around, _ = resolver.around(title.line, title.start)
    if level in "区市":
        return around.district if level == "区" else around.city
    if level == "县" and around.district.endswith(level):
        return around.district
    if level in "镇乡" and around.street.endswith(level):
        return around.street
    areas = (named.match(body.name) for body in before if body.name)
    area = next((area[0] for area in areas if area), "")
    if not area and level in "镇乡":
        area = resolver.estates.town(level, title.line, title.start)
    if not area and level == "村":
        return resolver.estates.village(title.line, title.start)
    return area
