"""manage.py hide_person NAME|ID [--reason TEXT] [--yes]: show, then hide."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.hiding import (
    Hiding,
    HidingRefused,
    find_hideable,
    hide_person,
    preview_hiding,
)


class Command(BaseCommand):
    help = "隐去一个人的姓名：先列出牵涉的稿件和图片，加 --yes 才执行。"

    def add_arguments(self, parser):
        parser.add_argument("person", help="姓名，或人物编号")
        parser.add_argument("--reason", default="", help="理由，记入操作记录")
        parser.add_argument("--user", default="", help="操作人的登录名")
        parser.add_argument("--yes", action="store_true", help="执行，并撤下图片和录音")

    def handle(self, person, reason, user, yes, **options):
        try:
            found = find_hideable(person.strip())
            self._list(preview_hiding(found))
            if not yes:
                self.stdout.write("以上未执行；确认无误后加 --yes 再运行。")
                return
            hide_person(found, _user(user), reason, confirmed=True)
        except HidingRefused as refusal:
            raise CommandError(f"错误：{refusal}") from refusal
        self.stdout.write(f"已隐去：{found.name}（编号{found.pk}）。")

    def _list(self, hiding: Hiding) -> None:
        self.stdout.write(
            f"{hiding.person}（编号{hiding.person.pk}，"
            f"{hiding.person.get_visibility_display()}），写法：{'、'.join(hiding.names)}"
        )
        rows = (
            ("改印“某某”的稿件", hiding.articles),
            ("文中另有同名者，请人工看", hiding.namesakes),
            ("撤下的图片", hiding.pictures),
            ("撤下的录音", hiding.recordings),
            ("不再公开的版面图", hiding.pages),
            ("不再公开的单位页", hiding.bodies),
        )
        for label, found in rows:
            if found:
                self.stdout.write(f"{label}：{len(found)}")
                for row in found:
                    self.stdout.write(f"  {row.pk}　{row}")


def _user(name: str):
    if not name:
        return None
    model = get_user_model()
    user = model.objects.filter(**{model.USERNAME_FIELD: name}).first()
    if user is None:
        raise HidingRefused(f"没有名为“{name}”的用户。")
    return user
