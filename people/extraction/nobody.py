"""What is no name, whatever stands around it: words, titles, forms of address.

左一为……   那口钟   浦老大   甲点了   陆家桥
"""

import re

from people.extraction.lookalikes import begins_act, is_title
from people.extraction.surnames import surname_length
from people.extraction.wordlists import table, words

# 左一为甲: where somebody stands.
_PLACED = re.compile(r"[左右前后中]?[左右前后中][一二三四五六七八九十]")
# 那口钟: a thing that is pointed at.
_POINTED = re.compile(
    "那[个些种样位口座棵张条把只块件间支台辆栋幢家户根片段道次回盏扇场]"
)
# 浦老大: half a name.
_HALF = re.compile("老[大二三四五六七八九幺]")
# 谭家桥, 倪家弄
_ESTATE = re.compile(rf".家[{''.join(words('place_characters'))}]")
# 霍家三|兄妹, 敬业三|天: somebody or something counted.
_COUNTS = re.compile(r"[一二两三四五六七八九十][兄姐弟妹口代人位个户天次趟遍]")
# 主任许多说，: a whole verb of speech.
_SAYS = re.compile(
    r"(?:说|介绍|表示|告诉|认为|提醒|透露|建议|坦言)(?:道|记者)?[，：。“]"
)


def is_nobody(text: str, start: int, end: int, firm: bool, sure: bool) -> bool:
    """No name stands at `text[start:end]`; `firm` and `sure` tell how clearly print
    announces one."""
    name = text[start:end]
    if name[:2] in words("not_names") and not (sure and _SAYS.match(text, end)):
        return True
    if is_title(name, sure) or _COUNTS.match(text, end - 1) or _is_shape(name):
        return True
    if len(name) == 4 and end == len(text) and begins_act(name[-1]):
        # 组织委员尉迟兰主|: 主持, cut off at the end of the line.
        return True
    if text[end : end + 1] in ("了", "着") and text[end : end + 2] not in (
        words("followers")
    ):
        # 甲点|了: what takes an aspect is no name.
        return True
    if len(name) == 3 and not sure and (name[2] == "地" or _ESTATE.match(name)):
        return True
    return _has_no_given(text, end, name[surname_length(name) :], firm)


def _is_shape(name: str) -> bool:
    return bool(_PLACED.match(name) or _POINTED.match(name) or _HALF.fullmatch(name, 1))


def _has_no_given(text: str, end: int, given: str, firm: bool) -> bool:
    """What follows the surname is no given name."""
    honorifics = words("honorifics")
    if given in honorifics or text[end - 1 : end + 1] in honorifics:
        return True
    if table("roles").get(given, ("", ""))[1] == "office":
        # 范处长, 张主席
        return True
    if given[-1:] in words("not_last") or set(given) & words("not_given"):
        return not (given == "均" and firm)
    if len(given) == 2 and text[end - 1 : end + 1] in words("speech_verbs"):
        # 委员冯均告|诉
        return True
    behind = end - len(given)
    if text[behind : behind + 2] in words("speech_verbs"):
        # 主任袁|陪同: a surname alone.
        return True
    ordinal = text[behind - 1 : behind] == "第"
    return ordinal and given[:1] in tuple("位届次个名条项批场回期轮")
