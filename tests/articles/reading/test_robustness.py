"""Any bytes: a result or one refusal in Chinese, in time linear in size.

Two hundred damaged pages by default; READING_DAMAGED=10000 reads them all.
"""

import io
import os
import random
import tracemalloc
import zipfile

import pytest

from articles.reading import Unreadable, read_page, read_pages
from tests.articles.reading.damage import damaged_bytes
from tests.articles.reading.test_ledger import check

PAGES = int(os.environ.get("READING_DAMAGED", "200"))
STEP = max(1, PAGES // 20)


@pytest.mark.parametrize("first", range(0, PAGES, STEP))
def test_damaged_bytes_are_read_or_refused_in_one_sentence(first):
    for seed in range(first, min(PAGES, first + STEP)):
        try:
            printed = read_pages(damaged_bytes(seed))
        except Unreadable as refusal:
            assert str(refusal).endswith("。")
            assert "\n" not in str(refusal)
            continue
        for page in printed.pages:
            check(page)


def archive(*names: str) -> bytes:
    """A zip with these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name in names:
            file.writestr(name, "x" * 100)
    return data.getvalue()


@pytest.mark.parametrize(
    ("why", "data", "words"),
    [
        ("empty", b"", "空的"),
        ("blank", b"\xef\xbb\xbf \r\n\n\t", "空的"),
        ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(200), "图片"),
        ("JPEG", b"\xff\xd8\xff\xe0" + bytes(200), "图片"),
        ("ELF", b"\x7fELF\x02\x01" + bytes(200), "可执行"),
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "另存为文本，或全选复制后粘贴"),
        ("zip", archive("page.txt"), "解压"),
        ("docx", archive("[Content_Types].xml", "word/document.xml"), "另存为文本"),
        ("binary", bytes(range(256)) * 40, "二进制"),
        ("too large", b"a" * 50_000_001, "太大"),
        ("one endless page", b"a" * 4_000_001, "太大"),
        ("endless lines", b"a\n" * 300_001, "太大"),
        ("endless pages", (b"a" * 3_900_000 + b"\f") * 4, "太大"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(why, data, words):
    with pytest.raises(Unreadable, match=words) as refusal:
        read_pages(data)
    assert str(refusal.value).endswith("。")
    assert str(refusal.value).count("。") == 1


def lines_of_chance(count: int) -> str:
    """Lines that might all be headlines, and share words with all others."""
    rnd = random.Random(count)
    words = "枫桥里街道开出夜间门诊居民们在活动室商量楼道灯光与花园修剪轮值"
    lines = ("".join(rnd.choices(words, k=rnd.randint(4, 14))) for _ in range(count))
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("one line of a million characters", "枫桥里街道开会，" * 125_000),
        ("a million letters without a mark", "枫" * 1_000_000),
        ("a million empty lines", "\n" * 1_000_000 + "枫桥里。"),
        ("a hundred thousand opening brackets", "（" * 100_000),
        ("a hundred thousand quotation marks", "“" * 100_000),
        ("a hundred thousand headings", "# 枫\n" * 100_000),
        ("a hundred thousand short lines", "枫桥里街道\n" * 100_000),
        ("one sentence over and over", "枫桥里街道开出夜间门诊。\n\n" * 20_000),
        ("unfinished lines", "枫桥里街道开出夜间门诊的那一个晚上灯\n\n" * 20_000),
        ("spaces", " " * 1_000_000 + "枫"),
        ("control characters", "\x01\u202e枫" * 30_000),
        ("a space after every two characters", "枫桥 " * 333_000),
        ("a bracket on every line", "（\n" * 20_000),
        ("page heads", "02/03 版 2021年9月9日 编辑：沈 砚\n" * 3_000),
        ("short lines, none like another", lines_of_chance(10_000)),
    ],
)
def test_monsters_are_read_whole(why, text):
    check(read_page(text))


def test_page_longer_than_any_in_print_says_so():
    page = read_page("枫桥里街道\n" * 3_000)
    assert "分段" in page.doubts[-1]
    assert not any("分段" in doubt for doubt in read_page("枫桥里街道\n" * 9).doubts)


def test_memory_stays_far_below_half_a_gigabyte():
    tracemalloc.start()
    read_page("枫桥里街道开会，" * 125_000)
    read_page("\n" * 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 512_000_000
