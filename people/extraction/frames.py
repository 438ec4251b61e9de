"""Names between two words that frame nobody but a person.

据霍启安介绍，          who tells
授予霍启安“好邻居”称号   who is honoured
推选霍启安、关慧为代表   who is chosen
"""

import re
from collections.abc import Iterator

from people.extraction.in_front import may_be_name
from people.extraction.lines import Line
from people.extraction.lists import read_list
from people.extraction.names import Name, NameReader, Slot
from people.extraction.rows import is_full
from people.extraction.weights import name_weight

#: Weight of a name of two characters in a frame.
_LIKELY = 5
_OTHERS = (
    r"(?:等(?:[两三四五六七八九十\d]+(?:人|位|名)?|[一-龥]{2,6}(?=的))?)?(?:同志)?"
)
_FRAMES = (
    (
        r"(?:^|(?<=[，。；]))",
        r"(?:荣?获(?:得|评)?(?:[一二三特优金银铜“第]|冠军|亚军|季军)|被(?:评为|授予))",
    ),
    ("据", r"(?:介绍|说|回忆|透露|讲|估算|统计|观察|称|了解)"),
    ("在", r"(?:看来|的(?:带领|带动|指导|主持|努力|帮助|陪同|记忆|眼里|心里|家里))"),
    ("(?:说起|提起|谈起|问起|聊起|想起|讲到|说到|提到|谈到)", "，"),
    ("(?:对|对于)", r"(?:来说|来讲|而言)"),
    ("经", r"(?:介绍|牵线|提议|同意|推荐|调解|劝说|指点)"),
    ("(?:和|与|同|跟|像)", r"(?:一样|一起|同龄|同住|同岁|签订|签约|结对|约定)"),
    ("(?:授予|追授|颁给|奖给)", r"[“《]"),
    ("(?:向|给|为)", r"(?:颁发|颁奖|致敬|学习|献花|送上|授牌|授旗|戴上|佩戴|道谢)"),
    ("(?:聘请|聘任|推选|选举|推举|任命|邀请|公推|聘)", r"(?:为|任|担任|当|出任|加入)"),
    ("被", r"(?:摘得|夺得|捧走|摘走|领走|获得|收获)"),
    ("(?:送到|交到|递到|塞到|放到)了?", r"(?:手[里中上]|家[里中])"),
    ("(?:走进|来到|敲开|推开)了?", r"(?:的?家|的(?:小屋|院子|房间|门))"),
    ("(?:见到|遇到|找到|采访到?|看到)了?", r"(?:时|的时候)"),
)
_COMPILED = tuple(
    (re.compile(f"(?:{before})(?=[一-龥]{{2}})"), re.compile(_OTHERS + after))
    for before, after in _FRAMES
)


#: How far behind the first word of a frame its second one is looked for.
_LONGEST_LIST = 300
# 心结是甲解开的。
_DOER = re.compile(r"(?:^|(?<=[，。；]))(?:[^，。；]{0,6}[^不还就])?是(?=[一-龥]{2})")
_DONE = re.compile(r"[一-龥]{1,3}的(?:[，。；]|$)")


def find_framed(line: Line, reader: NameReader) -> Iterator[Name]:
    """The names of `line` with both words of a frame around them."""
    for before, after in _COMPILED:
        for cue in before.finditer(line.text):
            names = _names_between(line, cue.end(), after, reader)
            if any(is_full(name.text) or _is_likely(name.text) for name in names):
                yield from names
    for cue in _DOER.finditer(line.text):
        names = _names_between(line, cue.end(), _DONE, reader)
        if all(_is_likely(name.text) for name in names):
            yield from names


def _names_between(
    line: Line, start: int, after: re.Pattern, reader: NameReader
) -> list[Name]:
    """The list of names from `start`, if what must follow it does."""
    if not after.search(line.text, start, start + _LONGEST_LIST):
        return []
    listed = read_list(line, start, Slot.FIRM, reader, frozenset())
    follows = listed and after.match(line.text, listed[-1].after)
    return [each.name for each in listed] if follows else []


def _is_likely(name: str) -> bool:
    """鲍娟: two characters that no word looks like."""
    return may_be_name(name) and name_weight(name) >= _LIKELY
