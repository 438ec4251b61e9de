"""Where names of other languages may stand: with a dot, by sound, of two known parts.

向导巴图·苏和（蒙古族）       -> 巴图·苏和
来信的央金卓玛、阿丽米娜说     -> 央金卓玛, 阿丽米娜
"""

import re
from collections.abc import Container, Iterator

from people.extraction.followers import STOPS, follow_strength
from people.extraction.foreign import foreign_end, is_foreign
from people.extraction.wordlists import alternation, words

Span = tuple[int, int]

_SOUND = f"[{''.join(words('sound_characters'))}]"
_DOTTED = re.compile(rf"{_SOUND}{{1,7}}(?:·{_SOUND}{{1,8}}){{1,3}}")
_PART = re.compile(alternation(words("dotted_parts")))
_PARTS = re.compile(rf"(?:{alternation(words('name_parts'))}){{2}}")
_RUN = re.compile(f"[{''.join(words('transliterating_characters'))}]{{4,}}")
#: Least strength of what stands behind a known part.
_MAY_END = 2.0


def is_by_sound(name: str) -> bool:
    """Four characters and more that write sounds, or two known parts."""
    return len(name) > 3 and bool(is_foreign(name) or _PARTS.fullmatch(name))


def find_sounds(text: str, cuts: Container[int]) -> Iterator[Span]:
    """Every such name in `text`; none goes over one of `cuts`, where a title ends or
    a space stands."""
    for name in _DOTTED.finditer(text) if "·" in text else ():
        start = _start(name.start(), text.index("·", name.start()), cuts)
        yield start, _end(text, name, cuts)
    for run in _RUN.finditer(text):
        start = _start(run.start(), run.end() - 3, cuts)
        end = foreign_end(text, start)
        if end and "·" not in (text[start - 1 : start], text[end : end + 1]):
            yield start, end
    for name in _PARTS.finditer(text):
        if "·" not in (text[name.start() - 1 : name.start()], text[name.end() :][:1]):
            yield name.span()


def _start(first: int, limit: int, cuts: Container[int]) -> int:
    return next((n for n in range(limit - 1, first, -1) if n in cuts), first)


def _end(text: str, name: re.Match, cuts: Container[int]) -> int:
    """Where the part behind the last dot ends: a known part, a space, a mark, or as
    far as it sounds and something follows that may stand behind a name."""
    last = text.rindex("·", *name.span()) + 1
    part = _PART.match(text, last)
    if part and follow_strength(text, part.end()) >= _MAY_END:
        return part.end()
    ends = range(name.end(), last, -1)
    cut = next((end for end in reversed(ends) if end in cuts), 0)
    if cut:
        return cut
    if text[name.end() : name.end() + 1] in ("", *STOPS):
        return name.end()
    return max(ends, key=lambda end: (follow_strength(text, end), end))
