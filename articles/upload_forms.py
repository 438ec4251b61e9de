"""按版面文件录入: the files, and what staff say of them."""

import base64
import binascii

from django import forms
from django.core import signing

from articles.dry_run import ReadFile, Unreadable, read_bytes
from articles.loading import ImportOptions, Refused, parse_date
from articles.models import Edition

MAX_FILES = 40
MAX_BYTES = 3 * 1024 * 1024
KEPT_SECONDS = 24 * 60 * 60
SALT = "articles.upload"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files as a list of (name, bytes)."""

    widget = FilesInput

    def clean(self, data, initial=None):
        uploads = data if isinstance(data, list | tuple) else [data]
        uploads = [super(FilesField, self).clean(each, initial) for each in uploads]
        uploads = [each for each in uploads if each]
        if len(uploads) > MAX_FILES:
            raise forms.ValidationError(f"一次最多{MAX_FILES}个文件，请分几次录入。")
        if sum(each.size for each in uploads) > MAX_BYTES:
            raise forms.ValidationError(
                f"文件合计超过{MAX_BYTES // 1024 // 1024} MB，不像版面文本；"
                "请检查是否选错，或分几次录入。"
            )
        return [(each.name, each.read()) for each in uploads]


class UploadForm(forms.Form):
    files = FilesField(
        label="版面文件",
        required=False,
        allow_empty_file=True,  # refused with its name, like any other bad file
        help_text="一版一个文本文件，可以一次选几个；按文件名的次序排版。",
    )
    #: What was read at the first press, signed, so that the second needs no upload.
    kept = forms.CharField(widget=forms.HiddenInput, required=False)
    edition = forms.ChoiceField(label="归入哪份报纸", required=False)
    number = forms.CharField(
        label="期号", required=False, max_length=50, help_text="版面上没有印时填写。"
    )
    date = forms.CharField(
        label="出报日期",
        required=False,
        max_length=10,
        help_text="如 2019-03-22、2019-03 或 2019；不知道就留空。",
    )
    separate = forms.BooleanField(label="每个文件各为一期", required=False)
    replace = forms.CharField(
        label="重读已有的一期",
        required=False,
        max_length=18,
        help_text="填这一期的编号；编辑改过的文字不会被覆盖。",
    )
    publish = forms.BooleanField(
        label="录入后即发布，并担保无疑问的职务", required=False
    )

    def __init__(self, *args, may_publish=False, **kwargs):
        super().__init__(*args, **kwargs)
        editions = [(each.slug, str(each)) for each in Edition.objects.all()]
        self.fields["edition"].choices = [("", "按报头认定"), *editions]
        if not may_publish:
            del self.fields["publish"]

    def clean_date(self):
        try:
            parse_date(self.cleaned_data["date"])
        except Refused as refusal:
            raise forms.ValidationError(refusal.refusals) from refusal
        return self.cleaned_data["date"]

    def clean(self):
        values = super().clean()
        files = values.get("files") or self._unpack(values.get("kept", ""))
        if not files and not self.errors:
            self.add_error("files", "请选择要录入的版面文件。")
        values["files"] = files or []
        return values

    def read(self) -> list[ReadFile]:
        """The files as read; raise Refused with every reason."""
        found, refusals = [], []
        for name, data in self.cleaned_data["files"]:
            try:
                found.append(read_bytes(name, data))
            except Unreadable as refusal:
                refusals.append(f"{name}：{refusal}")
        if refusals:
            raise Refused(*refusals)
        return found

    def options(self) -> ImportOptions:
        names = ImportOptions.__dataclass_fields__
        said = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return ImportOptions(**said)

    def pack(self) -> str:
        files = [
            (name, base64.b64encode(data).decode())
            for name, data in self.cleaned_data["files"]
        ]
        return signing.dumps(files, salt=SALT, compress=True)

    def _unpack(self, kept):
        if not kept:
            return []
        try:
            files = signing.loads(kept, salt=SALT, max_age=KEPT_SECONDS)
            return [(name, base64.b64decode(data)) for name, data in files]
        except (signing.BadSignature, ValueError, binascii.Error):
            self.add_error("files", "试读的内容已失效，请重新选择文件。")
            return []
