"""Who wrote it: bylines, signed letters, sign-offs in brackets.

"□记者 武 钢 通讯员 余 粮"      ->   byline, names 武钢, 余粮
"某某居民区 居民 金不换"        ->   byline of a letter, name 金不换
"……由社区承办。（发展办）"      ->   sign-off 发展办
"""

import re

from articles.reading.lexicon import alternation

GAP = r"[ \t\u00a0\u3000]*"
WRITER = (
    rf"(?:(?:本报|本刊|见习|实习|特约|首席|驻[一-鿿]{{2,4}}|社区|小|学生){GAP})*"
    r"(?:记者|通讯员|实习生|评论员|撰稿人|特约撰稿|撰稿|撰文|作者|编译|整理|采写|口述|供稿|摄影记者|摄影|文图|图文|文字|(?:文|图|摄)(?=[\\s:：/／∕]|$))"
)
# 记者 武 钢, 通讯员：余粮, 文/图 白露
SIGNED = re.compile(
    rf"{GAP}(?P<label>{WRITER}(?:{GAP}[/／∕、,，]{GAP}{WRITER})*){GAP}[:：/／∕|｜]?{GAP}"
    rf"(?P<names>[一-鿿·•]{{1,10}}?(?:{GAP}[一-鿿·•]{{1,10}}?|{GAP}[、，,]{GAP})*?)"
    rf"(?=$|{GAP}[、，,;；]?{GAP}{WRITER}{GAP}[:：/／∕ \u3000]?|{GAP}[)）])"
)
MARK = re.compile(rf"^{GAP}[□■◎●▲△○◇◆▢☐口\[【(（]?{GAP}")
SIGN_OFF = re.compile(r"[（(【]([^（）()【】。！？；\n]{2,30})[)）】]")
ENDING_BRACKET = re.compile(
    r"[。！？…”’」!?][”’]?(?P<bracket>[（(【][^（）()【】。！？；]{2,30}[)）】])$"
)
# （女，8岁） （集团） （图） are no sign-offs
NO_OFFICE = re.compile(
    r"^(?:[男女左右上下前后中]|[\d一二三四五六七八九十.、]+$|图|翻拍|资料|略$|待续|完$|全文|下同|以下|注|见)"
    r"|岁$|[，,：:]|^[A-Za-z\d\s.]+$|(?:下转|上接|转|接)第?.{1,3}版"
)
NO_NAMES = frozenset(("摄", "摄影", "文", "图", "报道", "综合", "整理"))
AFFILIATION = re.compile(
    r"(?:居民区|居委会?|小区|社区|街道|学校|小学|中学|幼儿园|大学|医院|公司|志愿者|读者|"
    r"支部|中心|路|弄|里|村|苑|园|坊|队|馆|会|所|局|院|年级|[一二三四五六]班)$"
)
DESCRIPTION = re.compile(
    r"^(?:居民|读者|志愿者|业主|退休[一-鿿]{1,4}|[一-鿿]{0,5}(?:老师|教师|学生|医生|作家|员|长|人|士|主任|书记))$"
)


def is_byline(spaced: str) -> bool:
    """Whether a line says who wrote the article."""
    text = MARK.sub("", spaced)
    if not text or len(text) > 60 or re.search("[。！？；“”《》]", text):
        return False
    place, rounds = 0, 0
    while place < len(text):
        found = SIGNED.match(text, place)
        if not found:
            break
        place, rounds = found.end(), rounds + 1
        gap = re.compile(r"[\s、，,;；)）】\]]*").match(text, place)
        place = gap.end()
    if not rounds or place < len(text):
        return False
    names = names_of(spaced)
    if re.search("记者|通讯员|实习生|作者", text):
        return all(len(name) <= 4 or "·" in name for name in names)
    return all(map(is_name, names))


def is_letter_signature(spaced: str) -> bool:
    """Affiliation, description and name with spaces between."""
    words = MARK.sub("", spaced).split()
    if not 2 <= len(words) <= 4 or len("".join(words)) > 26:
        return False
    if re.search("[，。！？；：“”《》、]", spaced):
        return False
    name = words[-1] if len(words[-1]) > 1 else "".join(words[-2:])
    before = words[:-1] if len(words[-1]) > 1 else words[:-2]
    if not before or not is_name(name):
        return False
    return any(AFFILIATION.search(word) or DESCRIPTION.match(word) for word in before)


def is_name(text: str) -> bool:
    """Two to four characters that begin with a surname, or a name with a middle dot."""
    if re.fullmatch(r"[一-鿿]{1,8}[·•][一-鿿]{1,8}", text):
        return True
    return bool(re.fullmatch(alternation("surnames") + "[一-鿿]{1,2}", text))


def names_of(spaced: str) -> tuple[str, ...]:
    """The bare names of a byline."""
    text = MARK.sub("", spaced).rstrip(")）】]")
    found: list[str] = []
    place = 0
    while place < len(text) and (match := SIGNED.match(text, place)):
        found += split_names(match["names"])
        place = re.compile(r"[\s、，,;；)）】\]]*").match(text, match.end()).end()
    if not found and is_letter_signature(spaced):
        words = text.split()
        found = [words[-1] if len(words[-1]) > 1 else "".join(words[-2:])]
    return tuple(dict.fromkeys(name for name in found if name not in NO_NAMES))


def split_names(printed: str) -> list[str]:
    """武 钢 李 明 -> 武钢, 李明; 武钢、李明 -> both; 欧阳晓 -> itself."""
    names: list[str] = []
    for group in re.split(r"[、，,]", printed):
        pending = ""
        for word in group.split():
            if len(word) == 1:
                pending += word
                if len(pending) >= 2:
                    names.append(pending)
                    pending = ""
            elif pending:
                names.append(pending + word)
                pending = ""
            else:
                names += split_run(word)
        if pending:
            names.append(pending)
    return names


def split_run(printed: str) -> list[str]:
    """秦早宁小满 -> 秦早, 宁小满: two names without a space; else as it is."""
    if len(printed) in (5, 6) and "·" not in printed:
        for size in (3, 2) if len(printed) == 6 else (2, 3):
            names = [printed[:size], printed[size:]]
            if all(map(is_name, names)):
                return names
    return [printed]


def is_sign_off(text: str) -> bool:
    """Whether a whole line is an office in brackets."""
    found = SIGN_OFF.fullmatch(text)
    return bool(found) and not NO_OFFICE.search(found[1])


def find_ending_sign_off(text: str) -> int | None:
    """Where the sign-off begins that ends a paragraph, or None."""
    found = ENDING_BRACKET.search(text)
    if not found or NO_OFFICE.search(found["bracket"][1:-1]):
        return None
    return found.start("bracket")
