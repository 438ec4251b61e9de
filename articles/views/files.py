"""Files that browsers keep, ask for again, and, where they play, fetch in parts."""

import os
import re
from collections.abc import Iterator

from django.core.files import File
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

#: bytes=0-99, bytes=100-, bytes=-100: one part; several at once are sent whole.
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\Z", re.ASCII)
CHUNK = 64 * 1024


def send_file(request: HttpRequest, file: File, content_type: str) -> HttpResponse:
    """The open file, or the part that a player asks for, with what tells it apart."""
    about = os.fstat(file.fileno())
    etag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
    wanted = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        wanted = ""
    part = asked_part(wanted, about.st_size)
    if part is None:
        response = FileResponse(file, content_type=content_type)
    else:
        response = _send_part(file, part, about.st_size, content_type)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = etag
    return response


def asked_part(wanted: str, size: int) -> range | None:
    """Positions asked for: bytes=100- of 300 -> range(100, 300). None asks for all;
    an empty range lies outside the file."""
    match = RANGE.match(wanted)
    if match is None or match[0] == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    return range(int(first), min(size, int(last) + 1) if last else size)


def _send_part(file: File, part: range, size: int, content_type: str) -> HttpResponse:
    if not part:
        file.close()
        headers = {"Content-Range": f"bytes */{size}"}
        return HttpResponse(status=416, headers=headers)
    headers = {
        "Content-Length": str(len(part)),
        "Content-Range": f"bytes {part[0]}-{part[-1]}/{size}",
    }
    chunks = _read(file, part)
    return StreamingHttpResponse(
        chunks, status=206, content_type=content_type, headers=headers
    )


def _read(file: File, part: range) -> Iterator[bytes]:
    with file:
        file.seek(part[0])
        left = len(part)
        while left and (chunk := file.read(min(left, CHUNK))):
            left -= len(chunk)
            yield chunk
