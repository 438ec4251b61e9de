"""What people did: runs of the import, merges, verdicts, corrections, the journal."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .article import Article
from .printed import Edition, Issue


class ImportRun(models.Model):
    """One run of the import: who, when, which files, what came of it."""

    class Outcome(models.TextChoices):
        RUNNING = "running", "进行中"
        DONE = "done", "完成"
        UNCHANGED = "unchanged", "没有变化"
        REFUSED = "refused", "未录入"
        UNDONE = "undone", "已撤销"

    started_at = models.DateTimeField("开始时间", auto_now_add=True)
    finished_at = models.DateTimeField("结束时间", null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="操作人",
    )
    edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, blank=True, verbose_name="报纸（版本）"
    )
    issues = models.ManyToManyField(
        Issue, blank=True, related_name="runs", verbose_name="期"
    )
    files = models.TextField("文件", blank=True)
    options = models.TextField("选项", blank=True)
    counts = models.JSONField("计数", default=dict, blank=True)
    report = models.TextField("录入报告", blank=True)
    outcome = models.CharField(
        "结果", max_length=10, choices=Outcome.choices, default=Outcome.RUNNING
    )
    #: Ids of the rows this run made, by model, so that it can be undone.
    made = models.JSONField("本批新建", default=dict, blank=True, editable=False)
    #: What was judged of it before it was undone, by what is printed.
    kept = models.JSONField("撤销时留下的判定", default=list, editable=False)

    class Meta:
        verbose_name = "录入批次"
        verbose_name_plural = "录入批次"
        ordering = ["-pk"]

    def __str__(self):
        return f"录入批次 {self.pk}（{self.get_outcome_display()}）"


class CorrectionQuerySet(models.QuerySet):
    def approved(self):
        return self.filter(approved_at__isnull=False)

    def published(self):
        return self.approved().filter(article__status=Article.Status.PUBLISHED)


class Correction(models.Model):
    """A correction: the printed and the right words, written by one person and
    approved by another. Never changed, never deleted."""

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="corrections", verbose_name="稿件"
    )
    printed_words = models.TextField("见报文字")
    corrected_words = models.TextField("应为")
    note = models.TextField("说明（读者可见）", blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="corrections_written",
        verbose_name="拟稿人",
    )
    written_at = models.DateTimeField("拟稿时间", auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections_approved",
        verbose_name="核准人",
    )
    approved_at = models.DateTimeField("核准时间", null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "更正"
        verbose_name_plural = "更正"
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="correction_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("written_by")),
                name="correction_approved_by_a_second_person",
            ),
        ]

    def __str__(self):
        return f"“{self.printed_words}”应为“{self.corrected_words}”"


class QuestionQuerySet(models.QuerySet):
    def open(self):
        """Questions that still stand and that nobody has judged."""
        return self.filter(standing=True, verdict=Question.Verdict.OPEN)

    def claim_ids(self):
        """Ids of the claims that the questions put in doubt."""
        abouts = self.values_list("about", flat=True)
        return {pk for about in abouts for pk in about.get("questioned", ())}


class Question(models.Model):
    """待核事项: something that print or resolution leaves for a person to judge."""

    class Kind(models.TextChoices):
        CHIEF_AND_DEPUTY = "chief_and_deputy", "同一人在同一单位正副职并见"
        TWO_HOLDERS = "two_holders", "同一职务两人见报"
        AFTER_SUCCESSOR = "after_successor", "继任者之后又见报"
        NEAR_BODY = "near_body", "单位名称一字之差"
        NEAR_POST = "near_post", "职务一字之差"
        HOMONYM = "homonym", "同名者是否同一人"
        SAME_EVENT = "same_event", "是否同一活动"
        RENAMED_BODY = "renamed_body", "单位是否更名"
        LEADER_NAME = "leader_name", "领导人姓名疑误"

    class Verdict(models.TextChoices):
        OPEN = "open", "待核"
        FIRST = "first", "以甲为准"
        SECOND = "second", "以乙为准"
        BOTH = "both", "两者都对"
        SAME = "same", "是同一个"
        DIFFERENT = "different", "不是同一个"
        DISMISSED = "dismissed", "不是问题"

    #: What is asked, in a form that is the same after every re-reading.
    key = models.CharField("标识", max_length=200, unique=True, editable=False)
    kind = models.CharField("类型", max_length=20, choices=Kind.choices)
    summary = models.TextField("事由")
    first_quote = models.TextField("甲：原句", blank=True)
    second_quote = models.TextField("乙：原句", blank=True)
    first_article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="甲：稿件",
    )
    second_article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="乙：稿件",
    )
    #: Ids by model of what the question is about: claims, people, bodies, events.
    about = models.JSONField("涉及", default=dict, blank=True, editable=False)
    standing = models.BooleanField("仍然存在", default=True, editable=False)
    verdict = models.CharField(
        "判定", max_length=10, choices=Verdict.choices, default=Verdict.OPEN
    )
    note = models.TextField("备注", blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="判定人",
    )
    judged_at = models.DateTimeField("判定时间", null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "待核事项"
        verbose_name_plural = "待核事项"
        ordering = ["-pk"]

    def __str__(self):
        return self.summary


class Merge(models.Model):
    """Two people, or two bodies, made one; remembers what moved, for undoing."""

    class Kind(models.TextChoices):
        PERSON = "person", "人物"
        ORGANIZATION = "organization", "单位"

    kind = models.CharField("类型", max_length=15, choices=Kind.choices)
    merged_id = models.PositiveBigIntegerField("被并入者编号")
    into_id = models.PositiveBigIntegerField("保留者编号")
    moved = models.JSONField("迁移记录", default=dict, editable=False)
    reason = models.TextField("理由", blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="操作人",
    )
    made_at = models.DateTimeField("时间", auto_now_add=True)
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)

    class Meta:
        verbose_name = "合并"
        verbose_name_plural = "合并"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.merged_id} 并入 {self.into_id}"


class Report(models.Model):
    """报告差错 or 申请隐去: a form that readers fill in without a login."""

    class Kind(models.TextChoices):
        ERROR = "error", "报告差错"
        HIDE = "hide", "申请隐去姓名或照片"

    receipt = models.CharField("回执号", max_length=20, unique=True)
    kind = models.CharField("类型", max_length=10, choices=Kind.choices)
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="稿件",
    )
    address = models.TextField("所在网页", blank=True)
    text = models.TextField("内容")
    contact = models.TextField("联系方式", blank=True)
    received_at = models.DateTimeField("收到时间", auto_now_add=True)
    handled_at = models.DateTimeField("办结时间", null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="办理人",
    )
    outcome = models.TextField("办理结果", blank=True)

    class Meta:
        verbose_name = "读者来件"
        verbose_name_plural = "读者来件"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.receipt}"


class JournalEntry(models.Model):
    """操作记录: who did what and when. Only ever added to."""

    at = models.DateTimeField("时间", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="操作人",
    )
    action = models.TextField("操作")
    target = models.TextField("对象", blank=True)
    detail = models.JSONField("详情", default=dict, blank=True)

    class Meta:
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.action} {self.target}"
