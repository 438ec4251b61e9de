"""What one line by itself proves to belong to the page and to no article.

"总第46期  内部资料 免费交流"            ->   of the masthead
"02/03版 值班编委：沈 砚 校对：白 芷"    ->   of the head or foot of a page
"扫码关注“枫桥里发布”"                  ->   furniture
"""

import re

from articles.reading.cleaning import SPACES
from articles.reading.lexicon import alternation, words

HAN = "[一-鿿]"
ONES = "一二三四五六七八九十"
# 2020年10月15日, 2020.10.15, 2020-10-15
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年|[./\-])\s*(?P<month>\d{1,2})"
    r"\s*(?:月|[./\-])\s*(?P<day>\d{1,2})(?:\s*日)?"
)
# 二〇二〇年十月十五日
WRITTEN_DATE = re.compile(
    rf"(?P<year>[二一][〇○零九][〇○零{ONES}]{{2}})年"
    rf"(?P<month>[{ONES}]{{1,2}})月(?P<day>[{ONES}]{{1,3}})日"
)
# 十月十五日
DAY = re.compile(rf"(?:\d{{1,2}}|[{ONES}]{{1,2}})月(?:\d{{1,2}}|[{ONES}]{{1,3}})日")
# 星期四, 农历九月廿九, 庚子年九月
CALENDAR = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日]|(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)"
    rf"[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥年]*[{ONES}正冬腊闰廿初卅月日]*"
)
# 第318期, 总第164期, 2024年第5期, No.46
NUMBER = re.compile(
    r"[(（]?(?:(?:19|20)\d\d年)?(?P<total>总)?(?:总|第)*"
    r"(?P<number>\d{1,5}|[零〇一二三四五六七八九十百千]+)期[)）]?"
    r"|(?:NO|No)[.．:：]?\s*(?P<latin>\d{1,5})"
)
# 今日4版, 本期共八版, 四开四版
EXTENT = re.compile(
    rf"(?:今日|本期|本报|共|对开|四开)+[\d{ONES}]+[版张页]|[对四八48]开(?:[\d{ONES}]+[版张])?(?![一-鿿])"
)
# 每周四出版, 逢双月出刊
SCHEDULE = re.compile(
    rf"[每逢][双单半]?[周月旬日季][{ONES}日\d、\-—至]{{0,6}}[日号]?(?:出版|出刊|发行|出报)"
)
# 2 要闻, but not: 18 日上午
LEADING = re.compile(
    rf"[{SPACES}]*(?P<number>[A-D]?\d{{1,2}})"
    rf"(?=[{SPACES}]|$|{HAN}{{2,4}}(?:[{SPACES}]|$))(?![{SPACES}]*[年月日时分点个人名号岁元位户楼次项条届])"
)
#: 民生 3, 要闻·01
TRAILING = re.compile(
    rf"(?<={HAN})[{SPACES}]*[·|｜/／{SPACES}][{SPACES}]*[A-D]?\d{{1,2}}[{SPACES}]*$"
)
PAGE_CODE = re.compile(r"(?<!\S)[A-D]\d{1,2}(?!\S)")
#: A03｜民生
BESIDE_NUMBER = re.compile(r"(?<=\d)\s*[|｜](?!\d)|(?<!\d)[|｜]\s*(?=[A-D]?\d{1,2}$)")
BULLET = re.compile("[■●◆▲★]")
PAGE_NUMBER = re.compile(rf"[A-D]?\d{{1,2}}|第?[\d{ONES}]{{1,2}}版")
# （下转第3版）, (上接1版)
JUMP = re.compile(
    r"[(（【]?[▶▲◀]?(?:下转|上接|紧接|转|接)第?[A-D]?[\d一二三四五六七八九十]{1,3}版[^。）)]{0,12}[)）】]?"
)
# 责任编辑：宫 商  视觉设计 石 青
LABEL = alternation("editor_labels") + "(?![师部组院室所者员])"
PERSON = rf"(?:[一-鿿·][{SPACES}]?){{2,4}}?"
MEMBER = (
    rf"(?P<label>{LABEL})(?P<mark>[{SPACES}]*[:：/／∕|｜])?[{SPACES}]*"
    rf"(?P<names>{PERSON}(?:[{SPACES}、，/／∕]*{PERSON}){{0,5}}?)"
    rf"(?=[{SPACES}、，/／∕·|｜]*(?:$|{LABEL}|\d|[A-Za-z])|[{SPACES}]{{2}})"
)
EDITORS = re.compile(MEMBER)
CREW = re.compile(
    rf"(?<!{HAN})(?:{re.sub(r'[?]P<[a-z]+>', '?:', MEMBER)}[{SPACES}、，]*)+"
)
# 宫 商, a name of two characters set as wide as one of three
SET_WIDE = re.compile(rf"(?<!{HAN}){HAN}[{SPACES}]{HAN}(?!{HAN})")
# 第2版, A03版, 02/03 版
PAGE = re.compile(
    rf"(?<!{HAN})(?:第\s*(?P<number>[A-D]?\d{{1,2}}|[{ONES}]{{1,3}})\s*版"
    rf"|(?P<bare>[A-D]?\d{{1,2}}|[{ONES}]{{1,3}})"
    rf"(?:\s*[/／∕、·\-—~～]\s*[A-D]?\d{{1,2}})?\s*版(?:(?!{HAN})|(?={LABEL})))"
)
# 枫桥晨报, 枫桥里社区报, 今日枫桥
TITLE = re.compile(
    rf"{HAN}{{1,8}}{alternation('paper_names')}|{alternation('paper_openings')}{HAN}{{1,4}}"
)
#: 喜报, 天气预报: what is told, not who tells it
TOLD = re.compile("(?:[通喜捷战海预申举]报|天气)$")
# 社区晨报·老码头
TITLE_OF = re.compile(
    rf"(?P<title>{HAN}{{1,6}}{alternation('paper_names')})[·•・｜|—\-](?P<edition>{HAN}{{2,6}})"
)
LATIN = re.compile(r"[A-Z][A-Z\s&'.,·\-]{4,}")
SLASHED = re.compile(
    rf"(?:{HAN}{{1,4}}[{SPACES}]*[/／∕|｜·][{SPACES}]*){{3,}}{HAN}{{1,4}}"
)
PUBLISHER = re.compile(
    r"(?!由)(?P<name>(?:(?![由的了是在])[一-鿿、（）()·]){3,40}?)"
    r"(?:(?:联合|共同)(?:出版|主办|承办|编印)|编辑出版|编印|主管主办|出版|主办)"
)
PUBLISHER_LABEL = re.compile(
    r"(?:主办|主管|承办|协办|出版|编印|编辑)(?:单位)?[:：](?P<name>[一-鿿、（）()·]{3,40})"
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+\w|(?:\d{3,4}-)?\d{7,8}|\d{4}-\d{4}|\d{3,4}-\d{4}-\d{4}|1\d{10}"
)
# 电话：021-55512345, 地址：枫桥里路12号
CONTACT = re.compile(
    rf"(?:联系|编辑部|本报|本刊|咨询|分类|广告|订阅|发行|新闻|投诉)?(?:广告|电话|热线|传真|地址|邮箱|信箱|网址|[Ee]-?mail|QQ)"
    rf"[:：{SPACES}]*(?:{ADDRESS.pattern}|{HAN}{{2,14}}[路街弄道巷]\d+[号弄].{{0,10}})"
)
#: how an address goes on behind the number, at its end: 3楼, 社区中心内
WHERE = r"(?:[\d号弄室楼座层院内外栋幢元旁侧口心厦厅部社园店]|对面|附近|[)）])"
# 枫桥里路12号
STREET = re.compile(rf"{HAN}{{2,14}}[路街弄道巷]\d+[号弄](?:.{{0,9}}{WHERE})?")
# 投稿：…@…, 编辑部电话 5500-1234: whom to ask or where to write
REACHED = re.compile(rf"{HAN}{{2,6}}[:：]?(?:{ADDRESS.pattern}|{STREET.pattern})")
START = re.compile(alternation("furniture"))
#: what may follow the beginning of such a line in Chinese without a mark between
CALL = re.compile(
    "公众号|二维码|微信|视频号|注明|订阅|投稿|来稿|来信|关注|热线|提供|供稿|撰文|摄影"
    "|图片|不得|精彩|更多|详情"
)
# 更多内容请扫描二维码, 扫下方二维码关注我们
SCAN = re.compile(
    r"(?:更多|详情|全文|精彩|投稿)?[一-鿿]{0,5}[请可]?(?:扫|识别)(?:一扫|描)?"
    r"(?:[上下左右][方侧边面图]|此|本)?(?:二维码|码)"
    r"(?:后?(?:关注|查看|观看|阅读|了解|收听|收看|看|读|听).{0,10})?"
)
#: 读者来电：…… with what the reader tells
TOLD_THERE = re.compile(r"[一-鿿]{2,4}来[电信函][：:][^\d@]{12}")
#: 印刷 某某印务
PRINTER = re.compile(rf"(?:印刷|承印|印制)[:：]?{HAN}{{2,12}}(?:印务|印业|彩印|印刷厂)")
#: 来稿：…@…
WRITE_TO = re.compile(
    rf"(?:来稿|投稿|来信|来函|征稿|新闻线索){HAN}{{0,2}}[:：]?[\w.+-]+@[\w.-]+\w"
)
FIRM = re.compile("(?:公司|印务|印刷厂|事务所|中心)$")
FOLLOW = re.compile(
    r"关注(?:[“\"「‘][^。！？，]{2,16}[”\"」’](?:官方)?(?:微信)?(?:公众号|视频号|微博|客户端)?"
    r"|[^。！？，]{0,16}(?:公众号|视频号|微博|客户端|微信|发布|我们))"
)
ACCOUNT = re.compile(r"[“\"「‘][^。！？，”]{2,12}[”\"」’](?:官方)?(?:微信)?(?:公众号)?")
GUIDE = re.compile(
    r"P\d{1,2}\s?[^。！？]{4,30}"
    r"|.{0,40}(?:详见|见|▶|→|>>)第?[A-D]?[\d一二三四五六七八九十]{1,3}版"
    r"|[^。！？]{4,30}[/／∕|｜·•…\-—]+第?[A-D]?[\d一二三四五六七八九十]{1,3}版"
    r"|(?!.*本[报刊])[^。！？]{4,30}[（(]?第?[A-D]?\d{1,2}版[)）]?"
    r"|(?:▶|>)?第?[A-D]?\d{1,2}版(?![画本面图权纳税次])[|｜/／:：·•—▶>\-]*(?!.*[\d年月日])[^。！？]{5,30}"
    r"|(?!.*本报)[^。！？]{4,30}[（(]第?[A-D]?[\d一二三四五六七八九十]{1,3}版[)）]"
)
#: 导读: the head of a box of guides
GUIDES = re.compile("(?:[今本][日期]|要闻|新闻|内页|版面)?(?:导读|看点|要目|提要)")
#: 今天夜间到明天, 小雪转多云, 零下19℃至零下8℃: the weather beside a masthead
SKY = "(?:[小中大暴阵冻]|雷阵|雨夹)*[雨雪]|多云|晴|阴|[大浓轻]?雾|霾|沙尘|扬沙|浮尘"
WEATHER = re.compile(
    rf"(?=.*(?:{SKY}|[℃度级]|天气|气温|夜间|白天))"
    rf"(?:{SKY}|[今明后]?[天日晚](?:[上夜白][天间午])?|夜间|白天|[上下]午|天气预?报?|(?:最[高低])?(?:气温|温度)"
    r"|空气质量|湿度|[偏东西南北]+风|(?:微|阵)风|零下|局部|有时|间|转|到|至|有|或|并|为|伴"
    r"|[-−+]?\d{1,3}(?:[℃度级%]|摄氏度)?|[\s~～\-—－,，、:：/／]){3,}"
)
#: 枫桥天气: the label beside it
SKY_LABEL = re.compile(f"{HAN}{{2,4}}天气")
NOISE = re.compile(r"[\d\s.·|_\-–—=*~]+")
IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\))?|<[^>]+>|\[图片\]")
STOPS = re.compile("[。！？；]")
#: what no head of a page holds, but the middle of a text
RUNNING = re.compile(r"[。！？；，《》“”]|\d月\d|本[报刊]\d")
#: without one of these a line is no head of a page
HEAD_SIGN = re.compile(rf"[\d版·•・｜|—\-]|{LABEL}")
SEPARATORS = f"{SPACES}，,·|｜/／∕()（）:：—-"


#: what a whole line of the page is
SHAPES = (FOLLOW, GUIDE, SCAN, WEATHER, PRINTER, WRITE_TO)


def is_furniture(text: str) -> bool:
    """QR lines, guides to other pages, addresses of the paper, pictures of markdown."""
    if IMAGE.fullmatch(text) or NOISE.fullmatch(text):
        return True
    if STOPS.search(text[:-1]) or len(text) > 60:
        return False
    if any(each.fullmatch(text) for each in SHAPES):
        return True
    if TOLD_THERE.match(text):
        return False
    start = START.match(text.lstrip("（([【"))
    return bool(start) and ends_label(text[text.index(start[0]) + len(start[0]) :])


def ends_label(rest: str) -> bool:
    """Whether what follows 扫码, 投稿邮箱 ... is no sentence that goes on."""
    if not re.match(HAN, rest) or len(rest) <= 2 or CALL.search(rest):
        return True
    return bool(FIRM.search(rest)) or is_furniture(rest)


def is_masthead(text: str) -> bool:
    """English title, slogan with strokes, publisher, number, date."""
    if LATIN.fullmatch(text) or SLASHED.fullmatch(text):
        return True
    if PUBLISHER.fullmatch(text):
        return True
    rest = text
    for pattern in (DATE, WRITTEN_DATE, SCHEDULE, CALENDAR, NUMBER, EXTENT):
        rest = pattern.sub("", rest)
    left = rest.strip(f"{SEPARATORS}第号总")
    return rest != text and (not left or is_furniture(left))


def is_folio(spaced: str) -> bool:
    """Whether the line is put together from page number, page name, date, editors,
    the name of the paper; `spaced` keeps one space where print leaves a gap."""
    spaced = BESIDE_NUMBER.sub("  ", BULLET.sub("  ", spaced))
    if not HEAD_SIGN.search(spaced):
        return False
    rest, dated = DATE.subn("  ", spaced)
    if RUNNING.search(rest):
        return False
    rest, strong = TITLE_OF.subn("  ", rest)
    for pattern in (CALENDAR, NUMBER, EXTENT, CONTACT, ADDRESS):
        rest = pattern.sub("  ", rest)
    rest, found = PAGE.subn("  ", rest, count=1)
    rest, coded = PAGE_CODE.subn("  ", rest)
    strong += found + bool(coded and (dated or is_page_name(rest.strip())))
    crew = CREW.findall(rest)
    rest = CREW.sub("  ", rest)
    first = None if found else LEADING.match(rest) or TRAILING.search(rest)
    parts = rest.replace(first[0], " ", 1).split() if first else rest.split()
    others = [part for part in parts if part.strip(SEPARATORS)]
    names = [part for part in others if not is_title(part)]
    titled = len(names) < len(others)
    sure = any(map(is_sure_crew, crew))
    strong += sure or bool(crew and (strong or dated or titled))
    strong += bool(dated and titled)
    strong += bool(
        first and (dated or titled or (others and all(map(is_page_name, others))))
    )
    if not strong or len(names) > 2:
        return False
    return all(len(name) <= 6 for name in names)


def is_sure_crew(text: str) -> bool:
    """Whether this is a list of editors without anything beside it: 编辑：宫商,
    值班主编 朱砂, 编辑 宫 商; but 统筹 推进 may be a heading."""
    found = list(EDITORS.finditer(text))
    return len(found) > 1 or any(
        each["mark"] or len(each["label"]) > 3 or SET_WIDE.search(each["names"])
        for each in found
    )


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return any(each.fullmatch(text) for each in (DATE, WRITTEN_DATE, DAY))


def is_weak_folio(text: str) -> bool:
    """What is of a page head beside one only: 编辑宫商, 3 巷尾."""
    first = LEADING.match(text)
    short = bool(first) and len(text[first.end() :].strip()) <= 4
    return short or bool(CREW.fullmatch(text)) or is_page_name(text)


def is_weak_furniture(text: str) -> bool:
    """What is furniture beside furniture only: an address, a number, an account."""
    shapes = (ADDRESS, STREET, CONTACT, ACCOUNT, SKY_LABEL)
    return any(shape.fullmatch(text) for shape in shapes)


def is_contact(text: str) -> bool:
    """Whether a line by itself tells no more than an address or a number."""
    return bool(REACHED.fullmatch(text))


def is_title(text: str) -> bool:
    """Whether this can be the name of a paper: 枫桥里社区报, but not 图片新闻."""
    if not TITLE.fullmatch(text) or TOLD.search(text):
        return False
    return not (text in words("column_labels") or is_page_name(text))


def is_page_name(text: str) -> bool:
    """要闻, 民生·平安: what stands beside the number of a page."""
    parts = re.split(f"[·•・、{SPACES}]+", text)
    return all(part in words("page_names") for part in parts)
