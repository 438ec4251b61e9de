"""居民区: the page that a resident scans from the notice board."""

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView, ListView

from articles.models import Article, OrganizationMention
from articles.views.paging import page_of
from articles.views.published import PublishedMixin
from people.models import Area, Organization

from .standing import in_standing_order, public_memberships

COOKIE = "my_area"
COOKIE_AGE = 400 * 24 * 3600
#: Names shown with a body of the 居民区: those printed last.
MAX_NAMES = 4


class AreaList(PublishedMixin, ListView):
    """All 居民区 with the form that chooses one's own."""

    model = Area
    extra_context = {"section": "areas"}

    def get_queryset(self):
        return super().get_queryset().neighbourhoods().select_related("parent")

    def get_context_data(self, **kwargs):
        has_chosen = COOKIE in self.request.COOKIES
        return super().get_context_data(**kwargs) | {"has_chosen": has_chosen}


class AreaDetail(PublishedMixin, DetailView):
    model = Area
    extra_context = {"section": "areas"}

    def get_queryset(self):
        return super().get_queryset().select_related("parent")

    def get(self, request, *args, **kwargs):
        self.object = area = self.get_object()
        inside = area.kind in (Area.Kind.COMPOUND, Area.Kind.PLOT)
        if inside and area.parent is not None and area.parent.shown:
            return redirect(area.parent, permanent=True)
        return self.render_to_response(self.get_context_data(object=area))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        area = self.object
        bodies = list(bodies_of(area))
        held = public_memberships().filter(post__organization__in=bodies)
        held = in_standing_order(held)
        for body in bodies:
            names = [row for row in held if row.post.organization_id == body.pk]
            body.held = names[:MAX_NAMES]
        articles = area_articles(area).for_list().newest_first()
        return context | {
            "bodies": bodies,
            "parts": parts_of(area),
            "page": page_of(self.request, articles),
        }


def parts_of(area):
    """Areas in the area: 小区 as staff entered them, others where print shows them."""
    by_hand = Q(kind__in=[Area.Kind.COMPOUND, Area.Kind.PLOT])
    return area.parts.filter(by_hand | Q(shown=True)).order_by("kind", "pk")


def bodies_of(area):
    """Bodies of the area and of the 小区 in it."""
    rows = Organization.objects.published().unmerged()
    rows = rows.filter(Q(area=area) | Q(area__parent=area))
    return rows.exclude(kind=Organization.Kind.NEIGHBOURHOOD).in_listed_order()


def area_articles(area):
    """Published articles that name a body of the area."""
    bodies = Organization.objects.filter(Q(area=area) | Q(area__parent=area))
    mentions = OrganizationMention.objects.shown().filter(organization__in=bodies)
    return Article.objects.published().filter(pk__in=mentions.values("article"))


def my_area(request) -> Area | None:
    """The 居民区 that this reader chose, while it is public."""
    chosen = request.COOKIES.get(COOKIE, "")
    if not (chosen.isascii() and chosen.isdecimal() and len(chosen) < 19):
        return None
    return Area.objects.published().neighbourhoods().filter(pk=int(chosen)).first()


@csrf_exempt  # a form on public pages that changes nothing but the reader's own cookie
@require_http_methods(["GET", "HEAD", "POST"])
def choose_area(request) -> HttpResponse:
    """GET leads to the chosen 居民区, or to the choice; POST keeps the choice."""
    if request.method != "POST":
        return redirect(my_area(request) or "people:area-list")
    chosen = request.POST.get("area", "")
    if not chosen:
        response = redirect("people:area-list")
        response.delete_cookie(COOKIE, path=settings.SESSION_COOKIE_PATH)
        return response
    if not (chosen.isascii() and chosen.isdecimal() and len(chosen) < 19):
        raise Http404("没有这个居民区。")
    rows = Area.objects.published().neighbourhoods()
    area = get_object_or_404(rows, pk=int(chosen))
    response = redirect(area)
    response.set_cookie(
        COOKIE,
        str(area.pk),
        max_age=COOKIE_AGE,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
