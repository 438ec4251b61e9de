"""更正: what was printed wrongly and approved as a correction."""

from django.views.generic import ListView

from articles.models import Correction

from .paging import PagedMixin
from .published import PublishedMixin


class CorrectionList(PublishedMixin, PagedMixin, ListView):
    model = Correction

    def get_queryset(self):
        rows = super().get_queryset().order_by("-approved_at", "-pk")
        return rows.select_related("article__issue__edition", "article__page")
