"""The body of a title that print names by its sort alone.

柳林居民区……居委会主任甲         ->  柳林居民区居委会
柳林苑小区业主大会……业委会主任乙   ->  柳林苑小区业委会
青石中学……家委会主任丙           ->  青石中学家委会
"""

from people.extraction.antecedents import fitting_before, unit_of_kind
from people.extraction.belonging import owner_of_post, part_of
from people.extraction.bodies import Body
from people.extraction.kinds import kind_of
from people.extraction.resolver import Resolver
from people.extraction.sections import office_of_group, unit_before
from people.extraction.titles import Title
from people.extraction.wordlists import table, words

#: Bodies at a school, not part of it.
_OF_PARENTS = frozenset(["家委会", "家长委员会"])


def of_generic(
    owner: str,
    title: Title,
    resolver: Resolver,
    inherited: str,
    bodies: tuple[Body, ...],
) -> tuple[str, str]:
    """居委会, 党总支, 学校 alone: of the body before, else of one that the article
    names."""
    name, rule = part_of(owner, inherited, resolver)
    if name:
        return name, rule
    if kind_of(owner) == "owners_committee" and (full := _of_owners(owner, resolver)):
        return full, "only full form"
    estate = resolver.estates.owner(owner, title.line, title.start)
    if estate:
        return resolver.canonical(estate), "estate named"
    known = resolver.only_full_form(owner)
    if known:
        return owner_of_post(known), "only full form"
    unit = unit_of_kind(owner, title, bodies)
    if not unit and owner == "办公室":
        unit = office_of_group(title, resolver, bodies)
    if not unit and owner in words("unit_parts"):
        unit = unit_before(owner, title, resolver, bodies)
        unit += owner if unit and owner in _OF_PARENTS else ""
    if unit:
        return unit, "unit named before"
    branch = resolver.heads.branch(owner, title.line, title.start)
    if branch:
        full, _ = resolver.complete(branch, title.line, title.start)
        return full or branch, "unit named before"
    around, rule = resolver.around(title.line, title.start)
    of_street = owner == "社区学校" or owner in words("street_bodies")
    if of_street and around.street:
        return around.street + owner, rule
    return _of_place(title, resolver, bodies)


def _of_owners(owner: str, resolver: Resolver) -> str:
    """The one committee of owners that the article names, or whose assembly."""
    full = resolver.only_full_form(owner)
    assembly = "" if full else resolver.only_full_form("业主大会")
    return full or assembly.replace("业主大会", "业委会")


def _of_place(
    title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """社区民警 belongs to the 派出所 named before, as 民警 alone does."""
    if title.owner == "社区" and title.role in table("bare_owners"):
        return fitting_before(title, resolver, bodies)
    return "", "generic"
