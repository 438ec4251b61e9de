"""The committee of residents that a post means by the name of their home alone.

柳林居民区……柳林的书记甲             ->  柳林居民区党总支
柳林书记甲、副主任乙                 ->  柳林居民区党总支, 柳林居民区居委会
隔壁的梅园居民区也开了会，主任丙     ->  梅园居民区居委会
柳林居民区的网格长丁                 ->  柳林居民区
"""

import re

from people.extraction.lines import HAN
from people.extraction.resolver import Resolver
from people.extraction.titles import Title

_PARTY = frozenset(
    ["书记", "副书记", "专职副书记", "党总支书记", "党总支副书记", "组织委员"]
)
_COMMITTEE = frozenset(["主任", "副主任", "治保主任", "调解主任", "文体委员"])
_HOME = frozenset(["楼组长", "网格长", "网格员", "专职网格员", "书记助理", "主任助理"])
# 柳林的|书记, 柳林居民区的|主任
_OF = re.compile(rf"(?P<home>[{HAN}]{{2,6}}?)(?:居民区)?的(?:老|新|前任|代理)*\Z")
_SAID = re.compile(r"(?:老|新|前任|代理|上任)\Z")
_REACH = 10


def residents_body(title: Title, resolver: Resolver) -> str:
    """The body of a post with the name of a 居民区 right before it; "" for none."""
    if not (tail := _tail(title.role)):
        return ""
    text = resolver.lines[title.line].text
    stems = resolver.estates.stems
    owner = _SAID.sub("", title.owner).removesuffix("居民区")
    if owner in stems:
        return owner + tail
    if owner:
        return ""
    start = min(title.start, title.owner_start)
    for of in _OF.finditer(text, max(0, start - _REACH), start):
        for cut in range(len(of["home"]) - 1):
            if of["home"][cut:] in stems:
                return of["home"][cut:] + tail
    return ""


def residents_near(title: Title, resolver: Resolver, low: tuple[int, int]) -> str:
    """The body of a bare post behind a 居民区 that its sentence names last, not before
    `low`; "" for none."""
    tail = _tail(title.role)
    if not tail or title.owner:
        return ""
    home = resolver.estates.home(title.line, title.start, low)
    return home + tail if home else ""


def _tail(role: str) -> str:
    if role in _PARTY:
        return "居民区党总支"
    if role in _COMMITTEE:
        return "居民区居委会"
    return "居民区" if role in _HOME else ""
