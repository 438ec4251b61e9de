"""Characters that no database stores, replaced and recorded.

"居民\\0区"   ->   "居民\ufffd区", one repair at 2
"""

import re

from articles.reading.structure import Cleanup

BROKEN = re.compile("[\0\ud800-\udfff]")


def repair(text: str) -> tuple[str, list[Cleanup]]:
    """The text with U+FFFD for NUL and lone surrogates, and where they stood."""
    repairs = [
        Cleanup(
            found.start(), found.end(), "replaced", f"U+{ord(found[0]):04X}", "\ufffd"
        )
        for found in BROKEN.finditer(text)
    ]
    return (BROKEN.sub("\ufffd", text) if repairs else text), repairs
