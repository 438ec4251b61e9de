"""Words that are names, alone between a title and a mark in a list of titles.

居委会主任鲍欣，业委会主任申报，物业经理鲍扬   ->  申报
民警支援、网格员包容上门                       ->  支援
主任上门、民警宣传、志愿者劝导                 ->  nobody
"""

import re
from collections.abc import Mapping

from people.extraction.lines import Line
from people.extraction.lists import looks_like_name
from people.extraction.lookalikes import is_title
from people.extraction.names import Name, NameReader, Slot, is_common
from people.extraction.wordlists import words

_END = re.compile(r"[，。；：、（！？”]|以及|$")
#: No name is longer; keeps the search linear.
_LONGEST = 24


def find_enumerated(
    line: Line,
    slot: Slot,
    start: int,
    previous: str,
    following: Mapping[int, int],
    reader: NameReader,
) -> Name | None:
    """The name that stands alone from `start`, behind a title of `slot`. `previous` is
    who was read right before the title, `following` tells where the titles of the
    line end by where they begin."""
    end = _item_end(line.text, start)
    if end is None or not _is_word(line.text[start:end]):
        return None
    mark = line.text[end : end + 1]
    after = following.get(end + 1) if mark in ("、", "，") else None
    if after is not None and line.text[after : after + 1] == line.text[start]:
        # 干部包片、楼组长包楼
        return None
    beside = after is not None and _is_named(line.text, after, reader)
    known = bool(previous) and not is_common(previous)
    item = line.text[start:end]
    sure = slot == Slot.SURE and item not in words("followers")
    both = mark == "，" and not sure
    enough = (known and beside) if both else (known or beside)
    return Name(start, end, item, 4.0) if enough else None


def _item_end(text: str, start: int) -> int | None:
    """Where the whole item ends, None where it is no name."""
    end = _END.search(text, start, start + _LONGEST).start()
    item = text[start:end]
    return end if looks_like_name(item) and not is_title(item, True) else None


def _is_word(item: str) -> bool:
    return is_common(item) or item[:2] in words("not_names")


def _is_named(text: str, start: int, reader: NameReader) -> bool:
    """Somebody stands behind the next title as well."""
    if _item_end(text, start) is not None:
        return True
    return reader.read(text, start, Slot.FIRM) is not None
