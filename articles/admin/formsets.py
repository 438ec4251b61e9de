"""Rows below an article: what was printed stays, what a colleague did stays."""

from django import forms

from articles.loading import PersonRow, people_rows, save_people_rows
from articles.models import Mention
from articles.models.linked import Verdict
from people.admin.fields import is_id
from people.admin.formsets import LoadedFormSet

from .named import TYPED


class ForgivingFormSet(LoadedFormSet):
    """A row that a colleague deleted meanwhile is taken as a new row, not refused."""

    def _construct_form(self, i, **kwargs):
        is_orphan = self.is_bound and i < self.initial_form_count()
        is_orphan = is_orphan and not self._is_known(self._posted_pk(i))
        if is_orphan:
            self.data = self.data.copy()
            self.data[self._pk_key(i)] = ""
        form = super()._construct_form(i, **kwargs)
        form.is_orphan = is_orphan
        if is_orphan:
            form.fields[self.model._meta.pk.name].required = False
            form.empty_permitted = True
        return form

    def _pk_key(self, i):
        return f"{self.add_prefix(i)}-{self.model._meta.pk.name}"

    def _posted_pk(self, i):
        return self.data.get(self._pk_key(i), "")

    def _is_known(self, pk):
        return is_id(pk) and self._existing_object(int(pk)) is not None

    @property
    def initial_forms(self):
        return [form for form in super().initial_forms if not form.is_orphan]

    @property
    def extra_forms(self):
        orphans = [form for form in super().initial_forms if form.is_orphan]
        return [*super().extra_forms, *orphans]


class PictureFormSet(ForgivingFormSet):
    """Captions come from print: a picture that an import found is never deleted."""

    def clean(self):
        super().clean()
        for form in self.deleted_forms:
            if form.instance.as_read:
                raise forms.ValidationError(
                    f"“{form.instance}”是见报的图说，不能删除；可以清除图片，保留图说。"
                )


class JudgedFormSet(ForgivingFormSet):
    """Rows that an editor vouches for; what an import found is set aside instead."""

    def save_new(self, form, commit=True):
        self._vouch(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self._vouch(form.instance)
        return super().save_existing(form, obj, commit)

    def delete_existing(self, obj, commit=True):
        if obj.by_editor and (not obj.rule or obj.rule.startswith(TYPED)):
            return super().delete_existing(obj, commit)
        obj.verdict, obj.by_editor = Verdict.REJECTED, True
        return obj.save() if commit else None

    def _vouch(self, row):
        row.by_editor = True
        if row.verdict == Verdict.FOUND:
            row.verdict = Verdict.ACCEPTED


class PeopleFormSet(ForgivingFormSet):
    """One row a person; saving them is the loader's, as for an import."""

    def __init__(self, *args, queryset=None, **kwargs):
        queryset = (queryset or Mention.objects.all()).exclude(verdict=Verdict.REJECTED)
        queryset = queryset.select_related("person").prefetch_related("claims")
        super().__init__(*args, queryset=queryset, **kwargs)

    def save_rows(self, user):
        """Write the rows; people that a colleague added meanwhile stay."""
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        if not self.has_changed():
            return
        kept = [form for form in self.forms if form not in self.deleted_forms]
        rows = [row_of(form.cleaned_data) for form in kept if form.cleaned_data]
        posted = {form.instance.pk for form in self.forms if form.instance.pk}
        known = zip(
            self.instance.mentions.exclude(verdict=Verdict.REJECTED),
            people_rows(self.instance),
            strict=True,
        )
        rows += [row for mention, row in known if mention.pk not in posted]
        save_people_rows(self.instance, rows, user)
        self.changed_objects = [
            (form.instance, form.changed_data) for form in kept if form.has_changed()
        ]


def row_of(values):
    return PersonRow(
        values.get("name_as_printed", ""), values.get("posts", ""), values.get("person")
    )
