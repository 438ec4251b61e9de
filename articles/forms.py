"""What staff fill in: uploads that are judged by content, and the forms of pages."""

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from articles.images import UnacceptableImage, accept_image, forget_image
from articles.models import Article, Page, Picture
from articles.recordings import UnacceptableRecording, accept_recording

SHOWN_WIDTH = 400


class StoredFileInput(AdminFileWidget):
    """Shows what is stored through the guarded addresses of the site."""

    template_name = "admin/widgets/stored_file.html"

    def render(self, name, value, attrs=None, renderer=None):
        """From the templates of the site, which form renderers do not look in."""
        context = self.get_context(name, value, attrs)
        return render_to_string(self.template_name, context)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if context["widget"]["is_initial"]:
            context["widget"] |= _stored(value.instance)
        return context


def _stored(row):
    if isinstance(row, Article):
        return {"address": reverse("articles:recording", args=[row.pk])}
    name = "page-image" if isinstance(row, Page) else "picture"
    address = reverse(f"articles:{name}", args=[row.pk, SHOWN_WIDTH])
    return {"address": address, "is_picture": True}


class AcceptedFileField(forms.FileField):
    """A file field whose new files pass through `accept` once."""

    widget = StoredFileInput

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file or file == initial:
            return file
        try:
            return self.accept(file)
        except (UnacceptableImage, UnacceptableRecording) as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class PictureField(AcceptedFileField):
    accept = staticmethod(accept_image)

    def widget_attrs(self, widget):
        return {"accept": "image/jpeg,image/png,image/webp"}


class RecordingField(AcceptedFileField):
    accept = staticmethod(accept_recording)

    def widget_attrs(self, widget):
        return {"accept": ".mp3,.m4a,.ogg,audio/*"}


class PictureRowForm(forms.ModelForm):
    """A row with an `image`; the picture it replaces leaves the site."""

    def save(self, commit=True):
        if self.instance.pk and "image" in self.changed_data:
            before = type(self.instance).objects.get(pk=self.instance.pk).image
            if before:
                transaction.on_commit(lambda: forget_image(before))
        return super().save(commit)


class PageForm(PictureRowForm):
    class Meta:
        model = Page
        fields = ["issue", "number", "folio", "name", "image"]
        field_classes = {"image": PictureField}
        widgets = {"image": StoredFileInput}


class PictureForm(PictureRowForm):
    class Meta:
        model = Picture
        fields = ["article", "image", "caption", "credit", "alt_text", "order"]
        field_classes = {"image": PictureField}
        widgets = {"image": StoredFileInput}
