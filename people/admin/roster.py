"""名单核定: rows pasted by the office, looked at, then vouched for."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from articles.loading import default_edition
from articles.roster import COLUMNS, read_roster, save_roster

from .fields import ONE_LINE

LONGEST_TEXT = 200_000


class RosterForm(forms.Form):
    rows = forms.CharField(
        label="名单",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 80}),
        help_text=f"一人一行：{'、'.join(COLUMNS)}。可以直接从表格里复制粘贴。",
    )
    source = forms.CharField(
        label="依据", max_length=ONE_LINE, help_text="如：党政办提供的班子名单。"
    )


class RosterMixin:
    """A page 核定名单 above the list of rulings."""

    change_list_template = "admin/people/ruling/change_list.html"

    def get_urls(self):
        roster = path(
            "roster/",
            self.admin_site.admin_view(self.roster_view),
            name="people_ruling_roster",
        )
        return [roster, *super().get_urls()]

    def roster_view(self, request):
        """First press: how the rows are read. Second press: they are saved."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form, paste = RosterForm(request.POST or None), None
        if request.method == "POST" and form.is_valid():
            paste = self._read(form.cleaned_data["rows"])
            if "confirm" in request.POST and paste.rows and not paste.errors:
                source = form.cleaned_data["source"]
                rulings = save_roster(paste.rows, request.user, source)
                said = f"已核定{len(rulings)}行，90天内有效。"
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:people_ruling_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": "核定名单",
            "opts": self.opts,
            "form": form,
            "paste": paste,
        }
        return render(request, "admin/people/ruling/roster.html", context)

    def _read(self, text):
        home = default_edition().home
        return read_roster(text, timezone.localdate(), home.name if home else "")
