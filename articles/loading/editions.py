"""Which edition a group of pages belongs to, and why."""

from collections.abc import Sequence

from django.conf import settings

from articles.dry_run import Home, ReadFile, named_home, squeezed
from articles.models import Edition
from people.models import Area

from .report import Refused


def default_edition() -> Edition:
    """The edition of the settings, made on first use with its street and district."""
    paper = settings.EDITION
    edition = Edition.objects.filter(slug=paper["slug"]).first()
    if edition is not None:
        return edition
    same_name = Edition.objects.filter(title=paper["title"], place=paper["place"])
    if same_name.exists():
        return same_name.get()
    names = ("title", "place", "publisher", "slogan", "contact")
    details = {name: paper.get(name, "") for name in names}
    details["home"] = _home_area(paper["district"], paper["home"])
    return Edition.objects.get_or_create(slug=paper["slug"], defaults=details)[0]


def choose_edition(files: Sequence[ReadFile], slug: str = "") -> tuple[Edition, str]:
    """The edition of these pages and the reason; raise Refused."""
    editions = _all_editions()
    asked = _edition_of_slug(slug, editions) if slug else None
    printed = sorted({name for file in files for name in _mastheads(file)})
    known = {name: _edition_of_masthead(name, editions) for name in printed}
    found = {edition for edition in known.values() if edition is not None}
    if len(found) > 1:
        names = "、".join(str(edition) for edition in found)
        raise Refused(f"这些文件的报头不是同一份报纸（{names}）；请加 --separate。")
    if found:
        edition = found.pop()
        return edition, f"报头印有“{edition.place}”"
    if asked:
        return asked, "按 --edition"
    if printed:
        title, place = printed[0]
        raise Refused(
            f"{files[0].name}：报头“{title}{'·' if title and place else ''}{place}”"
            f"不是已知的报纸；请用 --edition 指明归入哪份（{_slugs(editions)}）。"
        )
    return _edition_of_text(files, editions)


def home_of_edition(edition: Edition) -> Home:
    """What extraction may take relative words for."""
    street = edition.home
    district = next(
        (area for area in _chain(street) if area.kind == Area.Kind.DISTRICT), None
    )
    return Home(
        place=edition.place,
        street=street.name if street else "",
        district=district.name if district else "",
        city=settings.EDITION["city"],
    )


def settings_home() -> Home:
    """The home of the default edition, without a database."""
    paper = settings.EDITION
    return Home(paper["place"], paper["home"], paper["district"], paper["city"])


def _all_editions() -> list[Edition]:
    default_edition()
    return list(Edition.objects.select_related("home__parent__parent"))


def _edition_of_slug(slug: str, editions: list[Edition]) -> Edition:
    for edition in editions:
        if slug in {edition.slug, str(edition), edition.place}:
            return edition
    raise Refused(f"没有“{slug}”这份报纸；已有：{_slugs(editions)}。")


def _mastheads(file: ReadFile) -> list[tuple[str, str]]:
    """Title and place of every masthead that names a place."""
    heads = (page.masthead for page in file.printed.pages)
    names = ((squeezed(h.title), squeezed(h.edition)) for h in heads if h is not None)
    return [(title, place) for title, place in names if place]


def _edition_of_masthead(
    name: tuple[str, str], editions: list[Edition]
) -> Edition | None:
    title, place = name
    for edition in editions:
        if squeezed(edition.place) == place and title in {"", squeezed(edition.title)}:
            return edition
    return None


def _edition_of_text(
    files: Sequence[ReadFile], editions: list[Edition]
) -> tuple[Edition, str]:
    home = named_home("\n".join(file.text for file in files))
    for edition in editions:
        if home and edition.home and edition.home.name == home.street:
            return edition, f"无报头，文中写的是{home.street}"
    return default_edition(), "无报头，文中看不出是哪份报纸，归入默认的一份"


def _slugs(editions: list[Edition]) -> str:
    return "，".join(f"{edition.slug}：{edition}" for edition in editions)


def _home_area(district: str, street: str) -> Area | None:
    area = None
    for kind, name in ((Area.Kind.DISTRICT, district), (Area.Kind.STREET, street)):
        if name:
            area, _ = Area.objects.get_or_create(kind=kind, name=name, parent=area)
    return area


def _chain(area: Area | None) -> list[Area]:
    return area.chain() if area else []
