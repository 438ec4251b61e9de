"""Form fields and widgets that take any input and refuse it in words.

A number that no database column holds, a year of the first century or a page of
text in a one-line field is an error of the form, never of the server.
"""

from datetime import date

from django import forms
from django.contrib.admin import widgets
from django.db import models

#: The largest id that both databases hold.
LARGEST_ID = 2**63 - 1
ONE_LINE = 500
LONG_TEXT = 200_000
EARLIEST_DAY, LATEST_DAY = date(1900, 1, 1), date(2200, 1, 1)


def is_id(text):
    """Whether some input can be the id of a row."""
    text = str(text)
    is_number = text.isascii() and text.isdecimal() and len(text) <= 19
    return is_number and int(text) <= LARGEST_ID


class BoundedAutocompleteSelect(widgets.AutocompleteSelect):
    """Shows the chosen row again, also where what was sent is no id."""

    #: The row that was chosen, where it is loaded already.
    known: models.Model | None = None

    def __init__(self, *args, attrs=None, **kwargs):
        attrs = {"data-width": "20em", **(attrs or {})}
        super().__init__(*args, attrs=attrs, **kwargs)

    def optgroups(self, name, value, attrs=None):
        value = [each for each in value if not each or is_id(each)]
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        label = self.choices.field.label_from_instance(self.known)
        chosen = self.create_option(name, self.known.pk, label, set(value), 0)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*empty, chosen], 0)]


class BoundedAutocompleteSelectMultiple(widgets.AutocompleteSelectMultiple):
    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, list(filter(is_id, value)), attrs)


class BoundedMultipleChoiceField(forms.ModelMultipleChoiceField):
    def _check_values(self, value):
        for each in value:
            if not is_id(each):
                raise forms.ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": str(each)[:20]},
                )
        return super()._check_values(value)


class DayField(forms.DateField):
    """A day of the paper's time; the year 1 is the key of what has no date."""

    widget = widgets.AdminDateWidget

    def clean(self, value):
        day = super().clean(value)
        if day is not None and not EARLIEST_DAY <= day <= LATEST_DAY:
            raise forms.ValidationError("请填写1900年以后的日期；不知道就留空。")
        return day


class OneLineInput(widgets.AdminTextInputWidget):
    def __init__(self, attrs=None):
        super().__init__(attrs={"class": "vTextField", **(attrs or {})})


class LongTextInput(widgets.AdminTextareaWidget):
    pass


def text_field_options(is_long):
    """How a TextField is typed in: a line, or lines."""
    if is_long:
        return {"widget": LongTextInput, "max_length": LONG_TEXT}
    return {"widget": OneLineInput, "max_length": ONE_LINE}


#: For `formfield_overrides`.
OVERRIDES = {models.DateField: {"form_class": DayField}}
