"""The text of an article, cut into plain words, links and corrections."""

import pytest

from articles.models import Correction
from articles.views.lines import set_body, set_line
from tests.builders import (
    make_article,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
)

pytestmark = pytest.mark.django_db


def texts(lines):
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def links(lines):
    return [piece.text for line in lines for piece in line.pieces if piece.url]


def test_body_is_whole_and_headings_are_known():
    article = make_article(body="灯亮了。\n■夜里\n不怕了。")
    lines = set_body(article, [], [])
    assert texts(lines) == ["灯亮了。", "夜里", "不怕了。"]
    assert [line.is_heading for line in lines] == [False, True, False]


def test_first_occurrence_of_a_name_is_linked_once():
    article = make_article(body="祝长青说。\n祝长青又说。")
    lines = set_body(article, [make_mention(article=article)], [])
    assert links(lines) == ["祝长青"]
    assert lines[0].pieces[0].is_person


def test_stored_span_goes_before_first_occurrence():
    article = make_article(body="祝长青路修好了。\n祝长青来了。")
    span = {"field": "body", "line": 1, "start": 0, "end": 3}
    lines = set_body(article, [make_mention(article=article, spans=[span])], [])
    assert [bool(line.pieces[0].url) for line in lines] == [False, True]


@pytest.mark.parametrize(
    "span",
    [
        {"field": "body", "line": 9, "start": 0, "end": 3},
        {"field": "body", "line": 0, "start": 1, "end": 4},
        {"field": "headline", "line": 0, "start": 0, "end": 3},
    ],
)
def test_span_that_no_longer_fits_falls_back_to_the_name(span):
    article = make_article(body="昨天，祝长青来了。")
    lines = set_body(article, [make_mention(article=article, spans=[span])], [])
    assert texts(lines) == ["昨天，祝长青来了。"]
    assert links(lines) == ["祝长青"]


def test_person_without_a_page_is_not_linked():
    article = make_article(body="祝长青来了。")
    mention = make_mention(article=article, person=make_person(shown=False))
    assert links(set_body(article, [mention], [])) == []


def test_links_do_not_overlap():
    article = make_article(body="祝长青工作室开了。")
    body = make_organization(name="祝长青工作室")
    names = [
        make_organization_mention(article=article, organization=body),
        make_mention(article=article),
    ]
    lines = set_body(article, names, [])
    assert texts(lines) == ["祝长青工作室开了。"]
    assert links(lines) == ["祝长青工作室"]


def test_hidden_name_is_masked_in_every_piece():
    article = make_article(body="倪小满和祝长青来了。", hidden_names=["倪小满"])
    lines = set_body(article, [make_mention(article=article)], [])
    assert texts(lines) == ["某某和祝长青来了。"]
    assert links(lines) == ["祝长青"]


def test_spans_of_a_masked_line_are_searched_anew():
    article = make_article(body="倪小满和祝长青来了。", hidden_names=["倪小满"])
    span = {"field": "body", "line": 0, "start": 4, "end": 7}
    lines = set_body(article, [make_mention(article=article, spans=[span])], [])
    assert links(lines) == ["祝长青"]


def test_correction_shows_the_right_words_in_place():
    article = make_article(headline="副书记来了", body="书记薛某来了。书记薛某走了。")
    correction = Correction(
        article=article, printed_words="书记薛某", corrected_words="副书记薛某"
    )
    lines = set_body(article, [], [correction])
    assert texts(lines) == ["副书记薛某来了。副书记薛某走了。"]
    marked = [piece for piece in lines[0].pieces if piece.correction]
    assert [piece.text for piece in marked] == ["副书记薛某"] * 2
    assert [piece.text for piece in set_line(article, "副书记来了", [correction])]


def test_correction_goes_before_a_link():
    article = make_article(body="祝长清来了。")
    correction = Correction(
        article=article, printed_words="祝长清", corrected_words="祝长青"
    )
    mention = make_mention(article=article, name_as_printed="祝长清")
    lines = set_body(article, [mention], [correction])
    assert texts(lines) == ["祝长青来了。"]
    assert links(lines) == []
