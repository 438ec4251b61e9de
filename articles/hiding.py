"""隐去姓名: a name becomes 某某 wherever visitors could read it.

Text is masked at every showing (`Article.masked`), so that the print stays whole for
staff and a re-import changes nothing. What cannot be masked (a photograph, a
recording) is taken down, after somebody confirmed it, and can be brought back.
"""

from dataclasses import dataclass, field

from django.db import transaction

from articles import publishing
from articles.models import Article, JournalEntry, Mention, Page, Picture
from people.models import Organization, Person

from .journal import journal
from .masking import (
    hidden_names_of,
    names_standing,
    others_named,
    pictures_naming,
)
from .merging import canonical

Visibility = Person.Visibility
HIDE, REVEAL = "隐去姓名", "取消隐去"


class HidingRefused(ValueError):
    """Why a name is not hidden, in Chinese."""


@dataclass
class Hiding:
    """What hiding a person touches.

    `namesakes` are articles that mention somebody else by the same letters as well:
    there both become 某某, and an editor should look.
    """

    person: Person
    names: list[str] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    namesakes: list[Article] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    recordings: list[Article] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    bodies: list[Organization] = field(default_factory=list)

    @property
    def must_be_confirmed(self) -> bool:
        """Something would be taken down that masking cannot reach."""
        return bool(self.pictures or self.recordings)


def find_hideable(name_or_id: str) -> Person:
    """The one person of that name or number; raise HidingRefused."""
    people = Person.objects.unmerged()
    if name_or_id.isdecimal():
        found = list(people.filter(pk=int(name_or_id[:18])))
    else:
        found = list(
            people.filter(name=name_or_id) | people.filter(other_names__name=name_or_id)
        )
        found = list({person.pk: person for person in found}.values())
    if not found:
        raise HidingRefused(f"没有找到人物“{name_or_id}”，请核对姓名或编号。")
    if len(found) > 1:
        each = "；".join(f"{p.pk}：{p}（{p.get_visibility_display()}）" for p in found)
        raise HidingRefused(f"“{name_or_id}”有{len(found)}人，请改用编号（{each}）。")
    return found[0]


def preview_hiding(person: Person) -> Hiding:
    """What hiding the person would touch; raise HidingRefused for an official."""
    person = canonical(person)
    if person.visibility == Visibility.OFFICIAL:
        raise HidingRefused(
            f"{person}是公职人员，姓名不隐去；如需停止公开其页面，请改“公开范围”。"
        )
    mentions = Mention.objects.filter(person=person).exclude(verdict="rejected")
    names = {person.name, *person.other_names.values_list("name", flat=True)}
    names |= set(mentions.values_list("name_as_printed", flat=True))
    own = set(mentions.values_list("article", flat=True))
    standing = names_standing(names)
    others = others_named(standing, [person.pk])
    touched = {pk for pk, here in standing.items() if here - others.get(pk, set())}
    shared = {pk for pk in own if names & others.get(pk, set())}
    rows = Article.objects.filter(pk__in=touched | own).select_related("issue")
    return _consequences(person, sorted(names), list(rows), shared)


def _consequences(person, names, articles: list[Article], shared: set[int]) -> Hiding:
    pictures = {
        picture.pk: picture
        for name in names
        for picture in pictures_naming(name).filter(article__in=articles)
        if picture.image
    }
    pages = Page.objects.filter(articles__in=articles).exclude(image="")
    bodies = Organization.objects.filter(mentions__article__in=articles).distinct()
    return Hiding(
        person=person,
        names=names,
        articles=articles,
        namesakes=[article for article in articles if article.pk in shared],
        pictures=list(pictures.values()),
        recordings=[article for article in articles if article.recording],
        pages=list(pages.distinct()),
        bodies=[b for b in bodies if any(name in b.name for name in names)],
    )


@transaction.atomic
def hide_person(
    person: Person, user, reason: str = "", confirmed: bool = False
) -> Hiding:
    """Hide a person on every public page, list, feed, search result and export.

    Pictures whose caption names the person, and recordings of the articles, are
    taken down; without `confirmed` they make it raise HidingRefused. Page images
    with a masked article are not served while the name is hidden.
    """
    hiding = preview_hiding(person)
    if hiding.must_be_confirmed and not confirmed:
        raise HidingRefused(
            f"有{len(hiding.pictures)}张图片、{len(hiding.recordings)}段录音无法遮去姓名或"
            "面容，隐去后将一并撤下；请先看过清单，再确认。"
        )
    person = hiding.person
    detail = {
        "person": person.pk,
        "visibility": person.visibility,
        "reason": reason,
        "pictures": {str(row.pk): row.image.name for row in hiding.pictures},
        "recordings": {str(row.pk): row.recording.name for row in hiding.recordings},
    }
    person.visibility = Visibility.HIDDEN
    person.save(update_fields=["visibility"])
    _take_down(hiding)
    journal(user, HIDE, f"人物{person.pk}", **detail)
    _refresh(hiding)
    return hiding


@transaction.atomic
def reveal_person(person: Person, user, visibility: str = "") -> None:
    """Show a hidden person again, with the pictures and recordings taken down."""
    person = canonical(person)
    entries = JournalEntry.objects.filter(action=HIDE, target=f"人物{person.pk}")
    last = entries.order_by("-pk").first()
    before = last.detail if last else {}
    person.visibility = visibility or before.get("visibility", Visibility.PRIVATE)
    person.save(update_fields=["visibility"])
    for pk, name in before.get("pictures", {}).items():
        for picture in Picture.objects.filter(pk=pk, image=""):
            picture.image = name
            picture.save()
    for pk, name in before.get("recordings", {}).items():
        Article.objects.filter(pk=pk, recording="").update(recording=name)
    journal(user, REVEAL, f"人物{person.pk}", person=person.pk)
    publishing.refresh(Article.objects.exclude(hidden_names=[]), [person])


def _take_down(hiding: Hiding) -> None:
    """Files stay in the store, where no address leads to them any more."""
    for picture in hiding.pictures:
        picture.image = ""
        picture.save()
    for article in hiding.recordings:
        article.recording = ""
        article.save(update_fields=["recording", "modified_at"])


def _refresh(hiding: Hiding) -> None:
    ids = {article.pk for article in hiding.articles} | set(hidden_names_of())
    publishing.refresh(Article.objects.filter(pk__in=ids), [hiding.person])
