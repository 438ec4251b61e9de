"""What was printed, what it is linked to, and what people did with it."""

from .article import Article, Picture
from .desk import Correction, ImportRun, JournalEntry, Merge, Question, Report
from .linked import (
    Appearance,
    Claim,
    EventReport,
    Evidence,
    Mention,
    OrganizationMention,
    UnitClaim,
)
from .printed import Edition, Fragment, Issue, Page, Source
from .search import SearchEntry
from .topic import Topic, TopicLink
from .version import ContentVersion

__all__ = [
    "Appearance",
    "Article",
    "Claim",
    "ContentVersion",
    "Correction",
    "Edition",
    "EventReport",
    "Evidence",
    "Fragment",
    "ImportRun",
    "Issue",
    "JournalEntry",
    "Mention",
    "Merge",
    "OrganizationMention",
    "Page",
    "Picture",
    "Question",
    "Report",
    "SearchEntry",
    "Source",
    "Topic",
    "TopicLink",
    "UnitClaim",
]
