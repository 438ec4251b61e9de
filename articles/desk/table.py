"""导出表格: what was found as CSV that a spreadsheet opens in Chinese and in safety."""

import csv

from django.urls import reverse

from articles.models.undated import UNDATED

from .quotes import quotes_of

MOST_ARTICLES = 2000
BATCH = 100
BOM = "\ufeff"
#: A cell that begins with one of these would be run as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
COLUMNS = [
    "编号",
    "状态",
    "标题",
    "期",
    "日期",
    "版",
    "姓名或单位（照印）",
    "职务（照印）",
    "原句",
    "核实",
    "网址",
]


class _Echo:
    def write(self, line):
        return line


def table_lines(rows, filters, address):
    """The lines of the file; `address` makes a path a full address."""
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow(COLUMNS)
    rows = rows[:MOST_ARTICLES]
    for start in range(0, MOST_ARTICLES, BATCH):
        batch = list(rows[start : start + BATCH])
        quotes = quotes_of(batch, filters) if batch else {}
        for article in batch:
            for quote in quotes[article.pk]:
                cells = _cells(article, quote, address)
                yield writer.writerow([harmless(cell) for cell in cells])
        if len(batch) < BATCH:
            break


def harmless(cell):
    """The cell as text, never as a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cells(article, quote, address):
    day = "日期不明" if article.sort_date == UNDATED else article.sort_date.isoformat()
    page = f"第{article.page.number}版 {article.page.name}" if article.page else ""
    return [
        article.pk,
        article.get_status_display(),
        str(article),
        str(article.issue),
        day,
        page.strip(),
        quote.name,
        quote.post,
        quote.sentence,
        quote.doubt,
        address(reverse("articles:desk-article", args=[article.pk])),
    ]
