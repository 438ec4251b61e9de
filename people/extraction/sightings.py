"""What has been seen of the people of one article, while it is being read."""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from people.extraction.bodies import Body
from people.extraction.followers import follow_strength
from people.extraction.lines import Line
from people.extraction.names import is_common, surname_length
from people.extraction.structure import FoundPerson, FoundPost
from people.extraction.wordlists import alternation

_CLAUSE_START = re.compile(r"(?:^|[。！？；，：”“》）…—、和与由给向对是让请])\Z")

Span = tuple[int, int, int]


@dataclass(slots=True)
class Sighting:
    """One person: every span (line, start, end) and every post as printed."""

    name: str
    rule: str
    ordinal: int = 0
    spans: dict[Span, None] = field(default_factory=dict)
    posts: list[FoundPost] = field(default_factory=list)
    public_figure: bool = False

    def to_found(self, lines: tuple[Line, ...]) -> FoundPerson:
        """The person as others see it."""
        posts = {(post.text, post.body, post.place): post for post in self.posts}
        return FoundPerson(
            self.name,
            tuple(lines[index].place(*span) for index, *span in sorted(self.spans)),
            tuple(posts.values()),
            ordinal=self.ordinal,
            rule=self.rule,
            public_figure=self.public_figure,
        )


class Sightings:
    """The people of one article; reporters and misprinted names are set aside."""

    def __init__(self, lines: tuple[Line, ...], bodies: tuple[Body, ...]):
        self.lines = lines
        self.headings = "\n".join(line.text for line in lines if line.heading)
        self.people: dict[str, Sighting] = {}
        self.staff: set[str] = set()
        self.misprints: list[Span] = []
        self.ends: set[tuple[int, int]] = set()
        self.titled: set[tuple[int, int]] = set()
        self._taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._bodies = [(body.line, body.start, body.end) for body in bodies]

    def add(self, name: str, span: Span, rule: str) -> Sighting:
        """One more sighting of a name; the rule that found it first is kept."""
        person = self.people.setdefault(name, Sighting(name, rule))
        person.spans.setdefault(span)
        self._taken[span[0]].append(span[1:])
        self.ends.add((span[0], span[2]))
        return person

    def add_namesake(self, name: str, span: Span, rule: str) -> Sighting:
        """A name that one list prints twice is two people."""
        ordinal = 1 + sum(person.name == name for person in self.people.values())
        person = Sighting(name, rule, ordinal - 1, {span: None})
        self._taken[span[0]].append(span[1:])
        return self.people.setdefault(f"{name}#{ordinal}", person)

    def in_order(self) -> list[tuple[Span, str]]:
        """Every sighting with its name, as printed one after the other."""
        return sorted(
            (span, person.name)
            for person in self.people.values()
            for span in person.spans
        )

    def names(self) -> re.Pattern:
        """Finds everybody by name."""
        return re.compile(
            alternation(frozenset(person.name for person in self.people.values()))
        )

    def is_in_body(self, index: int, start: int, end: int) -> bool:
        """The span is part of the name of a body: 沈小梅工作室."""
        before = bisect_right(self._bodies, (index, start, sys.maxsize)) - 1
        line, _, body_end = self._bodies[before] if before >= 0 else (-1, 0, 0)
        return line == index and end <= body_end

    def is_taken(self, index: int, start: int, end: int) -> bool:
        """Somebody was read from a part of the span."""
        return any(first < end and start < last for first, last in self._taken[index])

    def set_aside(self, names: Iterable[str]) -> None:
        """Forget whoever was read where hardly anything speaks for a name."""
        for name in names:
            self.people.pop(name, None)

    def finish(self) -> list[Sighting]:
        """Everybody, in order of first printing, with all places of their names."""
        for name in [name for name in self.people if self._is_set_aside(name)]:
            del self.people[name]
        self._join_split_surnames()
        self.find_all_places()
        return sorted(self.people.values(), key=lambda person: min(person.spans))

    def _is_set_aside(self, name: str) -> bool:
        person = self.people[name]
        if name in self.staff:
            return not person.posts
        return all(map(self.is_misprint, person.spans))

    def is_misprint(self, span: Span) -> bool:
        """The span stands in words that print puts right."""
        line, start, end = span
        return any(
            line == where and low <= start and end <= high
            for where, low, high in self.misprints
        )

    def _join_split_surnames(self) -> None:
        """治疗师|长孙甲乙, read as 师长|孙甲乙: the longer name is known elsewhere."""
        for name, person in list(self.people.items()):
            for span in list(person.spans):
                index, start, end = span
                longer = self.lines[index].text[max(0, start - 1) : end]
                if surname_length(longer) == 2 and longer in self.people:
                    del person.spans[span]
                    self.people[longer].spans.setdefault((index, start - 1, end))
            if not person.spans:
                del self.people[name]

    def find_all_places(self) -> None:
        """Bare repeats of the names that are established."""
        if not self.people:
            return
        first = {name for name, person in self.people.items() if not person.ordinal}
        taken = {span for person in self.people.values() for span in person.spans}
        pattern = re.compile(alternation(frozenset(first)))
        for index, line in enumerate(self.lines):
            for match in pattern.finditer(line.text):
                span = (index, match.start(), match.end())
                person = self.people[match[0]]
                if span in taken or self.is_in_body(*span):
                    continue
                if not is_common(match[0]) or stands_as_name(
                    line.text, match.start(), match.end()
                ):
                    person.spans.setdefault(span)


def stands_as_name(text: str, start: int, end: int) -> bool:
    """A word stands as a name at the head of a clause with a verb behind it."""
    clause = _CLAUSE_START.search(text, max(0, start - 1), start)
    return bool(clause) and follow_strength(text, end) >= 2.5
