"""Search over real pages, published as the command publishes them."""

import pytest

from articles.dry_run import read_file
from articles.loading import ImportOptions, load_issue
from articles.models import Topic
from articles.search import Narrowing, find_offers, read_words, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(shared):
    files = [read_file(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    load_issue(files, ImportOptions(separate=True, publish=True))


def found(typed):
    topics = Topic.objects.published()
    return set(search(read_words(typed), Narrowing(), topics).ids)


def people(typed):
    offers = find_offers(read_words(typed), Topic.objects.published())
    return {person.name for person in offers.people}


def test_names_words_and_pinyin_are_found(pages):
    for typed in ("王磊", "党建", "垃圾分类", "武钢", "王燕华", "宏祥花苑"):
        assert found(typed), typed
    assert found("武 钢") == found("武钢")
    assert found("wyh") == found("wangyanhua") == found("王燕华")
    assert found("七位工作法") == found("“七位”工作法")
    assert not found("王磊") & found("王燕华")


def test_people_are_offered_and_nobody_is_picked(pages):
    assert people("wyh") == people("王燕华") == {"王燕华"}
    assert people("王磊") == {"王磊"}
    assert {"王燕华", "王磊"} <= people("王书记")
