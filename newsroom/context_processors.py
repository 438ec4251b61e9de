"""What every template may say about the paper."""

from django.conf import settings
from django.http import HttpRequest

from newsroom.elder import SIZES, elder_size


def paper(request: HttpRequest) -> dict[str, object]:
    """The default edition and the lines of the footer, as settings give them."""
    return {"paper": settings.EDITION, "footer": settings.FOOTER}


def reader(request: HttpRequest) -> dict[str, object]:
    """How large this reader wants the type."""
    return {"elder": elder_size(request), "elder_sizes": SIZES}
