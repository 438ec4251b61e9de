"""The issue of a plan: made, or completed by what was said and printed of it.

What is known of an issue is never overwritten: another number or day than the known
one is refused, so that nobody believes it was taken.
"""

from articles.models import Issue

from .plan import IssuePlan
from .report import ImportOptions, LoadReport, Refused


def write_issue(plan: IssuePlan, report: LoadReport) -> None:
    """Make the issue, or note on the known one what was not known of it."""
    is_new = plan.issue is None
    issue = plan.issue = plan.issue or Issue(edition=plan.edition)
    if _complete(issue, plan) or is_new:
        issue.save()
    if is_new:
        report.count("新建期")
        report.note_made(issue)
    if issue not in report.issues:
        report.issues.append(issue)
    names = "、".join(file.name for file in plan.files_to_read)
    how = "新建" if is_new else f"已有，{plan.why_issue}"
    report.say(
        f"{names}：{plan.edition}（{plan.why_edition}），"
        f"{issue.name}，编号{issue.pk}，{how}。"
    )


def note_said(plan: IssuePlan, options: ImportOptions, report: LoadReport) -> bool:
    """Note --number and --date on an issue all of whose files stand already; return
    whether anything was new."""
    said = options.number or options.date
    if not (said and plan.issue and _complete(plan.issue, plan)):
        return False
    plan.issue.save()
    report.count("补记期号、日期")
    report.say(f"编号{plan.issue.pk}的一期补记：{_known_of(plan.issue)}。")
    return True


def refuse_other_words(plan: IssuePlan, options: ImportOptions) -> None:
    """Raise Refused where --number or --date says something else than is known."""
    issue = plan.issue
    if issue is None:
        places = {page.issue_id for pages in plan.places.values() for page in pages}
        if places and not plan.files_to_read and (options.number or options.date):
            raise Refused(
                f"这些文件分属已录入的{len(places)}期，--number、--date 不知归哪一期；"
                "请分开录入。"
            )
        return
    known = (issue.date_earliest, issue.date_latest)
    wrong = []
    if options.number and issue.number and issue.number != plan.number:
        wrong.append(f"--number {options.number}")
    if options.date and known[0] and not _encloses(plan.dates, known):
        wrong.append(f"--date {options.date}")
    if wrong:
        raise Refused(
            f"这些文件属于编号{issue.pk}的一期（{_known_of(issue)}），"
            f"与 {'、'.join(wrong)} 不符，没有录入；"
            "如是旧的记错了，请在管理页改这一期，再录入时不写这一项。"
        )


def _complete(issue: Issue, plan: IssuePlan) -> bool:
    """Fill in number and days that were not known; say whether there were any."""
    before = (issue.number, issue.date_earliest)
    issue.number = issue.number or plan.number
    if issue.date_earliest is None and plan.dates[0] is not None:
        issue.date_earliest, issue.date_latest = plan.dates
        issue.date_note = plan.date_note
    return before != (issue.number, issue.date_earliest)


def _encloses(said, known) -> bool:
    return said[0] <= known[0] and known[1] <= said[1]


def _known_of(issue: Issue) -> str:
    day = issue.date_earliest
    if day is None:
        return f"{issue.name}，日期未载"
    last = issue.date_latest
    return f"{issue.name}，{day}" + (f"至{last}" if last != day else "")
