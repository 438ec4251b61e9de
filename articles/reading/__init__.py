"""Bytes of a page to the articles that are printed on it. Pure: no Django, no clock.

read_pages(open("page.txt", "rb").read())   ->   PrintedPages
read_page("……")                            ->   PrintedPage
"""

import re

from articles.reading.abreast import part_columns
from articles.reading.articles import place_lines
from articles.reading.blocks import tell_apart
from articles.reading.columns import measure_columns, rejoin_rows
from articles.reading.decoding import decode, doubt_of, refuse_endless
from articles.reading.displays import mark_displays
from articles.reading.drafts import Draft
from articles.reading.flows import find_flows, find_group_flows
from articles.reading.folio import mark_cells, read_folio
from articles.reading.gathering import gather
from articles.reading.grids import mark_grids
from articles.reading.headlines import match_headlines
from articles.reading.lines import Line, heading_level, split_lines
from articles.reading.links import link_groups, link_strips
from articles.reading.phrases import Continuity
from articles.reading.repairs import repair
from articles.reading.rows import split_rows
from articles.reading.sizes import mark_sizes
from articles.reading.strips import find_strips
from articles.reading.structure import PrintedPage, PrintedPages, Unreadable
from articles.reading.sureness import judge_page
from articles.reading.terms import Terms
from articles.reading.threads import thread_columns

#: A page of the densest print has some eight hundred lines; more are read piece by
#: piece, so that time stays linear where every line is weighed against every article.
MOST_LINES = 2000
TOO_LONG = "这一部分有 {} 行，比一个版面长得多，是分段读的，请按版面分开文件再读。"

__all__ = ["PrintedPage", "PrintedPages", "Unreadable", "read_page", "read_pages"]


def read_pages(data: bytes, *, encoding_hint: str | None = None) -> PrintedPages:
    """Read a file; a form feed ends a page. Raises Unreadable with advice."""
    text, encoding = decode(data, encoding_hint)
    parts = re.findall(r"[^\f]*\f|[^\f]+", text)
    if parts[1:] and not parts[-1].strip():
        parts[-2:] = ["".join(parts[-2:])]
    refuse_endless(parts)
    pages = tuple(read_page(part, number) for number, part in enumerate(parts))
    doubt = doubt_of(text)
    return PrintedPages(encoding, pages, (doubt,) if doubt else ())


def read_page(text: str, part: int = 0) -> PrintedPage:
    """Read one page, stage by stage."""
    raw, repairs = repair(text)
    lines = split_lines(raw)
    masthead, folio = read_folio(lines, raw)
    lines, drafts, rest = find_drafts(lines, raw)
    fragments, articles = place_lines(raw, lines, drafts, rest)
    sureness, doubts = judge_page(articles, fragments, bool(lines))
    if len(lines) > MOST_LINES:
        doubts += (TOO_LONG.format(len(lines)),)
    return PrintedPage(
        raw,
        part,
        masthead,
        folio,
        tuple(articles),
        tuple(fragments),
        tuple(repairs),
        sureness,
        doubts,
    )


def find_drafts(
    lines: list[Line], raw: str
) -> tuple[list[Line], list[Draft], list[Line]]:
    """The lines in order of reading, the articles on them, and what is left over."""
    done: list[Line] = []
    drafts: list[Draft] = []
    rest: list[Line] = []
    for start in range(0, len(lines), MOST_LINES):
        part, found, left = read_lines(lines[start : start + MOST_LINES], raw)
        done, drafts, rest = done + part, drafts + found, rest + left
    for index, line in enumerate(done):
        line.index = index
    return done, drafts, rest


def read_lines(
    lines: list[Line], raw: str
) -> tuple[list[Line], list[Draft], list[Line]]:
    """What `find_drafts` finds, for as many lines as a page can have."""
    mark_sizes(lines, raw)
    lines = mark_grids(lines, raw)
    whole, lines = lines, split_rows(lines, raw)
    if lines is not whole:
        mark_cells(lines, raw)
    lines = thread_columns(lines)
    wrapped = measure_columns(lines)
    lines = rejoin_rows(part_columns(lines, raw), raw)
    continuity = Continuity([line.text for line in lines if line.role is None])
    lines = tell_apart(lines, raw, wrapped, continuity)
    mark_displays(lines, raw)
    strips = find_strips(lines, wrapped, continuity)
    terms = Terms([strip.text for strip in strips])
    gains = link_strips(strips, lines, continuity, terms)
    level = heading_level(lines)
    flows, loose = find_flows(lines, strips)
    drafts, rest = match_headlines(flows, loose, terms, level)
    if groups := gather(strips, lines, terms, gains, drafts):
        link_groups(strips, groups, gains)
        flows, loose = find_group_flows(lines, strips, groups)
        drafts, rest = match_headlines(flows, loose, terms, level, gathered=True)
    return lines, drafts, rest
