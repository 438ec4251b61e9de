"""Single stages: tables of why, text, expected."""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import reading
from articles.reading import read_page, read_pages
from articles.reading.cleaning import (
    find_cleanups,
    keep_column_gaps,
    keep_roll_gaps,
    show,
)
from articles.reading.decoding import decode
from articles.reading.displays import caption_weight
from articles.reading.doubling import is_doubled
from articles.reading.lines import make_line
from articles.reading.phrases import Continuity
from articles.reading.seams import seam_value
from articles.reading.terms import Terms, topics

DATA = Path(reading.__file__).parent / "data"
TEXT = "枫桥里街道开出夜间门诊，居民下班也能看中医。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        ((TEXT * 9).encode("utf-16-le"), "utf-16-le"),
        ((TEXT * 9).encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
        (TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encoding_is_found(data, encoding):
    text, name = decode(data)
    assert name == encoding
    assert set(text) == set(TEXT)


# Rows of names and numbers: not one frequent word in a hundred characters
NAMES = (
    "伊文 沙粒 余生 闻达 任意 尤其 白丁 卜晓 戈壁 马虎 祝福 连环 冷泉 水墨 凌霄\n" * 5
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32"]
)
def test_text_without_frequent_words_is_read(encoding):
    text, _ = decode(NAMES.encode(encoding))
    assert text == NAMES


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_any_characters_in_utf_8_are_read(text):
    assert decode(text.encode()) == (text, "utf-8")


def test_rare_characters_are_read_with_a_doubt():
    rare = "".join(map(chr, range(0x9000, 0x9100)))
    assert "乱码" in read_pages(rare.encode()).doubts[0]
    assert not read_pages(NAMES.encode()).doubts


def test_cut_file_with_a_byte_order_mark_is_read():
    for encoding in ("utf-16", "utf-32", "utf-8-sig"):
        text, name = decode(TEXT.encode(encoding)[:-1])
        assert text.startswith(TEXT[:-1]) and name == encoding


@pytest.mark.parametrize(
    ("why", "raw", "shown"),
    [
        ("typesetting spaces go", "2018 年 100 多人", "2018年100多人"),
        ("Latin words keep theirs", "NEW TOWN 报", "NEW TOWN报"),
        ("radicals become characters", "⻓者⽂化", "长者文化"),
        ("half-width marks beside Chinese", "他说:好,(集团)", "他说：好，（集团）"),
        ("but not inside numbers", "15:00开始,1,200人", "15:00开始，1,200人"),
        ("full-width digits", "２０２０年Ａ座", "2020年A座"),
        ("a wrapped number is one", "共有20\n19人", "共有2019人"),
        ("hidden marks go", "枫\u200b桥\u202e里", "枫桥里"),
    ],
)
def test_cleanups(why, raw, shown):
    assert show(raw, 0, len(raw), find_cleanups(raw, 0, len(raw))) == shown


@pytest.mark.parametrize(
    ("why", "raw", "shown"),
    [
        ("columns stay apart", "9:30　修伞磨刀　文化中心", "9:30　修伞磨刀　文化中心"),
        ("a name is one word", "演员武　钢和老师", "演员武钢和老师"),
        ("nor are names in a row columns", "贺　知、章守拙", "贺知、章守拙"),
        ("an artefact is no gap", "全街道 共有居民", "全街道共有居民"),
    ],
)
def test_gaps_between_columns_of_a_list_stay(why, raw, shown):
    changes = find_cleanups(raw, 0, len(raw))
    changes = keep_column_gaps(raw, 0, len(raw), changes)
    assert show(raw, 0, len(raw), changes) == shown


@pytest.mark.parametrize(
    ("why", "raw", "shown"),
    [
        ("a roll", "奖：佟小麦  缪　青 祝建平", "奖：佟小麦 缪青 祝建平"),
        ("its brackets", "佟小麦(女) 缪青 祝建平", "佟小麦（女） 缪青 祝建平"),
        ("names with a dot", "奖：缪青 古丽·买买提", "奖：缪青 古丽·买买提"),
        ("their place", "柳浪居民区 缪青 祝建平", "柳浪居民区 缪青 祝建平"),
        ("words of a sentence", "他们 一早就到了 门口", "他们一早就到了门口"),
        ("letters apart", "灯 要 亮 也 要 关", "灯要亮也要关"),
    ],
)
def test_gaps_between_the_names_of_a_roll_stay(why, raw, shown):
    changes = find_cleanups(raw, 0, len(raw))
    changes = keep_roll_gaps(raw, 0, len(raw), changes)
    assert show(raw, 0, len(raw), changes) == shown


def test_a_space_in_a_headline_stands_for_a_comma():
    raw = "灯要亮  也要关得掉"
    changes = find_cleanups(raw, 0, len(raw), keep_spaces=True)
    assert show(raw, 0, len(raw), changes) == "灯要亮 也要关得掉"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人人防防演演练练", True),
        ("““人人防防””演演练练", True),
        ("组织部部长到小小区", False),
        ("天天向上人人参与", False),
        ("——————", False),
        ("11223344", False),
    ],
)
def test_only_a_whole_doubled_line_is_undone(text, expected):
    assert is_doubled(text) is expected


def test_captions_are_known_by_wording():
    def weight(text):
        return caption_weight(make_line(text, 0, len(text)))

    assert weight("居民们在书屋里挑书 沈砚 摄") >= 3
    assert weight("图为签约仪式现场") >= 3
    assert weight("枫桥里街道召开协商会") < 1


def test_a_broken_word_is_seen():
    judge = Continuity(["社区党组织发挥作用"])
    assert judge.score("完善社区党组", "织建设，共同推进") > 1.5
    assert judge.score("大家都说好。", "近日，街道召开会议") < 0
    assert judge.score("会议由他主持", "，大家发言") > 3
    assert judge.score("居委会主任陶然之", "介绍，灯亮到九点。") > 1.5


def test_a_form_feed_ends_a_page():
    pages = read_pages((TEXT + "\f" + TEXT + "\f").encode()).pages
    assert [page.part for page in pages] == [0, 1]
    assert "".join(page.raw_text for page in pages) == TEXT + "\f" + TEXT + "\f"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_word_lists_are_sorted_unique_and_sourced(path):
    lines = path.read_text("utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert any(re.match("# Source: ", line) for line in lines[:4])
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip() and entry for entry in entries)


def test_entries_of_a_programme_are_paragraphs():
    entries = [
        "6月5日（星期五）9:30　居民修补集市　街心花园　磨刀、修伞、补锅，请自带雨伞",
        "6月12日（星期五）14:00　弄堂凉茶铺　弄堂口",
        "2027年6月20日（星期日）9:00　第三届旧物件展　街道会堂　展期十五天",
    ]
    page = read_page(
        "夏天里的好去处\n　　热闹的事都搬到树荫底下。从这个月起，街道为居民准备了三场"
        "活动，除注明外都不收费，座位先到先得，来晚了请自己带一张小凳子。\n"
        + "".join(f"　　{entry}\n" for entry in entries)
        + "　　咨询请打居委会电话。\n（枫桥里街道文化中心）\n"
    )
    assert page.articles[0].body.split("\n")[1:4] == entries


@pytest.mark.parametrize(
    ("why", "before", "readily", "hardly"),
    [
        ("a word goes on", "街道召开换届选", "举大会", "着一把伞"),
        ("a clause begins with a word", "票站开门，", "居民排队", "们排队"),
        ("a number is counted", "参加的有三", "百多人", "的居民"),
    ],
)
def test_a_seam_tells_what_goes_on(why, before, readily, hardly):
    assert seam_value(before, readily) > seam_value(before, hardly), why


def test_telling_words_weigh_more_than_those_of_every_page():
    texts = ["居民乘电梯上楼", "居民说电梯好", "居民开会", "居民唱歌"]
    terms = Terms(texts)
    assert {"电梯", "居民"} <= terms.of[0]
    assert terms.weight("电梯") > 2 * terms.weight("居民")
    assert "主任" not in topics("主任到了")
