"""Two people, or two bodies, that are one: seen before, done, undone.

A merged record stays where it is and points to the kept one (`merged_into`), so
that its old address can answer 301. `Merge.moved` holds the ids of every row that
moved, by model and field, so that undoing brings back exactly these.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from articles import publishing
from articles.models import Article, Merge
from people.models import (
    Identity,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Post,
)

from .identities import judge_identity, pair_of
from .journal import journal

#: Derived rows are not moved: they are derived again.
DERIVED = {"membership", "unitmembership", "evidence"}
#: Rows that say something of the record itself, which stays where it is.
STAYING = {"identity", "personname", "organizationname"}
#: Ends the key of many-to-many rows that had both records before the merge.
SHARED = " shared"
#: How many examples of each kind of row a preview shows.
EXAMPLES = 5


class MergeRefused(ValueError):
    """Why two records cannot be made one, in Chinese."""


@dataclass
class Move:
    """Rows of one kind that would follow the merged record."""

    label: str
    count: int
    examples: list[str]


@dataclass
class MergePreview:
    """What merging would do, before anything is done."""

    merged: Person | Organization
    kept: Person | Organization
    moves: list[Move] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def canonical(record):
    """The person or body that a record was merged into, itself where it was not."""
    seen = set()
    while record.merged_into_id and record.pk not in seen:
        seen.add(record.pk)
        record = record.merged_into
    return record


def canonical_post(post: Post) -> Post:
    """The same role in the body that the post's body was merged into."""
    body = canonical(post.organization)
    if body.pk == post.organization_id:
        return post
    return Post.objects.filter(organization=body, role=post.role).first() or post


def preview_merge(merged, kept) -> MergePreview:
    """What would move from `merged` to `kept`; raise MergeRefused."""
    _check(merged, kept)
    preview = MergePreview(merged, kept, warnings=_warnings(merged, kept))
    for relation in _relations(type(merged)):
        rows = relation.related_model.objects.filter(**{relation.field.name: merged})
        if count := rows.count():
            label = str(relation.related_model._meta.verbose_name)
            examples = [str(row) for row in rows[:EXAMPLES]]
            preview.moves.append(Move(label, count, examples))
    return preview


@transaction.atomic
def merge_people(merged: Person, kept: Person, user, reason: str = "") -> Merge:
    """Make `merged` part of `kept`; raise MergeRefused."""
    moved = _move(merged, kept)
    hidden = Person.Visibility.HIDDEN
    if merged.visibility == hidden != kept.visibility:
        moved["kept_visibility"] = kept.visibility
        kept.visibility = hidden
        kept.save(update_fields=["visibility"])
    names = [merged.name, *merged.other_names.values_list("name", flat=True)]
    moved["names"] = _add_names(PersonName, {"person": kept}, kept.name, names)
    return _record(Merge.Kind.PERSON, merged, kept, moved, user, reason)


@transaction.atomic
def merge_bodies(
    merged: Organization, kept: Organization, user, reason: str = ""
) -> Merge:
    """Make `merged` part of `kept`, post by post; raise MergeRefused."""
    _check(merged, kept)
    posts = _move_posts(merged, kept)
    moved = _move(merged, kept)
    moved |= {f"post:{key}": ids for key, ids in posts.items()}
    names = [merged.name, *merged.other_names.values_list("name", flat=True)]
    own = {"organization": kept}
    moved["names"] = _add_names(OrganizationName, own, kept.name, names)
    return _record(Merge.Kind.ORGANIZATION, merged, kept, moved, user, reason)


@transaction.atomic
def undo_merge(merge: Merge, user) -> None:
    """Bring back what a merge moved, except what was moved on since."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise MergeRefused("这次合并已经撤销过了。")
    model = Person if merge.kind == Merge.Kind.PERSON else Organization
    merged = model.objects.get(pk=merge.merged_id)
    kept = model.objects.get(pk=merge.into_id)
    if merged.merged_into_id != kept.pk:
        raise MergeRefused(f"{kept}又并入了别的记录，请先撤销那一次合并。")
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    _bring_back(merge.moved, merged, kept)
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])
    journal(user, "撤销合并", str(merged), merge=merge.pk, kept=kept.pk)
    _refresh(merged, kept)


def _check(merged, kept) -> None:
    if merged.pk == kept.pk:
        raise MergeRefused("同一条记录不能并入自己。")
    if merged.merged_into_id:
        raise MergeRefused(f"{merged}已经并入{canonical(merged)}。")
    if kept.merged_into_id:
        raise MergeRefused(f"{kept}已经并入{canonical(kept)}，请直接并入后者。")


def _warnings(merged, kept) -> list[str]:
    warnings = []
    if merged.name != kept.name:
        warnings.append(f"两条记录名称不同：{merged.name}、{kept.name}。")
    if isinstance(merged, Person) and merged.visibility != kept.visibility:
        warnings.append(
            f"公开范围不同：{merged.get_visibility_display()}、"
            f"{kept.get_visibility_display()}；合并后按后者，有一方隐去则仍隐去。"
        )
    if isinstance(merged, Organization) and merged.kind != kept.kind:
        kinds = f"{merged.get_kind_display()}、{kept.get_kind_display()}"
        warnings.append(f"单位类型不同：{kinds}。")
    if Identity.objects.different().filter(**pair_of(merged, kept)).exists():
        warnings.append("此前有人判定这两条不是同一个。")
    return warnings


def _relations(model: type[models.Model]) -> list:
    """Every relation of other rows to a record that a merge moves."""
    return [
        relation
        for relation in model._meta.related_objects
        if relation.related_model._meta.model_name not in DERIVED | STAYING
    ]


def _move(merged, kept) -> dict[str, list[int]]:
    """Point every row at the kept record; return their ids by model and field."""
    _check(merged, kept)
    moved = {}
    for relation in _relations(type(merged)):
        rows = relation.related_model.objects.filter(**{relation.field.name: merged})
        if relation.related_model is Post:
            rows = rows.exclude(role__in=kept.posts.values("role"))
        if relation.field.many_to_many:
            shared = rows.filter(**{relation.field.name: kept})
            moved[_relation_key(relation) + SHARED] = sorted(_ids(shared))
        if ids := sorted(_ids(rows)):
            moved[_relation_key(relation)] = ids
            _point(relation, ids, merged, kept)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return moved


def _ids(rows) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def _relation_key(relation) -> str:
    return f"{relation.related_model._meta.label}.{relation.field.name}"


def _point(relation, ids: Iterable[int], before, after, shared=()) -> None:
    """Point rows from one record at another; rows in `shared` have both."""
    name = relation.field.name
    rows = relation.related_model.objects.filter(pk__in=ids)
    if not relation.field.many_to_many:
        rows = rows.filter(**{name: before})
        if rows.model is type(after):
            rows = rows.exclude(pk=after.pk)
        rows.update(**{name: after})
        return
    for row in rows:
        if row.pk not in shared:
            getattr(row, name).remove(before)
        getattr(row, name).add(after)


def _move_posts(merged: Organization, kept: Organization) -> dict[str, list[int]]:
    """Where both bodies have a role, what hangs on the merged body's post moves to
    the kept one's; the empty post stays behind for its old address."""
    own = {post.role: post for post in kept.posts.all()}
    moved = {}
    for post in merged.posts.filter(role__in=own):
        for relation in _relations(Post):
            rows = relation.related_model.objects.filter(post=post)
            if ids := sorted(_ids(rows)):
                target = own[post.role]
                moved[f"{_relation_key(relation)}:{post.pk}:{target.pk}"] = ids
                rows.filter(pk__in=ids).update(post=target)
    return moved


def _add_names(model, owner: dict, name: str, names: Iterable[str]) -> list[int]:
    """Make the merged names other names of the kept record, so that print finds it."""
    made = []
    for other in names:
        if other != name:
            row, is_new = model.objects.get_or_create(
                name=other, **owner, defaults={"note": "合并"}
            )
            made += [row.pk] if is_new else []
    return made


def _record(kind, merged, kept, moved: dict, user, reason: str) -> Merge:
    same = Identity.Verdict.SAME
    identity, before = judge_identity(merged, kept, same, user, reason)
    moved["identity"] = [identity.pk, before]
    merge = Merge.objects.create(
        kind=kind,
        merged_id=merged.pk,
        into_id=kept.pk,
        moved=moved,
        reason=reason,
        made_by=user,
    )
    journal(user, "合并", f"{merged} 并入 {kept}", merge=merge.pk, reason=reason)
    _refresh(merged, kept)
    return merge


def _bring_back(moved: dict, merged, kept) -> None:
    relations = {_relation_key(r): r for r in _relations(type(merged))}
    for key, ids in moved.items():
        if key in relations:
            shared = moved.get(key + SHARED, ())
            _point(relations[key], ids, kept, merged, shared)
        elif key.startswith("post:"):
            _bring_back_posts(key, ids)
    names = PersonName if isinstance(merged, Person) else OrganizationName
    names.objects.filter(pk__in=moved.get("names", ())).delete()
    if "kept_visibility" in moved:
        kept.visibility = moved["kept_visibility"]
        kept.save(update_fields=["visibility"])
    identity, before = moved.get("identity", (None, ""))
    rows = Identity.objects.filter(pk=identity)
    if before:
        rows.update(verdict=before)
    else:
        rows.delete()


def _bring_back_posts(key: str, ids: list[int]) -> None:
    _, name, before, after = key.split(":")
    for relation in _relations(Post):
        if _relation_key(relation) == name:
            rows = relation.related_model.objects.filter(pk__in=ids, post=int(after))
            rows.update(post=int(before))


def _refresh(merged, kept) -> None:
    """Derive anew what both records, and all articles that name them, lead to."""
    both = [merged.pk, kept.pk]
    if isinstance(merged, Person):
        publishing.refresh(people=Person.objects.filter(pk__in=both))
        return
    articles = Article.objects.filter(
        Q(organization_mentions__organization__in=both)
        | Q(mentions__claims__post__organization__in=both)
        | Q(event_reports__appearances__unit__in=both)
    )
    touched = publishing.Touched(bodies=set(both), posts=_posts_of(both))
    publishing.refresh(articles.distinct(), touched=touched)


def _posts_of(bodies: list[int]) -> set[int]:
    return _ids(Post.objects.filter(organization__in=bodies))
