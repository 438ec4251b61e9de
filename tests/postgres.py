"""A PostgreSQL server of the test run's own, in a folder that goes away with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

#: No port is opened, and nothing has to outlive a crash of the machine.
SERVER_OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c full_page_writes=off "
    "-c synchronous_commit=off -c max_connections=60"
)


def find_binaries() -> Path | None:
    """The folder of initdb and pg_ctl, or None; the newest version wins."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(debian, key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server with the locale C.UTF-8 and give the DATABASE_URL of it."""
    binaries = find_binaries()
    if binaries is None:
        raise FileNotFoundError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-", dir="/tmp"))
    owner = _become_owner(folder)
    data = str(folder / "data")

    def run(program: str, *arguments: str) -> None:
        command = [*owner, str(binaries / program), "-D", data, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    try:
        run(
            "initdb",
            *("-U", "newsroom", "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        )
        options = f"{SERVER_OPTIONS} -c unix_socket_directories={folder}"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgres://newsroom@{quote(str(folder), safe='')}/postgres"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _become_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses root: then the folder and the server go to `postgres`."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--"]
