"""Rows below a form that show what was loaded with them, without asking again."""

from django.forms.models import BaseInlineFormSet

from .fields import BoundedAutocompleteSelect


class LoadedFormSet(BaseInlineFormSet):
    """Every row knows the row above it, and its choices the rows chosen in it."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        setattr(form.instance, self.fk.name, self.instance)
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, BoundedAutocompleteSelect):
                widget.known = form.instance._state.fields_cache.get(name)
        return form
