from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .organization import Organization
from .person import Person


class IdentityQuerySet(models.QuerySet):
    def of_people(self):
        return self.filter(first_person__isnull=False)

    def of_bodies(self):
        return self.filter(first_body__isnull=False)

    def different(self):
        return self.filter(verdict=Identity.Verdict.DIFFERENT)


class Identity(models.Model):
    """Two people, or two bodies, judged to be the same or not; outlives re-imports."""

    class Verdict(models.TextChoices):
        SAME = "same", "是同一个"
        DIFFERENT = "different", "不是同一个"

    verdict = models.CharField("判定", max_length=10, choices=Verdict.choices)
    first_person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="人物甲",
    )
    second_person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="人物乙",
    )
    first_body = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="单位甲",
    )
    second_body = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="单位乙",
    )
    reason = models.TextField("理由", blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="判定人",
    )
    judged_at = models.DateTimeField("判定时间", auto_now_add=True)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "同一性判定"
        verbose_name_plural = "同一性判定"
        ordering = ["-judged_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    first_person__isnull=False,
                    second_person__isnull=False,
                    first_body=None,
                    second_body=None,
                )
                | Q(
                    first_person=None,
                    second_person=None,
                    first_body__isnull=False,
                    second_body__isnull=False,
                ),
                name="identity_of_two_people_or_two_bodies",
            ),
            models.CheckConstraint(
                condition=(
                    Q(first_person=None) | Q(first_person__lt=F("second_person"))
                )
                & (Q(first_body=None) | Q(first_body__lt=F("second_body"))),
                name="identity_in_order",
            ),
            models.UniqueConstraint(
                fields=["first_person", "second_person"],
                condition=Q(first_person__isnull=False),
                name="identity_of_people_once",
            ),
            models.UniqueConstraint(
                fields=["first_body", "second_body"],
                condition=Q(first_body__isnull=False),
                name="identity_of_bodies_once",
            ),
        ]

    def __str__(self):
        first = self.first_person or self.first_body
        second = self.second_person or self.second_body
        return f"{first}、{second}：{self.get_verdict_display()}"
