"""Recordings for 听报: known by their first bytes, never by their name."""

import secrets

from django.core.files.base import File

MAX_BYTES = 20 * 1024 * 1024
HEAD_BYTES = 16


class UnacceptableRecording(ValueError):
    """The file is no recording for the site; the message is one Chinese sentence."""


def accept_recording(uploaded: File) -> File:
    """Check an uploaded MP3, M4A or Ogg, or raise UnacceptableRecording.

    The file gets an unguessable name with the ending of its real format.
    """
    if uploaded.size > MAX_BYTES:
        raise UnacceptableRecording(
            f"录音有{uploaded.size / 1024 / 1024:.1f} MB，超过"
            f"{MAX_BYTES // 1024 // 1024} MB，请压缩后再上传。"
        )
    uploaded.seek(0)
    suffix = _suffix_of(uploaded.read(HEAD_BYTES))
    uploaded.seek(0)
    if not suffix:
        raise UnacceptableRecording(
            "这个文件不是 MP3、M4A 或 Ogg 录音，请另存后再上传。"
        )
    uploaded.name = secrets.token_urlsafe(18) + suffix
    return uploaded


def _suffix_of(head: bytes) -> str:
    if head.startswith(b"ID3") or _is_mpeg_frame(head):
        return ".mp3"
    if head[4:8] == b"ftyp" and head[8:12] in {b"M4A ", b"M4B ", b"mp42", b"isom"}:
        return ".m4a"
    if head.startswith(b"OggS"):
        return ".ogg"
    return ""


def _is_mpeg_frame(head: bytes) -> bool:
    """The eleven set bits, layer III, and a possible bit rate."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return False
    return head[2] >> 4 not in {0x0, 0xF}
