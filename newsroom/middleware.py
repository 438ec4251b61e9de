"""What happens to a request before any view, and to errors after it."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers

from newsroom import errors

GetResponse = Callable[[HttpRequest], HttpResponse]

#: Longer than anything the forms of the site send.
MAX_QUERY_BYTES = 8192
MAX_PATH_BYTES = 2048


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


class TextGZipMiddleware(GZipMiddleware):
    """Compress what is text. Pictures and recordings are compressed already, and a
    player needs to know how long a recording is."""

    def process_response(self, request: HttpRequest, response: HttpResponse):
        kind = response.headers.get("Content-Type", "")
        if kind.startswith(
            ("image/webp", "image/jpeg", "audio/", "video/", "application/octet")
        ):
            return response
        return super().process_response(request, response)


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
