"""What an article says about people, bodies and events. Keys are what is printed;
who that is (`person`, `organization`, `event`) is a judgement beside it."""

from django.db import models
from django.db.models import Q

from people.models import Event, Membership, Organization, Person, Post, UnitMembership

from .article import Article
from .undated import UNDATED


class Verdict(models.TextChoices):
    FOUND = "found", "待核实"
    ACCEPTED = "accepted", "已确认"
    REJECTED = "rejected", "不采用"
    MISPRINT = "misprint", "见报差错"


class LinkedQuerySet(models.QuerySet):
    def shown(self):
        """Rows of published articles that nobody rejected."""
        return self.filter(
            **{self.model.ARTICLE_STATUS: Article.Status.PUBLISHED}
        ).exclude(verdict=Verdict.REJECTED)

    def open(self):
        return self.filter(verdict=Verdict.FOUND)


class Mention(models.Model):
    """A person named in an article, once an article."""

    ARTICLE_STATUS = "article__status"

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="mentions", verbose_name="稿件"
    )
    name_as_printed = models.TextField("姓名（照印）")
    ordinal = models.PositiveSmallIntegerField(
        "同名第几人", default=0, help_text="同一篇稿件里有两位同名者时，第二位填 1。"
    )
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name="人物",
    )
    rule = models.TextField("认定依据", blank=True)
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑认定", default=False)
    leader = models.BooleanField("国家领导人（只引用，不编目）", default=False)
    order = models.PositiveIntegerField("见报次序", default=1)
    spans = models.JSONField("位置", default=list, blank=True, editable=False)
    sort_date = models.DateField("日期", default=UNDATED, editable=False)

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "文中人物"
        verbose_name_plural = "文中人物"
        ordering = ["article", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name_as_printed", "ordinal"], name="mention_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["person", "-sort_date", "-article"],
                name="mention_of_person_newest",
            )
        ]

    def __str__(self):
        return f"{self.name_as_printed}：{self.article}"


class Claim(models.Model):
    """A post printed with a person, once a wording; it carries its sentence."""

    ARTICLE_STATUS = "mention__article__status"

    class Kind(models.TextChoices):
        POST = "post", "职务"
        RANK = "rank", "职级"
        HONOUR = "honour", "称号"
        ACTIVITY = "activity", "活动角色"

    mention = models.ForeignKey(
        Mention, models.CASCADE, related_name="claims", verbose_name="文中人物"
    )
    post_as_printed = models.TextField("见报职务（照印）")
    role = models.TextField("职务名称", blank=True)
    kind = models.CharField(
        "类型", max_length=10, choices=Kind.choices, default=Kind.POST
    )
    body_as_named = models.TextField("单位（全称）", blank=True)
    body_rule = models.TextField("单位认定依据", blank=True)
    post = models.ForeignKey(
        Post,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name="职务",
    )
    former = models.BooleanField("原任·时任", default=False)
    acting = models.BooleanField("代理", default=False)
    in_charge = models.BooleanField("主持工作", default=False)
    seconded = models.BooleanField("挂职", default=False)
    nominee = models.BooleanField("拟任人选", default=False)
    rehired = models.BooleanField("退休返聘", default=False)
    place = models.JSONField("位置", default=dict, blank=True, editable=False)
    quote = models.TextField("原句", blank=True)
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑录入", default=False)
    order = models.PositiveIntegerField("见报次序", default=1)
    membership = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="claims",
        verbose_name="任职",
    )

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "见报职务"
        verbose_name_plural = "见报职务"
        ordering = ["mention", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mention", "post_as_printed", "body_as_named", "former"],
                name="claim_once_a_mention",
            )
        ]

    def __str__(self):
        return f"{self.mention.name_as_printed}：{self.post_as_printed}"


class OrganizationMention(models.Model):
    """A body that acts, or is acted on, in an article."""

    ARTICLE_STATUS = "article__status"

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="organization_mentions",
        verbose_name="稿件",
    )
    name_as_printed = models.TextField("名称（照印）")
    full_name = models.TextField("全称", blank=True)
    organization = models.ForeignKey(
        Organization,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name="单位",
    )
    rule = models.TextField("认定依据", blank=True)
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑认定", default=False)
    order = models.PositiveIntegerField("见报次序", default=1)
    spans = models.JSONField("位置", default=list, blank=True, editable=False)
    sort_date = models.DateField("日期", default=UNDATED, editable=False)

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "文中单位"
        verbose_name_plural = "文中单位"
        ordering = ["article", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name_as_printed"], name="body_mention_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["organization", "-sort_date", "-article"],
                name="mention_of_body_newest",
            )
        ]

    def __str__(self):
        return f"{self.name_as_printed}：{self.article}"


class EventReport(models.Model):
    """An event as one article reports it."""

    ARTICLE_STATUS = "article__status"

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="event_reports", verbose_name="稿件"
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="活动",
    )
    name_as_printed = models.TextField("名称（照印）")
    date_words = models.TextField("日期（照印）", blank=True)
    month_day = models.TextField("月日（年份未载）", blank=True)
    attendance = models.TextField("出席情况（照印，未具名）", blank=True)
    rule = models.TextField("认定依据", blank=True)
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑认定", default=False)
    order = models.PositiveIntegerField("次序", default=1)

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "活动报道"
        verbose_name_plural = "活动报道"
        ordering = ["article", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name_as_printed"], name="event_report_once"
            )
        ]

    def __str__(self):
        return f"{self.name_as_printed}：{self.article}"


class Appearance(models.Model):
    """Who took part in an event, in which role as printed, in printed order."""

    ARTICLE_STATUS = "report__article__status"

    report = models.ForeignKey(
        EventReport,
        models.CASCADE,
        related_name="appearances",
        verbose_name="活动报道",
    )
    mention = models.ForeignKey(
        Mention,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name="文中人物",
    )
    unit = models.ForeignKey(
        Organization,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name="单位",
    )
    unit_as_named = models.TextField("单位（照印）", blank=True)
    role = models.TextField("参加情况（照印）", blank=True)
    order = models.PositiveIntegerField("见报排序", default=1)
    quote = models.TextField("原句", blank=True)
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑录入", default=False)

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "参加情况"
        verbose_name_plural = "参加情况"
        ordering = ["report", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mention__isnull=False)
                | Q(unit__isnull=False)
                | ~Q(unit_as_named=""),
                name="appearance_of_somebody",
            )
        ]

    def __str__(self):
        who = self.mention.name_as_printed if self.mention_id else self.unit_as_named
        return f"{who} {self.role}：{self.report.name_as_printed}"


class UnitClaim(models.Model):
    """A unit printed as member of a body, with its sentence."""

    ARTICLE_STATUS = "article__status"

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="unit_claims", verbose_name="稿件"
    )
    body_as_named = models.TextField("议事机构（照印）")
    unit_as_named = models.TextField("成员单位（照印）")
    label = models.TextField("身份（照印）", default="成员单位")
    quote = models.TextField("原句", blank=True)
    membership = models.ForeignKey(
        UnitMembership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name="成员单位",
    )
    verdict = models.CharField(
        "核实结果", max_length=10, choices=Verdict.choices, default=Verdict.FOUND
    )
    by_editor = models.BooleanField("由编辑录入", default=False)

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "见报成员单位"
        verbose_name_plural = "见报成员单位"
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "body_as_named", "unit_as_named", "label"],
                name="unit_claim_once",
            )
        ]

    def __str__(self):
        return f"{self.unit_as_named}（{self.body_as_named}{self.label}）"


class Evidence(models.Model):
    """Why a bound of a membership stands where it stands."""

    class Bound(models.TextChoices):
        START_EARLIEST = "start_earliest", "不早于此日起"
        START_LATEST = "start_latest", "不晚于此日起"
        END_EARLIEST = "end_earliest", "不早于此日止"
        END_LATEST = "end_latest", "不晚于此日止"
        FIRST_SEEN = "first_seen", "首见"
        LAST_SEEN = "last_seen", "末见"

    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="evidence", verbose_name="任职"
    )
    bound = models.CharField("范围", max_length=15, choices=Bound.choices)
    date = models.DateField("日期", null=True)
    claim = models.ForeignKey(
        Claim,
        models.CASCADE,
        null=True,
        related_name="evidence",
        verbose_name="见报职务",
    )
    ruling = models.ForeignKey(
        "people.Ruling",
        models.CASCADE,
        null=True,
        related_name="evidence",
        verbose_name="核定",
    )
    reason = models.TextField("理由", blank=True)

    class Meta:
        verbose_name = "任职依据"
        verbose_name_plural = "任职依据"
        ordering = ["membership", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "bound"], name="evidence_once_a_bound"
            ),
            models.CheckConstraint(
                condition=Q(claim__isnull=False, ruling=None)
                | Q(claim=None, ruling__isnull=False),
                name="evidence_is_a_claim_or_a_ruling",
            ),
        ]

    def __str__(self):
        return f"{self.membership} {self.get_bound_display()}"
