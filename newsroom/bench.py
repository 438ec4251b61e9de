"""What the bench measures: stages alone, an import, pages against a one-line view."""

import io
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, cycle, islice, product
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from articles.dry_run import article_text
from articles.models import Article, Topic
from articles.reading import read_pages
from newsroom import urls
from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context
from people.models import Membership, Organization, Person, Post

SECONDS = 2.0
PAGES_OF_AN_ISSUE = 8
KNOWN_PEOPLE = 20_000


def hello(request):
    return HttpResponse("hello\n", content_type="text/plain")


#: The site's addresses and the one to compare with, behind the same middleware.
urlpatterns = [path("hello", hello), *urls.urlpatterns]


def rate(work: Callable[[], object], seconds: float = SECONDS) -> float:
    """How often `work` runs in a second of one core, once it is warm.

    Time of the processor, so that other work on the machine does not count.
    """
    work()
    started, times = time.process_time(), 0
    while time.process_time() - started < seconds:
        work()
        times += 1
    return times / (time.process_time() - started)


def measure_reading(files: list[bytes]) -> tuple[float, float]:
    """Pages and characters a second of reading alone."""
    read = [page for data in files for page in read_pages(data).pages]
    characters = sum(len(page.raw_text) for page in read)
    rounds = rate(lambda: [read_pages(data) for data in files])
    return rounds * len(read), rounds * characters


def measure_extraction(files: list[bytes], context: Context) -> float:
    """Characters a second of finding alone, by rules."""
    texts = [
        article_text(article)
        for data in files
        for page in read_pages(data).pages
        for article in page.articles
    ]
    characters = sum(map(_length, texts))
    return characters * rate(lambda: [find_mentions(text, context) for text in texts])


def _length(text: ArticleText) -> int:
    fields = (text.headline, text.kicker, text.subheadline, text.standfirst)
    return sum(map(len, (*fields, *text.paragraphs, *text.captions)))


@contextmanager
def scratch_database() -> Iterator[None]:
    """An empty database of the same kind, on disk, that goes away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    media, static = folder / "media", folder / "static"
    static.mkdir()
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(folder / "bench.sqlite3")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with override_settings(MEDIA_ROOT=media, STATIC_ROOT=static):
            yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        shutil.rmtree(folder, ignore_errors=True)


def make_known_people() -> None:
    """People with names of three characters, many shared, ten to a body."""
    bodies = Organization.objects.bulk_create(
        Organization(name=f"第{number}街道办事处", kind="subdistrict_office")
        for number in range(KNOWN_PEOPLE // 10)
    )
    posts = Post.objects.bulk_create(
        Post(organization=body, role="副主任") for body in bodies
    )
    names = cycle(product("赵钱孙李周吴郑王", "安昌恩方光海佳康", "平庆荣顺泰文兴阳"))
    people = Person.objects.bulk_create(
        Person(name="".join(name), sort_name="z")
        for name in islice(names, KNOWN_PEOPLE)
    )
    Membership.objects.bulk_create(
        Membership(person=person, post=posts[number // 10])
        for number, person in enumerate(people)
    )


@dataclass
class ImportCost:
    """Eight pages: seconds by the clock and of one core, statements to the database."""

    clock: float
    core: float
    queries: float

    def __str__(self) -> str:
        times = f"{self.clock:.2f} s, {self.core:.2f} s of a core"
        return f"{times}, {self.queries:,.0f} queries"


def measure_import(folders: Iterable[Path], edition: str) -> ImportCost:
    """What eight pages cost: reading, finding, resolving, publishing, saving.

    The sample issues have fewer pages each; all are imported and the cost is scaled
    to eight.
    """
    pages, queries = 0, count()

    def counted(execute, *statement):
        next(queries)
        return execute(*statement)

    clock, core = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counted):
        for folder in folders:
            pages += len(list(folder.glob("*.txt")))
            call_command(
                *("import_issue", str(folder), "--edition", edition, "--publish"),
                stdout=io.StringIO(),
                stderr=io.StringIO(),
            )
    clock, core = time.perf_counter() - clock, time.process_time() - core
    share = PAGES_OF_AN_ISSUE / pages
    return ImportCost(clock * share, core * share, next(queries) * share)


def measure_pages() -> dict[str, tuple[float, float]]:
    """By kind of page: requests a second, and that as a share of a one-line view.

    One process and one thread, without a server in between.
    """
    with override_settings(
        ROOT_URLCONF="newsroom.bench",
        ALLOWED_HOSTS=["localhost"],
        STORAGES=settings.STORAGES
        | {
            "staticfiles": {
                "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
            }
        },
    ):
        application = get_wsgi_application()
        base = rate(lambda: _get(application, "/hello"))
        measured = {"hello": (base, 1.0)}
        for kind, address in _addresses().items():
            answered = rate(lambda address=address: _get(application, address))
            measured[kind] = (answered, answered / base)
    return measured


def _addresses() -> dict[str, str]:
    rows = {
        "article": Article.objects.published().newest_first().first(),
        "topic": Topic.objects.published().first(),
        "person": Person.objects.published().officials().first(),
        "organization": Organization.objects.published().first(),
    }
    shown = {kind: row.get_absolute_url() for kind, row in rows.items() if row}
    lists = {"home": "/", "issues": "/issues/", "people": "/people/"}
    return lists | shown | {"search": "/search/?q=%E5%85%9A%E5%BB%BA"}


def _get(application: Callable, address: str) -> None:
    route, _, query = address.partition("?")
    environment = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": route,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "wsgi.url_scheme": "https",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    answered = []
    response = application(environment, lambda status, headers: answered.append(status))
    try:
        b"".join(response)
    finally:
        response.close()
    if answered != ["200 OK"]:
        raise RuntimeError(f"{address}: {answered}")
