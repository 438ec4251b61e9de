"""Bytes to text: which encoding, and what is no text at all.

b"\\xff\\xfe-N\\xb1u"     ->  "中", "由" ... as UTF-16
b"%PDF-1.7 ..."           ->  Unreadable: 这是 PDF 文件 ...
"""

import codecs
import re

from articles.reading.structure import Unreadable

LARGEST = 20_000_000  # bytes; a page of a newspaper is some ten thousand
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
# Characters so frequent that any Chinese text of a hundred characters has some
FREQUENT = re.compile("[的一是在不了有和人这中大为上个国我以要他时来用们社区街道]")


def decode(data: bytes, encoding_hint: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding; raise Unreadable."""
    refuse_foreign(data)
    for encoding in candidates(data, encoding_hint):
        try:
            text = codecs.decode(data, encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if is_readable(text):
            return text, encoding
    return decode_damaged(data)


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


def refuse_zip(data: bytes) -> None:
    """Tell a Word file from any other archive; both are refused."""
    if b"word/" in data or b"[Content_Types].xml" in data[:2000]:
        raise Unreadable(
            "这是 Office 文件（docx 等），不是文本，请先另存为文本，或全选复制后粘贴。"
        )
    raise Unreadable("这是压缩文件（zip），不是文本，请先解压。")


def candidates(data: bytes, hint: str | None) -> list[str]:
    """Encodings worth trying, the most certain first."""
    if data.startswith(codecs.BOM_UTF8):
        return ["utf-8-sig"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    found = [hint] if hint else []
    zeros = data[:4000].count(0)
    if zeros * 20 > len(data[:4000]):  # every line end of UTF-16 has a zero byte
        little = data[1:4000:2].count(0) >= data[0:4000:2].count(0)
        return [*found, *(["utf-16-le", "utf-16-be"][:: 1 if little else -1])]
    return [*found, "utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"]


def is_readable(text: str) -> bool:
    """Whether this looks like written text rather than bytes read wrongly."""
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) * 50 > len(sample):
        return False
    odd = len(ODD.findall(sample)) - len(USUAL.findall(sample))
    if odd * 20 > len(sample):
        return False
    han = HAN.findall(sample)
    if len(han) < 60:
        return True
    return len(FREQUENT.findall(sample)) * 60 >= len(han) or repeats(sample)


def repeats(sample: str) -> bool:
    """Whether the text is one thing over and over, so that counts prove nothing."""
    return len(set(sample)) * 20 < len(sample)


def decode_damaged(data: bytes) -> tuple[str, str]:
    """Read a file with some broken bytes; refuse it when there are too many."""
    best = None
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        broken = text.count("\ufffd") + len(CONTROL.findall(text))
        if broken * 20 > len(text):
            continue
        if is_readable(text.replace("\ufffd", "")) and (
            best is None or broken < best[0]
        ):
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
