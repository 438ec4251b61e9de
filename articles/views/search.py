"""The search page."""

from django.shortcuts import render


def search_page(request):
    query = request.GET.get("q", "").strip()[:100]
    return render(
        request, "articles/search.html", {"query": query, "section": "search"}
    )
