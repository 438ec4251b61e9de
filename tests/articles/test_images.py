"""Uploads are judged by their content and drawn anew."""

import io
import zlib

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageCms

from articles.images import (
    MAX_BYTES,
    UnacceptableImage,
    accept_image,
    forget_image,
    resized,
)
from articles.recordings import UnacceptableRecording, accept_recording
from tests.builders import make_page

RED = (200, 30, 30)
POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(image_format="JPEG", size=(60, 40), mode="RGB", **options):
    drawn = io.BytesIO()
    colour = RED if mode == "RGB" else (*RED, 128)
    Image.new(mode, size, colour).save(drawn, image_format, **options)
    return ContentFile(drawn.getvalue(), name=f"photo.{image_format.lower()}")


def opened(file):
    return Image.open(io.BytesIO(file.read()))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_photograph_is_drawn_anew(image_format):
    image = opened(accept_image(picture(image_format)))
    assert image.format == "JPEG"
    assert image.size == (60, 40)
    assert all(
        abs(a - b) < 12 for a, b in zip(image.getpixel((5, 5)), RED, strict=True)
    )


def test_transparent_picture_stays_transparent():
    image = opened(accept_image(picture("PNG", mode="RGBA")))
    assert image.format == "PNG"
    assert image.getpixel((5, 5))[3] == 128


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("PostScript", POSTSCRIPT),
        ("drawing with a script", SVG),
        ("page", b"<html><script>alert(1)</script></html>"),
        ("PDF", b"%PDF-1.4\n%%EOF"),
        ("zip", b"PK\x03\x04" + b"\0" * 40),
        ("cut JPEG head", b"\xff\xd8\xff\xe0"),
        ("nothing", b""),
    ],
)
def test_other_files_named_jpg_are_refused(why, data):
    with pytest.raises(UnacceptableImage):
        accept_image(ContentFile(data, name="photo.jpg"))


@pytest.mark.parametrize("image_format", ["GIF", "TIFF", "BMP", "ICO", "PPM"])
def test_formats_that_are_not_allowed_are_refused(image_format):
    with pytest.raises(UnacceptableImage, match="JPEG"):
        accept_image(picture(image_format))


def test_picture_that_ends_in_the_middle_is_refused():
    whole = picture("PNG", size=(400, 400)).read()
    with pytest.raises(UnacceptableImage):
        accept_image(ContentFile(whole[: len(whole) // 2], name="photo.png"))


def test_picture_with_too_many_pixels_is_refused_before_it_is_unpacked():
    def chunk(kind, data):
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    head = (30_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
    bomb += chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    with pytest.raises(UnacceptableImage, match="像素"):
        accept_image(ContentFile(bomb, name="photo.png"))


def test_file_that_is_too_large_is_refused():
    file = ContentFile(b"", name="photo.jpg")
    file.size = MAX_BYTES + 1
    with pytest.raises(UnacceptableImage, match="15 MB"):
        accept_image(file)


def test_place_and_camera_are_gone_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (31.0, 16.0, 0.0)
    original = picture(size=(60, 40), exif=exif)
    assert b"Camera of somebody" in original.read()
    accepted = accept_image(original)
    assert b"Camera" not in accepted.read()
    accepted.seek(0)
    image = opened(accepted)
    assert image.size == (40, 60)
    assert not image.getexif() and "icc_profile" not in image.info


def test_colours_are_brought_to_srgb():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = opened(accept_image(picture(icc_profile=lab)))
    assert "icc_profile" not in image.info


def test_broken_colour_profile_does_not_stop_the_picture():
    assert opened(accept_image(picture(icc_profile=b"no profile"))).size == (60, 40)


def test_name_tells_nothing_and_is_never_the_same():
    first, second = accept_image(picture()), accept_image(picture())
    assert first.name != second.name
    assert "photo" not in first.name and len(first.name) > 20


class TestSizes:
    @pytest.fixture
    def page(self, db):
        page = make_page()
        accepted = accept_image(picture(size=(900, 600)))
        page.image.save(accepted.name, accepted)
        return page

    def test_size_is_webp_in_the_same_shape(self, page):
        image = opened(resized(page.image, 300))
        assert (image.format, image.size) == ("WEBP", (300, 200))

    def test_picture_is_never_enlarged(self, page):
        assert opened(resized(page.image, 2000)).size == (900, 600)

    def test_size_is_made_once(self, page, media):
        resized(page.image, 300).close()
        resized(page.image, 300).close()
        assert len(list((media / "sizes").iterdir())) == 1

    def test_transparent_picture_stands_on_white_as_jpeg(self, page):
        clear = io.BytesIO()
        Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(clear, "PNG")
        page.image.save("clear.png", ContentFile(clear.getvalue()))
        image = opened(resized(page.image, 300, "JPEG"))
        assert (image.format, image.getpixel((9, 9))) == ("JPEG", (255, 255, 255))

    def test_missing_picture_is_told(self, page):
        page.image.storage.delete(page.image.name)
        with pytest.raises(FileNotFoundError):
            resized(page.image, 300)

    def test_replaced_picture_leaves_all_sizes(self, page, media):
        resized(page.image, 300).close()
        resized(page.image, 800, "JPEG").close()
        forget_image(page.image)
        assert not [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"ID3\x04\x00", ".mp3"),
        (b"\xff\xfb\x90\x64", ".mp3"),
        (b"\0\0\0\x20ftypM4A ", ".m4a"),
        (b"OggS\0\x02", ".ogg"),
    ],
)
def test_recording_is_known_by_its_first_bytes(head, suffix):
    accepted = accept_recording(ContentFile(head + b"\0" * 100, name="voice.exe"))
    assert accepted.name.endswith(suffix) and "voice" not in accepted.name


@pytest.mark.parametrize("data", [b"", b"RIFF\0\0\0\0WAVE", b"<html>", b"\xff\xff\xff"])
def test_other_recordings_are_refused(data):
    with pytest.raises(UnacceptableRecording, match="录音"):
        accept_recording(ContentFile(data, name="voice.mp3"))


def test_recording_that_is_too_large_is_refused():
    file = ContentFile(b"ID3", name="voice.mp3")
    file.size = 30 * 1024 * 1024
    with pytest.raises(UnacceptableRecording, match="20 MB"):
        accept_recording(file)
