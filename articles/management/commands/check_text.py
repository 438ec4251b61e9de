"""manage.py check_text FILE...: 见报前核对 of drafts, nothing is saved."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.dry_run import read_files
from articles.press_check import PressCheck, check_text
from articles.press_known import CheckedName


class Command(BaseCommand):
    help = "见报前核对：列出稿中每个姓名和上次见报的职务，标出要核对的地方。不保存。"

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, help="稿件文本")

    def handle(self, files, **options):
        reading = read_files(files)
        for file in reading.files:
            self._print(file.name, check_text(file.data, file.name))
        for refusal in reading.refusals:
            self.stderr.write(f"错误：{refusal}")
        if reading.refusals:
            sys.exit(1)

    def _print(self, name: str, check: PressCheck) -> None:
        self.stdout.write(
            f"{name}：姓名{len(check.people)}个，提示{len(check.flags)}条。"
        )
        for row in check.people:
            self.stdout.write(f"  {describe(row)}")
        for flag in check.flags:
            mark = "必须改正" if flag.blocking else flag.kind.value
            quote = f"　〔{flag.quote}〕" if flag.quote else ""
            self.stdout.write(f"  【{mark}】{flag.words}：{flag.advice}{quote}")


def describe(row: CheckedName) -> str:
    """One line a name: as in the draft, as last printed, as on the roster."""
    printed = "、".join(row.printed) or "（未写职务）"
    if row.leader:
        return f"{row.name}　{printed}　国家领导人，只引用"
    if row.person is None:
        return f"{row.name}　{printed}　未曾见报"
    last = "上次见报未写职务"
    if row.last:
        last = f"上次见报：{'、'.join(row.last.printed)}（{row.last.article}）"
    roster = f"　名单：{'、'.join(row.roster)}" if row.roster else ""
    return f"{row.name}　{printed}　{last}{roster}"
