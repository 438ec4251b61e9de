"""The search page. What was typed stands in its box and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles.models import Topic
from articles.search import (
    MAX_LENGTH,
    MAX_WORDS,
    Narrowing,
    find_offers,
    place_beside,
    read_words,
    search,
)

from .paging import page_of

RELEVANCE = "relevance"
TOO_LONG = "搜索词太长了。请改用两三个字，如姓名、单位或话题。"
NOTHING_TYPED = "请输入文字，如姓名、单位或话题。"


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Offers first, then the articles, narrowed and ordered as the address says."""
    typed = request.GET.get("q", "").strip()
    context = {"query": typed[:MAX_LENGTH], "section": "search", "length": MAX_LENGTH}
    words = [] if len(typed) > MAX_LENGTH else read_words(typed)
    if words and len(words) <= MAX_WORDS:
        context |= results(request, typed, words)
    elif typed:
        is_long = len(typed) > MAX_LENGTH or words
        context["notice"] = TOO_LONG if is_long else NOTHING_TYPED
    return render(request, "articles/search.html", context)


def results(request: HttpRequest, typed: str, words: list[str]) -> dict[str, object]:
    asked = {
        name: request.GET.get(name, "")[:20]
        for name in ("year", "topic", "person", "body")
    }
    is_ranked = request.GET.get("order") == RELEVANCE
    narrowing = Narrowing(**asked)
    topics = list(Topic.objects.published())
    found = search(words, narrowing, topics, ranked=is_ranked)
    page = page_of(request, found.ids, count=found.count)
    offers = find_offers(words, topics) if page.number == 1 else None
    if offers is not None and not offers.places:
        offers.places.extend(place_beside(words, page.object_list))
    address = {"q": typed, **asked, "order": RELEVANCE if is_ranked else ""}
    address = {name: value for name, value in address.items() if value}
    return {
        "asked": asked,
        "is_ranked": is_ranked and found.can_be_ranked,
        "can_be_ranked": found.can_be_ranked,
        "is_narrowed": any(asked.values()),
        "choices": found.choices,
        "page": page,
        "hits": found.hits(list(page.object_list)),
        "offers": offers,
        "address": f"?{urlencode(address)}",
    }
