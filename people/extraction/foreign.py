"""Names of other languages, written by sound and without a dot.

书记阿丽米娜摆出一组数   -> 阿丽米娜
姜冬梅、乌云其其格、闻静   -> 乌云其其格
"""

import re

from people.extraction.followers import follow_strength
from people.extraction.wordlists import words

_SHORTEST, _LONGEST = 4, 6
_RUN = re.compile(
    f"[{''.join(words('transliterating_characters'))}]{{{_SHORTEST},{_LONGEST}}}"
)
_CLEAR = 2.0


def is_foreign(item: str) -> bool:
    """Four characters and more that write sounds."""
    return bool(_RUN.fullmatch(item))


def foreign_end(text: str, start: int) -> int:
    """Where the name written by sound ends that begins at `start`; 0 if none does.

    阿依古丽|提醒: the last character of the run may begin a word.
    """
    run = _RUN.match(text, start)
    if run is None:
        return 0
    for end in range(run.end(), start + _SHORTEST - 1, -1):
        begins_word = text[end - 1 : end + 1] in words("followers")
        if follow_strength(text, end) >= _CLEAR and not begins_word:
            return end
    return run.end()
