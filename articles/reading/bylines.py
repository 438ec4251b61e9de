"""Who wrote it: bylines, signed letters, sign-offs in brackets, sources.

"□记者 武 钢 通讯员 余 粮"      ->   byline, names 武钢, 余粮
"某某居民区 居民 金不换"        ->   byline of a letter, name 金不换
"……由社区承办。（发展办）"      ->   sign-off 发展办
"来源：某某发布"                ->   source 某某发布
"""

import re

from articles.reading.lexicon import alternation, words

GAP = r"[ \t\u00a0\u3000]*"
#: those who write; a name behind one of them needs no known surname
POST = (
    r"(?:(?:本报|本刊|见习|实习|特约|首席|驻[一-鿿]{2,4}|社区|小|学生)\s?)*"
    r"(?:记者|通讯员|实习生|评论员|撰稿人)"
)
#: what somebody did, before or behind the name: 文/图 白露, 白露 摄影报道
KIND = (
    r"(?:特约撰稿|撰稿|撰文|作者|编译|整理|采写|口述|记录|供稿|摄影报道|图文报道|综合报道|"
    r"报道|摄影|供图|配图|绘图|图片|文字|文图|图文|图并文|文|图|摄|绘)"
)
LABEL = re.compile(rf"{POST}|本版{KIND}|{KIND}")
#: 记者武钢, 摄影白露: a label without a space behind it
GLUED = re.compile(
    rf"(?P<label>{POST}|撰稿|撰文|作者|整理|采写|口述|供稿|摄影)(?=[一-鿿])"
)
MARK = re.compile(rf"^{GAP}[□■◎●▲△○◇◆▢☐口\[【(（]?{GAP}")
PARTS = re.compile(r"[\s:：/／∕|｜、，,;；()（）\[\]【】□■]+")
STOP = re.compile("[。！？；“”《》]")
SIGN_OFF = re.compile(r"[（(【]([^（）()【】。！？；\n]{2,30})[)）】]")
ENDING_BRACKET = re.compile(
    r"[。！？…”’」!?][”’]?(?P<bracket>[（(【][^（）()【】。！？；]{2,30}[)）】])$"
)
#: 来源：某某发布, 供稿：某某街道党建办
CLOSING_LABEL = re.compile(
    rf"[（(]?{GAP}(?P<label>(?:(?:稿件|文章|图文|资料|内容|信息)?来源|转载?自|摘自|供稿(?:单位)?))"
    rf"{GAP}[：:]{GAP}"
)
CLOSING_NAME = re.compile(r"[^。！？；，]{2,24}?[)）]?")
# （女，8岁） （集团） （图） （左一） are no sign-offs
NO_OFFICE = re.compile(
    r"^(?:(?:[前后中]排|[男女左右上下前后中])[左右上下前后中一二三四五六七八九十排起侧图]{0,3}"
    r"|[\d一二三四五六七八九十.、]+|图.{0,3}|翻拍|资料.{0,3}"
    r"|略|待续|完|全文)$|^(?:下同|以下|注|见)"
    r"|岁$|[，,：:]|^[A-Za-z\d\s.]+$|(?:下转|上接|转|接)第?.{1,3}版"
)
COMPOUND = re.compile(
    "(?<!\\S)("
    + "|".join(sorted(name for name in words("surnames") if len(name) == 2))
    + r") (?=\S(?!\S))"
)
NO_NAMES = frozenset(("综合", "本报", "集体"))
AFFILIATION = re.compile(
    r"(?:居民区|居委会?|小区|社区|街道|学校|小学|中学|幼儿园|大学|医院|公司|志愿者|读者|"
    r"支部|中心|路|弄|里|村|苑|园|坊|队|馆|会|所|局|院|年级|班|公寓|大厦|花园|家园)(?:居民|村民|业主|读者)?$"
)
DESCRIPTION = re.compile(
    r"^(?:居民|读者|志愿者|业主|退休[一-鿿]{1,4}|[一-鿿]{0,5}(?:老师|教师|学生|医生|作家|员|长|人|士|主任|书记))$"
)


def is_byline(spaced: str) -> bool:
    """Whether a line says who wrote the article."""
    if len(spaced) > 60 or STOP.search(spaced) or closing_label(spaced):
        return False
    found = parse(spaced)
    return found is not None and bool(found)


def names_of(spaced: str) -> tuple[str, ...]:
    """The bare names of a byline, or of the signature of a letter."""
    found = parse(spaced) or []
    if not found and is_letter_signature(spaced):
        found = [split_signature(spaced)[1]]
    return tuple(dict.fromkeys(found))


def parse(spaced: str) -> list[str] | None:
    """The names of a line that holds labels and names only, else None."""
    text = MARK.sub("", spaced)
    marked = spaced.lstrip()[:1] in ("□", "▢", "☐")
    groups: list[str] = [""]
    posts = kinds = 0
    for part in PARTS.split(GLUED.sub(r" \g<label> ", text)):
        if not part:
            continue
        if LABEL.fullmatch(part):
            kinds += 1
            posts += bool(re.fullmatch(POST, part))
            groups.append("")
        else:
            groups[-1] += " " + part
    names = [name for group in groups for name in split_names(group)]
    if not (posts or kinds or marked):
        return None
    if any(not re.fullmatch("[一-鿿·•]+", name) for name in names):
        return None
    names = [name for name in names if name not in NO_NAMES]
    known = all(map(is_name, names))
    if known and (posts or kinds):
        return names
    short = all(len(name) <= 4 for name in names)
    plain = not words("common_words").isdisjoint(names)
    return names if not plain and (known or (posts and short)) else None


def split_names(printed: str) -> list[str]:
    """武 钢 李 明 -> 武钢, 李明; 武 小 钢 -> 武小钢; 欧阳晓 -> itself."""
    names: list[str] = []
    run = ""  # single characters, set apart to fill the line
    for word in [*COMPOUND.sub(r"\1", printed).split(), ""]:
        if len(word) == 1:
            run += word
        elif len(run) % 2 and word and len(run) != 3:
            names += [*pairs_of(run[:-1]), run[-1] + word]
            run = ""
        else:
            names += ([run] if len(run) == 3 else pairs_of(run)) + split_run(word)
            run = ""
    return [name for name in names if name]


def pairs_of(text: str) -> list[str]:
    """武钢李明 -> 武钢, 李明"""
    return [text[place : place + 2] for place in range(0, len(text), 2)]


def split_run(printed: str) -> list[str]:
    """秦早宁小满 -> 秦早, 宁小满: names without a space between; else as it is.

    Of two ways the one whose second name begins with a common surname is taken.
    """
    if not 4 <= len(printed) <= 6 or "·" in printed or is_name(printed):
        return [printed]
    ways = [
        [printed[:size], printed[size:]]
        for size in (2, 3)
        if is_name(printed[:size]) and is_name(printed[size:])
    ]
    common = words("common_surnames")
    ways.sort(key=lambda names: names[1][0] in common, reverse=True)
    return ways[0] if ways else [printed]


def is_letter_signature(spaced: str) -> bool:
    """Affiliation, description and name with spaces between."""
    if re.search("[，。！？；：“”《》、]", spaced):
        return False
    parts, name = split_signature(spaced)
    if not 1 <= len(parts) <= 3 or len("".join(parts) + name) > 26:
        return False
    if not is_name(name):
        return False
    return any(AFFILIATION.search(word) or DESCRIPTION.match(word) for word in parts)


def split_signature(spaced: str) -> tuple[list[str], str]:
    """The words of a signature before its name, and the name."""
    parts = MARK.sub("", spaced).split()
    size = 1 if not parts or len(parts[-1]) > 1 else 2
    return parts[:-size], "".join(parts[-size:])


def is_name(text: str) -> bool:
    """Two to four characters that begin with a surname, or a name with a middle dot."""
    if re.fullmatch(r"[一-鿿]{1,8}[·•][一-鿿]{1,8}", text):
        return True
    return bool(re.fullmatch(alternation("surnames") + "[一-鿿]{1,2}", text))


def is_sign_off(text: str) -> bool:
    """Whether a whole line is an office in brackets, or names source or supplier."""
    found = SIGN_OFF.fullmatch(text)
    if found and not NO_OFFICE.search(found[1]):
        return True
    return closing_label(text) != ""


def closing_label(text: str) -> str:
    """The label of a line such as 来源：某某发布, else nothing."""
    found = CLOSING_LABEL.match(text)
    named = found and CLOSING_NAME.fullmatch(text, found.end())
    return found["label"] if named else ""


def is_source(text: str) -> bool:
    """Whether a sign-off says from where the article was taken."""
    label = closing_label(text)
    return bool(label) and not label.startswith("供稿")


def find_ending_sign_off(text: str) -> int | None:
    """Where the sign-off begins that ends a paragraph, or None."""
    found = ENDING_BRACKET.search(text)
    if not found or NO_OFFICE.search(found["bracket"][1:-1]):
        return None
    return found.start("bracket")
