"""The paper as staff enter, judge and publish it."""

from . import (
    accounts,
    articles,
    corrections,
    desk,
    linked,
    merges,
    printed,
    questions,
    site,
    topics,
)

__all__ = [
    "accounts",
    "articles",
    "corrections",
    "desk",
    "linked",
    "merges",
    "printed",
    "questions",
    "site",
    "topics",
]
