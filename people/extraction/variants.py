"""Two printed forms of one body in one article.

青石街道社工党总支 beside 青石街道社工联合党总支   -> the longer one
街道城运中心 beside 街道城市运行管理中心          -> the longer one
"""

import re
from collections.abc import Iterator

from people.extraction.kinds import kind_of
from people.extraction.wordlists import table, words

#: Words that a short form leaves out.
_LEFT_OUT = re.compile("工作|联合|服务|综合|管理|社区")
#: Kinds whose names differ by such words: 青石小学, 青石社区小学.
_DISTINCT = frozenset(
    [
        "school",
        "company",
        "property_company",
        "medical",
        "street",
        "party_committee",
        "party_work_committee",
        "party_group",
    ]
)
_SHORTEST = 4
#: How long an abbreviation is.
_LONGEST_WORD = 8


def core_of(name: str) -> str:
    """The name without the words that a short form leaves out."""
    return _LEFT_OUT.sub("", name)


def written_out(name: str) -> Iterator[str]:
    """The name with its abbreviation in full: 街道城运中心 -> 街道城市运行管理中心."""
    known = table("body_synonyms")
    for start in range(max(0, len(name) - _LONGEST_WORD), len(name)):
        for longer in known.get(name[start:], ("",))[0].split():
            yield name[:start] + longer


def is_short_form(short: str, full: str) -> bool:
    """The full name, or the end of it, without words that add nothing."""
    kind = kind_of(full)
    if kind in _DISTINCT or kind != kind_of(short) or short in words("generic_bodies"):
        return False
    if not _SHORTEST <= len(short) < len(full):
        return False
    return core_of(full).endswith(core_of(short)) and _is_within(short, full)


def _is_within(short: str, full: str) -> bool:
    """Every character of the short form stands in the full one, in order."""
    rest = iter(full)
    return all(character in rest for character in short)
