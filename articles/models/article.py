import re

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from .files import picture_path, recording_path
from .printed import Issue, Page
from .topic import Topic, TopicLink
from .undated import UNDATED

#: Marks a name in `hidden_names` that stays as it is.
KEPT = "="
#: Enough of a body to find its first sentences in.
FIRST_WORDS = 300


class ArticleQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=Article.Status.PUBLISHED)

    def drafts(self):
        return self.filter(status=Article.Status.DRAFT)

    def newest_first(self):
        return self.order_by("-sort_date", "-pk")

    def in_printed_order(self):
        return self.order_by(F("page__number").asc(nulls_last=True), "order", "pk")

    def on_topic(self, topic):
        links = TopicLink.objects.accepted().filter(tag=topic)
        return self.filter(pk__in=links.values("content_object"))

    def without_topic(self):
        accepted = TopicLink.objects.accepted().values("content_object")
        return self.exclude(pk__in=accepted)

    def mentioning(self, person):
        return self.filter(
            pk__in=person.mentions.exclude(verdict="rejected").values("article")
        )

    def naming(self, organization):
        mentions = organization.mentions.exclude(verdict="rejected")
        return self.filter(pk__in=mentions.values("article"))

    def for_list(self):
        """What a list of articles shows, with the first words of the bodies alone."""
        rows = self.defer("body", "as_read").annotate(
            first_words=Substr("body", 1, FIRST_WORDS)
        )
        return rows.select_related("issue__edition", "page")

    def with_pictures(self):
        """The pictures that have an image as `shown_pictures`, in one query more."""
        images = Picture.objects.with_image()
        return self.prefetch_related(Prefetch("pictures", images, "shown_pictures"))


class Article(models.Model):
    """One article as printed. `body` is plain text, a paragraph a line, ■ a 小标题."""

    class Kind(models.TextChoices):
        NEWS = "news", "消息"
        FEATURE = "feature", "通讯"
        COMMENT = "comment", "评论"
        PROFILE = "profile", "人物"
        PHOTO = "photo", "图片新闻"
        NOTICE = "notice", "通知公告"
        SERVICE = "service", "便民信息"
        PREVIEW = "preview", "活动预告"
        LETTER = "letter", "读者来信"
        LIST = "list", "名单"
        SUPPLEMENT = "supplement", "副刊"
        CORRECTION = "correction", "更正"
        PUBLIC_AD = "public_ad", "公益广告"
        ADVERTISEMENT = "advertisement", "广告"
        OBITUARY = "obituary", "讣告"

    class Status(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤下"

    #: The fields that an import writes and remembers in `as_read`.
    READ_FIELDS = (
        "kicker",
        "headline",
        "subheadline",
        "standfirst",
        "body",
        "byline",
        "sign_off",
        "column",
        "source",
        "kind",
    )

    issue = models.ForeignKey(
        Issue, models.PROTECT, related_name="articles", verbose_name="期"
    )
    page = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="起始版",
    )
    order = models.PositiveIntegerField("版内次序", default=1)
    kicker = models.TextField("引题（肩题）", blank=True)
    headline = models.TextField("主题（主标题）", blank=True)
    subheadline = models.TextField("副题", blank=True)
    standfirst = models.TextField("提要", blank=True)
    body = models.TextField(
        "正文", blank=True, help_text="一段一行；以■开头的一行是小标题。"
    )
    byline = models.TextField("作者署名", blank=True)
    sign_off = models.TextField("文末署名（供稿单位）", blank=True)
    column = models.TextField("栏目", blank=True)
    source = models.TextField("来源（转载自）", blank=True)
    kind = models.CharField(
        "稿件类型", max_length=15, choices=Kind.choices, default=Kind.NEWS
    )
    status = models.CharField(
        "状态", max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    version = models.PositiveIntegerField("版本号", default=1, editable=False)
    happened_earliest = models.DateField("所报道的事不早于", null=True, blank=True)
    happened_latest = models.DateField("所报道的事不晚于", null=True, blank=True)
    happened_words = models.TextField("日期依据（原文）", blank=True)
    sort_date = models.DateField("排序日期", default=UNDATED, editable=False)
    as_read = models.JSONField("录入时所读", default=dict, blank=True, editable=False)
    sureness = models.FloatField("把握", default=1.0, editable=False)
    doubts = models.TextField("存疑", blank=True, editable=False)
    #: Printed names that visitors read as 某某; derived by `articles.publishing`.
    hidden_names = models.JSONField(
        "隐去的姓名", default=list, blank=True, editable=False
    )
    recording = models.FileField("听报录音", upload_to=recording_path, blank=True)
    modified_at = models.DateTimeField("修改时间", auto_now=True)

    topics = TaggableManager(
        "话题", through=TopicLink, blank=True, to=Topic, related_name="articles"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "稿件"
        verbose_name_plural = "稿件"
        ordering = ["-sort_date", "-pk"]
        permissions = [
            ("publish_article", "发布和撤下稿件"),
            ("judge_claim", "核实人物与职务"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="published_article_says_when",
            ),
            models.CheckConstraint(
                condition=Q(happened_earliest=None)
                | Q(happened_latest=None)
                | Q(happened_earliest__lte=F("happened_latest")),
                name="article_happened_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-sort_date", "-id"], name="article_newest")
        ]

    def __str__(self):
        return self.headline or self.lead[:20] or f"（无题，编号{self.pk}）"

    def get_absolute_url(self):
        return reverse("articles:article-detail", args=[self.pk])

    @property
    def is_published(self):
        return self.status == self.Status.PUBLISHED

    @property
    def paragraphs(self):
        """The lines of the body."""
        return [line for line in self.body.split("\n") if line]

    @property
    def lead(self):
        """The first paragraph that is no 小标题."""
        return next((p for p in self.paragraphs if not p.startswith("■")), "")

    @property
    def hides_names(self):
        """Whether the printed page shows a name that the site does not."""
        return any(not name.startswith(KEPT) for name in self.hidden_names)

    def masked(self, text):
        """The text as visitors may read it: hidden names become 某某.

        A kept name (`KEPT` in front) is a longer one of somebody else.
        """
        if not self.hidden_names or not text:
            return text
        names = {name.removeprefix(KEPT): name for name in self.hidden_names}
        longest = sorted(names, key=len, reverse=True)
        return re.sub(
            "|".join(map(re.escape, longest)),
            lambda m: m[0] if names[m[0]].startswith(KEPT) else "某某",
            text,
        )

    def edited_fields(self):
        """The fields that differ from what the import last wrote: the editor's."""
        return [
            name
            for name in self.READ_FIELDS
            if name in self.as_read and getattr(self, name) != self.as_read[name]
        ]

    def publish_now(self):
        self.status = self.Status.PUBLISHED
        self.published_at = self.published_at or timezone.now()


class PictureQuerySet(models.QuerySet):
    def with_image(self):
        return self.exclude(image="")

    def published(self):
        return self.filter(article__status=Article.Status.PUBLISHED)


class Picture(models.Model):
    """A photograph of an article; known by its caption where the image is missing."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="pictures", verbose_name="稿件"
    )
    image = models.ImageField(
        "图片",
        upload_to=picture_path,
        blank=True,
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField("宽", null=True, blank=True, editable=False)
    height = models.PositiveIntegerField("高", null=True, blank=True, editable=False)
    caption = models.TextField("图片说明（图说）", blank=True)
    alt_text = models.TextField("读屏说明", blank=True)
    credit = models.TextField("摄影", blank=True)
    order = models.PositiveIntegerField("次序", default=1)
    as_read = models.JSONField("录入时所读", default=dict, blank=True, editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = "图片"
        verbose_name_plural = "图片"
        ordering = ["article", "order", "pk"]

    def __str__(self):
        return self.caption or f"（无图说，编号{self.pk}）"

    @property
    def description(self):
        return self.alt_text or self.caption
