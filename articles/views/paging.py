"""Lists in pages, at any `?page=`, without counting further than readers care."""

from django.core.paginator import Page, Paginator
from django.http import Http404
from django.utils.functional import cached_property

#: Up to here lists say exactly how many; beyond it 1000+.
COUNT_LIMIT = 1000
#: No list is longer than this many digits of pages.
MAX_DIGITS = 6


class BoundedPage(Page):
    """One page of a list; whether another follows is known from one row more."""

    def __init__(self, rows, number, paginator):
        super().__init__(rows[: paginator.per_page], number, paginator)
        self.more = len(rows) > paginator.per_page

    def has_next(self):
        return self.more

    def next_page_number(self):
        return self.number + 1

    @property
    def total(self):
        """How many rows the list has, as readers see it: 12, or 1000+."""
        count = self.paginator.count
        return f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else str(count)


class BoundedPaginator(Paginator):
    @cached_property
    def count(self):
        rows = self.object_list[: COUNT_LIMIT + 1]
        return len(rows) if isinstance(rows, list) else rows.count()

    def page(self, number):
        first = (number - 1) * self.per_page
        rows = list(self.object_list[first : first + self.per_page + 1])
        if not rows and number > 1:
            raise Http404("没有这一页。")
        if len(rows) <= self.per_page:
            self.count = first + len(rows)  # the last page tells without counting
        return BoundedPage(rows, number, self)


class PagedMixin:
    """A ListView in pages."""

    paginate_by = 20

    def paginate_queryset(self, queryset, page_size):
        page = page_of(self.request, queryset, page_size)
        return page.paginator, page, page.object_list, page.has_other_pages()


def page_of(request, rows, size=20, count=None):
    """The page of `rows` that the address asks for; a 404 where there is none.

    Who knows the `count` saves counting.
    """
    paginator = BoundedPaginator(rows, size)
    if count is not None:
        paginator.count = count
    return paginator.page(page_number(request))


def page_number(request):
    text = request.GET.get("page", "") or "1"
    is_number = text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS
    if not is_number or int(text) < 1:
        raise Http404("页码应为从1起的整数。")
    return int(text)
