"""`manage.py demo` in a process of its own, on an empty folder and again."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = re.compile(r"密码：(\S+?)（只显示这一次）")


def demo(var: Path) -> str:
    environment = os.environ | {
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--prepare-only"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def count(var: Path, query: str) -> int:
    with sqlite3.connect(var / "newsroom.sqlite3") as database:
        return database.execute(f"SELECT COUNT(*) FROM {query}").fetchone()[0]


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The folder after two runs, and what each of them printed."""
    var = tmp_path_factory.mktemp("demo")
    return var, demo(var), demo(var)


def test_password_is_printed_once_and_kept(runs):
    var, first, again = runs
    assert len(PASSWORD.findall(first)) == 1
    assert not PASSWORD.findall(again)
    assert count(var, "auth_user WHERE is_superuser") == 1


def test_every_sample_page_is_there_once(runs):
    var, _, _ = runs
    files = list((ROOT / "fixtures").glob("*/*.txt"))
    assert count(var, "articles_source") == len(files)


def test_sample_site_has_published_articles_and_a_draft(runs):
    var, _, _ = runs
    assert count(var, "articles_article WHERE status = 'published'") > 0
    assert count(var, "articles_article WHERE status = 'draft'") > 0


def test_pictures_are_attached(runs):
    var, _, _ = runs
    assert count(var, "articles_picture WHERE image <> ''") > 0
