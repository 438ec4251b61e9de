from django.db import models
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.text import slugify
from pypinyin import lazy_pinyin
from taggit.models import ItemBase, TagBase

from .undated import UNDATED


class TopicQuerySet(models.QuerySet):
    def published(self):
        """Public topics that an accepted link shows on a published article."""
        return self.filter(
            Exists(TopicLink.objects.shown().filter(tag=OuterRef("pk"))), public=True
        )


class Topic(TagBase):
    """What a resident asks about; never a person, a body, a slogan or a quotation."""

    group = models.TextField("分组", blank=True)
    description = models.TextField("释义", blank=True)
    synonyms = models.TextField(
        "同义说法", blank=True, help_text="一行一个；文中出现即推荐本话题。"
    )
    public = models.BooleanField("公开", default=True)
    position = models.PositiveIntegerField("排序", null=True, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = "话题"
        verbose_name_plural = "话题"
        ordering = [F("position").asc(nulls_last=True), "name"]

    def get_absolute_url(self):
        return reverse("articles:topic-detail", args=[self.slug])

    def slugify(self, tag, i=None):
        """The name in pinyin, for its address."""
        slug = slugify("-".join(lazy_pinyin(tag))) or "topic"
        return f"{slug}-{i}" if i else slug

    def words(self):
        """The name and its synonyms, as they may stand in print."""
        return [self.name, *filter(None, map(str.strip, self.synonyms.splitlines()))]


class TopicLinkQuerySet(models.QuerySet):
    def accepted(self):
        return self.filter(verdict=TopicLink.Verdict.ACCEPTED)

    def shown(self):
        """Accepted links of public topics on published articles."""
        from .article import Article

        return self.accepted().filter(
            tag__public=True, content_object__status=Article.Status.PUBLISHED
        )


class TopicLink(ItemBase):
    """A topic of an article, proposed by the vocabulary or set by an editor."""

    class Origin(models.TextChoices):
        VOCABULARY = "vocabulary", "词表"
        QUOTED = "quoted", "引号中的说法"
        EDITOR = "editor", "编辑"

    class Verdict(models.TextChoices):
        FOUND = "found", "待核实"
        ACCEPTED = "accepted", "已确认"
        REJECTED = "rejected", "不采用"

    tag = models.ForeignKey(
        Topic, models.CASCADE, related_name="links", verbose_name="话题"
    )
    content_object = models.ForeignKey(
        "Article", models.CASCADE, related_name="topic_links", verbose_name="稿件"
    )
    sort_date = models.DateField("日期", default=UNDATED, editable=False)
    origin = models.CharField(
        "由来", max_length=10, choices=Origin.choices, default=Origin.EDITOR
    )
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.ACCEPTED
    )
    words = models.TextField("依据的词", blank=True)

    objects = TopicLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "稿件话题"
        verbose_name_plural = "稿件话题"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="topic_once_an_article"
            )
        ]
        indexes = [
            models.Index(
                fields=["tag", "-sort_date", "-content_object"], name="topic_newest"
            )
        ]

    def __str__(self):
        return f"{self.tag}：{self.content_object}"
