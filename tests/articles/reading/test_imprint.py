"""The imprint of a paper: telephone, address and printer at an edge of the page."""

import pytest

from articles.reading import read_pages
from articles.reading.edges import IMPRINTS
from articles.reading.structure import Role

TEXT = "河边新装了路灯，居民晚上散步更放心了。街道还修好了三处台阶。\n"


@pytest.mark.parametrize(
    "line",
    [
        "来稿：bianji@example.com",
        "投递有误请拨：5512-0044",
        "热线：5512-0044 来稿：bianji@example.com 印刷：长桥印务",
        "服务电话：5512-0044 水门路8号",
    ],
)
def test_imprint_belongs_to_the_page(line):
    assert IMPRINTS.fullmatch(line)
    (page,) = read_pages(f"路灯亮了\n{TEXT * 3}{line}\n".encode()).pages
    (role,) = (
        part.role
        for part in page.fragments
        if line[:4] in page.raw_text[part.start : part.end]
    )
    assert role in (Role.FURNITURE, Role.FOLIO, Role.MASTHEAD)


@pytest.mark.parametrize(
    "line", ["报名电话：5512-0044", "咨询请到水门路8号。", "带好证件：身份证、照片"]
)
def test_what_a_notice_tells_is_no_imprint(line):
    assert not IMPRINTS.fullmatch(line)


@pytest.mark.parametrize("line", ["来稿：bianji@example.com", "印刷 长桥印务"])
def test_imprint_between_paragraphs_belongs_to_the_page(line):
    (page,) = read_pages(f"路灯亮了\n{TEXT * 3}{line}\n{TEXT * 9}".encode()).pages
    assert (
        "example" not in page.articles[0].body and "印务" not in page.articles[0].body
    )


@pytest.mark.parametrize("line", ["报名：bianji@example.com", "印刷车间换了新机器"])
def test_what_an_article_tells_between_paragraphs_stays(line):
    (page,) = read_pages(f"路灯亮了\n{TEXT * 3}{line}\n{TEXT * 9}".encode()).pages
    roles = {
        part.role
        for part in page.fragments
        if line in page.raw_text[part.start : part.end]
    }
    assert roles.isdisjoint({Role.FURNITURE, Role.FOLIO, Role.MASTHEAD})
