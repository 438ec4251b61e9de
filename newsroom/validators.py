"""304 for whoever has the page as it stands now, before any view runs.

A page is told by all that it depends on: address, cookies, day, the version of the
content and of the site itself. One query finds out; nothing else has to be asked.
"""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags

from articles.models import ContentVersion

#: Addresses whose answers differ from one time to the next, are told by their file,
#: or ask no database.
OTHERWISE = frozenset(
    {
        "elder",
        "people:my-area",
        "articles:report",
        "articles:report-received",
        "articles:picture",
        "articles:shared-picture",
        "articles:page-image",
        "articles:recording",
        "robots",
        "healthz",
        "readyz",
    }
)
#: Settings that pages show.
SHOWN_SETTINGS = ("EDITION", "FOOTER", "PUBLIC_DATA", "SHOW_CURRENT", "STATIC_URL")


class KnownPagesMiddleware:
    """Answer for a page that the reader has already; mark one that is new."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        tag = getattr(request, "page_tag", "")
        is_of_content = response.status_code == 200 and not response.cookies
        if tag and is_of_content and "ETag" not in response:
            _tell(response, tag)
        return response

    def process_view(self, request: HttpRequest, *view) -> HttpResponse | None:
        if not is_for_everybody(request):
            return None
        request.page_tag = tag = page_tag(request)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return _tell(HttpResponseNotModified(), tag)
        return None


def is_for_everybody(request: HttpRequest) -> bool:
    """Whether the answer depends on nothing but content, address, day and cookies."""
    match = request.resolver_match
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and match.view_name not in OTHERWISE
        and match.app_name != "admin"
    )


def page_tag(request: HttpRequest) -> str:
    """The ETag of a page; asked before its view runs, it is never newer than that."""
    parts = (
        ContentVersion.objects.now(),
        site_version(),
        timezone.localdate().isoformat(),
        request.build_absolute_uri(),
        request.headers.get("Cookie", ""),
    )
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=15)
    return f'W/"{digest.hexdigest()}"'


def site_version() -> str:
    """The state of code, templates and settings; while developing, as it is now."""
    return _site_version.__wrapped__() if settings.DEBUG else _site_version()


@lru_cache(maxsize=1)
def _site_version() -> str:
    digest = hashlib.blake2b(digest_size=15)
    for name in SHOWN_SETTINGS:
        digest.update(repr(getattr(settings, name)).encode())
    for path in sorted(_files_of_the_site()):
        about = path.stat()
        digest.update(f"{path} {about.st_mtime_ns} {about.st_size}".encode())
    return digest.hexdigest()


def _files_of_the_site() -> list[Path]:
    return [
        path
        for folder in ("newsroom", "articles", "people", "templates")
        for kind in ("*.py", "*.html", "*.css", "*.js")
        for path in (settings.BASE_DIR / folder).rglob(kind)
    ]


def _tell(response: HttpResponse, tag: str) -> HttpResponse:
    """What browsers need to know to ask again, and of a 304 what the page said."""
    response.headers["ETag"] = tag
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    if "Cache-Control" not in response:
        patch_cache_control(response, no_cache=True)
    return response
