"""How sure the reading of a page is, and what a person should look at."""

from collections.abc import Sequence

from articles.reading.structure import Fragment, PrintedArticle, Role


def judge_page(
    articles: Sequence[PrintedArticle], fragments: Sequence[Fragment], has_text: bool
) -> tuple[float, tuple[str, ...]]:
    """From 0 to 1, and doubts in Chinese."""
    doubts: list[str] = []
    left = sum(
        part.end - part.start for part in fragments if part.role == Role.UNPLACED
    )
    whole = sum(
        part.end - part.start
        for part in fragments
        if part.article is not None or part.role == Role.UNPLACED
    )
    if has_text and not articles:
        doubts.append("这一版没有读出稿件。")
    if left:
        doubts.append(f"有 {left} 个字没有归入稿件。")
    nameless = sum(not article.headline for article in articles)
    if nameless:
        doubts.append(f"有 {nameless} 篇稿件没有找到标题。")
    weakest = min((article.sureness for article in articles), default=1.0)
    if not whole:
        return (0.0 if has_text and not articles else 1.0), tuple(doubts)
    return round(weakest * (1 - left / whole), 2), tuple(doubts)
