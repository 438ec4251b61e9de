"""What crawlers are told: readers' pages yes, the office and searches no."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

#: Names of addresses; everything below them is closed too.
CLOSED = ("admin:index", "articles:desk", "articles:search", "articles:report")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt; where the paper lives under a path, the host's own must repeat it."""
    sitemap = request.build_absolute_uri(reverse("home") + "sitemap.xml")
    lines = ["User-agent: *"]
    lines += [f"Disallow: {reverse(name)}" for name in CLOSED]
    lines += ["", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
