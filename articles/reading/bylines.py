"""Who wrote it: bylines and the signatures of letters.

"□记者 武 钢 通讯员 余 粮"      ->   names 武钢, 余粮
"文/武钢图/余粮"                ->   the same, printed without spaces
"某某居民区 居民 易小舟"        ->   name 易小舟, of a letter
"""

import re
from collections.abc import Collection
from itertools import pairwise

from articles.reading.closings import closing_label, is_labelling
from articles.reading.lexicon import words
from articles.reading.names import HAN, is_name, is_plain, split_names

STROKE = r"/／∕:：|｜"
#: those who write; a name behind one of them needs no known surname
POST = (
    rf"(?:{HAN}{{2,10}}?(?:街道|社区|居民区|居委会?|[镇乡村所办站队局校院]|[小中大]学|公司))?"
    r"(?:(?:本报|本刊|见习|实习|特约|首席|资深|全媒体|融媒体?|社区|小|志愿者|学生|校园|市民|居民|街道"
    rf"|驻{HAN}{{2,4}}|(?:(?!本[报刊]){HAN}){{1,7}}(?:[报刊台网]|融媒体?|中心))\s?)*"
    r"(?:记者|通讯员|实习生|评论员|撰稿人|特派员)(?:团|组|站)?+"
)
#: what somebody did, before or behind the name: 文/图 白露, 白露 摄影报道
DONE = (
    r"(?:特约撰稿|(?:撰稿|撰文|整理|采访|执笔|口述|讲述|记录|供稿)[人者]?"
    r"|撰写|(?:本文|特约|签约|文史)?作者|主笔|[投来]稿|编译|编写|翻译|采写"
    r"|(?:摄影|图文|综合)?报道|摄影|摄像|拍摄|供图|配图|插图|题图|漫画|绘图|图片|照片|文字"
    r"|图文并摄|图并文|文并[图摄]|文图|图文|文摄)"
)
KIND = rf"(?:{DONE}|[文图摄绘])"
LABEL = re.compile(rf"{POST}|本版{KIND}|{KIND}")
#: without one of these a line has no label
HINT = re.compile(
    "[文图摄绘画员生撰编译采述供]|记者|作者|整理|[执主]笔|[投来]稿|记录|报道|照片"
)
NARRATED = re.compile("(?:口述|讲述|自述)[人者]?")
#: 特约撰稿若水: no word goes on so
WRITTEN = re.compile("(?:特约)?撰稿人?|采写|执笔")
COLUMN = (
    "(?:手记|观察|调查|回访|札记|见闻|视线|走访|体验|来信"
    "|回音|回复|答复|追踪|点评|感言|寄语|[去来走探跟陪帮][一-鿿])"
)
EDITOR = re.compile("(?:责任?|值班|本版|见习)?(?:编辑|编审|校对|排版|美编|版式|审核)")
#: 本报讯, 记者手记: what stands beside names and is none
BESIDE = re.compile(rf"{HAN}{{0,6}}[报刊台]讯|记者{COLUMN}")
#: 记者武钢, 摄影白露: a label without a space behind it
GLUED = re.compile(
    rf"(?<!答)(?P<label>{POST}|作者|采写|摄影(?:报道)?"
    r"|(?:(?:特约)?撰稿|撰文|整理|口述|执笔|讲述|供稿)[人者]?+)"
    rf"(?={HAN})(?!(?<=记者){COLUMN})"
)
#: 武钢图/余粮: a label behind a name without a space, and a stroke behind the label
STROKED = re.compile(
    rf"(?<={HAN}{{2}})(?<!并)(?=(?:撰文|摄影|[文图摄])[/／∕｜|])(?<!撰(?=文))(?<!摄(?=影))"
)
#: 武钢整理
TRAILING = re.compile(
    rf"(?<={HAN}{{2}})(?<!特约|签约|本文|文史)(?={DONE}(?:$|[\s）)】\]{STROKE}]))"
)
#: 记者 武钢通讯员, the next name on the line below
NAMED = re.compile(rf"(?<!{HAN})(?P<name>{HAN}{{2,4}})(?=(?:通讯员|实习生)(?!{HAN}))")
#: 武钢文 余粮图
PAIRED = re.compile(
    rf"(?<!{HAN})({HAN}{{2,3}})(文)([\s{STROKE}、]+{HAN}{{2,3}})([图摄])$"
)
#: 文武钢/图余粮
BOTH = re.compile(rf"^文({HAN}{{2,3}})[\s{STROKE}]?([图摄])({HAN}{{2,3}})$")
MARK = re.compile(r"^\s*(?:[□■◎●▲△○◇◆◉☉▢☐\[【〔(（]|[—－-]{1,3}|口(?!述))?\s*")
SIGNING = tuple("□▢☐◎○◇◉☉")  # marks that stand before the name of a writer
PARTS = re.compile(r"[\s:：/／∕|｜、，,;；()（）\[\]【】〔〕□■]+")
APART = re.compile(rf"[\s{STROKE}()（）【】〔〕\[\]]")
STOP = re.compile("[。！？“”《》]")
#: 沈砚（右二）, 余粮（左）: who is seen in a picture
SEEN = re.compile("[（(](?:[前后中]排)?[左右中前后][起数]?[一二三四五六七八九]?[）)]")
LONGEST = 60  # characters of a byline
LONGEST_NAME = 4
WORD = re.compile(f"{HAN}{{2,3}}")  # a name that is a word as well
MOST_SPELT = 8  # single characters of one: 文 海 若 / 图 凌 霄
OPENING, CLOSING = "（(【[〔", "）)】]〕"
PEN_NAME = re.compile(r"^\W*([一-鿿]{2,3})\W*$")  # of what is known to be a byline
BARE = re.compile(r"[一-鿿·•\s、]+")
MOST_BARE = 4  # names without a label on one line
TOLD = re.compile("[的了着]")  # of justified text, not of names
NO_NAMES = frozenset(
    (
        "综合",
        "本报",
        "集体",
        "本人",
        "资料",
        "网络",
        "受访者",
        "妇联",
        "侨联",
        "残联",
        "文联",
        "科协",
    )
)
#: 受访者提供: whose pictures they are
SUPPLIED = re.compile(f"{HAN}{{2,8}}(?:提供|供图)")
#: 指导老师 余粮, behind the pupil who wrote
GUIDED = re.compile(r"\s+指导(?:老师|教师)[\s:：]*(?:[一-鿿]\s?){2,4}$")
#: 文物局, 成人学校
OFFICE = re.compile(f"{HAN}{{2,}}[局办科处所站室厂校院部组会]")
#: of whom a signature tells, at its end
WHO = (
    "(?:居民|村民|业主|住户|街坊|读者|学生|学员|家长|职工|社工|老师|教师|律师|医生|医师|护士"
    "|民警|志愿者|工作者|家属|市民|网友|租客|摊主|店主|司机|骑手|患者|会员|员工|队员|党员)"
)
AFFILIATION = re.compile(
    r"(?:居民区|居委会?|小区|社区|街道|学校|小学|中学|幼儿园|大学|医院|公司|志愿者|读者|"
    r"支部|中心|路|弄|里|村|苑|园|坊|队|馆|会|所|局|院|法庭|服务站|社|年级|班|公寓|大厦|花园|家园)(?:居民|村民|业主|读者)?$"
    rf"|(?!指导){HAN}{{2}}{WHO}$|[路弄里村苑园坊区]\d+[号弄](?:楼|\d+室)?$"
)
#: 五（2）班: a bracket inside an affiliation
CLASS = re.compile(r"[（(](\d{1,2}|[一二三四五六七八九十])[)）](?=班)")
#: 解答：某某医院 宁小满
ANSWERING = re.compile(
    r"^(?:解答|答疑|点评|主讲|作者|撰稿|本期(?:专家|医生|律师|嘉宾)|(?:解答|答疑|受访)?(?:专家|律师|医生))[：:]\s?"
)
#: a signature printed without spaces: 某某居民区居民易小舟
RESIDENT = re.compile(
    r".{2}(?:居民|村民|住户|业主|街坊|读者|学生|学员|家长|老师|教师|志愿者|社工|\d班)$"
)
RUN_ON = re.compile(
    r"(?P<who>[一-鿿\d]{2,14}(?:居民|村民|住户|业主|街坊|读者|学生|学员|家长|老师|教师|志愿者|社工|\d班)"
    r"|读者|[一-鿿]{4,18}(?:[局办科处所站校院庭队]|中心|居委会?|公司))"
    rf"(?P<name>{HAN}{{2,4}})"
)
#: 老码头社区武小钢, of a common surname
NEIGHBOUR = re.compile(
    rf"(?P<who>{HAN}{{2,6}}(?:居民区|社区|小区|新村))(?P<name>{HAN}{{2,3}})(?<!女士|先生)"
)
#: 党总支, 居委会: what stands behind a neighbourhood more often
BODY = re.compile("^[党团居业物]|[局办科处所站室厂校院部组会队心委团社联支]$")
#: 外地来的病人家属武小钢, where somebody signs
DESCRIBED = re.compile(rf"(?P<who>{HAN}{{2,12}}{WHO})(?P<name>{HAN}{{2,4}})")
#: （作者系枫桥里街道政协委员 易小舟）
AUTHOR = re.compile(
    r"作者(?:系|为|是)(?P<who>[^，。\s]{2,24}?(?:员|代表|[老教律医]师|长|人|家|者|主任|书记|主席|居民|业主))"
    rf"(?P<gap>\s?)(?P<name>{HAN}(?:\s?{HAN}){{1,3}})"
)
#: 易小舟（某某居民区居民）
TOLD_BEHIND = re.compile(rf"(?P<name>{HAN}{{2,4}}) ?[（(](?P<who>{HAN}{{4,20}})[）)]")
#: what is told of a picture, in front of its photographer
SHOWN = re.compile("[在为向给把被的了着和与跟正将]")
PLACE = re.compile(f"{HAN}+[区县市镇乡村街路里弄坊园苑]")
DESCRIPTION = re.compile(
    r"^(?:居民|读者|志愿者|业主|退休[一-鿿]{1,4}|(?!指导)[一-鿿]{0,5}(?:老师|教师|学生|医生|作家|员|长|人|士|主任|书记))$"
)


def is_byline(spaced: str) -> bool:
    """Whether a line says who wrote the article."""
    if len(spaced) > LONGEST or closing_label(spaced):
        return False
    if STOP.search(spaced) or SEEN.search(spaced):
        return False
    return bool(parse(spaced))


def names_of(spaced: str) -> tuple[str, ...]:
    """The bare names of a byline, of the signature of a letter, or of names alone."""
    found = parse(spaced) or []
    if not found and is_letter_signature(spaced, sure=True):
        found = [split_signature(spaced, sure=True)[1]]
    found = found or bare_names(spaced) or PEN_NAME.findall(spaced)
    return tuple(dict.fromkeys(found))


def parse(spaced: str) -> list[str] | None:
    """The names of a line that holds labels and names only, else None."""
    if not (HINT.search(spaced) or spaced.lstrip().startswith(SIGNING)):
        return None
    text = CLASS.sub(r"\1", MARK.sub("", GUIDED.sub("", spaced)))
    parts = [part for part in PARTS.split(set_apart(text)) if part]
    labels = [part for part in parts if LABEL.fullmatch(part)]
    if not labels and not spaced.lstrip().startswith(SIGNING):
        return None
    if is_spelt(parts, text):
        return None
    groups = [""]
    for part in without_narrator(without_editors(parts), labels):
        if part in labels:
            groups.append("")
        elif not is_beside(part):
            groups[-1] += " " + name_in(part)
    names = [name for group in groups for name in split_names(group)]
    names = [name for name in names if name not in NO_NAMES]
    posts = any(re.fullmatch(POST, label) for label in labels)
    stroked = posts or bool(labels and re.search(f"[{STROKE}]", text))
    apart = posts or (bool(labels) and bool(APART.search(spaced.strip())))
    apart = apart or bool(WRITTEN.match(text))
    wide = {name for name in names if is_wide(name, text)}
    signed = spaced.lstrip().startswith(SIGNING) and posts
    if all(
        name in wide
        or is_writer(name, stroked, apart)
        or (signed and WORD.fullmatch(name))
        for name in names
    ):
        return names
    return None


def name_in(part: str) -> str:
    """A word of a byline, of an affiliation with a name behind it only the name."""
    run = find_run_on(part, sure=True) if len(part) > LONGEST_NAME else None
    return run["name"] if run else part


def without_editors(parts: list[str]) -> list[str]:
    """The words of a byline up to those who did not write: 采写 武钢 | 编辑 余粮."""
    for place, part in enumerate(parts):
        if place and EDITOR.fullmatch(part):
            return parts[:place]
    return parts


def without_narrator(parts: list[str], labels: list[str]) -> list[str]:
    """The words of a byline without who told what another wrote down: 口述 沈砚."""
    if len(labels) < 2 or not NARRATED.fullmatch(parts[0]):
        return parts
    return parts[parts.index(labels[1]) :]


def set_apart(text: str) -> str:
    """A byline with a space on both sides of every label."""
    text = BOTH.sub(r"文 \1 \2 \3", text)
    text = PAIRED.sub(r"\1 \2\3 \4", text)
    text = GLUED.sub(r" \g<label> ", STROKED.sub(" ", text))
    text = NAMED.sub(lambda found: found[0] + " " * is_name(found[0]), text)
    return TRAILING.sub(" ", text)


def is_spelt(parts: list[str], text: str) -> bool:
    """Whether single characters spell words, not names: 文 明 新 风, justified text."""
    if any(len(part) > 1 for part in parts):
        return False
    if len(parts) > MOST_SPELT or re.search("[，、]", text):
        return True
    words_apart = any(is_plain(left + right) for left, right in pairwise(parts[:2]))
    return words_apart and not re.search(f"[{STROKE}]", text)


def is_beside(part: str) -> bool:
    """Whether a word tells of the writer or of the report: 本报讯, 某某居委会."""
    if BESIDE.fullmatch(part) or SUPPLIED.fullmatch(part):
        return True
    told = AFFILIATION.search(part) or DESCRIPTION.match(part)
    return len(part) > 3 and bool(told) and not (is_name(part) or SHOWN.search(part))


def is_writer(name: str, stroked: bool, apart: bool) -> bool:
    """Whether a word can be a name here; a pen name needs a label set `apart`."""
    if not re.fullmatch("[一-鿿·•]+", name):
        return False
    if is_name(name):
        return (stroked or not is_plain(name)) and not OFFICE.fullmatch(name)
    if not apart or not 2 <= len(name) <= 3 or OFFICE.fullmatch(name):
        return False
    return words("common_words").isdisjoint((name, name[:2], name[1:]))


def is_wide(name: str, text: str) -> bool:
    """Whether a name of two or three characters is printed with spaces between."""
    return 2 <= len(name) <= 3 and bool(re.search(r"\s+".join(name), text))


def bare_names(spaced: str, known: Collection[str] = ()) -> list[str]:
    """The names of a line that holds nothing else, or nothing; `known` are names."""
    text = MARK.sub("", spaced).rstrip(CLOSING)
    words_apart = text.replace("、", " ").split()
    if not BARE.fullmatch(text) or not words_apart or is_labelling(text):
        return []
    if text.endswith("摄") or TOLD.search(text):
        return []
    names = split_names(" ".join(words_apart))
    sure = (is_wide(name, text) or is_name(name) or name in known for name in names)
    return names if len(names) <= MOST_BARE and all(sure) else []


def is_letter_signature(spaced: str, sure: bool = False) -> bool:
    """Affiliation, description and name, most often with spaces between.

    Where it is `sure` that somebody signs, any surname may follow without a space.
    """
    if re.search("[，。！？；：“”《》、]|摄$", ANSWERING.sub("", spaced)):
        return False
    parts, name = split_signature(spaced, sure)
    if not 1 <= len(parts) <= 3 or len("".join(parts) + name) > 26:
        return False
    if OFFICE.fullmatch(name) or any(map(SHOWN.search, parts)):
        return False
    if not (is_name(name) or is_wide(name, spaced)):
        return False
    if AUTHOR.fullmatch(MARK.sub("", spaced).rstrip(CLOSING)):
        return True
    if spaced.endswith(("）", ")")) and OFFICE.fullmatch(parts[0]):
        return True
    return any(AFFILIATION.search(word) or DESCRIPTION.match(word) for word in parts)


def split_signature(spaced: str, sure: bool = False) -> tuple[list[str], str]:
    """The words of a signature before its name, and the name."""
    text = ANSWERING.sub("", MARK.sub("", GUIDED.sub("", spaced)))
    text = CLASS.sub(r"\1", text)
    if told := TOLD_BEHIND.fullmatch(text):
        return [told["who"]], told["name"]
    text = text.rstrip(CLOSING)
    author = AUTHOR.fullmatch(text)
    if author and (author["gap"] or is_name(author["name"])):
        return [author["who"]], "".join(author["name"].split())
    parts = text.split()
    if len(parts) == 1 and (run := find_run_on(parts[0], sure)):
        return [run["who"]], run["name"]
    single = (place for place, part in enumerate(reversed(parts)) if len(part) > 1)
    size = max(1, min(3, next(single, len(parts))))
    return parts[:-size], "".join(parts[-size:])


def find_run_on(text: str, sure: bool = False) -> re.Match | None:
    """A name directly behind an affiliation: a common one behind an office."""
    if sure:
        runs = (shape.fullmatch(text) for shape in (NEIGHBOUR, RUN_ON, DESCRIBED))
        return next((run for run in runs if run and names_person(run)), None)
    run = RUN_ON.fullmatch(text) or NEIGHBOUR.fullmatch(text)
    if run is None or RESIDENT.search(run["who"]):
        return run
    common = has_common_surname(run["name"])
    if run["who"] == "读者":
        return run if common or not is_plain(run["name"]) else None
    return run if common and not is_plain(run["name"]) else None


def has_common_surname(name: str) -> bool:
    """Whether two or three characters begin with a common surname."""
    return name[0] in words("common_surnames") and len(name) < 4


def names_writer(spaced: str) -> bool:
    """Whether what stands in brackets is a byline, a letter's signature or a name."""
    return (
        is_byline(spaced)
        or is_letter_signature(spaced)
        or signs_alone(spaced)
        or is_neighbour(spaced)
    )


def is_neighbour(spaced: str) -> bool:
    """Whether brackets hold a name behind a neighbourhood: （老码头居民区武小钢）."""
    found = NEIGHBOUR.fullmatch(MARK.sub("", spaced).rstrip(CLOSING))
    if not found or spaced[:1] not in OPENING or is_plain(found["name"]):
        return False
    return names_person(found)


def names_person(run: re.Match) -> bool:
    """Whether what stands behind an affiliation is a name and no part of a body."""
    return is_name(run["name"]) and not BODY.search(run["name"])


def signs_alone(spaced: str) -> bool:
    """Whether brackets below an article hold a person's name: （沈 砚）."""
    names = bare_names(spaced)
    bracketed = spaced[:1] in OPENING and spaced[-1:] in CLOSING
    if not (names and bracketed) or len(names) > spaced.count(" ") + 1:
        return False
    return not any(
        is_plain(name) or OFFICE.fullmatch(name) or PLACE.fullmatch(name)
        for name in names
    )
