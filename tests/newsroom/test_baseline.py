"""Style and scripts lean on nothing that the oldest browsers served do not know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

STATIC = settings.BASE_DIR / "newsroom" / "static" / "newsroom"
SHEETS = ("newsroom.css", "print.css")
LATER = {
    line
    for line in Path(__file__).with_name("later_css.txt").read_text().splitlines()
    if not line.startswith("#")
}
#: What is used all the same: the page stands without it.
EXTRAS = {
    ":focus-visible": "older browsers drop the rule and ring whatever has focus",
    "@media prefers-contrast": "for who asked for it",
    "@page": "older browsers print with margins of their own",
    "break-after: avoid": "a heading may end a printed page",
    "outline": "later sheets changed only its shape at round corners",
    "overflow-wrap: anywhere": "overflow-wrap: break-word stands before it",
    "scroll-margin-top": "a little air above what was jumped to",
    "size": "paper is A4 here anyhow",
    "text-autospace": "air between Chinese and Latin",
    "text-decoration-thickness": "a thinner line",
    "text-spacing-trim": "closer marks",
    "text-underline-offset": "a lower line",
    "text-wrap": "even lines of a heading",
    "user-select": "-webkit-user-select stands beside it",
}
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
#: Syntax and calls that Chromium 86 or Safari 14 refuses.
LATER_SCRIPT = re.compile(
    r"""
    \.(?: at | findLast | toSorted | toReversed | hasOwn ) \(
    | \(\?<[=!]                 # lookbehind
    | structuredClone | randomUUID | withResolvers
    | \#[a-z]\w*\s*[=(;]        # private members
    | ^\s*static\s | ^await\s
    | :has\( | \binert\b
    """,
    re.VERBOSE | re.MULTILINE,
)


def used_by(sheet: str) -> Iterator[str]:
    """Everything in a sheet that the list could name."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    yield from re.findall(r"@(?!media)[a-z-]+", sheet)
    for question in re.findall(r"@media[^{]*", sheet):
        yield from (f"@media {name}" for name in re.findall(r"\(([a-z-]+)", question))
    for selectors, body in RULE.findall(sheet):
        yield from (f":{name}" for name in re.findall(r":([a-z-]+)", selectors))
        declared = dict(DECLARATION.findall(body))
        if "flex" in declared.get("display", "") and declared.keys() & {"gap"}:
            yield "gap between flex items"
        for name, value in declared.items():
            if name.startswith("--"):
                continue
            yield name
            yield from (f"{name}: {each}" for each in re.findall(r"[a-z-]+", value))
            yield from (f"{each}()" for each in re.findall(r"([a-z-]+)\(", value))


def unknown(sheet: str) -> set[str]:
    return set(used_by(sheet)) & (LATER | {"gap between flex items"})


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_needs_no_later_browser(name):
    assert unknown((STATIC / name).read_text()) <= EXTRAS.keys()


def test_extras_are_used_and_later():
    used = set().union(*(used_by((STATIC / name).read_text()) for name in SHEETS))
    assert EXTRAS.keys() <= used & LATER


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("a:has(b) { color: red; }", {":has"}),
        ("p { inset: 0; }", {"inset"}),
        ("p { display: flex; gap: 1em; }", {"gap between flex items"}),
        ("p { display: grid; gap: 1em; }", set()),
        ("@container (width > 1em) { p { color: red; } }", {"@container"}),
        ("p { overflow-wrap: anywhere; }", {"overflow-wrap: anywhere"}),
        ("p { width: clamp(1em, 2vw, 3em); }", set()),
        ("/* :has */ p { color: red; }", set()),
    ],
)
def test_later_style_is_found(sheet, found):
    assert unknown(sheet) == found


def test_script_needs_no_later_browser():
    assert not LATER_SCRIPT.search((STATIC / "newsroom.js").read_text())


@pytest.mark.parametrize(
    ("script", "is_later"),
    [
        ("words.at(-1)", True),
        (r"/(?<=第)\d/", True),
        ("class A { #kept = 1; }", True),
        ("words[words.length - 1]", False),
        ('document.querySelector("#body")', False),
        ("speech.addEventListener?.(name, show)", False),
    ],
)
def test_later_script_is_found(script, is_later):
    assert bool(LATER_SCRIPT.search(script)) is is_later
