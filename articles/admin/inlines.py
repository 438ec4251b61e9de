"""Rows below the form of an article."""

from django import forms

from articles.forms import PictureForm
from articles.models import (
    EventReport,
    Mention,
    OrganizationMention,
    Picture,
    TopicLink,
)
from articles.models.linked import Verdict
from people.admin.bases import BoundedInline
from people.admin.fields import ONE_LINE, OneLineInput

from .formsets import ForgivingFormSet, JudgedFormSet, PeopleFormSet, PictureFormSet


class PersonRowForm(forms.ModelForm):
    posts = forms.CharField(
        label="见报职务（照印，多个用、隔开）",
        required=False,
        max_length=ONE_LINE,
        widget=OneLineInput,
    )

    class Meta:
        model = Mention
        fields = ["name_as_printed", "person"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            claims = (c for c in self.instance.claims.all() if is_kept(c))
            self.initial["posts"] = "、".join(c.post_as_printed for c in claims)


def is_kept(claim):
    return claim.verdict != Verdict.REJECTED


class PictureInline(BoundedInline):
    model = Picture
    form = PictureForm
    formset = PictureFormSet
    fields = ["image", "caption", "credit", "alt_text", "order"]


class PeopleInline(BoundedInline):
    model = Mention
    form = PersonRowForm
    formset = PeopleFormSet
    fields = ["name_as_printed", "posts", "person"]
    autocomplete_fields = ["person"]
    verbose_name = "人物"
    verbose_name_plural = "文中人物（一人一行）"


class BodyInline(BoundedInline):
    model = OrganizationMention
    formset = JudgedFormSet
    fields = ["name_as_printed", "organization", "verdict"]
    autocomplete_fields = ["organization"]
    verbose_name = "单位"
    verbose_name_plural = "文中单位（不选单位时按名称认定，没有就新建）"


class TopicInline(BoundedInline):
    model = TopicLink
    formset = ForgivingFormSet
    fields = ["tag", "verdict"]
    autocomplete_fields = ["tag"]
    verbose_name = "话题"
    verbose_name_plural = "话题（最多三个）"


class EventInline(BoundedInline):
    model = EventReport
    formset = JudgedFormSet
    fields = ["name_as_printed", "date_words", "event", "verdict"]
    autocomplete_fields = ["event"]
    verbose_name = "活动"
    verbose_name_plural = "所报道的活动（不选活动时按名称认定，没有就新建）"
