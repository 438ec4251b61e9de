"""The rules of extraction as staff read them."""

import re
from pathlib import Path

from articles.loading.rules import rule_text, rule_words
from people import extraction

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(extraction.__file__).parent.glob("*.py")
)


def test_rules_by_which_bodies_are_found_are_told():
    used = set(re.findall(r'return .*, "([a-z]+(?: [a-z]+)*)"\n', CODE))
    assert {"estate named", "named before", "inherited"} <= used
    assert used <= set(rule_words())


def test_rule_stands_before_what_was_resolved():
    assert rule_text("signed", "同名同单位") == "文末署名的单位；同名同单位"
    assert rule_text("", "同名同单位") == "同名同单位"
