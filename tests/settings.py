"""The site's settings as tests need them: plain http and files of their own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["SECRET_KEY"] = "for tests only"
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
(Path(os.environ["VAR_DIR"]) / "static").mkdir()
os.environ["HTTPS"] = "0"
os.environ["DATABASE_CONNECTION_SECONDS"] = "0"

from newsroom.settings import *  # noqa: E402, F403 the variables stand first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
