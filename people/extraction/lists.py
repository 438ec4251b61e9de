"""Lists of names: at 、, behind a colon, at spaces, with nothing between.

金奖：张三、李四（临江苑）   ->  张三, 李四
一等奖 张三 李四             ->  张三, 李四
获奖者：王小明李大海赵一     ->  王小明, 李大海, 赵一
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from people.extraction.followers import follow_strength
from people.extraction.foreign import is_foreign
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.names import Name, NameReader, Slot, is_common, surname_length
from people.extraction.wordlists import alternation, table, words

_LABEL = re.compile(
    rf"(?:{alternation(words('list_labels'))})(?:（[^）]{{1,12}}）)?(?:有|为|是|分别是|分别为|包括|如下|公布如下|公示如下)?[：]?\Z"
)
_ITEM_END = re.compile(
    r"[、，。；：！？”》]|等(?![一-龥]*、)|(?<=[^一二两三四五六七八九十])[两三四五六七八九十]+(?:人|位|名)"
)
_NOTE = re.compile(r"（(?P<note>[^（）]{1,30})）")
# 一等奖：甲《渡口》、乙《灯》
_WORK = re.compile("《[^》]{1,24}》")
_NAME = re.compile(rf"[{HAN}]{{2,4}}\Z|[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}})+\Z")
_WHOLE_ENDS = re.compile(r"[、，。；：！？”《》（]")
_PART_ENDS = re.compile("[；：。，]")
_LONGEST_ITEM = 40
# 小张, 老高
_HALF = re.compile("[小老大][一-龥]")
_LAST = re.compile(rf"(?<=、)[{HAN}]{{2,3}}(?=[。；]|$)")
#: So many names a list must have for each one that looks like none.
_FOR_ONE_ODD = 3
_AND = re.compile(r"、|和|与|及|以及|，")


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list with the bracket printed behind it."""

    name: Name
    note: str = ""
    note_start: int = 0
    after: int = 0


def read_list(
    line: Line,
    start: int,
    slot: Slot,
    reader: NameReader,
    titles: frozenset[int],
    labelled: bool = False,
) -> list[Listed]:
    """The names that follow each other from `start`; `titles` are the places where
    a title begins, so that no name is read there."""
    text, found = line.text, []
    sure = slot
    position = start
    if slot >= Slot.WEAK and is_name_list(line, start):
        sure = Slot.SURE
    while position < len(text):
        name = _whole_item(line, position, labelled) if sure == Slot.SURE else None
        name = name or reader.read(text, position, sure)
        if name is None and found:
            name = _joined(reader, text, position, slot)
        if name is None:
            break
        listed = with_note(text, name)
        work = _WORK.match(text, listed.after) if sure == Slot.SURE else None
        if work:
            listed = replace(listed, after=work.end())
        found.append(listed)
        following = _AND.match(text, listed.after)
        if following is None or following[0] == "，" or following.end() in titles:
            if listed.after in line.gaps and sure == Slot.SURE:
                position = listed.after
                continue
            break
        position = following.end()
        if sure < Slot.SURE:
            sure = slot
    return found


def _joined(reader: NameReader, text: str, position: int, slot: Slot) -> Name | None:
    """居民甲和乙: behind a first name a second one needs less proof, but no word."""
    name = reader.read(text, position, max(slot, Slot.FIRM))
    if name is None or is_common(name.text):
        return _last_item(text, position) if slot >= Slot.FIRM else None
    return name


def _last_item(text: str, position: int) -> Name | None:
    """演员甲、毕竟。: a word alone between 、 and the end of the sentence."""
    item = _LAST.match(text, position)
    if item is None or not looks_like_name(item[0]) or item[0] in table("roles"):
        return None
    return Name(position, item.end(), item[0], 3.0)


def whole_name(line: Line, start: int) -> list[Listed]:
    """Three characters up to the next mark, a name although no surname is known."""
    name = _whole_item(line, start, labelled=True)
    if name is None or len(name.text) != 3:
        return []
    if not surname_length(name.text) and follow_strength(name.text, 0) > 0:
        # 干部|上街头: a verb.
        return []
    return [with_note(line.text, name)]


def is_name_list(line: Line, start: int) -> bool:
    """Two or more items at 、 from `start`, each of them a whole name but the last."""
    items = _items(line.text, start)
    if len(items) < 2 or not items[-1]:
        return False
    if not (surname_length(items[-1]) or is_foreign(items[-1])):
        return False
    return all(map(looks_like_name, items[:-1]))


def is_long_list(line: Line, start: int) -> bool:
    """Four items and more, most of them no words, whatever follows the last."""
    whole = _items(line.text, start)[:-1]
    words_among = sum(map(is_common, whole))
    return len(whole) >= _FOR_ONE_ODD - 1 and 2 * words_among <= len(whole)


def is_plain_list(line: Line, start: int) -> bool:
    """A list of names that needs no label: no ordinary word, only usual characters."""
    items = _items(line.text, start)
    usual = words("given_characters")
    return is_name_list(line, start) and not any(
        is_common(item) or any(c not in usual for c in item[surname_length(item) :])
        for item in items
    )


def colon_lists(line: Line):
    """Places where a label announces names: (start of names, label, start of label);
    also behind each ； of the list: 搭档奖：甲、乙；丙、丁."""
    for match in re.finditer("：", line.text):
        start = match.end()
        label = line.text[max(0, match.start() - 16) : match.start()]
        label = re.split(r"[，。；！？”]", label)[-1]
        while 0 < start < len(line.text):
            yield start, label, match.start() - len(label)
            start = _part_behind(line.text, start)


def _part_behind(text: str, start: int) -> int:
    """Where the list goes on behind ；, 0 where it does not or a label stands there."""
    end = _PART_ENDS.search(text, start)
    if end is None or end[0] != "；":
        return 0
    following = _PART_ENDS.search(text, end.end())
    return 0 if following and following[0] == "：" else end.end()


def is_label(label: str) -> bool:
    """金奖, 获奖者, 名单: what stands behind it are names."""
    return bool(_LABEL.search(label))


def names_of_run(line: Line, start: int) -> list[Name]:
    """The names of a whole rest of line that holds nothing but names; among four one
    may look like none."""
    text = line.text
    end = start
    while end < len(text) and text[end] not in "，。；：！？":
        end += 1
    names, odd, position = [], 0, start
    while position < end:
        stop = position
        while (
            stop < end
            and text[stop] not in "、（"
            and (stop == position or stop not in line.gaps)
        ):
            stop += 1
        if stop - position == 1 and stop in line.gaps:
            stop = min(end, stop + 1)
        piece = _split_run(text, position, stop)
        if not piece:
            piece = _odd(text, position, stop)
            odd += 1
        if not piece:
            return []
        names += piece
        if stop < end and text[stop] == "（":
            close = text.find("）", stop)
            stop = close + 1 if 0 <= close < end else end
        position = stop + 1 if stop < end and text[stop] == "、" else stop
    return names if len(names) >= _FOR_ONE_ODD * odd else []


def _odd(text: str, start: int, stop: int) -> list[Name]:
    """金花, 冰凌: no surname, but usual characters and no word of the list."""
    item = text[start:stop]
    whole = _may_be_foreign(item) and not is_common(item)
    return [Name(start, stop, item, 3.0)] if whole else []


def _split_run(text: str, start: int, stop: int) -> list[Name]:
    """张三李四王小五 -> three names; [] where it cannot be names only."""
    piece = text[start:stop]
    single = len(piece) < 4 or surname_length(piece) > 1 or "·" in piece
    single = single or is_foreign(piece)
    if single and looks_like_name(piece):
        return [Name(start, stop, piece, 4.0)]
    if not re.fullmatch(rf"[{HAN}]{{4,40}}", piece):
        return []
    best: dict[int, tuple[float, list[Name]]] = {0: (0.0, [])}
    for place in range(len(piece)):
        score, names = best.get(place, (0.0, None))
        if names is None:
            continue
        for end, gain in _next_names(piece, place):
            if end not in best or score + gain > best[end][0]:
                name = Name(start + place, start + end, piece[place:end], 4.0)
                best[end] = (score + gain, [*names, name])
    return best[len(piece)][1] if len(piece) in best else []


def _next_names(piece: str, place: int) -> Iterator[tuple[int, float]]:
    """Where a name that begins at `place` may end, and how usual it looks."""
    surname = surname_length(piece[place : place + 4])
    for given in (1, 2) if surname else ():
        first, end = place + surname, place + surname + given
        if end <= len(piece):
            usual = sum(c in words("given_characters") for c in piece[first:end])
            yield end, usual / given + (0.5 if given == 2 else 0) + (surname > 1)


def _items(text: str, start: int) -> list[str]:
    items = []
    position = start
    while position < len(text) and len(items) < 60:
        reach = min(len(text), position + 2 * _LONGEST_ITEM)
        end = _ITEM_END.search(text, position, reach)
        stop = end.start() if end else reach
        item = text[position:stop]
        bracket = item.find("（")
        items.append(item[:bracket] if bracket > 0 else item)
        if bracket > 0 and "）" not in item:
            close = text.find("）", position)
            if close < 0:
                break
            stop = close + 1
            end = _ITEM_END.match(text, stop)
        if not end or end[0] != "、":
            break
        position = stop + 1
    return items


def looks_like_name(item: str) -> bool:
    """A surname with one or two characters, or a name with dots or by sound."""
    if is_foreign(item):
        return True
    if not _NAME.fullmatch(item):
        return False
    if "·" in item:
        return True
    surname = surname_length(item)
    half = item[surname:] in words("honorifics")
    return bool(surname) and surname < len(item) <= surname + 2 and not half


def _whole_item(line: Line, start: int, labelled: bool) -> Name | None:
    """An item between two marks is a name as a whole; in a labelled list also one
    without a surname (次央)."""
    reach = min(len(line.text), start + _LONGEST_ITEM)
    end = _WHOLE_ENDS.search(line.text, start, reach)
    stop = end.start() if end else reach
    item = line.text[start:stop]
    if "·" in item or item[:2] in words("not_names"):
        return None
    if ((end and end[0] in "、（") or labelled) and looks_like_name(item):
        return Name(start, stop, item, 4.0)
    if labelled and _may_be_foreign(item):
        return Name(start, stop, item, 3.0)
    return None


def _may_be_foreign(item: str) -> bool:
    return (
        2 <= len(item) <= 4
        and not _HALF.fullmatch(item)
        and all(character in words("given_characters") for character in item)
        and not any(item[n : n + 2] in words("followers") for n in range(len(item)))
        and not any(item[n:] in table("roles") for n in range(len(item) - 1))
        and not any(character in words("not_given") for character in item)
        and item[-2:] not in words("honorifics")
        and not longest_ending(item)
    )


def with_note(text: str, name: Name) -> Listed:
    """The name with the bracket right behind it."""
    match = _NOTE.match(text, name.end)
    if not match:
        return Listed(name, after=name.end)
    return Listed(name, match["note"], match.start("note"), match.end())
