"""Bodies named in a text: where, what kind, and the full name.

虹口区区委宣传部、街道党工委    -> 虹口区委宣传部, 欧阳路街道党工委
区桥梁隧道检测所               -> an ending too plain for the list, but an area in front
"""

import re
from bisect import bisect_right
from dataclasses import replace

from people.extraction.boundaries import has_boundary, name_start
from people.extraction.followers import follow_strength
from people.extraction.fronts import (
    Body,
    without_lead,
    without_preposition,
    without_sort,
    without_verb,
)
from people.extraction.kinds import kind_of
from people.extraction.lines import Line
from people.extraction.parts import unit_of
from people.extraction.resolver import Resolver
from people.extraction.salience import Salience
from people.extraction.wordlists import alternation, table, words

_ENDING = re.compile(alternation(table("organization_endings")))
_SHORT_FORM = re.compile(
    r"（(?:以下|下)?简?称(?:为|作)?[“「]?(?P<short>[^”」）]{2,12})[”」]?）"
)
# What may not follow an ending: 大学生, 中心城区, 公司里.
_NO_END = re.compile(
    r"大学(?=生(?![物命]))|[中小]学(?=生(?!物)|时|部)|团(?=[队员体结购聚])"
    r"|中心(?=思想|城区|地带|任务|工作|组|城镇|广场|绿地|花园|公园|草坪|位置)"
    r"|学院(?=派)|局(?=面|部|限|势)|党组(?=织)|办公室(?=里|墙)|学校(?=里)|集团(?=军)"
    r"|银行(?=卡|账)|公司(?=里)|厂(?=房|区|里|子)|(?<=厂)厂(?=长)|工会(?=会员)|党小组(?=长)|街道办(?=事)"
    r"|楼组(?=长|自)|[大中支总]队(?=长)|队(?=伍|员|友|列)|平台(?=期)|工作组(?=长)|专班(?=长)|平台(?=上)"
    r"|人大(?=代表)|政协(?=委员(?!会))|委(?=员|会(?!议))|(?<=协)商会|(?<=居委)会(?=议)|社区党委(?=员)|医院(?=里)"
    r"|学会(?=[了用做写看唱跳画包修认说])|(?<=[先要能都没才员民们])学会"
)
_STATION = re.compile("[一-龥]{2,4}站(?!长|点)")
# 个体劳动者协会|柳林分会
_CHAPTER = re.compile("[一-龥]{2,6}分会")
_YEAR = re.compile(r"(?:19|20)\d{2}年(?:度)?|\d+余?[家名个]?")
_CITY = re.compile(rf"(?<![次届])(?:{alternation(words('cities'))})")
# 国家统计局上海调查总队: an area inside a name has a body in front.
_BODY_BEFORE = re.compile(
    r"(?:银行|邮政|移动|电信|联通|石化|石油|电力|国网|铁塔|人保|太保|民航|福利彩票|共青团|民[盟建革进]|致公党|农工党|九三学社|总局|大学|公司|集团|局|部|院|总队|行|学会|协会|中国|全国|总会|馆|店|社|厂|寿|险)\Z"
)
_CITY_BEFORE = re.compile(alternation(words("cities")) + r"\Z")
_RELATIVE = re.compile(r"本?街道|[镇乡县市]|区(?!域)")
_DOUBLED = re.compile(r"([一-龥]{2,6})\1")
_HOME = re.compile("新村|[一二三四五六七八九十]村|公寓|家园|小区|宿舍|大院")
_LONGEST_PLAIN = 16
_BARE = words("generic_bodies") | words("street_bodies") | words("unit_parts")
_OF_RESIDENTS = frozenset(["居委", "居委会", "居民委员会", "业委会", "业主委员会"])


def find_bodies(lines: tuple[Line, ...], resolver: Resolver) -> tuple[Body, ...]:
    """Every body of the text in reading order, with its full name."""
    raw = []
    for index, line in enumerate(lines):
        listed = _listed(index, line, resolver)
        raw += sorted(
            listed + _plain(index, line, listed, resolver), key=lambda body: body.start
        )
    raw = [without_sort(without_preposition(body, resolver)) for body in raw]
    alone = frozenset(body.printed for body in raw) - _BARE
    raw = [without_lead(body, alone, resolver) for body in raw]
    _learn(raw, resolver)
    for body in raw:
        _learn_short_form(lines, body, resolver)
    bodies = tuple(_resolve(without_verb(body, resolver), resolver) for body in raw)
    resolver.salience = Salience(lines, bodies)
    return bodies


def _learn(raw: list[Body], resolver: Resolver) -> None:
    """The bodies named in full, and 街道联席会议 by what it means."""
    for body in raw:
        relative = _RELATIVE.match(body.printed)
        if body.printed in words("generic_bodies") or relative:
            continue
        if resolver.is_full(body.printed) or len(body.printed) >= 5:
            resolver.learn(body.printed)
            if (unit := unit_of(body.printed)) != body.printed and len(unit) >= 5:
                resolver.learn(unit)
    for body in raw:
        if _RELATIVE.match(body.printed) and len(body.printed) >= 7:
            name, _ = resolver.complete(body.printed, body.line, body.start)
            if name:
                resolver.learn(name)


def _listed(index: int, line: Line, resolver: Resolver) -> list[Body]:
    """Bodies with an ending of the list; of endings that touch only the last counts."""
    text = line.text
    found: list[Body] = []
    for match in _ENDING.finditer(text):
        if _goes_on(text, match):
            continue
        start = _start(index, text, match.start(), resolver)
        landmark = found and text.startswith(("居民区", "社区"), found[-1].end)
        if landmark and start == found[-1].start:
            # 北码头|居民区居委会: a neighbourhood that bears the name of a place.
            found.pop()
        if found and start < found[-1].end and match[0] in _OF_RESIDENTS:
            # 街道武装部菱湖居委: two bodies with nothing between; 纱厂|新村业委会: one.
            home = _HOME.match(text, found[-1].end)
            start = start if home else max(start, found[-1].end)
        if found and start < found[-1].end < match.start():
            start = _behind_link(index, text, found[-1].end, start, resolver)
        if found and start < found[-1].end:
            if found[-1].end < match.start() and start > found[-1].start:
                continue
            start = min(start, found[-1].start)
            found.pop()
        elif found and found[-1].end == match.start() and start == match.start():
            start = found.pop().start
        end = _part_end(text, match)
        printed = text[start:end]
        found.append(
            Body(index, start, end, printed, "", kind_of(text[start : match.end()]))
        )
    return found


def _part_end(text: str, ending: re.Match) -> int:
    """消防救援支队|柳林站, 摄影家协会|柳林分会: where the part behind it ends."""
    if ending[0][-2:] in ("协会", "商会", "学会"):
        chapter = _CHAPTER.match(text, ending.end())
        return chapter.end() if chapter else ending.end()
    station = _STATION.match(text, ending.end()) if ending[0][-1] == "队" else None
    stands = station and follow_strength(text, station.end()) >= 2.0
    return station.end() if stands else ending.end()


def _behind_link(
    index: int, text: str, end: int, start: int, resolver: Resolver
) -> int:
    """X中心|同|Y公司, X中心|揭牌|街道党工委: where the second body begins."""
    if text[end] == "同":
        return end + 1
    areas = {area.start for area in resolver.areas.get(index, ())}
    if text[end : end + 2] in words("followers") and (
        end + 2 in areas or text.startswith("街道", end + 2)
    ):
        return end + 2
    return start


def _start(index: int, text: str, end: int, resolver: Resolver) -> int:
    """Where the name begins whose ending begins at `end`: behind the last word of
    boundary, and no earlier than the area or 街道 that it carries in front."""
    line = resolver.lines[index]
    breaks = line.breaks
    last = bisect_right(breaks, end) - 1
    floor = breaks[last] if last >= 0 else 0
    start = name_start(text, floor, end)
    if start == end and (city := _CITY.search(text, max(floor, end - 6), end)):
        # 上海坡|上|律师事务所: the word of boundary is part of the name.
        start = city.start()
    doubled = _DOUBLED.match(text, start)
    if doubled and doubled.end() <= end and start + len(doubled[1]) in line.gaps:
        # 柳林　柳林居委会: a label before the first word.
        start += len(doubled[1])
    year = _YEAR.match(text, start, end)
    if year:
        start = year.end()
    areas = resolver.areas.get(index, [])
    last = bisect_right(resolver.area_starts.get(index, []), end) - 1
    inner = None
    while last >= 0 and areas[last].start >= start:
        if inner is None or areas[last].end == inner:
            inner = areas[last].start
        last -= 1
    if inner is None:
        city = _CITY.search(text, start, end)
        inner = city.start() if city else None
    if inner is None:
        street = text.rfind("街道", start, end)
        inner = street if street > start else None
    if inner is None:
        return start
    city = _CITY_BEFORE.search(text, start, inner)
    before = city.start() if city else inner
    return start if _BODY_BEFORE.search(text, start, before) else inner


def _goes_on(text: str, match: re.Match) -> bool:
    """The ending goes on as another word: 大学|生, 公司|里."""
    return any(
        (cut := _NO_END.match(text, position)) and cut.end() >= match.end()
        for position in range(match.start(), match.end())
    )


def _plain(
    index: int, line: Line, listed: list[Body], resolver: Resolver
) -> list[Body]:
    """Bodies of an area or the city with an ending too plain for the list:
    澄江区隧道检测所."""
    text, found = line.text, []
    taken = [body.start for body in listed]
    for start, end in _area_spans(index, text, resolver):
        before = bisect_right(taken, start) - 1
        if before >= 0 and start < listed[before].end:
            continue
        for stop in _plain_readings(text, end):
            if has_boundary(text, end, stop):
                break
            if follow_strength(text, stop) >= 2.0:
                printed = text[start:stop]
                found.append(Body(index, start, stop, printed, "", kind_of(printed)))
                break
    return found


def _area_spans(index: int, text: str, resolver: Resolver) -> list[tuple[int, int]]:
    spans = [(area.start, area.end) for area in resolver.areas.get(index, ())]
    if resolver.home.city.endswith("市"):
        spans += [found.span() for found in re.finditer(resolver.home.city, text)]
    return sorted(spans)


def _plain_readings(text: str, start: int):
    """Places behind a plain ending, the nearest first."""
    for end in range(start, min(len(text), start + _LONGEST_PLAIN)):
        if not "\u4e00" <= text[end] <= "\u9fff":
            return
        if end >= start + 2 and text[end] in "所站队社团馆院局办处署":
            yield end + 1


def _learn_short_form(lines: tuple[Line, ...], body: Body, resolver: Resolver) -> None:
    match = _SHORT_FORM.match(lines[body.line].text, body.end)
    if match:
        name, _ = resolver.complete(body.printed, body.line, body.start)
        if name:
            resolver.short_forms[match["short"]] = name


def _resolve(body: Body, resolver: Resolver) -> Body:
    name, rule = resolver.complete(body.printed, body.line, body.start)
    return replace(body, name=name, rule=rule, kind=kind_of(name or body.printed))
