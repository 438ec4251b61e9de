"""The form of an article, which no editor can save over another's unseen."""

from django import forms

from articles.forms import RecordingField, StoredFileInput
from articles.models import Article

STALE = (
    "您打开之后，这篇稿件已被别人保存过。您填写的内容都还在下面，没有丢失；"
    "对照上方两边的文字改好后再按保存，就以下面的内容为准。"
)


class ArticleForm(forms.ModelForm):
    #: What the editor saw when the form was opened.
    seen_version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0
    )
    read_again = forms.BooleanField(
        label="保存后从正文中找人物、单位、活动和话题",
        required=False,
        help_text="找到的都是“待核实”；您已录入或判定的不受影响。",
    )

    class Meta:
        model = Article
        fields = [
            "issue",
            "page",
            "order",
            "happened_earliest",
            "happened_latest",
            "happened_words",
            "recording",
            *Article.READ_FIELDS,
        ]
        field_classes = {"recording": RecordingField}
        widgets = {"recording": StoredFileInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = self.instance.version if self.instance.pk else 0
        #: (label, as stored, as typed here) of every field that differs.
        self.differences: list[tuple[str, str, str]] = []

    @property
    def is_stale(self):
        return bool(self.instance.pk) and self.has_error("seen_version", "stale")

    def clean(self):
        values = super().clean()
        if self.instance.pk and values.get("seen_version") != self.instance.version:
            self.differences = list(self._find_differences(values))
            self.data = self.data.copy()
            self.data[self.add_prefix("seen_version")] = str(self.instance.version)
            self.add_error("seen_version", forms.ValidationError(STALE, code="stale"))
        self._check_place(values)
        self._check_days(values)
        return values

    def _find_differences(self, values):
        for name, field in self.fields.items():
            if name in values and hasattr(self.instance, name):
                stored = getattr(self.instance, name)
                if (stored or "") != (values[name] or ""):
                    typed = values[name]
                    yield field.label, _words(stored), _words(typed)

    def _check_place(self, values):
        page, issue = values.get("page"), values.get("issue")
        if page and issue and page.issue_id != issue.pk:
            self.add_error("page", f"这一版属于{page.issue}，不是{issue}。")

    def _check_days(self, values):
        earliest, latest = (
            values.get("happened_earliest"),
            values.get("happened_latest"),
        )
        if earliest and latest and earliest > latest:
            self.add_error(
                "happened_latest", "“不晚于”在“不早于”之前，请检查两个日期。"
            )


def _words(value):
    return "" if value is None else str(value)
