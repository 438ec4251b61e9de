"""Settings read from environment variables, and the secret that is made up once."""

import os
import secrets
from pathlib import Path

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"", "0", "false", "no", "off"})


def text(name: str, default: str = "") -> str:
    """The variable without surrounding space; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """A yes or no. Anything else is refused rather than guessed."""
    value = text(name, "1" if default else "0").lower()
    if value not in TRUE | FALSE:
        raise ValueError(f"环境变量 {name} 应为 1 或 0，现为 {value!r}")
    return value in TRUE


def number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ValueError(f"环境变量 {name} 应为整数，现为 {value!r}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def prefix(name: str) -> str:
    """A path such as /chenbao: one slash in front, none behind; "" for the root."""
    path = text(name).strip("/")
    return f"/{path}" if path else ""


def secret(name: str, path: Path) -> str:
    """The variable, else the secret in the file at `path`, made on first use.

    The file is linked into place whole, so that two processes starting at once
    agree on one secret; only its owner may read it.
    """
    value = text(name)
    if value:
        return value
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
