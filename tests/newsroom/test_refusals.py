"""What readers see where a server refuses a request before the site sees it."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from newsroom.management.commands.runserver import Server

ROOT = Path(__file__).resolve().parents[2]
WORD = "%E7%81%AF" * 100_000
Connect = Callable[[], socket.socket]


@pytest.fixture(scope="module")
def gunicorn(tmp_path_factory) -> Iterator[Connect]:
    """gunicorn as the README starts it, on a socket of the test's own."""
    folder = tmp_path_factory.mktemp("gunicorn")
    place = folder / "socket"
    command = [
        *(sys.executable, "-m", "gunicorn", "newsroom.wsgi"),
        *("--bind", f"unix:{place}", "--workers", "1", "--threads", "2"),
        *("--worker-class", "newsroom.worker.Worker", "--no-control-socket"),
    ]
    environment = os.environ | {
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "PYTHONUNBUFFERED": "1",
    }
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert any("Listening at" in line for line in server.stderr)

        def connect() -> socket.socket:
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(str(place))
            return connection

        yield connect
        server.terminate()
        server.communicate()


@pytest.fixture
def runserver() -> Iterator[Connect]:
    """The server of `manage.py runserver`, with an application that is never asked."""
    with Server(("127.0.0.1", 0)) as server:
        server.set_app(None)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield lambda: socket.create_connection(server.server_address)
        server.shutdown()
        thread.join()


def ask(connect: Connect, request: str) -> str:
    with connect() as connection:
        connection.sendall(request.encode())
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer.decode()


@pytest.mark.parametrize("server", ["gunicorn", "runserver"])
@pytest.mark.parametrize(
    ("why", "request_head", "status", "words"),
    [
        ("endless query", f"GET /search/?q={WORD} HTTP/1.1", 414, "请改用两三个字"),
        ("endless path", f"GET /{WORD}/ HTTP/1.1", 414, "请改用两三个字"),
        ("endless cookie", f"GET / HTTP/1.1\r\nCookie: a={WORD}", 431, "清除本站"),
        ("no request", "灯灯 灯灯 灯灯 灯灯", 400, "请返回上一页"),
    ],
)
def test_refusal_is_chinese_and_arrives(
    request, server, why, request_head, status, words
):
    connect = request.getfixturevalue(server)
    answer = ask(connect, f"{request_head}\r\nHost: localhost\r\n\r\n")
    assert answer.startswith(f"HTTP/1.1 {status} "), why
    assert words in answer and 'lang="zh-Hans"' in answer


@pytest.mark.parametrize("server", ["gunicorn", "runserver"])
def test_who_hangs_up_harms_nobody(request, server):
    connect = request.getfixturevalue(server)
    with connect() as connection:
        connection.sendall(b"GET /" + b"a" * 70_000)
    assert "414" in ask(connect, f"GET /{WORD} HTTP/1.1\r\n\r\n")
