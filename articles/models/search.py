"""What the search looks in: one row a published article."""

from django.db import models

from .article import Article
from .undated import UNDATED


class SearchEntry(models.Model):
    """The words of a published article as search compares them.

    `terms` are the words of the text, two characters each where it is Chinese;
    `marks` are what a reader may narrow a search by, such as `year2024 topic3`.
    `articles.search.index` writes both. The database keeps its own index of them:
    a FTS5 table with triggers on SQLite, a tsvector with GIN on PostgreSQL; both are
    made by the migration, and one that alters this table makes them again.
    """

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="search_entry", verbose_name="稿件"
    )
    sort_date = models.DateField("排序日期", default=UNDATED, editable=False)
    terms = models.TextField("检索词", editable=False)
    marks = models.TextField("筛选标记", editable=False)

    class Meta:
        verbose_name = "检索条目"
        verbose_name_plural = "检索条目"
        ordering = ["-sort_date", "-article"]
        indexes = [
            models.Index(fields=["-sort_date", "-article"], name="search_newest")
        ]

    def __str__(self):
        return f"检索：{self.article}"
