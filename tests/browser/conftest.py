"""A served sample site and a real Chromium to open it in."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE
from threading import Thread

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser.chromium import FLAGS, can_be_driven, find_chromium

ROOT = Path(__file__).resolve().parents[2]
GUNICORN = [sys.executable, "-m", "gunicorn", "--no-control-socket"]
#: A second account, which writes but may not approve.
ADD_EDITOR = """
from django.contrib.auth.models import Group, User
editor = User.objects.create_user("editor", password={!r}, is_staff=True)
editor.groups.add(Group.objects.get(name="编辑"))
"""


@dataclass
class Visit:
    """One opened page and what the browser complained about while opening it."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    @property
    def is_wider_than_screen(self) -> bool:
        root = "document.documentElement"
        return self.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth")


def press(control: Locator) -> None:
    """Press a link or button that opens a page, and wait until that page is there.

    A plain `click()` may return while the new document is still empty."""
    with control.page.expect_navigation():
        control.click()


@dataclass(frozen=True)
class Site:
    """The served sample site and the password of its accounts `admin` and `editor`."""

    address: str
    password: str


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The sample site, served as in production but by plain http."""
    folder = tmp_path_factory.mktemp("site")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "VAR_DIR": str(folder / "var"),
        "DEBUG": "0",
        "HTTPS": "0",
    }
    environment.pop("DATABASE_URL", None)

    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=PIPE, text=True
        )
        return done.stdout

    printed = manage("demo", "--prepare-only")
    password = re.search(r"密码：(\S+?)（", printed)[1]
    manage("shell", "--verbosity", "0", "--command", ADD_EDITOR.format(password))
    manage("collectstatic", "--noinput", "--verbosity", "0")
    server = subprocess.Popen(
        [*GUNICORN, "newsroom.wsgi", "--bind", "127.0.0.1:0"],
        cwd=ROOT,
        env=environment,
        stderr=PIPE,
        text=True,
    )
    try:
        yield Site(_address_of(server), password)
    finally:
        server.terminate()
        server.wait()


def _address_of(server: subprocess.Popen) -> str:
    """Where gunicorn says it listens. What it says later goes to standard error."""
    said = []
    for line in server.stderr:
        said.append(line)
        found = re.search(r"Listening at: (http://[\d.:]+)", line)
        if found:
            rest = Thread(target=sys.stderr.writelines, args=[server.stderr])
            rest.daemon = True
            rest.start()
            return found[1]
    raise RuntimeError("The server did not start:\n" + "".join(said))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not can_be_driven():
        pytest.skip("Chromium, or the library libatomic, is not installed")
    with sync_playwright() as playwright:
        path = find_chromium()
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open an address of the site: `visit("/", width=360)`; `elder` is the size of
    大字版, more options are those of a browser context (`color_scheme="dark"`)."""
    contexts = []

    def open_page(address: str, width: int = 1280, elder="", **options) -> Visit:
        options = {"viewport": {"width": width, "height": 800}, "locale": "zh-CN"} | (
            options
        )
        context = browser.new_context(base_url=site.address, **options)
        contexts.append(context)
        visited = Visit(context.new_page())
        _listen(visited)
        visited.page.goto(address)
        if elder:
            sizes = visited.page.locator('form[action$="/elder/"] button')
            press(sizes.first)
            press(sizes.and_(visited.page.locator(f'[value="{elder}"]')))
        return visited

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(site: Site, visit) -> Callable[..., Visit]:
    """Open the office as one of its accounts; options are those of `visit`."""

    def open_office(name: str = "admin", **options) -> Visit:
        visited = visit("/admin/", **options)
        visited.page.fill("input[name=username]", name)
        visited.page.fill("input[name=password]", site.password)
        press(visited.page.locator("[type=submit]"))
        return visited

    return open_office


def _listen(visit: Visit) -> None:
    def hear(message) -> None:
        if message.type in ("error", "warning"):
            visit.complaints.append(f"{message.type}: {message.text}")

    def lose(request) -> None:
        if request.failure != "net::ERR_ABORTED":  # left before it came
            visit.complaints.append(f"{request.failure}: {request.url}")

    visit.page.on("console", hear)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on("requestfailed", lose)
