"""What happens to a request before any view, and to errors after it."""

import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers

from newsroom import errors

GetResponse = Callable[[HttpRequest], HttpResponse]

#: Longer than anything the forms of the site send.
MAX_QUERY_BYTES = 8192
MAX_PATH_BYTES = 2048
#: Kinds of files that are compressed in themselves.
COMPRESSED_KINDS = (
    *("image/webp", "image/jpeg", "audio/", "video/"),
    "application/octet",
)
#: br, but not br;q=0.
BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|\Z))")
#: As quick as gzip, and a tenth smaller.
BROTLI_QUALITY = 5
SHORTEST_COMPRESSED = 200


class PathPrefixMiddleware:
    """Serve under PATH_PREFIX whether or not the proxy takes the prefix away."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        prefix = settings.PATH_PREFIX
        if prefix and f"{request.path_info}/".startswith(f"{prefix}/"):
            request.path_info = request.path_info.removeprefix(prefix) or "/"
            request.path = prefix + request.path_info
        return self.get_response(request)


class ReaderErrorsMiddleware:
    """Show the readers' 404 page under DEBUG too, so that a demonstration shows it,
    and a page in place of a 405 that says nothing."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if settings.DEBUG and response.status_code == 404 and is_page:
            return errors.page_not_found(request, None)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return errors.method_not_allowed(request, response)
        return response


class HostileAddressMiddleware:
    """Refuse addresses that no page of the site makes, before a database sees them."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path, query = request.path_info, request.META.get("QUERY_STRING", "")
        if is_too_long(path, query):
            return errors.address_too_long(request)
        if is_hostile(path, query):
            return errors.bad_request(request, None)
        return self.get_response(request)


class TextCompressionMiddleware(GZipMiddleware):
    """Compress what is text: by brotli where the browser can, else by gzip.

    Pictures and recordings are compressed already, and a player needs to know how long
    a recording is. Staff get gzip, whose random length keeps their forms' secrets.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse):
        kind = response.headers.get("Content-Type", "")
        if kind.startswith(COMPRESSED_KINDS):
            return response
        is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES
        if is_staff or not accepts_brotli(request) or not _may_shrink(response):
            return super().process_response(request, response)
        response.content = brotli.compress(
            response.content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY
        )
        response.headers["Content-Encoding"] = "br"
        response.headers["Content-Length"] = str(len(response.content))
        etag = response.headers.get("ETag", "")
        if etag.startswith('"'):
            response.headers["ETag"] = f"W/{etag}"
        patch_vary_headers(response, ["Accept-Encoding"])
        return response


def accepts_brotli(request: HttpRequest) -> bool:
    return BROTLI.search(request.headers.get("Accept-Encoding", "")) is not None


def _may_shrink(response: HttpResponse) -> bool:
    is_whole = not response.streaming and "Content-Encoding" not in response
    return is_whole and len(response.content) >= SHORTEST_COMPRESSED


class FreshPagesMiddleware:
    """Let browsers keep a page and ask whether it still stands: what is taken down is
    gone at once. Pages differ by the reader's cookies, such as the size of type."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
            if "Cache-Control" not in response:
                patch_cache_control(response, no_cache=True)
        return response


def is_too_long(path: str, query: str) -> bool:
    """Whether an address is longer than any that the site makes or its forms send.

    `path` is decoded, `query` still percent-encoded.
    """
    is_long_path = len(path.encode(errors="replace")) > MAX_PATH_BYTES
    return is_long_path or len(query) > MAX_QUERY_BYTES


def is_hostile(path: str, query: str) -> bool:
    """Whether an address holds NUL, or is no UTF-8; encoded as in `is_too_long`."""
    query_bytes = unquote_to_bytes(query.encode("latin-1", errors="replace"))
    if "\0" in path or b"\0" in query_bytes:
        return True
    try:
        query_bytes.decode()
    except UnicodeDecodeError:
        return True
    return False
