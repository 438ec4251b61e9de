"""Pages set from articles the way dumps, OCR and PDF tools spoil them; deterministic.

An article is a dict in the schema of the gold pages; `set_page` returns the text of a
page and its gold. Nothing here knows how reading works.
"""

import random
from dataclasses import dataclass, field
from typing import Any

NOT_FIRST = "，。、；：？！）”’》」』】%"


@dataclass
class Block:
    """Lines that stand together; `kind` is head, body, caption or mark."""

    kind: str
    lines: list[str] = field(default_factory=list)


def set_page(articles: list[dict[str, Any]], style: str, seed: int) -> str:
    """The text of a page: style is dump, ocr-md, ocr-plain, raw or columns."""
    rnd = random.Random(f"{style}-{seed}")
    if style.startswith("ocr"):
        return set_ocr(articles, style == "ocr-md", rnd)
    if style == "dump":
        return set_dump(articles, rnd)
    return set_columns(articles, rnd, blanks=style == "columns")


def wrap(text: str, width: int, indent: bool = True) -> list[str]:
    """A paragraph in lines of `width` characters, none beginning with a comma."""
    lines, line = [], ""
    room = width - 2 if indent else width
    for char in text:
        cell = 0.5 if char.isascii() else 1
        if measure(line) + cell > room and char not in NOT_FIRST:
            if line[-1:] in "“（《‘":
                line, char = line[:-1], line[-1] + char
            lines.append(line)
            line, room = "", width
        line += char
    return [*lines, line]


def measure(line: str) -> float:
    """Characters of a line, Latin ones as halves."""
    return sum(0.5 if char.isascii() else 1 for char in line)


def heads(article: dict[str, Any]) -> list[str]:
    """Kicker, headline and subheadline, as far as there are any."""
    names = ("kicker", "headline", "subheadline")
    return [article[name] for name in names if article.get(name)]


def byline(article: dict[str, Any], rnd: random.Random) -> list[str]:
    """□记者 武 钢"""
    names = [
        " ".join(name) if len(name) == 2 and rnd.random() < 0.7 else name
        for name in article.get("bylines") or ()
    ]
    return (
        [rnd.choice(("□记者 ", "记者 ", "□本报记者 ")) + " ".join(names)]
        if names
        else []
    )


def rows(article: dict[str, Any]) -> list[tuple[str, str]]:
    """Body in print order as (kind, text); `layout` places its headings."""
    headings = dict(article.get("layout") or ())
    found = []
    for number, text in enumerate(article["paragraphs"]):
        if number in headings:
            found.append(("heading", headings[number]))
        found.append(("text", text))
    return found


def sign(article: dict[str, Any], lines: list[str], rnd: random.Random) -> None:
    """The office in brackets, at the end of the last line or on its own."""
    if article.get("credit"):
        credit = f"（{article['credit']}）"
        if rnd.random() < 0.4:
            lines[-1] += credit
        else:
            lines.append(credit)


def set_dump(articles: list[dict[str, Any]], rnd: random.Random) -> str:
    """Narrow hard-wrapped lines, blank lines at random, displaced headlines."""
    out: list[str] = []
    late: list[str] = []
    for article in articles:
        width = rnd.choice((16, 17, 18, 20))
        top, body = heads(article), []
        if rnd.random() < 0.35:
            doubled = rnd.random() < 0.4
            late += ["".join(c * 2 for c in line) if doubled else line for line in top]
            late += [""] * rnd.choice((1, 2))
        else:
            out += [*top, ""]
        out += [*byline(article, rnd)]
        out += [""] if rnd.random() < 0.5 else []
        for kind, text in rows(article):
            if kind == "heading":
                body += [""] * rnd.choice((0, 1, 1)) + [text]
                body += [""] * rnd.choice((0, 1))
            else:
                body += wrap(text, width)
                body += [""] if rnd.random() < 0.25 else []
        sign(article, body, rnd)
        for line in body:
            out.append(line)
            if line and rnd.random() < 0.06:
                out.append("")
        late += [*(article.get("captions") or ()), ""]
        out += [""] * rnd.choice((1, 2, 2))
    return "\n".join(out + late) + "\n"


def set_ocr(articles: list[dict[str, Any]], marked: bool, rnd: random.Random) -> str:
    """A paragraph a line, cut where a column ends; captions anywhere in the article."""
    out: list[str] = []
    for article in articles:
        names = [
            name for name in ("kicker", "headline", "subheadline") if article.get(name)
        ]
        for name in names:
            level = "# " if name == "headline" and rnd.random() < 0.5 else "## "
            out.append((level if marked else "") + article[name])
        captions = list(article.get("captions") or ())
        out += byline(article, rnd)
        body = []
        for kind, text in rows(article):
            if kind == "heading":
                body.append(("### " if marked else "") + text)
            elif len(text) > 60 and rnd.random() < 0.2:
                cut = rnd.randint(20, len(text) - 20)
                body += [text[:cut], text[cut:]]
            else:
                body.append(text)
        sign(article, body, rnd)
        for caption in captions:
            body.insert(rnd.choice((0, len(body), rnd.randint(0, len(body)))), caption)
        out += body
    return "\n\n".join(out) + "\n"


def set_columns(
    articles: list[dict[str, Any]], rnd: random.Random, blanks: bool
) -> str:
    """Bodies in columns: pieces broken inside sentences, captions between them."""
    blocks: list[Block] = []
    late: list[Block] = []
    for article in articles:
        width = rnd.choice((17, 17, 18, 24))
        top = Block("head", heads(article))
        (late if not blanks and rnd.random() < 0.6 else blocks).append(top)
        blocks += [Block("mark", byline(article, rnd))]
        piece = Block("body")
        for kind, text in rows(article):
            if kind == "heading":
                blocks += [piece, Block("heading", [text])]
                piece = Block("body")
                continue
            for line in wrap(text, width):
                piece.lines.append(line)
                if len(piece.lines) > 6 and rnd.random() < 0.08:
                    blocks.append(piece)
                    piece = Block("body")
        lines = piece.lines or [""]
        sign(article, lines, rnd)
        blocks.append(Block("body", lines))
        for caption in article.get("captions") or ():
            late_one = not blanks or rnd.random() < 0.3
            place = len(blocks) - rnd.randint(0, min(4, len(blocks) - 1))
            block = Block("caption", [caption])
            if late_one:
                late.append(block)
            else:
                blocks.insert(place, block)
    gap = "\n\n" if blanks else "\n"
    return gap.join("\n".join(b.lines) for b in blocks + late if any(b.lines)) + "\n"
