"""What closes an article: an office in brackets, a source, a supplier.

"……由社区承办。（发展办）"      ->   sign-off 发展办
"来源：某某发布"                ->   source 某某发布
"某某街道办事处"                ->   sign-off, below a notice
"""

import re

from articles.reading.lexicon import alternation, words

SIGN_OFF = re.compile(
    r"[（(【〔［[]([^（）()【】〔〕［］[\]。！？；\n]{2,30})[]］〕)）】]"
)
#: 某某街道自治办 供稿
SUPPLIER = re.compile(r"(?![^，]*(?:记者|通讯员))[一-鿿“”·、 ]{2,20}?供稿")
ENDING_BRACKET = re.compile(
    r"[。！？…”’」!?][”’]?(?P<bracket>[（(【][^（）()【】。！？；]{2,30}[)）】])$"
)
#: 来源：某某发布, 供稿：某某街道党建办
CLOSING_LABEL = re.compile(
    r"[（(]?[ \t\u00a0\u3000]*"
    r"(?P<label>(?:(?:稿件|文章|图文|资料|内容|信息)?来源|转载?自|摘自|供稿(?:单位)?"
    r"|(?:资料)?整理|采编|采写))"
    r"[ \t\u00a0\u3000]*[：:｜|/／][ \t\u00a0\u3000]*"
)
#: what an office has done, where a person would be the writer
WRITTEN = re.compile("整理|采[编写]")
CLOSING_NAME = re.compile(r"[^。！？；，]{2,24}?[)）]?")
# （按姓氏笔画为序） （女，8岁） （集团） （图） （左一） are no sign-offs
NO_OFFICE = re.compile(
    r"^(?:(?:[前后中]排|[男女左右上下前后中])[左右上下前后中一二三四五六七八九十排起侧图]{0,3}"
    r"|[\d一二三四五六七八九十.、]+|图(?!书).{0,3}|翻拍|资料.{0,3}"
    r"|略|待续|完|全文)$|^(?:下同|以下|注|见)"
    r"|摄影?$|供图$|序$|不分先后$|岁$|[，,：:]|^[A-Za-z\d\s.]+$|(?:下转|上接|转|接)第?.{1,3}版"
)
#: 某某街道办事处
OFFICE = re.compile(rf"[一-鿿（）()·]{{2,24}}?{alternation('office_endings')}")
ENDS_OFFICE = re.compile(rf"[一-鿿](?:办|局|科|所|{alternation('office_endings')})$")
SQUARE = "【〔［["  # brackets of labels as well
TOLD = re.compile("[的在了和与为把让被着是将]|有(?!限)")
LONGEST = 44  # characters of the offices that sign one notice
#: what the last sentences of notices say
NOTICE = re.compile(
    "特此|敬请|谅解|望[^，。]{0,8}周知|公示|告知|通告|公告|反映|监督|咨询|电话|报名|致歉|欢迎|兹定于|告别"
)


def is_sign_off(text: str) -> bool:
    """Whether a whole line is an office in brackets, or names source or supplier."""
    found = SIGN_OFF.fullmatch(text)
    if found and not NO_OFFICE.search(found[1]):
        return text[0] not in SQUARE or not is_labelling(found[1])
    return closing_label(text) != "" or bool(SUPPLIER.fullmatch(text))


def is_office(text: str) -> bool:
    """Whether brackets hold what can only be an office: （文明办）."""
    found = SIGN_OFF.fullmatch(text)
    return bool(found) and bool(ENDS_OFFICE.search(found[1]))


def is_labelling(text: str) -> bool:
    """Whether words in square brackets are the name of a column: 【民生·街坊】."""
    names = words("column_labels") | words("page_names")
    return all(part in names for part in re.split("[·•・|｜]", text))


def names_offices(spaced: str) -> bool:
    """Whether a line holds the names of offices and nothing else."""
    parts = spaced.split()
    if not parts or len(spaced) > LONGEST or TOLD.search(spaced):
        return False
    return all(len(part) > 3 and OFFICE.fullmatch(part) for part in parts)


def closing_label(text: str) -> str:
    """The label of a line such as 来源：某某发布, else nothing."""
    found = CLOSING_LABEL.match(text)
    named = found and CLOSING_NAME.fullmatch(text, found.end())
    if named and WRITTEN.search(found["label"]):
        named = ENDS_OFFICE.search(named[0].rstrip("）)"))
    return found["label"] if named else ""


def is_source(text: str) -> bool:
    """Whether a sign-off says from where the article was taken."""
    label = closing_label(text)
    return bool(label) and not re.match("供稿", label) and not WRITTEN.search(label)


def find_ending_sign_off(text: str) -> int | None:
    """Where the sign-off begins that ends a paragraph, or None."""
    found = ENDING_BRACKET.search(text)
    if not found:
        return None
    if NO_OFFICE.search(found["bracket"][1:-1]) and not closing_label(found["bracket"]):
        return None
    return found.start("bracket")
