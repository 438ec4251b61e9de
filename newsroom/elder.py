"""大字版: larger type for whoever asks for it, kept in a cookie of the reader."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

COOKIE = "elder"
COOKIE_AGE = 400 * 24 * 3600
#: Sizes of the body text in pixels, and what readers call them.
SIZES = {"20": "大", "24": "更大", "30": "最大"}


def elder_size(request: HttpRequest) -> str:
    """The size that this reader chose; empty outside the mode."""
    size = request.COOKIES.get(COOKIE, "")
    return size if size in SIZES else ""


@csrf_exempt  # a form on public pages that changes nothing but the reader's own cookie
@require_http_methods(["GET", "HEAD", "POST"])
def choose_size(request: HttpRequest) -> HttpResponse:
    """Keep the size, or leave the mode, and go back to the page it was asked on.

    GET leads to the first page, where the buttons are.
    """
    if request.method != "POST":
        return redirect("home")
    target = request.POST.get("next", "")
    is_own = target.startswith("/") and url_has_allowed_host_and_scheme(target, None)
    response = redirect(target if is_own else "home")
    size = request.POST.get("size", "")
    if size in SIZES:
        response.set_cookie(
            COOKIE,
            size,
            max_age=COOKIE_AGE,
            path=settings.SESSION_COOKIE_PATH,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE, path=settings.SESSION_COOKIE_PATH)
    return response
