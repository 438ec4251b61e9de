"""The invented sample issues of `fixtures/`, entered as an office would enter them."""

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.core.files import File
from django.core.management import call_command
from django.db import transaction

from articles.models import Edition, Issue, Page, Picture, Source
from people.models import Area

Say = Callable[[str], None]


def load_samples(folder: Path, say: Say) -> None:
    """Enter edition, 居民区 and issues of `folder`; what is there already is kept."""
    plan = read_plan(folder)
    edition = prepare_edition(plan)
    for planned in plan["issues"]:
        files = sorted((folder / planned["folder"]).glob("*.txt"))
        if _is_entered(edition, files):
            continue
        say(f"录入样刊 {planned['folder']}：{len(files)} 版")
        with transaction.atomic():
            _import_issue(planned, files, edition)
            issue = _issue_of(edition, files)
            _attach_page_images(planned, folder, issue)
            for caption in _attach_pictures(planned, folder, issue):
                say(f"　没有对上图片说明：{caption}")


def read_plan(folder: Path) -> dict:
    """`issues.toml`, whose schema stands at its top."""
    return tomllib.loads((folder / "issues.toml").read_text(encoding="utf-8"))


def prepare_edition(plan: dict) -> Edition:
    """The edition and the 居民区 of its street: both must be there before an import."""
    edition = _make_edition(plan["edition"])
    for area in plan.get("areas", []):
        _make_neighbourhood(area, edition.home)
    return edition


def _make_edition(planned: dict) -> Edition:
    home = planned["home"]
    parent = None
    for kind in (Area.Kind.DISTRICT, Area.Kind.STREET):
        parent, _ = Area.objects.get_or_create(
            name=home[kind.value], kind=kind, parent=parent
        )
    details = {name: planned.get(name, "") for name in ("publisher", "slogan")}
    edition, _ = Edition.objects.get_or_create(
        slug=planned["slug"],
        defaults={
            **details,
            "title": planned["title"],
            "place": planned["place"],
            "contact": planned.get("contact", ""),
            "home": parent,
        },
    )
    return edition


def _make_neighbourhood(planned: dict, street: Area) -> None:
    area, is_new = Area.objects.get_or_create(
        name=planned["name"], kind=Area.Kind.NEIGHBOURHOOD, parent=street
    )
    if is_new:
        area.phone = planned.get("telephone", "")
        area.address = planned.get("address", "")
        area.save()
    for name in planned.get("estates", []):
        Area.objects.get_or_create(name=name, kind=Area.Kind.COMPOUND, parent=area)


def _is_entered(edition: Edition, files: list[Path]) -> bool:
    return _sources(edition, files).exists()


def _sources(edition: Edition, files: list[Path]):
    sums = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return Source.objects.filter(edition=edition, sha256__in=sums)


def _import_issue(planned: dict, files: list[Path], edition: Edition) -> None:
    options = ["--edition", edition.slug, "--verbosity", "0"]
    for name in ("number", "date"):
        if name in planned:
            options += [f"--{name}", str(planned[name])]
    if planned.get("publish"):
        options.append("--publish")
    call_command("import_issue", *map(str, files), *options)


def _issue_of(edition: Edition, files: list[Path]) -> Issue:
    page = Page.objects.filter(source__in=_sources(edition, files)).first()
    return page.issue


def _attach_page_images(planned: dict, folder: Path, issue: Issue) -> None:
    for entry in planned.get("page_images", []):
        page = issue.pages.get(number=entry["page"])
        _save_image(page, folder / entry["file"])


def _attach_pictures(planned: dict, folder: Path, issue: Issue) -> Iterator[str]:
    """Give pictures to their captions; what comes out are captions not found."""
    for entry in planned.get("pictures", []):
        picture = Picture.objects.filter(
            article__issue=issue, caption__startswith=entry["caption"]
        ).first()
        if picture is None:
            yield entry["caption"]
            continue
        picture.alt_text = entry.get("alt", "")
        _save_image(picture, folder / entry["file"])


def _save_image(row: Picture | Page, path: Path) -> None:
    with path.open("rb") as stream:
        row.image.save(path.name, File(stream))
