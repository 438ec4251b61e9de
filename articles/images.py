"""Photographs from outside, taken in safely, and their smaller sizes.

An upload is judged by its content, turned upright and drawn anew as a picture in
sRGB, so that nothing of the file itself (EXIF, places, scripts) reaches the site.
"""

import io
import os
import secrets
from pathlib import Path, PurePosixPath

from django.core.files.base import ContentFile, File
from django.db.models.fields.files import FieldFile
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 40_000_000
#: Folder of the smaller sizes, all of which can be made again.
SIZES = "sizes"
JPEG_QUALITY, WEBP_QUALITY, SHARED_QUALITY = 88, 78, 80
TOO_LARGE = f"图片超过{MAX_PIXELS // 10_000}万像素，请缩小后再上传。"
#: What Pillow raises on files that are broken or lie about themselves.
BROKEN = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    MemoryError,
    OverflowError,
)


class UnacceptableImage(ValueError):
    """The file is no picture for the site; the message is one Chinese sentence."""


def accept_image(uploaded: File) -> ContentFile:
    """Draw an uploaded JPEG, PNG or WebP anew, or raise UnacceptableImage.

    The result is JPEG, or PNG where it is transparent, under an unguessable name,
    upright, in sRGB, without any metadata.
    """
    if uploaded.size > MAX_BYTES:
        raise UnacceptableImage(
            f"图片有{uploaded.size / 1024 / 1024:.1f} MB，超过"
            f"{MAX_BYTES // 1024 // 1024} MB，请缩小后再上传。"
        )
    uploaded.seek(0)
    data = uploaded.read()
    image = _draw(_open(data))
    is_transparent = image.mode == "RGBA"
    drawn = io.BytesIO()
    if is_transparent:
        image.save(drawn, "PNG", optimize=True)
    else:
        image.save(drawn, "JPEG", quality=JPEG_QUALITY, optimize=True)
    suffix = FORMATS["PNG" if is_transparent else "JPEG"]
    return ContentFile(drawn.getvalue(), name=secrets.token_urlsafe(18) + suffix)


def _open(data: bytes) -> Image.Image:
    """The image as its header tells it, not yet decoded."""
    if not data:
        raise UnacceptableImage("图片是空的，请重新选择文件。")
    try:
        image = Image.open(io.BytesIO(data), formats=list(FORMATS))
    except Image.DecompressionBombError as error:
        raise UnacceptableImage(TOO_LARGE) from error
    except BROKEN as error:
        raise UnacceptableImage(
            "这个文件不是 JPEG、PNG 或 WebP 图片，或者已损坏；"
            "请用看图软件另存为 JPEG 后再上传。"
        ) from error
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise UnacceptableImage(TOO_LARGE)
    return image


def _draw(image: Image.Image) -> Image.Image:
    """The pixels alone: the first frame, upright, as RGB or RGBA in sRGB."""
    try:
        image.load()
        upright = ImageOps.exif_transpose(image)
        is_transparent = upright.has_transparency_data
        profile = upright.info.get("icc_profile")
        if profile and upright.mode in {"RGB", "CMYK", "L"} and not is_transparent:
            upright = _to_srgb(upright, profile)
        pixels = upright.convert("RGBA" if is_transparent else "RGB")
    except BROKEN as error:
        raise UnacceptableImage(
            "图片打开到一半就坏了，请用看图软件另存为 JPEG 后再上传。"
        ) from error
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours as the photographer saw them; an unreadable profile is left out."""
    try:
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def resized(field_file: FieldFile, width: int, kind: str = "WEBP") -> File:
    """The stored picture at most `width` pixels wide, open for reading; as WebP, or
    as JPEG for those who read nothing newer.

    Made on first use and kept; never enlarged, cropped or mirrored. Raise
    FileNotFoundError where the picture is missing or broken.
    """
    storage = field_file.storage
    name = _size_name(field_file.name, f"{width}{FORMATS[kind]}")
    if not storage.exists(name):
        _keep(Path(storage.path(name)), _draw_size(field_file, width, kind))
    return storage.open(name)


def forget_image(field_file: FieldFile) -> None:
    """Remove a replaced picture from the site, in all its sizes."""
    storage = field_file.storage
    pattern = Path(_size_name(field_file.name, "*")).name
    for path in Path(storage.path(SIZES)).glob(pattern):
        path.unlink(missing_ok=True)
    storage.delete(field_file.name)


def _size_name(original: str, size: str) -> str:
    return f"{SIZES}/{PurePosixPath(original).stem}-{size}"


def _draw_size(field_file: FieldFile, width: int, kind: str) -> bytes:
    try:
        with field_file.storage.open(field_file.name) as stored:
            image = _draw(_open(stored.read()))
    except UnacceptableImage as error:
        raise FileNotFoundError(field_file.name) from error
    if image.width > width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    drawn = io.BytesIO()
    if kind == "WEBP":
        image.save(drawn, kind, quality=WEBP_QUALITY, method=4)
    else:
        _on_white(image).save(drawn, kind, quality=SHARED_QUALITY, optimize=True)
    return drawn.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency, which JPEG does not know."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image)
    return paper


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all, also where two requests make the same size."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{secrets.token_hex(8)}")
    draft.write_bytes(data)
    os.replace(draft, path)
