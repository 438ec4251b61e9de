"""People of one article: who is named, where, and with which posts.

    街道党工委书记林晚舟说，……林晚舟希望……  -> 林晚舟, one post, two places

Names come with evidence only: a title, a list, an age, or all the signs of a place
together. A made-up name is the worst mistake, a missed one the second worst.
"""

import re
from collections.abc import Iterable

from people.extraction.bodies import Body
from people.extraction.hints import HintReader
from people.extraction.holders import HolderReader
from people.extraction.leaders import find_leaders
from people.extraction.likely import (
    CLEAR,
    Candidate,
    accepted,
    find_likely,
    first_place,
    unlikely,
)
from people.extraction.lines import Line
from people.extraction.listed import ListReader
from people.extraction.names import NameReader
from people.extraction.resolver import Resolver
from people.extraction.sightings import Sightings
from people.extraction.signs import Setting
from people.extraction.speakers import find_speakers
from people.extraction.structure import FoundPerson


def find_people(
    lines: tuple[Line, ...],
    resolver: Resolver,
    bodies: tuple[Body, ...],
    bylines: tuple[str, ...],
    roster: frozenset[str],
) -> tuple[FoundPerson, ...]:
    """Everybody the article names, in order of first printing, without reporters."""
    sightings = Sightings(lines, bodies)
    sightings.staff |= {re.sub(r"\s", "", name) for name in bylines}
    whole = "\n".join(line.text for line in lines)
    reader = NameReader(whole, roster, find_speakers(lines))
    holders = HolderReader(sightings, reader, resolver, bodies)
    hints = HintReader(sightings, reader, holders)
    setting = Setting(lines, reader.repeats, holders.titles, bodies, resolver)
    likely = find_likely(lines, setting)
    names = accepted(likely.values())
    _add(sightings, (each for each in names if each.score >= CLEAR))
    reader.known |= sightings.people.keys()
    reader.likely |= {each.name for each in names}
    hints.find_misprints()
    for read in (
        hints.read_cues,
        holders.read_line,
        hints.read_lists,
        hints.read_compounds,
    ):
        for index, line in enumerate(lines):
            read(index, line)
    _add(sightings, names)
    sightings.find_all_places()
    holders.read_coined()
    ListReader(sightings, holders.chains, holders.bodies_of).read()
    holders.predicates.read_again()
    find_leaders(sightings)
    sightings.set_aside(unlikely(likely.values()) - roster)
    return tuple(person.to_found(lines) for person in sightings.finish())


def _add(sightings: Sightings, candidates: Iterable[Candidate]) -> None:
    """Those where nobody was read yet."""
    for each in candidates:
        span = first_place(each, sightings.lines)
        if not sightings.is_taken(*span):
            sightings.add(each.name, span, "likely")
