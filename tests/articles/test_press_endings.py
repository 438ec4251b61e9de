"""Misprinted last words of units, without looking at any record."""

import pytest

from articles.press_endings import check_endings
from articles.press_rules import FlagKind


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("紫藤居民委员汇召开会议。", "居民委员汇", "居民委员会"),
        ("青石路街道办事触来函。", "街道办事触", "街道办事处"),
        ("江州稳当电梯有线公司承办。", "有线公司", "有限公司"),
        ("社区卫生服物中心开诊。", "卫生服物中心", "卫生服务中心"),
    ],
)
def test_wrong_character_of_the_same_sound_is_shown(text, words, right):
    (flag,) = check_endings([text])
    assert (flag.kind, flag.words) == (FlagKind.NEAR_BODY, words)
    assert f"“{right}”" in flag.advice and words in flag.quote
    assert not flag.blocking


@pytest.mark.parametrize(
    "text",
    [
        "紫藤居民委员会、青石路街道办事处、江州稳当电梯有限公司。",
        "卫生服务中欣慰地看到，居民委员回来了。",
        "没有单位的一句话。",
        "",
    ],
)
def test_right_words_and_other_words_are_left_alone(text):
    assert list(check_endings([text])) == []
