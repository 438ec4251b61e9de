"""见报前核对: a draft against what was printed and what the roster says."""

from datetime import date

import pytest
from django.core.management import call_command

from articles import publishing
from articles.models import Article
from articles.models.undated import UNDATED
from articles.press_check import check_text
from articles.press_rules import FlagKind
from articles.roster import read_roster, save_roster
from people.models import Person
from tests.builders import (
    make_area,
    make_article,
    make_claim,
    make_edition,
    make_issue,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
TODAY = date(2024, 5, 20)


@pytest.fixture
def paper(settings):
    """An issue that prints two officials of one street and a firm."""
    settings.EDITION = settings.EDITION | {"slug": "qingshi"}
    street = make_area(name="青石路街道")
    edition = make_edition(slug="qingshi", place="青石", home=street)
    issue = make_issue(edition=edition, date_earliest=date(2024, 5, 6))
    article = make_article(issue=issue, headline="路灯修好了")
    committee = make_organization(name="青石路街道党工委", area=street)
    for name, role, seats in (("温如玉", "书记", 1), ("祝长青", "副书记", None)):
        mention = make_mention(article=article, person=make_person(name=name))
        make_claim(
            mention=mention,
            post=make_post(organization=committee, role=role, seats=seats),
            role=role,
            post_as_printed=f"街道党工委{role}",
            body_as_named=committee.name,
        )
    firm = make_organization(name="江城合众律师事务所", kind="company")
    make_organization_mention(article=article, organization=firm)
    publishing.refresh(Article.objects.all())
    return article


def check(body):
    return check_text(f"青石路街道慰问老人\n\n{body}\n", today=TODAY)


def flags(body, kind):
    return [flag.words for flag in check(body).flags if flag.kind is kind]


def test_name_stands_with_its_post_as_last_printed(paper):
    rows = check("昨天，街道党工委书记温如玉走访了社区老人，送去慰问。").people
    (row,) = rows
    assert row.printed == ["街道党工委书记"]
    assert row.last.printed == ["街道党工委书记"]
    assert row.last.article == paper


def test_draft_without_faults_has_no_flags(paper):
    text = "昨天，街道党工委书记温如玉、党工委副书记祝长青走访了社区老人，送去慰问。"
    assert check(text).flags == []


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (
            FlagKind.UNKNOWN,
            "昨天，街道办事处主任简宁走访了社区老人，送去慰问。",
            ["简宁（街道办事处主任）"],
        ),
        (
            FlagKind.NEAR_NAME,
            "昨天，街道党工委书记温如王走访了社区老人，送去慰问。",
            ["温如王"],
        ),
        (
            FlagKind.CHANGED,
            "昨天，街道党工委书记祝长青走访了社区老人，送去慰问。",
            ["祝长青：青石路街道党工委书记"],
        ),
        (
            FlagKind.HELD,
            "昨天，街道党工委书记祝长青走访了社区老人，送去慰问。",
            ["祝长青：青石路街道党工委书记"],
        ),
        (
            FlagKind.NEAR_BODY,
            "昨天，江城合重律师事务所到社区为老人讲解法律，送去慰问。",
            ["江城合重律师事务所"],
        ),
        (
            FlagKind.QUOTES,
            "昨天，街道党工委书记温如玉走访了社区老人，推进“七步”工作法”。",
            ["”"],
        ),
        (
            FlagKind.LEADER,
            "昨天，居民们学习了习近 平总书记的重要讲话，大家发言踊跃。",
            ["习近 平"],
        ),
    ],
)
def test_flags(paper, kind, text, words):
    assert flags(text, kind) == words


def test_contradiction_within_the_draft(paper):
    text = (
        "昨天，街道党工委书记温如玉走访了社区老人。"
        "街道党工委书记祝长青、党工委副书记祝长青参加。"
    )
    found = [flag for flag in check(text).flags if flag.kind is FlagKind.CONTRADICTION]
    assert len(found) == 1
    assert "祝长青" in found[0].words


def test_official_namesake_of_a_leader_passes(paper):
    text = "昨天，区房管局党工委书记李鹏走访了社区老人，送去慰问。"
    assert flags(text, FlagKind.LEADER) == []
    assert not check(text).is_blocked


def test_broken_name_of_a_leader_blocks(paper):
    assert check("昨天，居民们学习了刁近平总书记的重要讲话。").is_blocked


@pytest.fixture
def roster(paper, admin_user):
    lines = "温如玉\t青石路街道党工委书记\t1\t2024-05-06\n"
    lines += "祝长青\t青石路街道党工委副书记\t2\t2024-05-06"
    return save_roster(read_roster(lines, TODAY).rows, admin_user, "名单")


def test_post_on_the_roster_stands_beside_the_name(roster):
    (row,) = check("昨天，街道党工委书记温如玉走访了社区老人，送去慰问。").people
    assert row.roster == ["青石路街道党工委书记"]


def test_order_is_held_against_the_roster(roster):
    text = "昨天，街道党工委副书记祝长青、街道党工委书记温如玉走访了社区老人。"
    assert flags(text, FlagKind.ORDER) == ["祝长青、温如玉"]


def test_one_list_of_a_street_orders_people_of_all_its_bodies(paper, admin_user):
    lines = "温如玉\t青石路街道党工委书记\t1\t2024-05-06\n"
    lines += "简宁\t青石路街道办事处主任\t2\t2024-05-06"
    save_roster(read_roster(lines, TODAY).rows, admin_user, "名单")
    text = "昨天，街道办事处主任简宁、街道党工委书记温如玉走访了社区老人。"
    assert flags(text, FlagKind.ORDER) == ["简宁、温如玉"]


def test_numbers_of_each_body_order_nobody_else(paper, admin_user):
    lines = "温如玉\t青石路街道党工委书记\t1\t2024-05-06\n"
    lines += "祝长青\t青石路街道党工委副书记\t2\t2024-05-06\n"
    lines += "简宁\t青石路街道办事处主任\t1\t2024-05-06"
    save_roster(read_roster(lines, TODAY).rows, admin_user, "名单")
    text = (
        "昨天，街道党工委副书记祝长青、街道办事处主任简宁走访了社区老人。"
        "街道办事处主任简宁、街道党工委书记温如玉参加。"
    )
    assert flags(text, FlagKind.ORDER) == []


def test_holder_on_the_roster_is_not_held_against_an_older_print(paper, admin_user):
    text = "昨天，街道党工委书记祝长青走访了社区老人，送去慰问。"
    assert len(flags(text, FlagKind.HELD)) == 1
    lines = "祝长青\t青石路街道党工委书记\t1\t2024-05-06"
    save_roster(read_roster(lines, TODAY).rows, admin_user, "名单")
    assert flags(text, FlagKind.HELD) == []


def test_undated_holder_is_not_called_the_last(paper):
    Article.objects.update(sort_date=UNDATED)
    text = "昨天，街道党工委书记祝长青走访了社区老人，送去慰问。"
    (flag,) = [f for f in check(text).flags if f.kind is FlagKind.HELD]
    assert "上次" not in flag.advice and "日期不明" in flag.advice


def test_title_is_held_against_the_roster(roster):
    text = "昨天，街道党工委书记祝长青走访了社区老人，送去慰问。"
    advice = [f.advice for f in check(text).flags if f.kind is FlagKind.CHANGED]
    assert any("核定名单" in words for words in advice)


def test_check_writes_nothing(paper):
    before = Person.objects.count(), Article.objects.count()
    check("昨天，街道办事处主任简宁走访了社区老人，送去慰问。")
    assert (Person.objects.count(), Article.objects.count()) == before


def test_command_prints_names_and_flags(paper, tmp_path, capsys):
    draft = tmp_path / "draft.txt"
    draft.write_text("青石路街道慰问老人\n\n昨天，街道党工委书记温如王走访了老人。\n")
    call_command("check_text", str(draft))
    printed = capsys.readouterr().out
    assert "温如王" in printed and "姓名一字之差" in printed


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_command_refuses_bad_files(paper, tmp_path, capsys, content):
    draft = tmp_path / "draft.txt"
    if content is not None:
        draft.write_bytes(content)
    with pytest.raises(SystemExit) as end:
        call_command("check_text", str(draft))
    assert end.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("错误：") and "draft.txt" in error


def test_all_bad_files_are_named(paper, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("check_text", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert capsys.readouterr().err.count("错误：") == 2
