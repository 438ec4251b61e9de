"""查档台: articles as staff look for them, and a draft as readers will see it."""

from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from articles.models import Article
from articles.views.article import article_context


@never_cache
@staff_member_required
def article_search(request):
    return render(request, "desk/articles.html")


@never_cache
@staff_member_required
def article_table(request):
    return render(request, "desk/articles.html")


@never_cache
@staff_member_required
def draft(request, pk):
    """An article in any state, set as readers will see it."""
    rows = Article.objects.select_related("issue__edition", "page")
    article = get_object_or_404(rows, pk=pk)
    return render(request, "desk/article.html", article_context(article))
