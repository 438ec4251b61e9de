"""People, bodies, posts, places and events as staff see them."""

from . import bodies, events, identities, people, places, posts

__all__ = ["bodies", "events", "identities", "people", "places", "posts"]
