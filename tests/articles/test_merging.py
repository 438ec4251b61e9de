"""Two records made one, seen before, and parted again."""

import pytest

from articles import publishing
from articles.identities import judge_different
from articles.merging import (
    MergeRefused,
    canonical,
    canonical_post,
    merge_bodies,
    merge_people,
    preview_merge,
    undo_merge,
)
from articles.models import Article, JournalEntry, Mention, OrganizationMention
from articles.renaming import rename_body
from people.models import Identity, Membership, Organization, Person, Post, Ruling
from people.resolution import NamedBody, NamedPerson, resolve_body, resolve_person
from tests.builders import (
    make_claim,
    make_event,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_people():
    """Two records of one official, each printed with a post."""
    people = [make_person(name=name) for name in ("祝长青", "祝常青")]
    body = make_organization()
    for person, role in zip(people, ("书记", "主任"), strict=True):
        post = make_post(organization=body, role=role)
        make_claim(mention=make_mention(person=person), post=post, role=role)
    publishing.refresh(Article.objects.all())
    return people


def test_preview_says_what_moves_and_changes_nothing(two_people):
    kept, merged = two_people
    preview = preview_merge(merged, kept)
    assert {(move.label, move.count) for move in preview.moves} == {("文中人物", 1)}
    assert "名称不同" in preview.warnings[0]
    assert Mention.objects.filter(person=merged).exists()


def test_merged_person_leads_to_the_kept_one(two_people, admin_user):
    kept, merged = two_people
    merge_people(merged, kept, admin_user, "同一人")
    merged.refresh_from_db()
    assert canonical(merged) == kept
    assert not merged.shown
    assert not Mention.objects.filter(person=merged).exists()
    assert {m.post.role for m in Membership.objects.filter(person=kept)} == {
        "书记",
        "主任",
    }
    assert Identity.objects.get().verdict == "same"
    assert JournalEntry.objects.filter(action="合并", by=admin_user).exists()


def test_print_of_the_merged_name_finds_the_kept_person(two_people, admin_user):
    kept, merged = two_people
    bodies = frozenset({Post.objects.first().organization_id})
    merge_people(merged, kept, admin_user)
    named = NamedPerson("key", "祝常青", "article", bodies)
    assert resolve_person(named).person == kept


def test_undoing_brings_back_exactly_what_moved(two_people, admin_user):
    kept, merged = two_people
    own = Mention.objects.get(person=kept)
    moved = Mention.objects.get(person=merged)
    merge = merge_people(merged, kept, admin_user)
    undo_merge(merge, admin_user)
    merged.refresh_from_db()
    assert merged.merged_into is None and merged.shown
    assert set(merged.mentions.all()) == {moved}
    assert set(kept.mentions.all()) == {own}
    assert not kept.other_names.exists()
    assert not Identity.objects.exists()
    assert Membership.objects.get(person=merged).post.role == "主任"


def test_merge_is_undone_once(two_people, admin_user):
    kept, merged = two_people
    merge = merge_people(merged, kept, admin_user)
    undo_merge(merge, admin_user)
    with pytest.raises(MergeRefused, match="已经撤销"):
        undo_merge(merge, admin_user)


def test_what_moved_on_since_stays_where_it_is(two_people, admin_user):
    kept, merged = two_people
    merge = merge_people(merged, kept, admin_user)
    third = make_person(name="温如玉")
    mention = Mention.objects.filter(name_as_printed="祝常青").get()
    Mention.objects.filter(pk=mention.pk).update(person=third)
    undo_merge(merge, admin_user)
    mention.refresh_from_db()
    assert mention.person == third


@pytest.mark.parametrize(
    ("why", "merged", "kept"), [("itself", 0, 0), ("done", 1, 2), ("into merged", 2, 1)]
)
def test_impossible_merges_are_refused(two_people, admin_user, why, merged, kept):
    people = [*two_people, make_person(name="温如玉")]
    merge_people(people[1], people[0], admin_user)
    people = list(Person.objects.order_by("pk"))
    with pytest.raises(MergeRefused):
        merge_people(people[merged], people[kept], admin_user)


def test_chain_of_merges_leads_to_the_last(admin_user):
    first, second, third = (make_person(name=name) for name in ("甲甲", "乙乙", "丙丙"))
    merge_people(first, second, admin_user)
    merge_people(second, third, admin_user)
    first.refresh_from_db()
    assert first.merged_into == third
    assert canonical(first) == third


def test_earlier_merge_is_undone_after_the_later(admin_user):
    first, second, third = (make_person(name=name) for name in ("甲甲", "乙乙", "丙丙"))
    one = merge_people(first, second, admin_user)
    other = merge_people(second, third, admin_user)
    with pytest.raises(MergeRefused, match="先撤销"):
        undo_merge(one, admin_user)
    undo_merge(other, admin_user)
    undo_merge(one, admin_user)
    assert not Person.objects.exclude(merged_into=None).exists()


def test_hidden_person_stays_hidden(admin_user):
    hidden, open_one = make_person(visibility="hidden"), make_person()
    merge = merge_people(hidden, open_one, admin_user)
    open_one.refresh_from_db()
    assert open_one.visibility == "hidden"
    undo_merge(merge, admin_user)
    open_one.refresh_from_db()
    assert open_one.visibility == "official"


def test_rulings_move_with_the_person(two_people, admin_user):
    kept, merged = two_people
    Ruling.objects.create(
        kind="roster",
        person=merged,
        post=Post.objects.first(),
        checked_on="2024-05-06",
        source="名单",
        made_by=admin_user,
    )
    merge_people(merged, kept, admin_user)
    assert Ruling.objects.get().person == kept


def test_different_people_are_said_to_be_so(admin_user):
    first, second = make_person(), make_person()
    judge_different(second, first, admin_user)
    row = Identity.objects.get()
    assert (row.first_person, row.second_person) == (first, second)
    assert row.verdict == "different"
    assert "不是同一个" in preview_merge(first, second).warnings[-1]


@pytest.fixture
def two_bodies():
    """Two records of one body: both have a chief, one has a deputy as well."""
    kept, merged = (make_organization(name=f"青石{n}公司") for n in ("合众", "和众"))
    for body in (kept, merged):
        make_claim(post=make_post(organization=body, role="经理"), role="经理")
        make_organization_mention(organization=body)
    make_post(organization=merged, role="副经理", seats=None)
    event = make_event()
    event.organizers.add(merged)
    return kept, merged


def test_merged_body_gives_its_posts_and_events(two_bodies, admin_user):
    kept, merged = two_bodies
    merge_bodies(merged, kept, admin_user)
    assert {post.role for post in kept.posts.all()} == {"经理", "副经理"}
    assert [post.role for post in merged.posts.all()] == ["经理"]
    assert set(Membership.objects.values_list("post__organization", flat=True)) == {
        kept.pk
    }
    assert kept.events.exists()
    assert not merged.events.exists()
    assert not OrganizationMention.objects.filter(organization=merged).exists()


def test_old_post_leads_to_the_one_of_the_kept_body(two_bodies, admin_user):
    kept, merged = two_bodies
    old = merged.posts.get(role="经理")
    merge_bodies(merged, kept, admin_user)
    old.refresh_from_db()
    assert canonical_post(old) == kept.posts.get(role="经理")
    other = make_post()
    assert canonical_post(other) == other


def test_print_of_the_merged_name_finds_the_kept_body(two_bodies, admin_user):
    kept, merged = two_bodies
    merge_bodies(merged, kept, admin_user)
    assert resolve_body(NamedBody("青石和众公司")).body == kept


def test_undoing_parts_bodies_with_their_posts(two_bodies, admin_user):
    kept, merged = two_bodies
    merge = merge_bodies(merged, kept, admin_user)
    undo_merge(merge, admin_user)
    assert {post.role for post in merged.posts.all()} == {"经理", "副经理"}
    assert {post.role for post in kept.posts.all()} == {"经理"}
    assert [post.claims.count() for post in Post.objects.filter(role="经理")] == [1, 1]
    assert merged.events.exists() and not kept.events.exists()


def test_event_that_both_organize_keeps_both_after_undoing(two_bodies, admin_user):
    kept, merged = two_bodies
    event = merged.events.get()
    event.organizers.add(kept)
    undo_merge(merge_bodies(merged, kept, admin_user), admin_user)
    assert set(event.organizers.all()) == {kept, merged}


def test_subordinates_follow_and_no_body_is_under_itself(two_bodies, admin_user):
    kept, merged = two_bodies
    branch = make_organization(superior=merged)
    Organization.objects.filter(pk=kept.pk).update(superior=merged)
    kept.refresh_from_db()
    merge_bodies(merged, kept, admin_user)
    branch.refresh_from_db()
    kept.refresh_from_db()
    assert branch.superior == kept
    assert kept.superior != kept


def test_renamed_body_keeps_its_own_page(admin_user):
    former, later = make_organization(), make_organization()
    rename_body(former, later, admin_user)
    later.refresh_from_db()
    assert later.former_body == former
    assert later.merged_into is None and former.merged_into is None


def test_line_of_names_has_no_circle(admin_user):
    first, second = make_organization(), make_organization()
    rename_body(first, second, admin_user)
    with pytest.raises(MergeRefused, match="首尾相接"):
        rename_body(second, first, admin_user)


def test_old_addresses_answer_with_the_new_one(client, two_people, admin_user):
    kept, merged = two_people
    merge_people(merged, kept, admin_user)
    answer = client.get(merged.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, kept.get_absolute_url())


def test_old_address_of_a_body_and_its_post_answer(client, two_bodies, admin_user):
    kept, merged = two_bodies
    old = merged.posts.get(role="经理")
    merge_bodies(merged, kept, admin_user)
    answer = client.get(merged.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, kept.get_absolute_url())
    answer = client.get(old.get_absolute_url())
    target = kept.posts.get(role="经理").get_absolute_url()
    assert (answer.status_code, answer["Location"]) == (301, target)
