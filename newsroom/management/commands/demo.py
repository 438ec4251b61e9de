"""`manage.py demo`: the whole site on this machine, with sample issues."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command

from newsroom.samples import load_samples

ACCOUNT = "admin"


class Command(BaseCommand):
    help = (
        "建立数据库，录入样刊，建立管理员账号，在本机打开网站。重复运行不改动已有内容。"
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--prepare-only", action="store_true", help="只准备，不打开网站"
        )
        parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")

    def handle(self, *args, prepare_only: bool, port: int, **options):
        call_command("migrate", verbosity=0)
        load_samples(settings.BASE_DIR / "fixtures", self.stdout.write)
        self.make_account()
        if prepare_only:
            self.stdout.write("准备完毕。")
            return
        address = f"http://127.0.0.1:{port}{settings.PATH_PREFIX}/"
        self.stdout.write(f"网站：{address}　后台：{address}admin/　按 Ctrl+C 停止")
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)

    def make_account(self):
        users = get_user_model()
        if users.objects.filter(is_superuser=True).exists():
            self.stdout.write(
                "管理员账号已有。忘记密码时运行："
                f".venv/bin/python manage.py changepassword {ACCOUNT}"
            )
            return
        password = secrets.token_urlsafe(12)
        users.objects.create_superuser(ACCOUNT, password=password)
        self.stdout.write(f"管理员账号：{ACCOUNT}　密码：{password}（只显示这一次）")
