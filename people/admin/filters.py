"""List filters with bounded values."""

from django.contrib import admin

from .fields import is_id


class RowFilter(admin.SimpleListFilter):
    """Only the rows of one other row, named by its id in the address.

    Offers no choice of its own; a link from elsewhere brings it: `?article=12`.
    """

    #: The path that the id is compared with.
    path = ""

    def lookups(self, request, model_admin):
        value = self.value()
        return [(value, f"编号{value}")] if value and is_id(value) else []

    def value(self):
        value = super().value()
        return value if value and is_id(value) else None

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(**{self.path: int(self.value())})


def row_filter(title, parameter, path=None):
    """A `RowFilter` class for one relation."""
    return type(
        f"{parameter.title()}Filter",
        (RowFilter,),
        {"title": title, "parameter_name": parameter, "path": path or parameter},
    )


class EmptyFilter(admin.SimpleListFilter):
    """With or without a date, a person, a post ..."""

    path = ""
    words = ("有", "没有")

    def lookups(self, request, model_admin):
        return [("yes", self.words[0]), ("no", self.words[1])]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(**{f"{self.path}__isnull": False})
        if self.value() == "no":
            return queryset.filter(**{f"{self.path}__isnull": True})
        return queryset


def empty_filter(title, path, words=("有", "没有")):
    """An `EmptyFilter` class for one nullable path."""
    return type(
        f"{path.title()}EmptyFilter",
        (EmptyFilter,),
        {"title": title, "parameter_name": f"has_{path}", "path": path, "words": words},
    )
