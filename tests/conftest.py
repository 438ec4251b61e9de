"""What every test may ask for. Rows come from `tests/builders.py`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import clear_script_prefix, set_script_prefix
from hypothesis import settings as hypothesis_settings

# The same examples in every run, however busy the machine is.
hypothesis_settings.register_profile(
    "suite", deadline=None, derandomize=True, database=None
)
hypothesis_settings.load_profile("suite")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(autouse=True)
def media(settings, tmp_path_factory) -> Path:
    """Uploaded files go to a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    return settings.MEDIA_ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with real pages and their gold."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not there: real pages and gold are not tested")
    return SHARED


@pytest.fixture
def path_prefix(settings) -> Iterator[str]:
    """The site lives under a path of a host that is not its own."""
    settings.PATH_PREFIX = settings.FORCE_SCRIPT_NAME = "/chenbao"
    set_script_prefix("/chenbao/")
    yield settings.PATH_PREFIX
    clear_script_prefix()
