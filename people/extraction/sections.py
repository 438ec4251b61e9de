"""The unit of a section that print names without it.

青石医院……医务科科长甲              ->  青石医院
柳湾派出所……刑侦组组长乙            ->  柳湾派出所
指挥部下设四个组：后勤组组长丙       ->  the command
专班下设办公室，办公室主任丁         ->  the office of the 专班
"""

import re

from people.extraction.antecedents import UNION_PARTS, bodies_before
from people.extraction.bodies import Body
from people.extraction.kinds import kind_of
from people.extraction.parts import unit_of
from people.extraction.resolver import Resolver
from people.extraction.titles import Title
from people.extraction.wordlists import alternation, table, words

# 教研组, 年级: whose section it is by its name.
_TELLING = re.compile(alternation(table("sections")))
_OF_SCHOOL = re.compile(r"（\d+）|大队|学生会|广播站|系党|教[师工]")
_GROUP = re.compile(".{1,6}组")
_WORD = alternation(table("sections"))
# 门急诊|党支部, 二（1）|中队, 高三（2）|班, 护理系
_PART_NAME = re.compile(
    rf"(?:[一-龥]{{0,3}}{_WORD}|机关|离退休|教工|教师|学生"
    r"|[初高]?[一二三四五六七八九]（\d+）|[^街镇区市县]{2,4}系)?"
    r"(?:党支部|党总支|[中大]队|大队委员会|广播站"
    r"|(?P<section>班(?:团支部|党支部)?|学生会|办公室))"
    r"|[^街镇区市县]{2,4}系"
)
_UNIONS = frozenset(["mass_org", "company", "chamber"])
_UNITS = frozenset(
    [
        "centre",
        "chamber",
        "company",
        "culture",
        "mass_org",
        "media",
        "medical",
        "property_company",
        "school",
    ]
)
_BUREAUS = frozenset(["gov_department", "field_station"])
_WITH_GROUPS = frozenset(["leading_group", "residents_team", "volunteer_team"])


def unit_before(
    owner: str, title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> str:
    """The unit named before that stands out most among those with such sections."""
    kinds = _kinds(owner)
    units = [
        (resolver.salience.weight(body, title), unit_of(body.name))
        for body in bodies_before(title, bodies)
        if kind_of(unit_of(body.name)) in kinds
        and unit_of(body.name) not in words("generic_bodies")
    ]
    return max(units, key=lambda each: each[0])[1] if units else ""


def whole_name(
    name: str, title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> str:
    """内科党支部, 二（1）中队, 大队委员会: the part with its unit in front; a class is
    the school. "" where the name is no part or has no unit."""
    part = _PART_NAME.fullmatch(name)
    unit = unit_before(name, title, resolver, bodies) if part else ""
    if not unit:
        return ""
    return unit if part["section"] else unit + name


def _kinds(owner: str) -> frozenset[str]:
    if owner in UNION_PARTS:
        return _UNIONS
    told = _TELLING.search(owner)
    if told:
        return frozenset(table("sections")[told[0]][0].split())
    if _OF_SCHOOL.search(owner):
        return frozenset(["school"])
    if _GROUP.fullmatch(owner):
        return _UNITS | _WITH_GROUPS
    return _UNITS | _BUREAUS if owner[-1:] in "科处股室" else _UNITS


def office_of_group(title: Title, resolver: Resolver, bodies: tuple[Body, ...]) -> str:
    """办公室主任 alone, near a command or in an article headed by one."""
    for body in bodies_before(title, bodies):
        near = title.line - body.line <= 1 or resolver.salience.is_heading(body)
        if near and body.kind == "leading_group":
            return body.name + "办公室"
    return ""
