"""`make test` itself: what it counts and what its last line says."""

import pytest

from tests.run import PARTS, Count, read_result, report

RESULT = (
    '<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/>'
    "</testsuites>"
)


def test_result_is_counted(tmp_path):
    path = tmp_path / "result.xml"
    path.write_text(RESULT)
    assert read_result(path) == Count(passed=3, failed=2, skipped=2)


def test_run_without_result_has_failed(tmp_path):
    assert read_result(tmp_path / "missing.xml") == Count(failed=1)


def test_missing_part_is_named_last_with_the_command(capsys, monkeypatch):
    monkeypatch.delenv("REQUIRE_ALL", raising=False)
    assert report(Count(passed=3), ["SQLite: 3 passed"], list(PARTS[1:])) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        "Not tested: PostgreSQL, Chromium. To install: "
        "sudo apt-get install -y postgresql chromium fonts-noto-cjk libatomic1"
    )


def test_missing_part_is_a_failure_where_all_are_required(capsys, monkeypatch):
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert report(Count(passed=3), ["SQLite: 3 passed"], list(PARTS[1:])) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "3 passed, 2 failed, 0 skipped"


@pytest.mark.parametrize(("failed", "code"), [(0, 0), (1, 1)])
def test_failed_test_fails_the_run(failed, code):
    assert report(Count(passed=1, failed=failed), [], []) == code
