"""The paper as staff enter, judge and publish it."""

from . import accounts, articles, desk, linked, printed, questions, site, topics

__all__ = [
    "accounts",
    "articles",
    "desk",
    "linked",
    "printed",
    "questions",
    "site",
    "topics",
]
