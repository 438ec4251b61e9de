"""The rules of extraction and resolution as staff read them."""

from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent.parent / "data" / "rules.txt"


def rule_text(found: str, resolved: str = "") -> str:
    """Why a name is taken for a record: `found` is a code of extraction."""
    return "；".join(filter(None, (rule_words().get(found, ""), resolved)))


@cache
def rule_words() -> dict[str, str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
