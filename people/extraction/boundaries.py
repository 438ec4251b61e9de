"""Where the name of a body may begin.

大会由青石街道党工委        ->  青石街道党工委 begins after 由
到和平路小学参观            ->  和平路小学 begins after 到, not after 和
"""

import re

from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN
from people.extraction.wordlists import alternation, words

#: No name of a body is longer; keeps the search linear.
LONGEST = 36
#: 单位工会 has this length: no name of one body.
_SHORTEST_BODY = 5

_RUN = re.compile(rf"[{HAN}A-Za-z0-9+（）“”]+\Z")
_BOUNDARY = re.compile(
    rf"(?:{alternation(words('inside_words'))})"
    rf"|(?P<stop>{alternation(words('before_bodies'))})"
)
_COUNT = re.compile(
    r"(?<=[上本首新])一?届|\d*(?:新|上|本|首|第[一二三四五六七八九十\d]+)一?届"
    r"|(?:[头前后]|第)[一二两三四五六七八九十几]+次|第[一二三四五六七八九十]+名|[一二两三四五六七八九十百\d]+(?:个|家|名|位|支|所|条|场|次|项|处|年|届)"
)
# 和平路120号社区学校: an address in front.
_ADDRESS = re.compile(r"\d+号(?:楼|院)?(?![线桥])")
# 维修三支|志愿服务队, but 第三支队.
_SEVERAL = re.compile(r"(?<!第)[二两三四五六七八九十]+(?:支|家|位|名)(?![部队])")
# 总监票人为|青石街道纪工委, but not 以人为本; 甲同志|青石街道党工委.
_IS_SUCH = re.compile("[人员者长]为(?![人民了本])|同志(?!愿)")
_QUOTED = re.compile("“[^“”]*”")
_OPEN_CLOSE = (("（", "）"), ("“", "”"))
_AREA = rf"(?:{alternation(words('cities'))}|[{HAN}]{{2}}[区县市])"
# 临江区住房保障|和房屋管理局, 临江大学社会发展|与公共政策学院: half a name.
_OF_AREA = re.compile(
    rf"(?:{_AREA}|[区市县]|[{HAN}]{{0,6}}?街道)(?P<half>[{HAN}]{{2,8}})"
)
_OF_UNIT = re.compile(rf".{{2,}}(?:大学|学院|科学院|医院|公司)(?P<half>[{HAN}]{{2,6}})")
# 上海平野|原设计院, but 上海船厂原厂长
_OF_CITY = re.compile(rf"(?:{alternation(words('cities'))})[{HAN}]{{2,4}}")
_OTHER_HALF = re.compile(
    rf"(?!(?:[{HAN}]{{2,5}})?(?:街道|居民区|居委|派出所)|{_AREA}|[区市县])[{HAN}]{{2,9}}?"
    r"(?:[局所院系处科]|委员会|办公室|中心|协会|学会|研究会|基金会|促进会|联合会|总队)"
)
# Who or where, and so a word by itself: 区机关干部|和青石小学.
_WHO = re.compile(
    r"(?:[者员人民们导师生长街路弄楼店厂内外]|干部|班子|代表|企业|单位|商户|群众|机关|部门"
    r"|家庭|职工|团队|队伍|社区|小区|街道|园区|地区|公园|广场|现场|活动)\Z"
)
# 上海人人到|餐饮有限公司: what is left has no name of its own.
_NAMELESS = re.compile(
    rf"(?:{alternation(words('trades'))})+(?:股份|有限|责任|公司|集团)"
)
# 第二运营|公司
_LEGAL = re.compile("股份|有限|公司|集团")
# 他和|街道, 区和|街道: one character that is a word by itself.
_ALONE = frozenset("我你您他她它谁家人区市县镇乡村校园院企厂队党政军警医")
# At the head of a clause no place or time is before these: 后塘村, 上塘村.
_PLACE_WORDS = frozenset("后上下")
# 塔前|居民区: one character before such a word and a home behind it.
_HOME = re.compile("居民区|社区|新村|[一二三四五六七八九十]村|小区|菜场|小学|幼儿园")
# 前塘村, but 三年前|塘村
_FRONT_PLACE = re.compile(
    rf"(?<![年月日天之以此目先从周节会])前[{HAN}]{{1,2}}?[村乡镇宅](?![里长民])"
)
_FRONT = re.compile("单位|(?<![一-龥])据(?!点)")
_IS_HAN = re.compile(rf"[{HAN}]")
_NAMED = re.compile(rf"{_AREA}[{HAN}]{{1,6}}\Z")


def name_start(text: str, floor: int, end: int) -> int:
    """The place in `text[floor:end]` where a name that ends at `end` begins."""
    floor = max(floor, end - LONGEST)
    run = _RUN.search(text, floor, end)
    if run is None:
        return end
    start = first = _after_unbalanced(text, run.start(), end)
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    for match in _BOUNDARY.finditer(text, start, end):
        if not match["stop"] or any(a < match.start() < b for a, b in quoted):
            continue
        if not _is_inside(text, start, match, start > first):
            start = match.end()
    for front in (_ADDRESS, _SEVERAL, _IS_SUCH):
        for found in front.finditer(text, start, end):
            start = found.end()
    if end - start > _SHORTEST_BODY:
        # 承建|单位|某某公司, 据|区统计局
        front = _FRONT.match(text, start)
        start = front.end() if front else start
    count = _COUNT.match(text, start, end)
    return count.end() if count else start


def _is_inside(text: str, start: int, stop: re.Match, behind: bool = False) -> bool:
    """The word of boundary stands inside the name that begins at `start`, maybe
    `behind` another such word."""
    begins = start == 0 or not _IS_HAN.match(text, start - 1)
    first = stop.start() == start and stop["stop"] in _PLACE_WORDS
    if first and (begins or behind):
        return True
    named = stop.start() == start + 1 and text[start] not in _ALONE
    home = named and (begins or behind) and _HOME.match(text, stop.end())
    if stop["stop"] == "前" and (home or _FRONT_PLACE.match(text, stop.start())):
        return True
    if stop["stop"] in ("和", "与", "及"):
        if begins and named:
            # 瑞|和物业公司: one character is no item of a list.
            return True
        half = _OF_AREA.fullmatch(text, start, stop.start()) or _OF_UNIT.fullmatch(
            text, start, stop.start()
        )
        whole = half and (_WHO.search(half["half"]) or longest_ending(half["half"]))
        return bool(half and not whole and _OTHER_HALF.match(text, stop.end()))
    if stop["stop"] == "全国" and text[stop.start() - 1] in "次届":
        return True
    if stop["stop"] == "原" and (name := _OF_CITY.fullmatch(text, start, stop.start())):
        return not longest_ending(name[0])
    if stop["stop"] in ("运营", "经营") and _LEGAL.match(text, stop.end()):
        return True
    if stop.end() - stop.start() > 1 or not _NAMELESS.match(text, stop.end()):
        return False
    return bool(_NAMED.match(text[start : stop.start()]))


def has_boundary(text: str, start: int, end: int) -> bool:
    """A word of the list stands between: not one name."""
    return any(match["stop"] for match in _BOUNDARY.finditer(text, start, end))


def _after_unbalanced(text: str, start: int, end: int) -> int:
    """Skip past a bracket or quotation mark whose partner is outside the run."""
    for opening, closing in _OPEN_CLOSE:
        depth = 0
        for position in range(end - 1, start - 1, -1):
            if text[position] == closing:
                depth += 1
            elif text[position] == opening:
                if depth == 0:
                    start = position + 1
                    break
                depth -= 1
        else:
            if depth:
                start = text.rindex(closing, start, end) + 1
    return start
