"""Why an article was found: the post as printed in it, and the sentence."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from articles.filters import naming, printing, words_of
from articles.models import Claim, Mention, OrganizationMention
from articles.models.linked import Verdict
from articles.search import fold

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；”]*")
LONGEST_SENTENCE = 160
MOST_QUOTES = 6


@dataclass(frozen=True)
class Quote:
    """A line that staff can quote; empty values are not said."""

    name: str = ""
    post: str = ""
    sentence: str = ""
    doubt: str = ""


def quotes_of(articles, filters):
    """The quotes of every article, by its id, as the filters ask for them."""
    values = filters.form.cleaned_data
    found = defaultdict(list)
    asked_people = [values["person"], values["name"], values["post"], values["title"]]
    if any(asked_people):
        _quote_people(articles, filters, found)
    elif filters.asked_bodies:
        _quote_people(articles, filters, found)
        _quote_bodies(articles, filters, found)
    for article in articles:
        if not found[article.pk]:
            found[article.pk] = _quote_words(article, values["words"])
    return {pk: quotes[:MOST_QUOTES] for pk, quotes in found.items()}


def _quote_people(articles, filters, found):
    claims = Claim.objects.filter(mention__article__in=articles)
    claims = claims.exclude(verdict=Verdict.REJECTED).filter(_of_claims(filters))
    claims = claims.exclude(mention__verdict=Verdict.REJECTED).distinct()
    named = set()
    for claim in claims.select_related("mention").order_by("mention__order", "order"):
        named.add(claim.mention_id)
        doubt = "" if claim.verdict == Verdict.ACCEPTED else claim.get_verdict_display()
        found[claim.mention.article_id].append(
            Quote(
                claim.mention.name_as_printed, claim.post_as_printed, claim.quote, doubt
            )
        )
    _quote_without_posts(articles, filters, found, named)


def _quote_without_posts(articles, filters, found, named):
    """People who were asked for and are printed without a post."""
    values = filters.form.cleaned_data
    if not (values["person"] or values["name"]) or values["post"] or values["title"]:
        return
    mentions = Mention.objects.filter(article__in=articles).exclude(pk__in=named)
    mentions = mentions.exclude(verdict=Verdict.REJECTED).filter(_of_people(values, ""))
    by_id = {article.pk: article for article in articles}
    for mention in mentions.distinct().order_by("order"):
        name = mention.name_as_printed
        sentence = sentence_with(by_id[mention.article_id], name)
        found[mention.article_id].append(Quote(name, "", sentence))


def _quote_bodies(articles, filters, found):
    rows = OrganizationMention.objects.filter(article__in=articles)
    rows = rows.exclude(verdict=Verdict.REJECTED)
    for bodies in filters.asked_bodies:
        rows = rows.filter(organization__in=bodies)
    by_id = {article.pk: article for article in articles}
    for row in rows.order_by("order"):
        sentence = sentence_with(by_id[row.article_id], row.name_as_printed)
        found[row.article_id].append(Quote(row.name_as_printed, "", sentence))


def _of_claims(filters):
    values = filters.form.cleaned_data
    condition = _of_people(values, "mention__")
    if values["post"]:
        condition &= Q(post=values["post"])
    if values["title"]:
        condition &= printing(values["title"], "post_as_printed")
    for bodies in filters.asked_bodies:
        condition &= Q(post__organization__in=bodies)
    return condition


def _of_people(values, path):
    condition = Q()
    if values["person"]:
        condition &= Q(**{f"{path}person": values["person"]})
    if values["name"]:
        condition &= naming(values["name"], path)
    return condition


def _quote_words(article, words):
    sentences = [sentence_with(article, word) for word in words_of(words or "")]
    found = [
        Quote(sentence=sentence) for sentence in dict.fromkeys(sentences) if sentence
    ]
    return found or [Quote(sentence=shortened(article.standfirst or article.lead))]


def sentence_with(article, word):
    """The first sentence of the article that prints the word."""
    texts = (article.headline, article.subheadline, article.standfirst, article.body)
    sought = fold(word).text
    for text in (*texts, article.kicker):
        for sentence in SENTENCE.findall(text):
            if sought in fold(sentence).text:
                return shortened(sentence.strip().lstrip("■"), word)
    return ""


def shortened(text, word=""):
    """At most so many characters, around the word."""
    if len(text) <= LONGEST_SENTENCE:
        return text
    at = max(0, text.lower().find(word.lower()) - LONGEST_SENTENCE // 2)
    end = at + LONGEST_SENTENCE
    before, after = "……" if at else "", "……" if end < len(text) else ""
    return f"{before}{text[at:end]}{after}"
