"""Error pages in Chinese. They stand even where the usual page cannot be made."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

logger = logging.getLogger(__name__)

#: What is said where the template itself fails, such as without a database.
PLAIN = {
    400: "网址或填写的内容有误，请返回上一页改正后再试。",
    403: "没有权限查看此页。",
    404: "没有这一页。请核对网址，或从首页查找。",
    405: "这个网址不能直接打开。请回到原来的页面，再按一次按钮。",
    414: "网址太长了。如果是在搜索，请改用两三个字，如姓名、单位或话题。",
    431: "浏览器送来的内容太多。请清除本站的 Cookie 后再试。",
    500: "网站暂时出错，请稍后再试。",
}


def bad_request(request: HttpRequest, exception: Exception | None) -> HttpResponse:
    return error_page(request, 400)


def permission_denied(
    request: HttpRequest, exception: Exception | None
) -> HttpResponse:
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None) -> HttpResponse:
    return error_page(request, 404)


def method_not_allowed(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """The page in place of a refusal without words; it allows the same methods."""
    response = error_page(request, 405)
    response.headers["Allow"] = refused.headers["Allow"]
    return response


def address_too_long(request: HttpRequest) -> HttpResponse:
    return error_page(request, 414)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, 403)


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """The page `templates/STATUS.html`, or one plain sentence where it fails."""
    try:
        return render(request, f"{status}.html", status=status)
    except Exception:
        logger.exception("The page for status %s could not be made", status)
        return HttpResponse(plain_page(status), status=status)


def plain_page(status: int) -> str:
    """One sentence as a page that needs nothing else; of 400 where there is no own."""
    return format_html(
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        "<title>{0}</title><h1>{0}</h1>",
        PLAIN.get(status, PLAIN[400]),
    )
