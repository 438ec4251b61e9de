from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .bases import Shown, ShownQuerySet
from .organization import Organization
from .person import Person
from .post import Post


class MembershipQuerySet(ShownQuerySet):
    def on(self, earliest, latest):
        """Memberships that the evidence allows somewhere between two days."""
        return self.exclude(start_earliest__gt=latest).exclude(end_latest__lt=earliest)

    def seen_between(self, earliest, latest):
        """Memberships with a sighting on both sides of, or inside, the two days."""
        return self.filter(first_seen__lte=latest, last_seen__gte=earliest)

    def undated(self):
        return self.filter(first_seen=None, last_seen=None)


class Membership(Shown):
    """Who held which post, as far as print proves it. Derived, never typed in.

    The four bounds are days between which the start and the end must lie; null
    means not known. Why each stands where it stands is in `articles.Evidence`.
    """

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="memberships", verbose_name="人物"
    )
    post = models.ForeignKey(
        Post, models.CASCADE, related_name="memberships", verbose_name="职务"
    )
    start_earliest = models.DateField("不早于此日起", null=True, blank=True)
    start_latest = models.DateField("不晚于此日起", null=True, blank=True)
    end_earliest = models.DateField("不早于此日止", null=True, blank=True)
    end_latest = models.DateField("不晚于此日止", null=True, blank=True)
    first_seen = models.DateField("首见", null=True, blank=True)
    last_seen = models.DateField("末见", null=True, blank=True)
    printed_as_former = models.BooleanField("见报称原任", default=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "任职（据见报推定）"
        verbose_name_plural = "任职（据见报推定）"
        ordering = [F("last_seen").desc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "post"], name="membership_once"),
            models.CheckConstraint(
                condition=Q(first_seen=None, last_seen=None)
                | Q(
                    first_seen__isnull=False,
                    last_seen__isnull=False,
                    first_seen__lte=F("last_seen"),
                ),
                name="membership_seen_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.person.name} {self.post}"


class UnitMembership(Shown):
    """A unit in a body: 成员单位, 牵头单位. Its evidence is in `articles.Evidence`."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="units", verbose_name="议事机构"
    )
    unit = models.ForeignKey(
        Organization, models.CASCADE, related_name="unit_of", verbose_name="成员单位"
    )
    label = models.TextField("身份", default="成员单位")
    first_seen = models.DateField("首见", null=True, blank=True)
    last_seen = models.DateField("末见", null=True, blank=True)

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = "成员单位"
        verbose_name_plural = "成员单位"
        ordering = ["organization", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "unit", "label"], name="unit_membership_once"
            ),
            models.CheckConstraint(
                condition=~Q(organization=F("unit")), name="unit_is_another_body"
            ),
        ]

    def __str__(self):
        return f"{self.unit}（{self.organization}{self.label}）"


class RulingQuerySet(models.QuerySet):
    def roster(self):
        return self.filter(kind=Ruling.Kind.ROSTER, withdrawn_at=None)

    def bounds(self):
        return self.exclude(kind=Ruling.Kind.ROSTER).filter(withdrawn_at=None)

    def current(self, today, days=90):
        """Roster rows that were checked no longer than `days` ago."""
        return self.roster().filter(
            checked_on__lte=today, checked_on__gte=today - timedelta(days=days)
        )


class Ruling(models.Model):
    """A bound or a roster entry that a named person vouches for."""

    class Kind(models.TextChoices):
        ROSTER = "roster", "名单核定（现任）"
        START = "start", "任职起始日"
        END = "end", "任职终止日"
        NOT_HOLDER = "not_holder", "未任此职"

    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    person = models.ForeignKey(
        Person, models.CASCADE, related_name="rulings", verbose_name="人物"
    )
    post = models.ForeignKey(
        Post, models.CASCADE, related_name="rulings", verbose_name="职务"
    )
    date = models.DateField("日期", null=True, blank=True)
    checked_on = models.DateField("核对日期")
    position = models.PositiveIntegerField("排序", null=True, blank=True)
    source = models.TextField("依据")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="rulings",
        verbose_name="核定人",
    )
    made_at = models.DateTimeField("核定时间", auto_now_add=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    objects = RulingQuerySet.as_manager()

    class Meta:
        verbose_name = "核定"
        verbose_name_plural = "核定"
        ordering = ["position", "-checked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["roster", "not_holder"]) | Q(date__isnull=False),
                name="ruling_of_a_bound_has_a_date",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.person.name} {self.post}"
