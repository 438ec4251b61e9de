"""What a server says of a request that it cannot hand on, such as an endless address.

Servers refuse these in English and hang up while the request is still coming in, so
that the browser shows an error of its own. Here the answer is Chinese and arrives.
"""

import socket
import time
from http import HTTPStatus

from newsroom import errors

#: So much of a refused request is taken in, for so many seconds, and thrown away: a
#: connection closed before that loses the answer too.
MAX_DRAINED_BYTES = 4 * 1024 * 1024
LINGER = 2.0
CHUNK = 64 * 1024


def refuse(connection: socket.socket, status: int) -> None:
    """Answer with the plain page of the status and end the conversation."""
    page = errors.plain_page(status).encode()
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        "Connection: close\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    try:
        connection.settimeout(LINGER)
        connection.sendall(head.encode() + page)
        connection.shutdown(socket.SHUT_WR)
        _drain(connection)
    except OSError:
        return  # nobody listens any more


def _drain(connection: socket.socket) -> None:
    left, deadline = MAX_DRAINED_BYTES, time.monotonic() + LINGER
    while left > 0 and time.monotonic() < deadline:
        chunk = connection.recv(min(left, CHUNK))
        if not chunk:
            return
        left -= len(chunk)
