"""What every public view starts from, and what became of an old address."""

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import redirect

from articles.models import Claim, Correction, Mention
from articles.models.linked import Verdict
from people.models import Person


class PublishedMixin:
    """A view whose rows are those that visitors may see."""

    def get_queryset(self):
        return super().get_queryset().published()


class MovedMixin(PublishedMixin):
    """A page of somebody, or of a body, that may have been merged into another."""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            target = self.find_target(kwargs[self.pk_url_kwarg])
            if target is None:
                raise
            return redirect(target, permanent=True)

    def find_target(self, pk):
        """The shown row into which this one was merged, over any number of steps."""
        rows = self.model.objects.select_related("merged_into")
        row, passed = rows.filter(pk=pk, merged_into__isnull=False).first(), set()
        while row is not None and row.merged_into_id and row.pk not in passed:
            passed.add(row.pk)
            row = rows.filter(pk=row.merged_into_id).first()
        if row is None or row.pk in passed or not row.shown:
            return None
        return row


def printed_claims():
    """Posts as printed, in printed order; `is_corrected` where one is a misprint that
    an approved correction of the article sets right."""
    corrections = Correction.objects.approved().filter(
        article=OuterRef("mention__article")
    )
    is_misprint = Q(verdict=Verdict.MISPRINT)
    claims = Claim.objects.exclude(verdict=Verdict.REJECTED).order_by("order", "pk")
    return claims.annotate(is_corrected=Exists(corrections) & is_misprint)


def may_be_listed(mention: Mention) -> bool:
    """Whether a list beside an article may repeat the name: no national leader, nobody
    private or hidden, and of residents only those who agreed to a page."""
    person = mention.person
    if mention.leader:
        return False
    if person is None or person.shown:
        return True
    kinds = Person.Visibility
    return person.visibility in (kinds.OFFICIAL, kinds.REPRESENTATIVE)
