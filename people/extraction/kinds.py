"""What kind of body a name is, read off its ending.

欧阳路街道党工委 -> party_work_committee        半淞园路街道 -> street
"""

import re
from functools import lru_cache

from people.extraction.wordlists import table

_AREAS = (
    ("街道", "street"),
    ("镇", "street"),
    ("居民区", "neighbourhood"),
    ("区", "district"),
    ("县", "district"),
    ("分会", "chamber"),
)
#: The same names are looked at many times in one article.
ASKED_AGAIN = 4096
_JOINT = re.compile(r"联合(?!会|国|大学|总会)|联席")


@lru_cache(ASKED_AGAIN)
def kind_of(name: str) -> str:
    """The code of the kind, `other` where the ending says nothing."""
    for ending, kind in _AREAS:
        if name.endswith(ending):
            return kind
    ending = longest_ending(name)
    if not ending:
        return "other"
    kind = table("organization_endings")[ending][0]
    if kind == "company" and "物业" in name:
        return "property_company"
    return kind


@lru_cache(ASKED_AGAIN)
def longest_ending(name: str) -> str:
    """The longest ending of the list that `name` has."""
    for start in range(max(0, len(name) - 16), len(name)):
        if name[start:] in table("organization_endings"):
            return name[start:]
    return ""


def is_temporary(name: str) -> bool:
    """临时党总支 is full, but for a time."""
    return "临时" in name


def is_joint(name: str) -> bool:
    """联合党总支, 联席会议: made up of several."""
    return bool(_JOINT.search(name))
