"""What every template may say about the paper."""

from django.conf import settings
from django.http import HttpRequest


def paper(request: HttpRequest) -> dict[str, object]:
    """The default edition and the lines of the footer, as settings give them."""
    return {"paper": settings.EDITION, "footer": settings.FOOTER}
