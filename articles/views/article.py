"""An article as it was printed then, with links to what is known now."""

from django.db.models import Prefetch
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.generic import DetailView

from articles.models import Article, EventReport, OrganizationMention, TopicLink

from .citation import citation
from .lines import set_body, set_line
from .published import PublishedMixin, may_be_listed, printed_claims

DESCRIPTION_LENGTH = 100


class ArticleDetail(PublishedMixin, DetailView):
    model = Article
    extra_context = {"section": "issues"}

    def get_queryset(self):
        rows = super().get_queryset().defer("as_read")
        return rows.select_related("issue__edition", "page")

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            withdrawn = Article.objects.filter(status=Article.Status.WITHDRAWN)
            if withdrawn.filter(pk=kwargs["pk"]).exists():
                return TemplateResponse(request, "410.html", status=410)
            raise

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | article_context(self.object)


def article_context(article: Article) -> dict[str, object]:
    """All that the template of an article shows; for a draft on the desk too."""
    mentions, leaders = article_mentions(article)
    bodies = list(article_bodies(article))
    corrections = list(article.corrections.approved().order_by("approved_at", "pk"))
    pictures = list(article.pictures.all())
    return {
        "article": article,
        "lines": set_body(article, mentions + bodies, corrections),
        "headline": set_line(article, article.headline, corrections),
        "subheadline": set_line(article, article.subheadline, corrections),
        "mentions": [each for each in mentions if each.shown_claims or is_shown(each)],
        "bodies": [each for each in bodies if is_named(each.organization, article)],
        "corrections": corrections,
        "pictures": [picture for picture in pictures if picture.image],
        "lost_pictures": [p for p in pictures if not p.image and p.caption],
        "topics": [link.tag for link in article_topics(article)],
        "events": list(article_events(article)),
        "citation": citation(article),
        "years_ago": years_since_print(article.issue),
        "description": description(article, leaders),
        **printed_neighbours(article),
    }


def is_shown(mention):
    return mention.person is not None and mention.person.shown


def is_named(record, article):
    """Publishing shows the records of an article; its draft names them before."""
    return record.shown or article.status == Article.Status.DRAFT


def article_mentions(article):
    """Who may be named beside the article, with posts; and its national leaders."""
    rows = (
        article.mentions.exclude(verdict="rejected")
        .select_related("person")
        .prefetch_related(Prefetch("claims", printed_claims(), to_attr="shown_claims"))
        .order_by("order", "pk")
    )
    hidden = article.hidden_names
    named = [row for row in rows if row.name_as_printed not in hidden]
    leaders = [row.name_as_printed for row in rows if row.leader]
    return [row for row in named if may_be_listed(row)], leaders


def article_bodies(article):
    rows = OrganizationMention.objects.filter(article=article)
    rows = rows.exclude(verdict="rejected").exclude(organization=None)
    return rows.select_related("organization").order_by("order", "pk")


def article_topics(article):
    links = TopicLink.objects.accepted().filter(content_object=article)
    return links.filter(tag__public=True).select_related("tag")


def article_events(article):
    reports = EventReport.objects.filter(article=article, event__isnull=False)
    reports = reports.exclude(verdict="rejected").select_related("event")
    return (report for report in reports if is_named(report.event, article))


def printed_neighbours(article):
    """上一篇 and 下一篇 of the issue, as printed."""
    rows = Article.objects.published().filter(issue=article.issue_id)
    rows = rows.in_printed_order().only("headline", "hidden_names", "kind", "status")
    rows = list(rows)
    at = rows.index(article) if article in rows else None
    if at is None:
        return {"previous": None, "next": None}
    return {
        "previous": rows[at - 1] if at else None,
        "next": rows[at + 1] if at + 1 < len(rows) else None,
    }


def years_since_print(issue) -> int | None:
    """Whole years since printing; None where print proves no date."""
    if issue.date_latest is None:
        return None
    today, day = timezone.localdate(), issue.date_latest
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def description(article, leaders) -> str:
    """What a shared link says; nothing where the opening names a national leader."""
    text = article.masked(article.standfirst or article.lead)[:DESCRIPTION_LENGTH]
    return "" if any(name in text for name in leaders) else text
