"""Which edition pages go to, and why."""

import pytest

from articles.loading import Refused
from articles.models import Issue
from tests.builders import make_area, make_edition
from tests.printed import printed_article, printed_page, read_file

from .samples import CHOIR, LAMP, load

pytestmark = pytest.mark.django_db


def test_masthead_tells_the_edition():
    edition = make_edition(place="柏木湾", slug="baimuwan")
    report = load(read_file(printed_page(LAMP, place="柏木湾")))
    assert Issue.objects.get().edition == edition
    assert any("报头印有“柏木湾”" in line for line in report.lines)


def test_unknown_masthead_goes_where_edition_says():
    edition = make_edition(slug="elsewhere")
    load(read_file(printed_page(LAMP, place="松石渡")), edition="elsewhere")
    assert Issue.objects.get().edition == edition


def test_text_that_clearly_names_a_home_tells_the_edition():
    home = make_area(name="石桥街道")
    edition = make_edition(home=home)
    load(read_file(printed_page(LAMP, CHOIR)))
    assert Issue.objects.get().edition == edition


def test_nothing_printed_goes_to_the_edition_of_the_settings(settings):
    load(read_file(printed_page(printed_article("天晴", "今天天气好。"))))
    edition = Issue.objects.get().edition
    assert edition.slug == settings.EDITION["slug"]
    assert edition.home.name == settings.EDITION["home"]
    assert edition.home.parent.name == settings.EDITION["district"]


def test_two_mastheads_in_one_issue_are_refused():
    make_edition(place="柏木湾")
    make_edition(place="松石渡")
    with pytest.raises(Refused, match="--separate"):
        load(
            read_file(printed_page(LAMP, place="柏木湾"), name="a.txt"),
            read_file(printed_page(CHOIR, place="松石渡"), name="b.txt"),
        )
