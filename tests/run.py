"""`make test`: the suite on SQLite, on PostgreSQL and in Chromium, with one summary.

What this machine lacks is named in the last line together with the command that
installs it; with REQUIRE_ALL=1 it counts as a failure.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.browser.chromium import can_be_driven
from tests.postgres import find_binaries, running_server

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_RAN = 5
INSTALL = "sudo apt-get install -y {}"


@dataclass(frozen=True)
class Part:
    """One way to run the suite; `packages` are Debian's names of what it needs."""

    name: str
    marker: str
    is_here: Callable[[], object]
    packages: str = ""


@dataclass
class Count:
    """How tests ended."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


PARTS = (
    Part("SQLite", "not browser", lambda: True),
    Part("PostgreSQL", "not browser", find_binaries, "postgresql"),
    Part("Chromium", "browser", can_be_driven, "chromium fonts-noto-cjk libatomic1"),
)


def main() -> int:
    options, pytest_arguments = read_arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chosen = [part for part in PARTS if options.only in (None, part.name.lower())]
    missing = [part for part in chosen if not part.is_here()]
    total, summary = Count(), []
    for part in chosen:
        if part in missing:
            continue
        print(f"== {part.name}", flush=True)
        count = run_part(part, pytest_arguments)
        total.add(count)
        summary.append(f"{part.name}: {count}")
    return report(total, summary, missing)


def read_arguments() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="tests.run", epilog="Everything else is passed on to pytest."
    )
    parser.add_argument("--only", choices=[part.name.lower() for part in PARTS])
    return parser.parse_known_args()


def run_part(part: Part, pytest_arguments: list[str]) -> Count:
    """Run pytest in a process of its own and count how the tests ended."""
    environment = dict(os.environ)
    environment.pop("DATABASE_URL", None)
    with ExitStack() as stack:
        if part.name == "PostgreSQL":
            environment["DATABASE_URL"] = stack.enter_context(running_server())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        result = folder / "result.xml"
        command = [
            *(sys.executable, "-m", "pytest", "-q", "-m", part.marker),
            *("-n", str(workers()), "--dist", "loadfile", f"--junitxml={result}"),
            *pytest_arguments,
        ]
        code = subprocess.run(command, cwd=ROOT, env=environment).returncode
        count = read_result(result)
    if code and not count.failed and not (code == NO_TESTS_RAN and pytest_arguments):
        count.failed += 1
    return count


def workers() -> int:
    """One a core, four at most: more only wait for the database."""
    return max(1, min(4, os.cpu_count() or 1))


def read_result(path: Path) -> Count:
    """The totals of a JUnit file; without one the run itself failed."""
    if not path.exists():
        return Count(failed=1)
    suites = ElementTree.parse(path).getroot().iter("testsuite")
    count = Count()
    for suite in suites:
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        passed = int(suite.get("tests", 0)) - failed - skipped
        count.add(Count(passed, failed, skipped))
    return count


def report(total: Count, summary: list[str], missing: list[Part]) -> int:
    """Print the summary; the exit code is 1 where anything failed."""
    required = os.environ.get("REQUIRE_ALL") == "1"
    if missing and required:
        total.failed += len(missing)
    print("\n" + "\n".join(summary))
    notice = ""
    if missing:
        names = ", ".join(part.name for part in missing)
        command = INSTALL.format(" ".join(part.packages for part in missing))
        notice = f"Not tested: {names}. To install: {command}"
    lines = [notice, str(total)] if required else [str(total), notice]
    print("\n".join(filter(None, lines)))
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
