"""What every test may ask for. Rows come from `tests/builders.py`."""

from pathlib import Path

import pytest

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
