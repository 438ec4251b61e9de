from django.db import models
from django.db.models import Q
from django.urls import reverse

from .bases import OtherName, Shown, ShownQuerySet


class AreaQuerySet(ShownQuerySet):
    def neighbourhoods(self):
        return self.filter(kind=Area.Kind.NEIGHBOURHOOD)

    def within(self, area):
        """The area itself and everything in it, at any depth."""
        found = {area.pk}
        layer = found
        while layer:
            layer = set(
                self.model.objects.filter(parent__in=layer).values_list("pk", flat=True)
            )
            layer -= found
            found |= layer
        return self.filter(pk__in=found)


class Area(Shown):
    """A place with people in it: 区, 街道, 居民区, 小区 ..."""

    class Kind(models.TextChoices):
        DISTRICT = "district", "区"
        STREET = "street", "街道"
        SECTOR = "sector", "片区"
        NEIGHBOURHOOD = "neighbourhood", "居民区"
        COMPOUND = "compound", "小区"
        PLOT = "plot", "地块"

    name = models.TextField("名称")
    kind = models.CharField("类型", max_length=15, choices=Kind.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="所属区域",
    )
    address = models.TextField("办公地址", blank=True)
    phone = models.TextField("办公电话", blank=True)
    contact_checked_on = models.DateField("电话地址核对日期", null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = "区域"
        verbose_name_plural = "区域"
        ordering = ["kind", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "kind", "name"], name="area_unique_in_parent"
            ),
            models.UniqueConstraint(
                fields=["kind", "name"],
                condition=Q(parent=None),
                name="area_unique_without_parent",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="area_has_a_name"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("people:area-detail", args=[self.pk])

    def chain(self):
        """From the widest area down to this one."""
        areas, area = [], self
        while area is not None and area not in areas:
            areas.append(area)
            area = area.parent
        return areas[::-1]


class AreaName(OtherName):
    area = models.ForeignKey(
        Area, models.CASCADE, related_name="other_names", verbose_name="区域"
    )

    class Meta:
        verbose_name = "区域其他写法"
        verbose_name_plural = "区域其他写法"
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="area_name_once")
        ]
