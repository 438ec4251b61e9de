from django.db import models
from django.db.models import Q
from django.urls import reverse

from .bases import Shown, ShownQuerySet
from .organization import Organization


class Post(Shown):
    """A role in a body: 书记 of 欧阳路街道党工委. `seats` None means several."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="posts", verbose_name="单位"
    )
    role = models.TextField("职务名称")
    seats = models.PositiveSmallIntegerField("席位数", null=True, blank=True)
    position = models.PositiveIntegerField("排序", null=True, blank=True)

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = "职务"
        verbose_name_plural = "职务"
        ordering = ["organization", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "role"], name="post_once"),
            models.CheckConstraint(condition=~Q(role=""), name="post_has_a_role"),
        ]

    def __str__(self):
        return f"{self.organization.name}{self.role}"

    def get_absolute_url(self):
        return reverse("people:post-detail", args=[self.pk])
