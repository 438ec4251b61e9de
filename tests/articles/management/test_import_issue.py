"""The command: every option, every refusal in one line, nothing half."""

import json

import pytest
from django.core.management import call_command

from articles.models import Article, ImportRun, Issue, JournalEntry
from tests.builders import make_area, make_edition

PAGE = """石桥街道老年食堂开张

□记者 余 粮

近日，石桥街道老年食堂开张。石桥街道党工委书记郑山河、
街道办事处主任叶知秋共同揭牌，五十多位老人吃上了第一餐。

石桥街道的居民说，石桥街道的饭菜软和，价钱也公道，往后
天天来吃。

（党建办）
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "pages" / "p1.txt"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    """Run the command; return its exit code, output and errors."""

    def run(*arguments):
        code = 0
        try:
            call_command("import_issue", *map(str, arguments))
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def bad_files(folder):
    """One of each kind that is no page, with the words that say so."""
    (folder / "空文件夹").mkdir()
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    with (folder / "大.txt").open("wb") as file:
        file.truncate(100_000_000)
    return {
        folder / "没有.txt": "找不到",
        folder / "空文件夹": "没有版面文本",
        folder / "空.txt": "空的",
        folder / "图.txt": "PNG",
        folder / "大.txt": "100 MB",
    }


# Without a database: pytest refuses any query in these tests --------------------


def test_dry_run_shows_what_is_read_and_asks_no_database(run, page):
    code, out, err = run(page, "--dry-run")
    assert code == 0 and not err
    assert "石桥街道老年食堂开张" in out
    assert "郑山河" in out


def test_dry_run_writes_the_same_json_for_the_same_bytes(run, page, tmp_path):
    for folder in ("a", "b"):
        assert run(page, "--dry-run", "--json", tmp_path / folder)[0] == 0
    first, second = ((tmp_path / name / "p1.json").read_bytes() for name in "ab")
    assert first == second
    (article,) = json.loads(first)["articles"]
    assert article["headline"] == "石桥街道老年食堂开张"
    assert article["bylines"] == ["余粮"]
    assert article["credit"] == "党建办"
    assert {person["name"] for person in article["people"]} == {"郑山河", "叶知秋"}


@pytest.mark.parametrize("said", ["2019-13", "2019年3月", "0001-01-01", "9999-12-31"])
def test_date_that_no_paper_can_have_is_refused(run, page, said):
    page.write_text(PAGE.replace("近日", "明天"), encoding="utf-8")
    code, _, err = run(page, "--dry-run", "--date", said)
    assert code == 1
    assert err.startswith(f"错误：日期“{said}”看不懂")


def test_unknown_masthead_is_only_context_in_a_dry_run(run, page):
    page.write_text("社区晨报\n柏木湾\n\n" + PAGE, encoding="utf-8")
    assert run(page, "--dry-run")[0] == 0


def test_every_refusal_is_listed_in_one_line(run, page, tmp_path):
    bad = bad_files(tmp_path)
    code, out, err = run(page, *bad, "--dry-run")
    lines = err.strip().splitlines()
    assert code == 1 and not out
    assert all(line.startswith("错误：") for line in lines)
    for path, words in bad.items():
        assert sum(str(path) in line and words in line for line in lines) == 1, path
    assert len(lines) == len(bad)


def test_files_of_their_own_are_read_beside_refused_ones(run, page, tmp_path):
    bad = bad_files(tmp_path)
    folder = tmp_path / "json"
    code, out, err = run(page, *bad, "--separate", "--dry-run", "--json", folder)
    assert code == 1
    assert len(err.strip().splitlines()) == len(bad)
    assert [path.name for path in folder.iterdir()] == ["p1.json"]
    assert "石桥街道老年食堂开张" in out


def test_nothing_is_written_where_every_file_is_refused(run, tmp_path):
    bad = bad_files(tmp_path)
    folder = tmp_path / "json"
    code, out, err = run(*bad, "--separate", "--dry-run", "--json", folder)
    assert code == 1 and not out and not folder.exists()
    assert len(err.strip().splitlines()) == len(bad)


def test_files_of_one_name_would_overwrite_each_others_json(run, page, tmp_path):
    other = tmp_path / "p1.txt"
    other.write_text(PAGE, encoding="utf-8")
    code, _, err = run(page, other, "--dry-run", "--json", tmp_path / "json")
    assert code == 1 and "同名" in err
    assert not (tmp_path / "json").exists()


# With one -----------------------------------------------------------------------


@pytest.mark.django_db
def test_refused_run_changes_nothing_and_is_journalled(run, page, tmp_path):
    code, _, err = run(page, *bad_files(tmp_path))
    assert code == 1
    assert len(err.strip().splitlines()) == 5
    assert not Issue.objects.exists()
    assert ImportRun.objects.get().outcome == ImportRun.Outcome.REFUSED


@pytest.mark.django_db
def test_folder_means_its_pages_and_second_run_says_unchanged(run, page):
    (page.parent / ".hidden.txt").write_text("x")
    (page.parent / "notes.pdf").write_text("x")
    code, out, _ = run(page.parent)
    assert code == 0
    assert "新建稿件 1" in out
    code, out, _ = run(page.parent)
    assert code == 0
    assert "没有变化" in out
    assert "未变：p1.txt" in out and "第1版" in out
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_report_says_which_edition_and_why(run, page):
    make_edition(place="石桥", slug="shiqiao", home=make_area(name="石桥街道"))
    _, out, _ = run(page)
    assert "社区晨报·石桥（无报头，文中写的是石桥街道）" in out


@pytest.mark.django_db
def test_publish_vouches_and_says_who(run, page):
    _, out, _ = run(page, "--publish")
    article = Article.objects.get()
    assert article.is_published
    assert article.mentions.get(name_as_printed="郑山河").person.shown
    assert "发布稿件 1" in out
    entry = JournalEntry.objects.get(action="确认见报职务")
    assert "命令行用户" in entry.detail["reason"]


@pytest.mark.django_db
def test_withdrawn_article_is_not_published_again(run, page):
    run(page, "--publish")
    Article.objects.update(status="withdrawn")
    page.write_text(PAGE.replace("天天来吃", "天天来，顿顿吃"), encoding="utf-8")
    run(page, "--publish")
    assert Article.objects.get().status == "withdrawn"


@pytest.mark.django_db
def test_number_date_and_edition_as_said(run, page):
    make_edition(slug="shiqiao", place="石桥")
    run(page, "--edition", "shiqiao", "--number", "7", "--date", "2019-03")
    issue = Issue.objects.get()
    assert (issue.number, issue.edition.slug) == ("7", "shiqiao")
    assert issue.date_latest.isoformat() == "2019-03-31"


@pytest.mark.django_db
def test_form_feed_ends_a_page(run, page):
    page.write_text(PAGE + "\f" + PAGE.replace("食堂", "学堂"), encoding="utf-8")
    run(page)
    assert Issue.objects.get().pages.count() == 2


@pytest.mark.django_db
def test_json_is_written_beside_a_real_run_too(run, page, tmp_path):
    assert run(page, "--json", tmp_path / "json")[0] == 0
    assert Article.objects.exists()
    assert (tmp_path / "json" / "p1.json").exists()


@pytest.mark.django_db
def test_known_pages_can_be_published_by_a_later_run(run, page):
    run(page)
    _, out, _ = run(page, "--publish")
    assert Article.objects.get().is_published
    assert "发布稿件 1" in out and "没有变化" not in out
    _, out, _ = run(page, "--publish")
    assert "没有变化" in out
