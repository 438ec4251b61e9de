"""Files to issues: which files make an issue, of which edition, new or known."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef

from articles.dry_run import ReadFile, printed_dates
from articles.models import Edition, Issue, Page, Source
from articles.models.printed import bare_number

from .editions import choose_edition
from .matching import likeness
from .report import ImportOptions, LoadReport, Refused, parse_date

#: Two files of one name are the same page, changed, when they share this much.
SAME_PAGE = 0.5


@dataclass
class IssuePlan:
    """The files of one issue, and where they go. `issue` None: a new one."""

    files: list[ReadFile]
    edition: Edition
    why_edition: str
    number: str = ""
    dates: tuple[date | None, date | None] = (None, None)
    date_note: str = ""
    issue: Issue | None = None
    why_issue: str = ""
    known: dict[str, Source] = field(default_factory=dict)
    #: Where a file stands already, by its sha256.
    places: dict[str, list[Page]] = field(default_factory=dict)
    reread: bool = False

    @property
    def files_to_read(self) -> list[ReadFile]:
        """Files that stand on no page yet; with `reread` all of them."""
        if self.reread:
            return self.files
        return [file for file in self.files if not self.places.get(file.sha256)]


def plan_issues(
    files: Sequence[ReadFile], options: ImportOptions
) -> tuple[list[IssuePlan], list[str]]:
    """A plan an issue, and every reason why one cannot be made."""
    groups = [[file] for file in files] if options.separate else [list(files)]
    plans, refusals = [], _contradictions(options, len(groups))
    for group in groups:
        try:
            plans.append(_plan_issue(group, options))
        except Refused as refusal:
            refusals += refusal.refusals
    return plans, refusals


def _contradictions(options: ImportOptions, groups: int) -> list[str]:
    refusals = []
    for name in ("number", "replace"):
        if groups > 1 and getattr(options, name):
            refusals.append(f"--{name} 只能用于一期，--separate 的几个文件各是一期。")
    try:
        parse_date(options.date)
    except Refused as refusal:
        refusals += refusal.refusals
    return refusals


def once_each(files: Sequence[ReadFile], report: LoadReport) -> list[ReadFile]:
    """Without files that came twice under two names; the report says so."""
    firsts: dict[str, ReadFile] = {}
    for file in files:
        first = firsts.setdefault(file.sha256, file)
        if first is not file:
            report.count("未变文件")
            report.say(f"未变：{file.name}，与 {first.name} 一字不差。")
    return list(firsts.values())


def _plan_issue(files: list[ReadFile], options: ImportOptions) -> IssuePlan:
    edition, why = choose_edition(files, options.edition)
    plan = IssuePlan(files, edition, why)
    plan.number = bare_number(options.number) or _printed_number(files)
    plan.dates, plan.date_note = _dates(files, options.date)
    sums = [file.sha256 for file in files]
    sources = Source.objects.filter(edition=edition, sha256__in=sums)
    plan.known = {source.sha256: source for source in sources}
    pages = Page.objects.filter(source__in=sources).select_related(
        "issue__edition", "source"
    )
    for page in pages:
        plan.places.setdefault(page.source.sha256, []).append(page)
    if options.replace:
        plan.issue = _issue_to_replace(options.replace, edition)
        plan.why_issue, plan.reread = "按 --replace", True
    else:
        plan.issue, plan.why_issue = _known_issue(plan)
    return plan


def _printed_number(files: list[ReadFile]) -> str:
    """The number that the pages print; two different ones need --separate."""
    numbers: dict[str, str] = {}
    for file in files:
        for page in file.printed.pages:
            for part in (page.masthead, page.folio):
                if part is not None and part.issue_number:
                    numbers.setdefault(part.issue_number, file.name)
    _refuse_if_several("期号", numbers)
    return next(iter(numbers), "")


def _dates(files: list[ReadFile], said: str):
    if said:
        return parse_date(said), f"录入时指明：{said}"
    days: dict[date, str] = {}
    for file in files:
        day, _ = printed_dates(file.printed.pages)
        if day:
            days.setdefault(day, file.name)
    _refuse_if_several("日期", {f"{day:%Y-%m-%d}": name for day, name in days.items()})
    if not days:
        return (None, None), ""
    day = next(iter(days))
    return (day, day), "版面所印"


def _refuse_if_several(what: str, found: dict[str, str]) -> None:
    if len(found) > 1:
        each = "，".join(f"{name} 印的是 {value}" for value, name in found.items())
        raise Refused(
            f"这些文件的{what}不一致（{each}）；如果各是一期，请加 --separate。"
        )


def _issue_to_replace(said: str, edition: Edition) -> Issue:
    """An issue by its id, or by 第N期 of the edition."""
    if said.isdecimal():
        issue = Issue.objects.filter(pk=int(said[:18])).first()
    else:
        number = bare_number(said)
        issue = Issue.objects.filter(edition=edition, number=number).first()
    if issue is None:
        raise Refused(
            f"找不到要替换的期“{said}”；"
            "请写期的编号（网址 /issues/编号/ 中的数字）或“第N期”。"
        )
    if issue.edition_id != edition.pk:
        raise Refused(
            f"编号{issue.pk}是《{issue.edition}》的一期，与这些文件不是一份报纸。"
        )
    return issue


def _known_issue(plan: IssuePlan) -> tuple[Issue | None, str]:
    """The issue that these files belong to, if it is there already."""
    issues = {page.issue for pages in plan.places.values() for page in pages}
    if not plan.files_to_read:
        return (issues.pop() if len(issues) == 1 else None), "文件都已录入"
    if len(issues) > 1:
        ids = "、".join(str(issue.pk) for issue in issues)
        raise Refused(
            f"这些文件分属已录入的几期（编号 {ids}）；"
            "请分开录入，或用 --replace 指明一期。"
        )
    if issues:
        return issues.pop(), "其中有文件已录入这一期"
    if plan.number:
        return _issue_of_number(plan), "期号相同"
    return _issue_of_like_pages(plan), "文件名相同、文字大半相同"


def _issue_of_number(plan: IssuePlan) -> Issue | None:
    """An issue of that number, unless it is of another day; of several the one with
    a page of that file name."""
    named = Page.objects.filter(
        issue=OuterRef("pk"), source__name__in=[file.name for file in plan.files]
    )
    same = Issue.objects.filter(edition=plan.edition, number=plan.number)
    for issue in same.alias(is_named=Exists(named)).order_by("-is_named", "-pk"):
        dates = (issue.date_earliest, issue.date_latest)
        if None in dates or None in plan.dates:
            return issue
        if dates[0] <= plan.dates[1] and plan.dates[0] <= dates[1]:
            return issue
    return None


def raw_text(file: ReadFile) -> str:
    return "".join(page.raw_text for page in file.printed.pages)


def _issue_of_like_pages(plan: IssuePlan) -> Issue | None:
    """The issue whose pages came under these names with much the same text."""
    texts = defaultdict(str)
    for file in plan.files:
        texts[file.name] += raw_text(file)
    pages = Page.objects.filter(
        issue__edition=plan.edition, source__name__in=texts, issue__number=""
    )
    for page in pages.select_related("source", "issue").order_by("-pk")[:200]:
        if likeness(page.raw_text, texts[page.source.name]) >= SAME_PAGE:
            return page.issue
    return None
