"""Bodies that sign an article with their full name: a notice is theirs.

（青石街道退役军人服务站）   ->  青石街道退役军人服务站
（党建办供稿）              ->  nothing: an office that sent the text
"""

from people.extraction.areas import Home, find_areas
from people.extraction.bodies import find_bodies
from people.extraction.kinds import is_joint, is_temporary
from people.extraction.lines import read_line
from people.extraction.resolver import Resolver
from people.extraction.structure import Context, FoundOrganization

_NEVER = frozenset(["media", "platform", "studio", "other"])


def find_signed(
    sign_off: str, context: Context, home: Home
) -> tuple[FoundOrganization, ...]:
    """The bodies of the line below an article, if an area stands in front."""
    if not sign_off:
        return ()
    line = read_line("sign_off", 0, sign_off)
    resolver = Resolver(home, find_areas((line,), context), (line,))
    return tuple(
        FoundOrganization(
            body.name,
            body.printed,
            body.kind,
            (line.place(body.start, body.end),),
            temporary=is_temporary(body.name),
            joint=is_joint(body.name),
            rule="signed",
        )
        for body in find_bodies((line,), resolver)
        if body.name and body.kind not in _NEVER and resolver.is_full(body.printed)
    )
