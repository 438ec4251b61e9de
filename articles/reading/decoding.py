"""Bytes to text: which encoding, and what is no text at all.

b"\\xff\\xfe-N\\xb1u"     ->  "中", "由" ... as UTF-16
b"%PDF-1.7 ..."           ->  Unreadable: 这是 PDF 文件 ...
"""

import codecs
import re

from articles.reading.structure import Unreadable

LARGEST = 50_000_000  # bytes; a page of a newspaper is some ten thousand
#: Reading takes about a hundred bytes a character and a thousand a line of a page,
#: a third of that once the page is done: with these no file takes half a gigabyte.
MOST_CHARACTERS, MOST_LINES = 4_000_000, 300_000  # of one page
MOST_PAGES = 3  # as long as that
SAMPLE = 200_000  # characters looked at when a guess is judged

#: (first bytes, what the file is, what to do)
SIGNATURES = (
    (b"%PDF", "PDF 文件", "请先另存为文本，或全选复制后粘贴"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件", "请先另存为文本，或全选复制后粘贴"),
    (b"{\\rtf", "RTF 文件", "请先另存为纯文本"),
    (b"\x89PNG", "图片（PNG）", "请先做文字识别，再录入识别出的文本"),
    (b"\xff\xd8\xff", "图片（JPEG）", "请先做文字识别，再录入识别出的文本"),
    (b"GIF8", "图片（GIF）", "请先做文字识别，再录入识别出的文本"),
    (b"II*\0", "图片（TIFF）", "请先做文字识别，再录入识别出的文本"),
    (b"MM\0*", "图片（TIFF）", "请先做文字识别，再录入识别出的文本"),
    (b"\x7fELF", "可执行文件", "请换成版面的文本文件"),
    (b"MZ\x90", "可执行文件", "请换成版面的文本文件"),
    (b"\x1f\x8b", "压缩文件（gzip）", "请先解压"),
    (b"Rar!", "压缩文件（RAR）", "请先解压"),
    (b"7z\xbc\xaf", "压缩文件（7z）", "请先解压"),
)

# C0 control characters that no page text holds (tab, line feed, vertical tab,
# form feed, carriage return and escape excepted), and DEL
CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\u2e80-\u2fdf]")
# What wrong decoding makes: private use, unassigned blocks, rare syllables
ODD = re.compile("[\ue000-\uf8ff\ufffd\u0400-\u2fff\ua000-\uabff\uac00-\ud7ff]")
USUAL = re.compile(
    "[\u2010-\u206f\u2190-\u21ff\u2460-\u25ff\u2e80-\u2fdf\u2600-\u26ff]"
)
# Characters so frequent that nearly any Chinese text of a hundred has some
FREQUENT = re.compile("[的一是在不了有和人这中大为上个国我以要他时来用们社区街道]")

#: What stands at the beginning of a file to name its encoding; UTF-32 before UTF-16
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINE_OF_TEXT = re.compile(r"\S[^\n\r\f\v\u2028\u2029]*")
DOUBTFUL = "文字里多是生僻字或符号，可能是乱码，请对照原件核对。"


def decode(data: bytes, encoding_hint: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding; raise Unreadable.

    Bytes that follow the rules of UTF-8 are UTF-8, whatever they say: a list of
    names has no frequent word. Other encodings have no such rules, so that what
    they make of the bytes must look like writing.
    """
    refuse_foreign(data)
    marked = named_encoding(data)
    names = [marked] if marked else candidates(data, encoding_hint)
    for encoding in names:
        try:
            text = codecs.decode(data, encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        proven = bool(marked) or encoding == "utf-8"
        if not is_binary(text) and (proven or is_readable(text)):
            return text, encoding
    return decode_damaged(data, names)


def doubt_of(text: str) -> str:
    """What a person should check in a text that could be decoded, or nothing."""
    return "" if is_readable(text) else DOUBTFUL


def refuse_foreign(data: bytes) -> None:
    """Refuse what is empty, too large, or known by its first bytes."""
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("文件是空的，请确认导出的文本里有内容。")
    if len(data) > LARGEST:
        size = len(data) // 1_000_000
        raise Unreadable(f"文件太大（{size} MB），不像一个版面，请按版面分开后再录入。")
    if data.startswith(b"PK\x03\x04"):
        refuse_zip(data)
    for first, kind, advice in SIGNATURES:
        if data.startswith(first):
            raise Unreadable(f"这是{kind}，不是文本，{advice}。")


def refuse_endless(parts: list[str]) -> None:
    """Refuse text that is longer than an issue of a paper can be."""
    pages = 0.0
    for part in parts:
        filled = LINE_OF_TEXT.subn("", part)[1] if len(part) > MOST_LINES else 0
        length = max(len(part) / MOST_CHARACTERS, filled / MOST_LINES)
        pages += length
        if length > 1 or pages > MOST_PAGES:
            size = sum(map(len, parts)) // 10_000
            raise Unreadable(
                f"文件太大（{size} 万字），不像一期报纸，请按版面分成几个文件再录入。"
            )


def refuse_zip(data: bytes) -> None:
    """Tell a Word file from any other archive; both are refused."""
    if b"word/" in data or b"[Content_Types].xml" in data[:2000]:
        raise Unreadable(
            "这是 Office 文件（docx 等），不是文本，请先另存为文本，或全选复制后粘贴。"
        )
    raise Unreadable("这是压缩文件（zip），不是文本，请先解压。")


def named_encoding(data: bytes) -> str:
    """The encoding that the first bytes of a file name, or nothing."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "")


def candidates(data: bytes, hint: str | None) -> list[str]:
    """Encodings worth trying, the most certain first."""
    found = [hint] if hint else []
    sample = data[:4000]
    zeros = [sample[place::4].count(0) for place in range(4)]
    if sum(zeros) * 20 <= len(sample):
        return [*found, "utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"]
    # Every character of UTF-32 has a zero byte, every line end of UTF-16
    if max(zeros) * 16 > len(sample) * 3:
        found.append("utf-32-le" if zeros[3] >= zeros[0] else "utf-32-be")
    little = zeros[1] + zeros[3] >= zeros[0] + zeros[2]
    return [*found, "utf-16-le" if little else "utf-16-be"]


def is_binary(text: str) -> bool:
    """Whether control characters show that this was never meant to be read."""
    sample = text[:SAMPLE]
    return len(CONTROL.findall(sample)) * 50 > len(sample)


def is_readable(text: str) -> bool:
    """Whether this looks like written text rather than bytes read wrongly."""
    sample = text[:SAMPLE]
    odd = len(ODD.findall(sample)) - len(USUAL.findall(sample))
    if odd * 20 > len(sample):
        return False
    han = HAN.findall(sample)
    if len(han) < 60 or len(FREQUENT.findall(sample)) * 60 >= len(han):
        return True
    return is_everyday(han) or repeats(sample)


def is_everyday(han: list[str]) -> bool:
    """Whether most characters are of the 3755 everyday ones: bytes read wrongly give
    any of twenty thousand. GB 2312 keeps the everyday ones in rows 16 to 55."""
    coded = "".join(han).encode("gb2312", errors="ignore")
    everyday = sum(0xB0 <= row <= 0xD7 for row in coded[::2])
    return everyday * 10 >= len(han) * 7


def repeats(sample: str) -> bool:
    """Whether the text is one thing over and over, so that counts prove nothing."""
    return len(set(sample)) * 20 < len(sample)


def decode_damaged(data: bytes, encodings: list[str]) -> tuple[str, str]:
    """Read a file with some broken bytes; refuse it when there are too many."""
    best = None
    for encoding in encodings:
        try:
            text = data.decode(encoding, errors="replace")
        except LookupError:
            continue
        broken = text.count("\ufffd") + len(CONTROL.findall(text))
        if broken * 20 > len(text):
            continue
        whole = text.replace("\ufffd", "")
        proven = encoding.startswith("utf-8")
        if (proven or is_readable(whole)) and (best is None or broken < best[0]):
            best = (broken, text, encoding)
    if best is None:
        raise Unreadable(refusal(data))
    return best[1], best[2]


def refusal(data: bytes) -> str:
    """Say what is wrong with bytes that no encoding explains."""
    sample = data[:SAMPLE]
    control = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in sample)
    if control * 20 > len(sample):
        return "这是二进制文件，不是文本，请另存为文本后再录入。"
    return "认不出文字编码，请用 UTF-8 或 GB18030 编码另存后再录入。"
