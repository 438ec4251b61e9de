"""Where an article stands, in the newspaper form of GB/T 7714."""

import re

#: What stands before a name in a byline and is no part of it.
OFFICE = re.compile(r"本报|见习|实习|特约|记者|通讯员|摄影|作者|文/图|图/文|[文图摄]/")
#: Separators between names; a single space inside a two-character name is none.
BETWEEN = re.compile(r"[、,，;；/\n]|\s{2,}")


def authors(byline: str) -> list[str]:
    """Bare names: □记者 武 钢 通讯员 李莹晖 -> [武钢, 李莹晖]."""
    names = []
    for part in OFFICE.sub("、", byline.lstrip("□■◎ ")).split("、"):
        names += BETWEEN.split(part)
    return [bare for name in names if (bare := re.sub(r"[\s□■()（）]", "", name))]


def citation(article) -> str:
    """武钢. 题名[N]. 社区晨报·欧阳, 2019-03-22(1). Only what print says."""
    issue, page = article.issue, article.page
    names = authors(article.masked(article.byline))[:3]
    parts = [", ".join(names)] if names else []
    parts.append(f"{article.masked(article.headline) or '（无题）'}[N]")
    place = f"{issue.edition}, {_issue_day(issue)}"
    parts.append(f"{place}({page.number})" if page else place)
    return ". ".join(parts) + "."


def _issue_day(issue) -> str:
    earliest, latest = issue.date_earliest, issue.date_latest
    if earliest is None:
        return f"{issue.name if issue.number else ''}[出报日期未载]"
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest:%Y-%m}"
    return str(earliest.year)
