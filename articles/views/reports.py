"""报告差错 and 申请隐去: one form, no login, a receipt number."""

import secrets

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.generic import DetailView, FormView

from articles.models import Article, Report

#: Letters and digits that are not mistaken for one another.
RECEIPT_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
SIGNER = signing.TimestampSigner(salt="articles.report")
#: A form is filled in by a person no sooner, and sent no later, than so many seconds.
MIN_AGE, MAX_AGE = 3, 24 * 3600
#: So many reports from one address, and from everywhere, in an hour.
HOURLY_FROM_ONE, HOURLY_FROM_ALL = 5, 300
HOUR = 3600
#: Longer than any address of the site.
MAX_PATH = 200


class ReportForm(forms.Form):
    kind = forms.ChoiceField(
        label="您要",
        choices=Report.Kind.choices,
        initial=Report.Kind.ERROR,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="请写明",
        help_text="哪一篇、哪一句有误，应为什么；或者要隐去谁的姓名、哪张照片。",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    contact = forms.CharField(
        label="联系方式（可不填）",
        help_text="电话或邮箱，只供编辑部回复，不公开。",
        max_length=200,
        required=False,
    )
    #: People do not see this field; machines fill it in.
    website = forms.CharField(required=False, label="请留空")
    opened = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("website"):
            raise forms.ValidationError("请让“请留空”一栏空着，再发送一次。")
        _check_opened(cleaned.get("opened", ""))
        return cleaned


def _check_opened(stamp: str) -> None:
    try:
        SIGNER.unsign(stamp, max_age=MAX_AGE)
    except signing.BadSignature as old:
        raise forms.ValidationError("此页打开太久了，请再发送一次。") from old
    if _is_young(stamp):
        raise forms.ValidationError("发送得太快了，请稍候几秒再发送。")


def _is_young(stamp: str) -> bool:
    try:
        SIGNER.unsign(stamp, max_age=MIN_AGE)
    except signing.SignatureExpired:
        return False
    return True


class ReportView(FormView):
    form_class = ReportForm
    template_name = "articles/report_form.html"

    def get_initial(self):
        return {"opened": SIGNER.sign(came_from(self.request))}

    def get_article(self):
        """The published article that the reader came from, if any."""
        text = self.request.GET.get("article", "")
        if not (text.isascii() and text.isdecimal() and len(text) < 19):
            return None
        return Article.objects.published().filter(pk=int(text)).first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"article": self.get_article()}

    def form_invalid(self, form):
        # A new stamp, so that a reader who was too quick or too slow sends once more.
        form.data = form.data.copy()
        stamp = form.data.get("opened", "")
        try:
            SIGNER.unsign(stamp, max_age=MAX_AGE)
        except signing.BadSignature:
            form.data["opened"] = SIGNER.sign("")
        return super().form_invalid(form)

    def form_valid(self, form):
        if is_flooded(self.request):
            form.add_error(None, "来件太多，请一小时后再发，或打编辑部电话。")
            return self.form_invalid(form)
        report = Report.objects.create(
            receipt=make_receipt(),
            kind=form.cleaned_data["kind"],
            article=self.get_article(),
            address=SIGNER.unsign(form.cleaned_data["opened"]),
            text=form.cleaned_data["text"],
            contact=form.cleaned_data["contact"],
        )
        return redirect("articles:report-received", receipt=report.receipt)


def came_from(request: HttpRequest) -> str:
    """The page of ours from which the reader opened the form; empty if none."""
    referer, site = request.headers.get("Referer", ""), request.build_absolute_uri("/")
    if not referer.startswith(site):
        return ""
    return f"/{referer.removeprefix(site)}".partition("?")[0][:MAX_PATH]


class ReportReceived(DetailView):
    """What became of a report, for the one who knows its number."""

    model = Report
    slug_field = slug_url_kwarg = "receipt"
    template_name = "articles/report_received.html"

    def get_queryset(self):
        return (
            super().get_queryset().only("receipt", "kind", "received_at", "handled_at")
        )


def make_receipt() -> str:
    """20241128-7K3M9QXA: the day, and what nobody guesses."""
    signs = "".join(secrets.choice(RECEIPT_SIGNS) for _ in range(8))
    return f"{timezone.localdate():%Y%m%d}-{signs}"


def is_flooded(request: HttpRequest) -> bool:
    """Count this report; whether there were too many this hour. Addresses are kept
    for the hour only, and only as a keyed hash."""
    sender = salted_hmac("articles.report", address_of(request)).hexdigest()
    return (
        _count(f"report:{sender}") > HOURLY_FROM_ONE
        or _count("report:all") > HOURLY_FROM_ALL
    )


def address_of(request: HttpRequest) -> str:
    """The visitor's address; behind our own proxy the one that it saw last."""
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        forwarded = request.headers.get("X-Forwarded-For", "")
        if forwarded:
            return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")


def _count(key: str) -> int:
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two calls
        return 1
