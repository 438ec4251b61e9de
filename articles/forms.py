"""What staff fill in: uploads that are judged by content, and the forms of pages."""

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.db import transaction

from articles.images import UnacceptableImage, accept_image, forget_image
from articles.models import Page, Picture
from articles.recordings import UnacceptableRecording, accept_recording


class AcceptedFileField(forms.FileField):
    """A file field whose new files pass through `accept` once."""

    widget = AdminFileWidget

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


class PictureForm(PictureRowForm):
    class Meta:
        model = Picture
        fields = ["article", "image", "caption", "credit", "alt_text", "order"]
        field_classes = {"image": PictureField}
