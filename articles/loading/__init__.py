"""Printed pages to rows: one transaction a run, a report of what became of them.

load_issue([ReadFile, ...], ImportOptions(separate=True)) -> LoadReport
"""

from collections.abc import Callable, Sequence

from django.db import transaction

from articles.dry_run import ReadFile, Roster, article_text, context_for
from articles.models import Article, Edition, ImportRun
from articles.publishing import Voucher, publish_vouched, refresh, touched_by
from people.extraction import find_mentions

from .articles import load_articles
from .by_hand import (
    PersonRow,
    StaleArticle,
    people_rows,
    save_article,
    save_people_rows,
)
from .continued import pages_read_along, read_articles
from .editions import choose_edition, default_edition, home_of_edition, settings_home
from .issues import note_said, refuse_other_words, write_issue
from .known import dates_of, roster_of
from .ledger import BrokenCover, remove_articles, replace_fragments
from .linking import link_article, link_articles, relink
from .pages import find_texts, load_pages
from .plan import IssuePlan, once_each, plan_issues
from .preview import preview
from .report import ImportOptions, LoadReport, Refused, parse_date
from .runs import journal_refusal, record_run, undo_run
from .topics import make_starter_topics

__all__ = [
    "BrokenCover",
    "ImportOptions",
    "LoadReport",
    "PersonRow",
    "Refused",
    "StaleArticle",
    "choose_edition",
    "default_edition",
    "home_of_edition",
    "journal_refusal",
    "link_article",
    "link_articles",
    "load_issue",
    "make_starter_topics",
    "parse_date",
    "people_rows",
    "preview",
    "relink",
    "remove_articles",
    "replace_fragments",
    "roster_of",
    "save_article",
    "save_people_rows",
    "settings_home",
    "undo_run",
]

NOTHING_SAID = ImportOptions()
Progress = Callable[[int, int], None]


def load_issue(
    files: Sequence[ReadFile],
    options: ImportOptions = NOTHING_SAID,
    user=None,
    progress: Progress | None = None,
) -> LoadReport:
    """Load files as one issue, or each as its own; whole or not at all.

    Raise Refused with every reason; the refusal itself is journalled.
    """
    report = LoadReport()
    try:
        with transaction.atomic():
            _load(files, options, user, report, progress)
    except (Refused, BrokenCover) as error:
        names = [file.name for file in files]
        refusal = error if isinstance(error, Refused) else _fault(names, error)
        journal_refusal(names, options, user, refusal)
        raise refusal from error
    return report


def _fault(names: Sequence[str], error: BrokenCover) -> Refused:
    """A mistake of ours, told as one; the run is undone like any refused one."""
    files = "、".join(names)
    return Refused(f"{files}：读出的文字没有盖满版面（{error}），是程序的差错。")


def _load(files, options, user, report: LoadReport, progress) -> None:
    default_edition()
    list(Edition.objects.select_for_update())  # one import at a time
    plans, refusals = plan_issues(once_each(files, report), options)
    if refusals:
        raise Refused(*refusals)
    for plan in plans:
        refuse_other_words(plan, options)
    report.run = ImportRun.objects.create(
        user=user,
        files="\n".join(file.name for file in files),
        options=str(options),
        edition=plans[0].edition,
    )
    editions = {plan.edition for plan in plans if plan.files_to_read}
    rosters = {edition: roster_of(edition) for edition in editions}
    for number, plan in enumerate(plans, 1):
        before = touched_by(plan.issue.articles.all() if plan.issue else [])
        rows = _load_plan(plan, options, rosters, report)
        if options.publish and plan.issue:
            voucher = Voucher(user, options.run_by)
            drafts = plan.issue.articles.drafts()
            report.add(publish_vouched(drafts, voucher, rows, before))
        else:
            refresh(rows, touched=before)
        if progress:
            progress(number, len(plans))
    record_run(report)


def _load_plan(
    plan: IssuePlan,
    options: ImportOptions,
    rosters: dict[Edition, Roster],
    report: LoadReport,
) -> list[Article]:
    """Pages, what they name, articles, links: one issue."""
    _say_unchanged(plan, report)
    if not plan.files_to_read:
        noted = note_said(plan, options, report)
        return list(plan.issue.articles.all()) if noted else []
    write_issue(plan, report)
    pages = load_pages(plan, report)
    along = pages_read_along(pages)
    find_texts(along)
    pages += along
    printed = [page.printed for page in pages]
    context = context_for(
        printed,
        home_of_edition(plan.edition),
        dates_of(plan.issue),
        rosters[plan.edition],
    )
    articles = read_articles(pages)
    for article in articles:
        article.found = find_mentions(article_text(article.printed), context)
    load_articles(plan.issue, articles, pages, report)
    named = [(article.row, article.found) for article in articles]
    link_articles(named, report, context.home)
    return [article.row for article in articles]


def _say_unchanged(plan: IssuePlan, report: LoadReport) -> None:
    """Name the place of every file that stands already."""
    todo = plan.files_to_read
    for file in plan.files:
        if file in todo:
            continue
        pages = plan.places[file.sha256]
        where = "、".join(f"第{page.number}版" for page in pages)
        issue = pages[0].issue
        report.count("未变文件")
        place = f"{issue.edition} {issue.name}（编号{issue.pk}）{where}"
        report.say(f"未变：{file.name}，已在{place}。")
        if issue not in report.issues:
            report.issues.append(issue)
