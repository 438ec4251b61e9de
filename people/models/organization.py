from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from .area import Area
from .bases import OtherName, Shown, ShownQuerySet


class Kind(models.TextChoices):
    """Kinds of bodies; what each counts as stands in the three sets below."""

    DISTRICT = "district", "区（总称）"
    STREET = "street", "街道（总称）"
    NEIGHBOURHOOD = "neighbourhood", "居民区（总称）"
    PARTY_COMMITTEE = "party_committee", "党委"
    PARTY_WORK_COMMITTEE = "party_work_committee", "党工委"
    PARTY_GROUP = "party_group", "党组"
    PARTY_BRANCH = "party_branch", "党总支、党支部"
    PARTY_CELL = "party_cell", "党小组"
    DISCIPLINE = "discipline", "纪委监委、纪工委"
    PARTY_DEPARTMENT = "party_department", "党委工作部门"
    CONGRESS = "congress", "人大机构"
    CONSULTATIVE = "consultative", "政协机构"
    GOVERNMENT = "government", "人民政府"
    SUBDISTRICT_OFFICE = "subdistrict_office", "街道办事处"
    GOV_DEPARTMENT = "gov_department", "政府部门"
    INNER_OFFICE = "inner_office", "街道内设机构"
    CENTRE = "centre", "中心、事业单位"
    FIELD_STATION = "field_station", "派驻所队院"
    ARMED_FORCES = "armed_forces", "武装部、驻区部队"
    MASS_ORG = "mass_org", "群团组织"
    CHAMBER = "chamber", "商会、协会、学会"
    RESIDENTS_COMMITTEE = "residents_committee", "居委会"
    OWNERS_COMMITTEE = "owners_committee", "业委会"
    RESIDENTS_TEAM = "residents_team", "居民自治团队"
    JOINT_MEETING = "joint_meeting", "联席会议"
    SPECIAL_COMMITTEE = "special_committee", "专委会、专项组"
    LEADING_GROUP = "leading_group", "领导小组、指挥部、专班"
    WORKING_GROUP = "working_group", "下设工作组、办公室"
    ALLIANCE = "alliance", "联盟、共建体"
    VOLUNTEER_TEAM = "volunteer_team", "志愿者队伍、突击队、巡访团"
    STUDIO = "studio", "工作室"
    SOCIAL_ORG = "social_org", "社会组织"
    COMPANY = "company", "企业"
    PROPERTY_COMPANY = "property_company", "物业服务企业"
    SCHOOL = "school", "学校院系"
    MEDICAL = "medical", "医疗卫生"
    CULTURE = "culture", "文化场馆"
    MEDIA = "media", "媒体、公众号"
    PLATFORM = "platform", "平台、阵地、品牌"
    OTHER = "other", "其他单位"


class CommitteeGroup(models.TextChoices):
    """The four groups of 党组织、自治组织与议事机构."""

    PARTY = "party", "党的组织"
    CONGRESS = "congress", "人大政协"
    RESIDENTS = "residents", "居民自治"
    DELIBERATIVE = "deliberative", "议事协调"


COMMITTEE_KINDS = {
    CommitteeGroup.PARTY: {
        Kind.PARTY_COMMITTEE,
        Kind.PARTY_WORK_COMMITTEE,
        Kind.PARTY_GROUP,
        Kind.PARTY_BRANCH,
        Kind.DISCIPLINE,
        Kind.PARTY_DEPARTMENT,
    },
    CommitteeGroup.CONGRESS: {Kind.CONGRESS, Kind.CONSULTATIVE},
    CommitteeGroup.RESIDENTS: {
        Kind.RESIDENTS_COMMITTEE,
        Kind.OWNERS_COMMITTEE,
        Kind.RESIDENTS_TEAM,
    },
    CommitteeGroup.DELIBERATIVE: {
        Kind.JOINT_MEETING,
        Kind.SPECIAL_COMMITTEE,
        Kind.LEADING_GROUP,
    },
}
#: Kinds whose bodies may have member units.
KINDS_WITH_UNITS = {
    Kind.CHAMBER,
    Kind.JOINT_MEETING,
    Kind.SPECIAL_COMMITTEE,
    Kind.LEADING_GROUP,
    Kind.ALLIANCE,
}
#: Kinds that never act and hold no posts.
KINDS_WITHOUT_POSTS = {Kind.PLATFORM, Kind.NEIGHBOURHOOD}


class OrganizationQuerySet(ShownQuerySet):
    def unmerged(self):
        return self.filter(merged_into=None)

    def committees(self, group=None):
        """Bodies of 党组织、自治组织与议事机构, or of one of its four groups."""
        groups = [CommitteeGroup(group)] if group else list(CommitteeGroup)
        kinds = set().union(*(COMMITTEE_KINDS[each] for each in groups))
        by_kind = Q(kind__in=kinds, committee_override=None)
        by_hand = Q(committee_override=True)
        if group:
            by_hand &= Q(kind__in=kinds)
        return self.filter(by_kind | by_hand)

    def under(self, area):
        """Bodies of an area with everything in it."""
        return self.filter(area__in=Area.objects.within(area))

    def in_listed_order(self):
        """The office's own numbers first, then the order of entry; never pinyin."""
        last = Value(10**6)
        return self.order_by(Coalesce(F("position"), last), "pk")


class Organization(Shown):
    """A body that acts: a committee, an office, a company, a team."""

    Kind = Kind

    name = models.TextField("名称")
    kind = models.CharField("类型", max_length=25, choices=Kind.choices)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name="所属区域",
    )
    superior = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="subordinates",
        verbose_name="隶属关系",
        help_text="只填见报或已核定的隶属；居委会不隶属办事处，办事处不隶属党工委。",
    )
    temporary = models.BooleanField("临时", default=False)
    joint = models.BooleanField("联合", default=False)
    former_body = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="later_bodies",
        verbose_name="沿革（前身）",
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="已并入",
    )
    committee_override = models.BooleanField(
        "计入党组织、自治组织与议事机构", null=True, blank=True
    )
    units_override = models.BooleanField("可有成员单位", null=True, blank=True)
    position = models.PositiveIntegerField("排序", null=True, blank=True)
    phone = models.TextField("办公电话", blank=True)
    address = models.TextField("地址", blank=True)
    contact_checked_on = models.DateField("电话地址核对日期", null=True, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = [F("position").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="body_has_a_name"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                name="body_not_merged_into_itself",
            ),
        ]
        indexes = [models.Index(fields=["name"], name="body_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("people:organization-detail", args=[self.pk])

    @property
    def is_committee(self):
        if self.committee_override is not None:
            return self.committee_override
        return any(self.kind in kinds for kinds in COMMITTEE_KINDS.values())

    @property
    def may_have_units(self):
        if self.units_override is not None:
            return self.units_override
        return self.kind in KINDS_WITH_UNITS

    @property
    def may_have_posts(self):
        return self.kind not in KINDS_WITHOUT_POSTS


class OrganizationName(OtherName):
    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="other_names", verbose_name="单位"
    )

    class Meta:
        verbose_name = "单位其他写法"
        verbose_name_plural = "单位其他写法"
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name"], name="body_name_once"
            )
        ]
