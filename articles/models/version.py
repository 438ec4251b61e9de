"""Which state of the content stands now: another after every change of any of it."""

import secrets

from django.db import connections, models, transaction


class ContentVersionQuerySet(models.QuerySet):
    def now(self) -> str:
        """The same words as long as nothing was changed, and never again after it."""
        return " ".join(self.order_by("pk").values_list("token", flat=True))

    def change(self) -> None:
        """Say that something changes in this transaction.

        Tokens are drawn and not counted, so that a database brought back from a copy
        never says again what it said of other content.
        """
        token = secrets.token_urlsafe(9)
        if connections[self.db].features.has_select_for_update:
            self._change_a_free_row(token)
        elif not self.update(token=token):
            self.create(token=token)

    def _change_a_free_row(self, token: str) -> None:
        """Where many write at once none waits for another: each takes a row that is
        free, or adds one."""
        with transaction.atomic(using=self.db, savepoint=False):
            row = self.select_for_update(skip_locked=True).order_by("pk").first()
            row = row or self.model()
            row.token = token
            row.save(using=self.db)


class ContentVersion(models.Model):
    """One of the tokens that together tell the state of the content."""

    token = models.TextField("标记", editable=False)

    objects = ContentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "内容版本"
        verbose_name_plural = "内容版本"

    def __str__(self):
        return self.token
