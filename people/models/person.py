from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from .bases import OtherName, Shown, ShownQuerySet


class PersonQuerySet(ShownQuerySet):
    def unmerged(self):
        return self.filter(merged_into=None)

    def officials(self):
        return self.filter(visibility=Person.Visibility.OFFICIAL)

    def hidden(self):
        return self.filter(visibility=Person.Visibility.HIDDEN)

    def by_index(self):
        """A–Z, for an index only; never for a list of one body's leaders."""
        return self.order_by("sort_name", "name", "pk")


class Person(Shown):
    """A named human being. Who may see a page of theirs is set by people alone."""

    class Visibility(models.TextChoices):
        OFFICIAL = "official", "公职人员"
        REPRESENTATIVE = "representative", "单位代表"
        COMMUNITY = "community", "社区人物"
        PRIVATE = "private", "私人"
        HIDDEN = "hidden", "隐去"

    name = models.TextField("姓名")
    sort_name = models.TextField(
        "拼音", blank=True, help_text="如 wang yanhua；姓名读音有误时在此更正。"
    )
    initials = models.TextField("拼音首字母", blank=True, editable=False)
    disambiguation = models.TextField(
        "同名区分", blank=True, help_text="两人同名时读者看到的区分，如：区房管局。"
    )
    visibility = models.CharField(
        "公开范围",
        max_length=15,
        choices=Visibility.choices,
        default=Visibility.REPRESENTATIVE,
    )
    consent_note = models.TextField("同意公开的依据", blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="已并入",
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "人物"
        verbose_name_plural = "人物"
        ordering = ["sort_name", "name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                name="person_not_merged_into_themselves",
            ),
        ]
        indexes = [
            models.Index(fields=["name"], name="person_by_name"),
            models.Index(fields=["initials"], name="person_by_initials"),
        ]

    def __str__(self):
        if self.disambiguation:
            return f"{self.name}（{self.disambiguation}）"
        return self.name

    def save(self, *args, **kwargs):
        self.initials = "".join(part[0] for part in self.sort_name.split())
        if "update_fields" in kwargs and kwargs["update_fields"] is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "initials"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("people:person-detail", args=[self.pk])


class PersonName(OtherName):
    person = models.ForeignKey(
        Person, models.CASCADE, related_name="other_names", verbose_name="人物"
    )

    class Meta:
        verbose_name = "人物其他写法"
        verbose_name_plural = "人物其他写法"
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="person_name_once")
        ]
