"""`manage.py import_issue`: printed pages in. Thin: reads, asks, reports."""

import getpass
import json
import sys
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from articles.dry_run import Progress, ReadFile, Reading, read_files
from articles.loading import (
    ImportOptions,
    Refused,
    journal_refusal,
    load_issue,
    parse_date,
    preview,
)
from articles.page_json import page_json
from articles.page_report import page_report

#: Fewer files than this are done before anybody wonders.
LONG_RUN = 5


class Command(BaseCommand):
    help = "把版面文本录入为一期报纸（加 --separate 则每个文件各为一期）。"

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="版面文本，或装有版面文本的文件夹"
        )
        parser.add_argument("--edition", default="", help="归入哪份报纸（网址名）")
        parser.add_argument("--number", default="", help="期号，版面未印时用")
        parser.add_argument(
            "--date", default="", help="出报日期：2019-03-22、2019-03 或 2019"
        )
        parser.add_argument("--separate", action="store_true", help="每个文件各为一期")
        parser.add_argument(
            "--replace", default="", metavar="ISSUE", help="重读已有的一期（编号）"
        )
        parser.add_argument(
            "--publish", action="store_true", help="录入后即发布，并担保无疑问的职务"
        )
        parser.add_argument("--dry-run", action="store_true", help="试读，不保存")
        parser.add_argument("--json", metavar="DIR", help="把读出的内容写成 JSON")
        parser.add_argument(
            "--with-roster", action="store_true", help="试读时参考已确认的人物与单位"
        )

    def handle(self, *args, paths, verbosity, **options):
        self.verbosity = verbosity
        names = ("edition", "number", "date", "separate", "replace", "publish")
        said = {name: options[name] for name in names}
        asked = ImportOptions(**said, run_by=getpass.getuser())
        reading = read_files(paths, self._progress("已读"))
        if options["json"]:
            refuse_same_names(reading)
        try:
            parse_date(asked.date)
            if reading.refusals and not self._stands_alone(reading, options):
                raise Refused(*reading.refusals)
            if options["dry_run"]:
                self._preview(reading.files, asked, options)
                if reading.refusals:
                    raise Refused(*reading.refusals)
            else:
                self._load(reading.files, asked, options)
        except Refused as refusal:
            if reading.refusals and not options["dry_run"]:
                journal_refusal([str(path) for path in paths], asked, None, refusal)
            self._fail(refusal.refusals)
        except DatabaseError as error:
            self._fail(
                [
                    f"数据库用不了（{error}），什么也没有录入；"
                    "新装的请先运行 manage.py migrate。"
                ]
            )

    def _stands_alone(self, reading: Reading, options: dict) -> bool:
        """Whether the files that can be read are shown beside those that cannot:
        each is an issue of its own and nothing is saved."""
        return bool(options["dry_run"] and options["separate"] and reading.files)

    def _load(self, files: list[ReadFile], asked: ImportOptions, options: dict) -> None:
        report = load_issue(files, asked, progress=self._progress("已录"))
        for line in report.lines:
            self._say(line)
        self._say(f"{report.summary}（录入批次 {report.run.pk}）")
        if options["json"]:
            self._write_json(preview(files, asked, options["with_roster"]), options)

    def _preview(self, files, asked: ImportOptions, options: dict) -> None:
        read = preview(files, asked, options["with_roster"])
        for file, found in read:
            self._say(page_report(file.name, file.printed, found))
        if options["json"]:
            self._write_json(read, options)

    def _write_json(self, read: list, options: dict) -> None:
        folder = Path(options["json"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for file, found in read:
                data = page_json(file.name, file.printed, found)
                text = json.dumps(data, ensure_ascii=False, indent=1)
                path = folder / f"{Path(file.name).stem}.json"
                path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise Refused(f"{folder}：写不进去（{error.strerror}）。") from error
        self._say(f"写出 JSON {len(read)} 个：{folder}")

    def _say(self, line: str) -> None:
        if self.verbosity:
            self.stdout.write(line)

    def _progress(self, what: str) -> Progress:
        def show(done: int, total: int) -> None:
            if self.verbosity and total >= LONG_RUN:
                end = "\n" if done == total else ""
                self.stderr.write(f"\r{what} {done}/{total}", ending=end)
                self.stderr.flush()

        return show

    def _fail(self, refusals: list[str]) -> None:
        for refusal in refusals:
            self.stderr.write(f"错误：{refusal}")
        sys.exit(1)


def refuse_same_names(reading: Reading) -> None:
    """Take out files that would be written to one JSON."""
    stems = Counter(Path(file.name).stem for file in reading.files)
    reading.files = [f for f in reading.files if stems[Path(f.name).stem] == 1]
    reading.refusals += [
        f"{stem}：有 {number} 个同名文件，写 JSON 会互相覆盖；请分开运行。"
        for stem, number in stems.items()
        if number > 1
    ]
