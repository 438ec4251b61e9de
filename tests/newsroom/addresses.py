"""Every address of the URL conf that a visitor may ask for."""

import re
from collections.abc import Iterator
from itertools import product

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

#: Parts of the site that are for staff, or for a machine that watches.
CLOSED = ("admin/", "desk/", "healthz", "readyz")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def public_views(resolver=None, prefix="", namespace="") -> Iterator[tuple]:
    """(address pattern, name, callback), whatever `include` it stands in."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = prefix + str(pattern.pattern)
        if address.startswith(CLOSED):
            continue
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from public_views(pattern, address, inner)
        else:
            yield address, f"{namespace}{pattern.name}", pattern.callback


def public_addresses(values: dict[str, list]) -> Iterator[str]:
    """Every public address with every one of `values` of its parameters."""
    for address, _, _ in public_views():
        names = PARAMETER.findall(address)
        for chosen in product(*(values[name] for name in names)):
            filled = iter(chosen)
            yield "/" + PARAMETER.sub(lambda _, each=filled: str(next(each)), address)
