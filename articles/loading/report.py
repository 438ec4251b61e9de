"""What a run is asked to do, and what it says it did."""

import re
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from articles.models import ImportRun, Issue

DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
#: A paper is no older and no newer; so 昨天 and 下月 of its days are days too.
YEARS = range(1900, 2200)


class Refused(ValueError):
    """The run cannot be done; `refusals` are Chinese sentences, nothing was changed."""

    def __init__(self, *refusals: str):
        super().__init__("\n".join(refusals))
        self.refusals = list(refusals)


@dataclass(frozen=True)
class ImportOptions:
    """What the person who imports says; empty values are not said."""

    edition: str = ""
    number: str = ""
    date: str = ""
    separate: bool = False
    replace: str = ""
    publish: bool = False
    #: Who runs the command, where no account of the site does.
    run_by: str = ""

    def __str__(self) -> str:
        said = ((n.replace("_", "-"), v) for n, v in asdict(self).items())
        flags = (f"--{n}" if v is True else f"--{n} {v}" for n, v in said if v)
        return " ".join(flags)


@dataclass
class LoadReport:
    """What a run did, in Chinese lines and in counts; `made` are ids by model."""

    lines: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    made: dict[str, list] = field(default_factory=dict)
    run: ImportRun | None = None

    def say(self, line: str) -> None:
        self.lines.append(line)

    def count(self, what: str, number: int = 1) -> None:
        if number:
            self.counts[what] = self.counts.get(what, 0) + number

    def add(self, counts: dict[str, int]) -> None:
        """Counts of one issue, with a line that says them."""
        for what, number in counts.items():
            self.count(what, number)
        said = [f"{what} {number}" for what, number in counts.items() if number]
        if said:
            self.say("，".join(said) + "。")

    def note_made(self, *rows) -> None:
        """Remember rows that this run created, so that it can be undone."""
        for row in rows:
            self.made.setdefault(row._meta.model_name, []).append(row.pk)

    @property
    def is_unchanged(self) -> bool:
        return not set(self.counts) - {"未变文件"}

    @property
    def summary(self) -> str:
        if self.is_unchanged:
            return "没有变化：所有文件都已录入过。"
        return "，".join(f"{what} {number}" for what, number in self.counts.items())


def parse_date(text: str) -> tuple[date | None, date | None]:
    """2019-03-22, 2019-03 or 2019 as its first and last day; "" is unknown."""
    if not text:
        return None, None
    match = DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        if year not in YEARS:
            raise ValueError
        if day:
            return (date(year, month, day),) * 2
        if month:
            first = date(year, month, 1)
            after = date(year + month // 12, month % 12 + 1, 1)
            return first, after - timedelta(days=1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        raise Refused(
            f"日期“{text}”看不懂，请写成 2019-03-22、2019-03 或 2019。"
        ) from None
