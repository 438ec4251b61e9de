"""What several models of this app share: being shown, being merged, other names."""

from django.db import models


class ShownQuerySet(models.QuerySet):
    """Rows that visitors may see. `shown` is derived from published articles."""

    def published(self):
        return self.filter(shown=True)


class Shown(models.Model):
    """A row that is public only through a published article that shows it.

    `shown` is written by `articles.publishing` alone, in the transaction that
    publishes, withdraws or judges.
    """

    shown = models.BooleanField(
        "公开可见", default=False, editable=False, db_index=True
    )

    class Meta:
        abstract = True


class OtherName(models.Model):
    """Another way the same thing is called in print."""

    class Kind(models.TextChoices):
        SHORT = "short", "简称"
        VARIANT = "variant", "其他写法"
        MISPRINT = "misprint", "见报误写"

    name = models.TextField("写法")
    kind = models.CharField(
        "类型", max_length=10, choices=Kind.choices, default=Kind.VARIANT
    )
    note = models.TextField("依据", blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name
