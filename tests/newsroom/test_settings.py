"""The settings as an administrator starts them: in a process of their own."""

import ast
import os
import stat
import subprocess
import sys
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments: str, var: Path, **variables: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = kept | {"VAR_DIR": str(var)} | variables
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def show(expression: str, var: Path, **variables: str) -> str:
    code = f"from django.conf import settings; print({expression})"
    done = manage("shell", "--no-imports", "-c", code, var=var, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_deployment_check_is_clean_without_any_variable(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", var=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_defaults_are_closed(tmp_path):
    expected = {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "PUBLIC_DATA": False,
        "FORCE_SCRIPT_NAME": None,
    }
    names = tuple(expected)
    shown = show(f"{{name: getattr(settings, name) for name in {names}}}", tmp_path)
    assert ast.literal_eval(shown) == expected


def test_secret_is_made_up_once_and_private(tmp_path):
    first = show("settings.SECRET_KEY", tmp_path)
    mode = stat.S_IMODE((tmp_path / "secret_key").stat().st_mode)
    assert len(first) >= 50
    assert mode == 0o600
    assert show("settings.SECRET_KEY", tmp_path) == first


def test_secret_of_the_environment_writes_no_file(tmp_path):
    assert show("settings.SECRET_KEY", tmp_path, SECRET_KEY="given") == "given"
    assert not (tmp_path / "secret_key").exists()


def test_unclear_flag_is_refused_by_name(tmp_path):
    done = manage("check", var=tmp_path, DEBUG="maybe")
    assert done.returncode != 0
    assert "环境变量 DEBUG" in done.stderr


def test_path_prefix_reaches_every_address_and_cookie(tmp_path):
    code = (
        "from django.conf import settings as s; from django.urls import reverse; "
        "print(reverse('healthz'), s.STATIC_URL, s.MEDIA_URL, s.SESSION_COOKIE_PATH)"
    )
    done = manage(
        "shell", "--no-imports", "-c", code, var=tmp_path, PATH_PREFIX="chenbao/"
    )
    assert done.stdout.split() == [
        "/chenbao/healthz",
        "/chenbao/static/",
        "/chenbao/media/",
        "/chenbao/",
    ]


def test_postgresql_connections_are_kept_and_checked(tmp_path):
    shown = show(
        "{k: settings.DATABASES['default'][k] for k in "
        "('ENGINE', 'NAME', 'CONN_MAX_AGE', 'CONN_HEALTH_CHECKS')}",
        tmp_path,
        DATABASE_URL="postgres://reader@db.example/paper",
    )
    assert "postgresql" in shown
    assert "'CONN_MAX_AGE': 600" in shown
    assert "'CONN_HEALTH_CHECKS': True" in shown


def test_development_server_leaves_static_files_to_the_middleware_that_knows_prefixes():
    assert get_commands()["runserver"] == "whitenoise.runserver_nostatic"
