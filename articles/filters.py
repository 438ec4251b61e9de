"""What staff may ask of the articles at /desk/. Every lookup is declared here."""

from functools import reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import Q, Value

from articles.models import (
    Article,
    Claim,
    Mention,
    OrganizationMention,
    Topic,
    TopicLink,
)
from articles.models.linked import Verdict
from articles.models.undated import UNDATED
from articles.search import Folded, fold, holds, read_words, with_words
from people.admin.fields import DayField, is_id
from people.models import Area, Organization, Person, Post
from people.models.organization import CommitteeGroup

LONGEST_WORDS, MOST_WORDS = 100, 5
MOST_YEARS = 60
UNDATED_YEAR = "undated"
NO_TOPIC = "none"


class RowChoiceField(forms.ModelChoiceField):
    """One row by its id; anything else is no valid choice."""

    def to_python(self, value):
        if value and not is_id(value):
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            )
        return super().to_python(value)


class RowFilter(django_filters.ModelChoiceFilter):
    field_class = RowChoiceField

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("widget", forms.HiddenInput)
        super().__init__(*args, **kwargs)


class DayFilter(django_filters.DateFilter):
    field_class = DayField

    def __init__(self, *args, **kwargs):
        kwargs["widget"] = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(*args, **kwargs)


def words_of(text):
    """The folded words that a filter looks for; none where only signs were typed."""
    return read_words(text)[:MOST_WORDS]


def printing(value, *names):
    """Rows in which one of the named texts holds what was typed."""
    word = fold(value).text.replace(" ", "")
    if not word:
        return Q(pk__in=[])
    return reduce(or_, (Q(holds(Folded(name), Value(word))) for name in names))


def kept(rows):
    return rows.exclude(verdict=Verdict.REJECTED)


class ArticleFilter(django_filters.FilterSet):
    """Articles by person, post, body, area, topic, date, status and words."""

    words = django_filters.CharFilter(
        label="文中有", method="with_words", max_length=LONGEST_WORDS
    )
    name = django_filters.CharFilter(
        label="姓名", method="naming_person", max_length=LONGEST_WORDS
    )
    title = django_filters.CharFilter(
        label="职务（照印）", method="printing_post", max_length=LONGEST_WORDS
    )
    unit = django_filters.CharFilter(
        label="单位名称", method="naming_body", max_length=LONGEST_WORDS
    )
    group = django_filters.ChoiceFilter(
        label="党组织、自治组织与议事机构",
        choices=[("any", "全部四类"), *CommitteeGroup.choices],
        method="of_group",
        empty_label="不限",
    )
    committee = RowFilter(
        label="其中某一机构",
        queryset=lambda request: committees(),
        method="of_body",
        widget=forms.Select,
        empty_label="不限",
    )
    kind = django_filters.ChoiceFilter(
        label="单位类型",
        choices=Organization.Kind.choices,
        method="of_kind",
        empty_label="不限",
    )
    area = RowFilter(
        label="区域（含其中一切）",
        queryset=lambda request: Area.objects.order_by("kind", "name"),
        method="within_area",
        widget=forms.Select,
        empty_label="不限",
    )
    topic = django_filters.CharFilter(label="话题", method="on_topic")
    year = django_filters.CharFilter(label="年份", method="in_year")
    since = DayFilter(label="不早于", method="since_day")
    until = DayFilter(label="不晚于", method="until_day")
    status = django_filters.ChoiceFilter(
        label="状态", choices=Article.Status.choices, empty_label="不限"
    )
    person = RowFilter(label="人物", queryset=Person.objects.all(), method="of_person")
    post = RowFilter(
        label="职务",
        queryset=Post.objects.select_related("organization"),
        method="of_post",
    )
    body = RowFilter(
        label="单位", queryset=Organization.objects.all(), method="of_body"
    )

    class Meta:
        model = Article
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        #: Querysets of the bodies that were asked for, one a filter.
        self.asked_bodies = []
        self.filters["topic"].field.widget = forms.Select(choices=topic_choices())
        self.filters["year"].field.widget = forms.Select(choices=year_choices())

    def with_words(self, rows, name, value):
        return with_words(rows, words_of(value))

    def naming_person(self, rows, name, value):
        mentions = kept(Mention.objects.all()).filter(naming(value))
        return rows.filter(pk__in=mentions.values("article"))

    def printing_post(self, rows, name, value):
        claims = kept(Claim.objects.all()).filter(printing(value, "post_as_printed"))
        return rows.filter(pk__in=claims.values("mention__article"))

    def naming_body(self, rows, name, value):
        called = printing(value, "name", "other_names__name")
        return self._of_bodies(rows, Organization.objects.filter(called))

    def of_person(self, rows, name, person):
        mentions = kept(person.mentions.all())
        return rows.filter(pk__in=mentions.values("article"))

    def of_post(self, rows, name, post):
        claims = kept(post.claims.all())
        return rows.filter(pk__in=claims.values("mention__article"))

    def of_body(self, rows, name, body):
        return self._of_bodies(rows, Organization.objects.filter(pk=body.pk))

    def of_group(self, rows, name, value):
        group = None if value == "any" else value
        return self._of_bodies(rows, Organization.objects.committees(group))

    def of_kind(self, rows, name, value):
        return self._of_bodies(rows, Organization.objects.filter(kind=value))

    def within_area(self, rows, name, area):
        return self._of_bodies(rows, Organization.objects.under(area))

    def _of_bodies(self, rows, bodies):
        """Articles in which the bodies act, or a post of theirs is printed."""
        bodies = bodies.order_by().values("pk")
        self.asked_bodies.append(bodies)
        acting = kept(OrganizationMention.objects.filter(organization__in=bodies))
        held = kept(Claim.objects.filter(post__organization__in=bodies))
        return rows.filter(
            Q(pk__in=acting.values("article"))
            | Q(pk__in=held.values("mention__article"))
        )

    def on_topic(self, rows, name, value):
        if value == NO_TOPIC:
            return rows.without_topic()
        if not is_id(value):
            return rows.none()
        links = TopicLink.objects.exclude(verdict=TopicLink.Verdict.REJECTED)
        return rows.filter(pk__in=links.filter(tag=value).values("content_object"))

    def in_year(self, rows, name, value):
        if value == UNDATED_YEAR:
            return rows.filter(sort_date=UNDATED)
        if not (value.isascii() and value.isdecimal() and len(value) == 4):
            return rows.none()
        if not 1 < int(value) < 9999:
            return rows.none()
        return rows.filter(Q(sort_date__year=int(value)) | Q(sort_date=UNDATED))

    def since_day(self, rows, name, value):
        return rows.filter(Q(sort_date__gte=value) | Q(sort_date=UNDATED))

    def until_day(self, rows, name, value):
        return rows.filter(sort_date__lte=value)


def naming(value, path=""):
    """Mentions, at the end of `path`, of people who are called so."""
    names = ("name_as_printed", "person__name", "person__other_names__name")
    return printing(value, *(f"{path}{name}" for name in names))


def committees():
    return Organization.objects.unmerged().committees().order_by("kind", "name", "pk")


def topic_choices():
    topics = Topic.objects.values_list("pk", "name")
    return [("", "不限"), (NO_TOPIC, "（没有话题）"), *topics]


def year_choices():
    days = Article.objects.order_by().dates("sort_date", "year", order="DESC")
    years = [day.year for day in days[:MOST_YEARS] if day != UNDATED]
    numbered = [(str(year), f"{year}年") for year in years]
    return [("", "不限"), *numbered, (UNDATED_YEAR, "日期不明")]
