"""Pictures and page images, only of what is published and in sizes that we choose."""

import mimetypes

from django.db.models import Q
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.views.generic import DetailView

from articles.images import resized
from articles.models import Article, Page, Picture

from .files import send_file
from .published import PublishedMixin

#: Widths that pages ask for; no other size is made.
WIDTHS = (400, 800, 1200)
#: The width of the picture that goes with a shared link.
SHARED_WIDTH = 800
#: A replaced or withdrawn picture leaves every cache in so many seconds.
MAX_AGE = 300


def page_image_is_public(page) -> bool:
    """A page is shown as a picture only where all that stands on it may be seen."""
    if not page.image:
        return False
    on_page = Article.objects.filter(Q(page=page) | Q(fragments__page=page))
    return all(
        article.is_published and not article.hides_names
        for article in on_page.only("status", "hidden_names")
    )


class GuardedFile(PublishedMixin, DetailView):
    """A file of a published row; staff get those of drafts too."""

    def get_queryset(self):
        rows = super().get_queryset()
        return self.model.objects.all() if self.request.user.is_staff else rows

    def render_to_response(self, context, **kwargs):
        try:
            response = self.send(self.object)
        except FileNotFoundError as missing:
            raise Http404("图片不在了。") from missing
        patch_cache_control(response, private=True, max_age=MAX_AGE)
        return response

    def send_resized(self, image):
        width = self.kwargs["width"]
        if width not in WIDTHS:
            raise Http404("没有这个尺寸的图片。")
        return send_file(self.request, resized(image, width), "image/webp")


class PictureFile(GuardedFile):
    """A picture, as wide as one of `WIDTHS` at most."""

    model = Picture

    def send(self, picture):
        if not picture.image:
            raise Http404("没有这张图片。")
        return self.send_resized(picture.image)


class SharedPicture(PictureFile):
    """A picture as other sites show it beside a link: not all of them read WebP."""

    def send_resized(self, image):
        shared = resized(image, SHARED_WIDTH, "JPEG")
        return send_file(self.request, shared, "image/jpeg")


class PageFile(GuardedFile):
    """The picture of a page, while everything on the page may be seen."""

    model = Page

    def send(self, page):
        if not (self.request.user.is_staff or page_image_is_public(page)):
            raise Http404("没有这张版面图。")
        if not page.image:
            raise Http404("没有这张版面图。")
        return self.send_resized(page.image)


class RecordingFile(GuardedFile):
    """The recording of an article."""

    model = Article

    def send(self, article):
        if not article.recording:
            raise Http404("没有这段录音。")
        kind = mimetypes.guess_type(article.recording.name)[0]
        file = article.recording.open()
        return send_file(self.request, file, kind or "application/octet-stream")
