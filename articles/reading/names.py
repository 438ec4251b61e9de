"""Names of persons as a byline prints them: spaced, run together, set wide.

"武 钢 李 明"   ->   武钢, 李明
"秦早宁小满"    ->   秦早, 宁小满
"""

import re

from articles.reading.lexicon import alternation, words

HAN = "[一-鿿]"
#: 欧阳 晓: a surname of two characters set apart
COMPOUND = re.compile(
    "(?<!\\S)("
    + "|".join(sorted(name for name in words("surnames") if len(name) == 2))
    + r") (?=\S(?!\S))"
)
SURNAMED = re.compile(alternation("surnames") + f"{HAN}{{1,2}}")
#: but not 弄堂故事·之三, nor what somebody does for another
DOTTED = re.compile(
    rf"{HAN}{{1,8}}[·•](?!(?:之|第)?[一二三四五六七八九十]+[次期回讲篇章辑]?$)"
    rf"(?:(?![在为向给把被的]){HAN}){{1,8}}"
)
#: a title at the end of a line
TITLE = re.compile(
    "(?:书记|主任|[局部校院会所队处科馆园站镇区市]长|委员|主席|律师|经理)$"
)
SET_WIDE = re.compile(f"{HAN}(?: {HAN}){{1,2}}")


def is_name(text: str) -> bool:
    """Two to four characters that begin with a surname, or a name with a middle dot."""
    return bool(SURNAMED.fullmatch(text) or DOTTED.fullmatch(text))


def parts_name(before: str, after: str) -> bool:
    """Whether a line breaks between a title and what may be a name: 书记 / 武钢说"""
    return bool(TITLE.search(before)) and any(is_name(after[:size]) for size in (2, 3))


def is_plain(name: str) -> bool:
    """Whether a name is a common word as well."""
    return name in words("common_words")


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
