from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from .bases import Shown, ShownQuerySet
from .organization import Organization


class EventQuerySet(ShownQuerySet):
    def upcoming(self, today):
        """Events that end today or later, the nearest first."""
        return self.filter(date_latest__gte=today).order_by("date_earliest", "pk")

    def undated(self):
        return self.filter(date_earliest=None)

    def newest_first(self):
        return self.order_by(F("date_latest").desc(nulls_last=True), "-pk")


class Event(Shown):
    """Something that happened or will: a meeting, an opening, a session of a body."""

    name = models.TextField("名称")
    normal_name = models.TextField("规整名称", editable=False)
    kind = models.TextField("类型", blank=True)
    date_earliest = models.DateField("不早于", null=True, blank=True)
    date_latest = models.DateField("不晚于", null=True, blank=True)
    date_words = models.TextField("日期见报原文", blank=True)
    starts = models.TimeField("开始时刻", null=True, blank=True)
    ends = models.TimeField("结束时刻", null=True, blank=True)
    place = models.TextField("地点", blank=True)
    organizers = models.ManyToManyField(
        Organization, blank=True, related_name="events", verbose_name="主办单位"
    )
    session_of = models.ForeignKey(
        Organization,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name="哪一机构的会议",
    )
    session_label = models.TextField("第几次会议", blank=True)
    part_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="属于哪项活动",
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "活动"
        verbose_name_plural = "活动"
        ordering = [F("date_latest").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="event_has_a_name"),
            models.CheckConstraint(
                condition=Q(date_earliest=None)
                | Q(date_latest=None)
                | Q(date_earliest__lte=F("date_latest")),
                name="event_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(starts__isnull=False, starts__lt=F("ends")),
                name="event_hours_in_order",
                violation_error_message="结束时刻应在开始时刻之后。",
            ),
        ]
        indexes = [models.Index(fields=["normal_name"], name="event_by_normal_name")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.normal_name = self.normalise(self.name)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "normal_name"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("people:event-detail", args=[self.pk])

    @staticmethod
    def normalise(name):
        """The letters and digits of a name alone, for comparing two prints of it."""
        return "".join(sign for sign in name if sign.isalnum())

    @property
    def has_hour(self):
        """Whether it begins at an hour that is known, on a day that is known."""
        return self.is_one_day and self.starts is not None

    @property
    def is_one_day(self):
        return self.date_earliest is not None and self.date_earliest == self.date_latest
