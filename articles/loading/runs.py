"""The journal of runs, and undoing one."""

from collections.abc import Sequence

from django.db import DatabaseError, transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from articles.models import Article, ImportRun, Issue, JournalEntry, Page, Source
from articles.publishing import refresh, touched_by
from articles.questions import find_questions, lay_aside_questions
from people.models import Area, Event, Organization, Person, Post

from .kept import judged_records, keep_verdicts
from .ledger import remove_articles
from .report import ImportOptions, LoadReport, Refused

#: Records that other articles may use by now; an undo removes only unused ones.
SHARED = (Event, Post, Person, Organization, Area)


def record_run(report: LoadReport) -> None:
    """Write down what the run did, as the last act of its transaction."""
    run = report.run
    outcomes = ImportRun.Outcome
    run.outcome = outcomes.UNCHANGED if report.is_unchanged else outcomes.DONE
    run.finished_at = timezone.now()
    run.counts = report.counts
    run.report = "\n".join([*report.lines, report.summary])
    run.made = report.made
    run.save()
    run.issues.set(report.issues)


def journal_refusal(
    names: Sequence[str], options: ImportOptions, user, refusal: Refused
) -> None:
    """Write down a run that was refused; nothing else of it is kept."""
    try:
        with transaction.atomic():
            ImportRun.objects.create(
                user=user,
                files="\n".join(names),
                options=str(options),
                outcome=ImportRun.Outcome.REFUSED,
                finished_at=timezone.now(),
                report="\n".join(refusal.refusals),
            )
    except DatabaseError:  # the refusal itself is what matters
        return


@transaction.atomic
def undo_run(run: ImportRun, user=None) -> list[str]:
    """Take back what a run made; return what was done in Chinese. Raise Refused."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    articles = list(_made(run, Article))
    _refuse_undo(run, articles)
    touched = touched_by(articles)
    run.kept = keep_verdicts(articles)
    beside = lay_aside_questions(articles)
    remove_articles(articles)
    pages = _made(run, Page)
    pages.delete()
    Source.objects.filter(pk__in=run.made.get("source", ()), pages=None).delete()
    issues = _made(run, Issue).filter(articles=None, pages=None)
    kept = len(run.made.get("issue", ())) - issues.count()
    issues.delete()
    find_questions(beside)
    refresh(articles=[], touched=touched)
    stay = judged_records()
    removed = {
        model: _delete_unused(_made(run, model).exclude(pk__in=stay.get(model, ())))
        for model in SHARED
    }
    run.outcome = ImportRun.Outcome.UNDONE
    run.save(update_fields=["outcome", "kept"])
    said = [f"删去稿件 {len(articles)} 篇。"]
    said += [
        f"删去不再有出处的{model._meta.verbose_name} {number} 个。"
        for model, number in removed.items()
        if number
    ]
    if kept:
        said.append("期里还有别的版或稿件，期保留。")
    JournalEntry.objects.create(
        by=user, action="撤销录入批次", target=str(run), detail={"done": said}
    )
    return said


def _refuse_undo(run: ImportRun, articles: list[Article]) -> None:
    if run.outcome != ImportRun.Outcome.DONE:
        raise Refused(f"这一批{run.get_outcome_display()}，没有可撤销的内容。")
    if run.counts.get("更新版"):
        raise Refused("这一批更新了已有的版；请用旧文件加 --replace 重新录入来还原。")
    published = [row for row in articles if row.is_published]
    if published:
        raise Refused(f"其中 {len(published)} 篇已发布；请先撤下再撤销本批。")
    edited = [row for row in articles if row.edited_fields()]
    if edited:
        names = "".join(f"《{row}》" for row in edited[:5])
        raise Refused(f"其中{names}编辑改过；如确不需要，请先逐篇删除。")
    fresh_pages = set(run.made.get("page", ()))
    later = Page.objects.filter(pk__in=fresh_pages).exclude(source__run=run)
    if later.exists():
        raise Refused("这一批的版后来又录入过；请先撤销后来的批次。")


def _made(run: ImportRun, model: type[Model]) -> QuerySet:
    return model.objects.filter(pk__in=run.made.get(model._meta.model_name, ()))


def _delete_unused(rows: QuerySet) -> int:
    """Delete rows that nothing leads to any more; return how many."""
    for relation in rows.model._meta.related_objects:
        name = relation.field.name
        using = relation.related_model.objects.filter(**{f"{name}__isnull": False})
        rows = rows.exclude(pk__in=using.values(name))
    ids = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=ids).delete()
    return len(ids)
