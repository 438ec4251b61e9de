"""Where uploaded files go: names that tell nothing and cannot be guessed."""

import secrets
from pathlib import PurePosixPath


def _unguessable(folder, filename):
    suffix = PurePosixPath(filename).suffix.lower()[:6]
    return f"{folder}/{secrets.token_urlsafe(18)}{suffix}"


def picture_path(instance, filename):
    return _unguessable("pictures", filename)


def page_image_path(instance, filename):
    return _unguessable("pages", filename)


def recording_path(instance, filename):
    return _unguessable("recordings", filename)
