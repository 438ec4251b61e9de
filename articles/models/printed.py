import re

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from people.models import Area

from .files import page_image_path
from .undated import UNDATED


class Edition(models.Model):
    """The paper of one street: 社区晨报·欧阳."""

    title = models.TextField("报名", default="社区晨报")
    place = models.TextField("版本")
    slug = models.SlugField("网址名", unique=True)
    publisher = models.TextField("主办", blank=True)
    home = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="所在街道",
    )
    slogan = models.TextField("口号", blank=True)
    contact = models.TextField("联系方式", blank=True)
    about = models.TextField("关于本报", blank=True)

    class Meta:
        verbose_name = "报纸（版本）"
        verbose_name_plural = "报纸（版本）"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["title", "place"], name="edition_once")
        ]

    def __str__(self):
        return f"{self.title}·{self.place}"


class IssueQuerySet(models.QuerySet):
    def published(self):
        """Issues of which an article is published."""
        from .article import Article

        articles = Article.objects.published().filter(issue=OuterRef("pk"))
        return self.filter(Exists(articles))

    def newest_first(self):
        return self.order_by("-sort_date", "-pk")

    def archived(self):
        """The newest first, behind them those that print no date."""
        dated = F("date_earliest").desc(nulls_last=True)
        return self.order_by(dated, "-sort_date", "-pk")

    def undated(self):
        return self.filter(date_earliest=None)

    def before(self, issue):
        """Issues that come later in a list with the newest first."""
        day = issue.sort_date
        return self.filter(Q(sort_date__lt=day) | Q(sort_date=day, pk__lt=issue.pk))

    def after(self, issue):
        day = issue.sort_date
        return self.filter(Q(sort_date__gt=day) | Q(sort_date=day, pk__gt=issue.pk))


class Issue(models.Model):
    """One number of the paper. Unknown dates stay unknown."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="issues", verbose_name="报纸（版本）"
    )
    number = models.TextField("期号", blank=True, help_text="照印，如 318。")
    date_earliest = models.DateField("出报日期（不早于）", null=True, blank=True)
    date_latest = models.DateField("出报日期（不晚于）", null=True, blank=True)
    date_note = models.TextField("日期依据", blank=True)
    sort_date = models.DateField("排序日期", default=UNDATED, editable=False)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = "期"
        verbose_name_plural = "期"
        ordering = ["-sort_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                # NULL <= a day is neither true nor false, and would pass.
                condition=Q(date_earliest=None, date_latest=None)
                | Q(
                    date_earliest__isnull=False,
                    date_latest__isnull=False,
                    date_earliest__lte=F("date_latest"),
                ),
                name="issue_date_both_or_none_in_order",
                violation_error_message=(
                    "出报日期两格都填（先后有序，同一天就填两次），或者都留空。"
                ),
            )
        ]
        indexes = [models.Index(fields=["-sort_date", "-id"], name="issue_newest")]

    def __str__(self):
        name = self.name if self.number else f"（期号未载，编号{self.pk}）"
        return f"{self.edition} {name}"

    def save(self, *args, **kwargs):
        self.number = bare_number(self.number)
        if self.date_earliest is not None:
            self.sort_date = self.date_earliest
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "sort_date"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("articles:issue-detail", args=[self.pk])

    @property
    def name(self):
        """第318期; a number printed with words of its own (总第318期) as it is."""
        if not self.number:
            return "期号未载"
        return self.number if self.number.endswith("期") else f"第{self.number}期"


def bare_number(text):
    """第318期 and 318 are one number, whoever typed it."""
    return re.sub(r"^第(.+)期$", r"\1", text.strip())


class Source(models.Model):
    """A file as it came, byte for byte."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="sources", verbose_name="报纸（版本）"
    )
    name = models.TextField("来源文件")
    sha256 = models.CharField("文件校验码", max_length=64)
    data = models.BinaryField("文件内容")
    encoding = models.TextField("编码", blank=True)
    run = models.ForeignKey(
        "ImportRun",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name="录入批次",
    )

    class Meta:
        verbose_name = "来源文件"
        verbose_name_plural = "来源文件"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "sha256"], name="source_once_an_edition"
            )
        ]

    def __str__(self):
        return self.name


class PageQuerySet(models.QuerySet):
    def published(self):
        """Pages on which a published article begins."""
        from .article import Article

        articles = Article.objects.published().filter(page=OuterRef("pk"))
        return self.filter(Exists(articles))


class Page(models.Model):
    """One printed page of an issue, with its text exactly as decoded."""

    issue = models.ForeignKey(
        Issue, models.CASCADE, related_name="pages", verbose_name="期"
    )
    number = models.PositiveSmallIntegerField("版次")
    folio = models.TextField("版次（照印）", blank=True)
    name = models.TextField("版名", blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name="来源文件",
    )
    part = models.PositiveSmallIntegerField("来源文件中的第几部分", default=0)
    raw_text = models.TextField("版面原文", blank=True, editable=False)
    repairs = models.JSONField("解码修补", default=list, blank=True, editable=False)
    sureness = models.FloatField("把握", default=1.0, editable=False)
    doubts = models.TextField("存疑", blank=True, editable=False)
    image = models.ImageField(
        "版面图",
        upload_to=page_image_path,
        blank=True,
        width_field="image_width",
        height_field="image_height",
    )
    image_width = models.PositiveIntegerField("图宽", null=True, editable=False)
    image_height = models.PositiveIntegerField("图高", null=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = "版"
        verbose_name_plural = "版"
        ordering = ["issue", "number"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "number"], name="page_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="page_from_one"),
        ]

    def __str__(self):
        return f"{self.issue} 第{self.number}版{' ' + self.name if self.name else ''}"

    def get_absolute_url(self):
        return reverse("articles:page-detail", args=[self.issue_id, self.number])


class FragmentQuerySet(models.QuerySet):
    def unplaced(self):
        """Text in no article: left over by reading, or of an article that is gone."""
        page_roles = ("masthead", "folio", "jump", "furniture", "blank")
        return self.filter(
            Q(role="unplaced") | Q(article=None) & ~Q(role__in=page_roles)
        )


class Fragment(models.Model):
    """One stretch of a page's text. Together they cover the page exactly once."""

    class Role(models.TextChoices):
        KICKER = "kicker", "引题"
        HEADLINE = "headline", "主题"
        SUBHEADLINE = "subheadline", "副题"
        STANDFIRST = "standfirst", "提要"
        COLUMN = "column", "栏目"
        BYLINE = "byline", "作者署名"
        BODY = "body", "正文"
        SECTION_HEADING = "section_heading", "小标题"
        CAPTION = "caption", "图片说明"
        SIGN_OFF = "sign_off", "文末署名"
        SOURCE = "source", "来源"
        MASTHEAD = "masthead", "报头"
        FOLIO = "folio", "报眉"
        JUMP = "jump", "转接提示"
        FURNITURE = "furniture", "非正文"
        BLANK = "blank", "空白"
        UNPLACED = "unplaced", "未归稿文字"

    page = models.ForeignKey(
        Page, models.CASCADE, related_name="fragments", verbose_name="版"
    )
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    role = models.CharField("类型", max_length=20, choices=Role.choices)
    article = models.ForeignKey(
        "Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="fragments",
        verbose_name="稿件",
    )
    picture = models.ForeignKey(
        "Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="fragments",
        verbose_name="图片",
    )
    paragraph = models.PositiveIntegerField("正文第几段", null=True, blank=True)
    reason = models.TextField("说明", blank=True)
    cleanups = models.JSONField("整理记录", default=list, blank=True)

    objects = FragmentQuerySet.as_manager()

    class Meta:
        verbose_name = "文字块"
        verbose_name_plural = "文字块"
        ordering = ["page", "start"]
        constraints = [
            models.UniqueConstraint(fields=["page", "start"], name="fragment_once"),
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="fragment_is_not_empty"
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.start}–{self.end}"

    @property
    def text(self):
        return self.page.raw_text[self.start : self.end]
