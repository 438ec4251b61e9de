"""Files of an issue to Source, Page and the texts of its articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.dry_run import ReadFile
from articles.models import Article, Page, Source
from articles.reading.structure import PrintedPage

from .ledger import cleanup_data
from .matching import likeness
from .plan import SAME_PAGE, IssuePlan
from .report import LoadReport


@dataclass
class ReadPage:
    """A page that this run reads into the database."""

    row: Page
    printed: PrintedPage
    file: ReadFile
    is_new: bool = True
    #: What stood on the page before, by article id: the characters of its fragments.
    texts_before: dict[int, str] = field(default_factory=dict)


def load_pages(plan: IssuePlan, report: LoadReport) -> list[ReadPage]:
    """Write sources and pages of an issue; return the pages whose text is new."""
    todo = plan.files_to_read
    standing = list(plan.issue.pages.select_related("source"))
    sources = _write_sources(plan, todo, report)
    read: list[ReadPage] = []
    free = [page for page in standing if page.source_id not in _kept(plan, todo)]
    for file in todo:
        for printed in file.printed.pages:
            row = _page_before(file, printed, free)
            if row is not None:
                free.remove(row)
            page = ReadPage(row or Page(issue=plan.issue), printed, file, row is None)
            page.row.source = sources[file.sha256]
            read.append(page)
    _number_pages(read, standing)
    _write_pages(read, report)
    return read


def find_texts(pages: Iterable[ReadPage]) -> None:
    """Note which characters each article has on pages that are read again."""
    old = {page.row.pk: page for page in pages if not page.is_new}
    fragments = Article.fragments.rel.related_model.objects.filter(
        page__in=old, article__isnull=False
    )
    for page_id, article, start, end in fragments.values_list(
        "page", "article", "start", "end"
    ):
        page = old[page_id]
        text = page.row.raw_text[start:end]
        page.texts_before[article] = page.texts_before.get(article, "") + text


def _kept(plan: IssuePlan, todo: list[ReadFile]) -> set[int]:
    reading = {file.sha256 for file in todo}
    return {source.pk for sha256, source in plan.known.items() if sha256 not in reading}


def _write_sources(
    plan: IssuePlan, todo: list[ReadFile], report: LoadReport
) -> dict[str, Source]:
    sources = dict(plan.known)
    fresh = [
        Source(
            edition=plan.edition,
            name=file.name.encode("utf-8", "replace").decode(),
            sha256=file.sha256,
            data=file.data,
            encoding=file.printed.encoding,
            run=report.run,
        )
        for file in todo
        if file.sha256 not in sources
    ]
    Source.objects.bulk_create(fresh)
    report.note_made(*fresh)
    return sources | {source.sha256: source for source in fresh}


def _page_before(file: ReadFile, printed: PrintedPage, free: list[Page]) -> Page | None:
    """The page that this text is a new reading of: same bytes, name or folio."""
    for page in free:
        if page.source and page.part == printed.part:
            if page.source.sha256 == file.sha256:
                return page
            if page.source.name == file.name:
                return page
    for page in free:
        if printed.folio and printed.folio.text and page.folio == printed.folio.text:
            return page
    for page in free:
        if likeness(page.raw_text, printed.raw_text) >= SAME_PAGE:
            return page
    return None


def _number_pages(read: list[ReadPage], standing: list[Page]) -> None:
    """New pages follow the standing ones; printed folios set their order."""
    fresh = [page for page in read if page.is_new]
    folios = [page.printed.folio for page in fresh]
    numbers = {folio.number for folio in folios if folio and folio.number}
    if len(numbers) == len(fresh):
        fresh.sort(key=lambda page: page.printed.folio.number)
    last = max((page.number for page in standing), default=0)
    for number, page in enumerate(fresh, last + 1):
        page.row.number = number


def _write_pages(read: list[ReadPage], report: LoadReport) -> None:
    find_texts(read)
    for page in read:
        _fill(page.row, page.printed)
    fresh = [page.row for page in read if page.is_new]
    Page.objects.bulk_create(fresh)
    report.note_made(*fresh)
    for page in read:
        if not page.is_new:
            page.row.save()
    report.count("新建版", len(fresh))
    report.count("更新版", len(read) - len(fresh))


def _fill(row: Page, printed: PrintedPage) -> None:
    folio = printed.folio
    row.folio = folio.text if folio else ""
    row.name = folio.name if folio and folio.name else row.name
    row.part = printed.part
    row.raw_text = printed.raw_text
    row.repairs = [cleanup_data(repair) for repair in printed.repairs]
    row.sureness = printed.sureness
    row.doubts = "\n".join(printed.doubts)
