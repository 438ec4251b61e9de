"""名单核定: pasted rows, rulings, and who is 现任."""

from datetime import date, timedelta

import pytest

from articles.models import JournalEntry
from articles.roster import current_holders, read_roster, save_roster
from people.models import Organization, Person, Post, Ruling
from tests.builders import make_person

TODAY = date(2024, 5, 20)
TITLE = "青石路街道党工委书记"


def read(text):
    return read_roster(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        f"温如玉\t{TITLE}\t1\t2024-05-06",
        f"温如玉,{TITLE},1,2024-05-06",
        f"温如玉，{TITLE}，1，2024年5月6日",
        f" 温如玉 ， {TITLE} ， 1 ， 2024/5/6 ",
        f"温 如 玉\t{TITLE}\t1\t2024.5.6",
        f"姓名\t职务\t排序\t核对日期\n\n温如玉\t{TITLE}\t1\t2024-05-06\n",
    ],
)
def test_rows_are_read(text):
    paste = read(text)
    assert paste.errors == []
    (row,) = paste.rows
    assert (row.name, row.position, row.checked_on) == ("温如玉", 1, date(2024, 5, 6))
    assert (row.body, row.role) == ("青石路街道党工委", "书记")


@pytest.mark.parametrize(
    ("why", "text", "error"),
    [
        ("nothing", " \n", "没有内容"),
        ("three columns", f"温如玉\t{TITLE}\t1", "第1行：应有4栏"),
        ("five columns", f"温如玉\t{TITLE}\t1\t2024-05-06\t备注", "现有5栏"),
        ("a Latin name", f"Wen\t{TITLE}\t1\t2024-05-06", "不像姓名"),
        ("no number", f"温如玉\t{TITLE}\t甲\t2024-05-06", "排序“甲”"),
        ("a huge number", f"温如玉\t{TITLE}\t{'9' * 30}\t2024-05-06", "排序"),
        ("no date", f"温如玉\t{TITLE}\t1\t昨天", "应写成 2024-05-06"),
        ("no such day", f"温如玉\t{TITLE}\t1\t2024-02-30", "没有“2024-02-30”这一天"),
        ("not yet", f"温如玉\t{TITLE}\t1\t2024-05-21", "还没有到"),
        ("too long ago", f"温如玉\t{TITLE}\t1\t2024-01-01", "已过90天"),
        ("no post", "温如玉\t青石路街道\t1\t2024-05-06", "看不出职务"),
        ("no body", "温如玉\t书记\t1\t2024-05-06", "没有写明单位"),
        ("two posts", f"温如玉\t{TITLE}、办事处主任\t1\t2024-05-06", "一项写一行"),
        (
            "twice",
            f"温如玉\t{TITLE}\t1\t2024-05-06\n温如玉\t{TITLE}\t2\t2024-05-06",
            "第2行：与第1行重复",
        ),
    ],
)
def test_faults_are_named_by_row(why, text, error):
    paste = read(text)
    assert len(paste.errors) == 1, why
    assert error in paste.errors[0]


def test_good_rows_stand_beside_faulty_ones():
    paste = read(f"温如玉\t{TITLE}\t1\t2024-05-06\n祝长青\t{TITLE}\t二\t2024-05-06")
    assert len(paste.rows) == 1
    assert paste.errors[0].startswith("第2行：")


def test_number_may_be_left_out():
    (row,) = read(f"温如玉\t{TITLE}\t\t2024-05-06").rows
    assert row.position is None


def test_bare_title_is_read_with_the_home():
    text = "温如玉\t街道党工委书记\t1\t2024-05-06"
    (row,) = read_roster(text, TODAY, home="青石路街道").rows
    assert row.body == "青石路街道党工委"


def save(user, *lines):
    return save_roster(read("\n".join(lines)).rows, user, "组织部名单")


@pytest.mark.django_db
def test_saving_makes_rulings_by_a_named_person(admin_user):
    (ruling,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-06")
    assert (ruling.kind, ruling.made_by) == ("roster", admin_user)
    assert str(ruling.post) == TITLE
    assert ruling.source == "组织部名单"
    assert JournalEntry.objects.get(action="核定名单").by == admin_user


@pytest.mark.django_db
def test_known_person_is_found_by_name_and_body(admin_user):
    first = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-06")
    again = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-07")
    assert again[0].person == first[0].person
    assert Person.objects.count() == Post.objects.count() == 1
    assert Organization.objects.count() == 1


@pytest.mark.django_db
def test_roster_makes_nobody_public(admin_user):
    (ruling,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-06")
    ruling.person.refresh_from_db()
    assert not ruling.person.shown


@pytest.mark.django_db
@pytest.mark.parametrize("source", ["", "  "])
def test_roster_needs_a_source(admin_user, source):
    with pytest.raises(ValueError, match="依据"):
        save_roster([], admin_user, source)


@pytest.mark.django_db
def test_roster_needs_a_person():
    with pytest.raises(ValueError, match="登录"):
        save_roster([], None, "名单")


@pytest.mark.django_db
def test_new_holder_of_one_seat_replaces_the_old(admin_user):
    (old,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-06")
    (new,) = save(admin_user, f"祝长青\t{TITLE}\t1\t2024-05-07")
    assert list(Ruling.objects.current(TODAY)) == [new]
    old.refresh_from_db()
    assert old.withdrawn_at


@pytest.mark.django_db
def test_deputies_stand_side_by_side(admin_user):
    title = "青石路街道办事处副主任"
    save(admin_user, f"温如玉\t{title}\t1\t2024-05-06")
    save(admin_user, f"祝长青\t{title}\t2\t2024-05-06")
    assert Ruling.objects.current(TODAY).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("shows", "days", "expected"),
    [(True, 0, 1), (True, 90, 1), (True, 91, 0), (False, 0, 0)],
)
def test_current_only_where_set_and_for_ninety_days(
    admin_user, settings, shows, days, expected
):
    settings.SHOW_CURRENT = shows
    (ruling,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-20")
    Person.objects.update(shown=True)
    day = TODAY + timedelta(days)
    assert len(current_holders(ruling.post, day)) == expected


@pytest.mark.django_db
def test_current_is_off_by_default(admin_user):
    (ruling,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-20")
    Person.objects.update(shown=True)
    assert current_holders(ruling.post, TODAY) == []


@pytest.mark.django_db
def test_current_names_nobody_without_a_public_page(admin_user, settings):
    settings.SHOW_CURRENT = True
    (ruling,) = save(admin_user, f"温如玉\t{TITLE}\t1\t2024-05-20")
    make_person(name="温如玉")
    assert current_holders(ruling.post, TODAY) == []
