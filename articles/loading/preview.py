"""What an import would find, without a database unless something in it is asked for."""

from collections.abc import Sequence

from django.conf import settings

from articles.dry_run import Home, ReadFile, Roster, context_for, found_in
from articles.models import Edition
from people.extraction.structure import Found

from .editions import home_of_edition, settings_home
from .known import roster_of
from .report import ImportOptions, Refused, parse_date

Previewed = tuple[ReadFile, list[list[Found]]]


def preview(
    files: Sequence[ReadFile], options: ImportOptions, with_roster: bool = False
) -> list[Previewed]:
    """What every file names, page by page; files of one issue share their context.

    The same bytes and options give the same result; only `with_roster`, or an edition
    that the settings do not name, looks into the database.
    """
    home, roster = _known(options, with_roster)
    groups = [[file] for file in files] if options.separate else [list(files)]
    read = []
    for group in groups:
        pages = [page for file in group for page in file.printed.pages]
        context = context_for(pages, home, parse_date(options.date), roster)
        read += [(file, found_in(file.printed.pages, context)) for file in group]
    return read


def _known(options: ImportOptions, with_roster: bool) -> tuple[Home, Roster]:
    slug = options.edition or settings.EDITION["slug"]
    is_default = slug == settings.EDITION["slug"]
    if is_default and not with_roster:
        return settings_home(), Roster()
    edition = Edition.objects.filter(slug=slug).first()
    if edition is None and not is_default:
        raise Refused(f"没有“{slug}”这份报纸。")
    if edition is None:
        return settings_home(), Roster()
    return home_of_edition(edition), roster_of(edition) if with_roster else Roster()
