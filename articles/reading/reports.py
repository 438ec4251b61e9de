"""How reports begin, and the lines that stand above their first.

"（渡口办）" / "老码头换了新灯" / "5月9日晚，……"   ->   the second is no text
"""

import re
from itertools import pairwise

from articles.reading.lines import Line
from articles.reading.phrases import ENDED, Continuity
from articles.reading.structure import Role

#: how reports begin
WHEN = r"(?:日前|近日|昨天|昨日|今天|今起|上周|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日)"
DATELINE = re.compile(f"{WHEN}[^：:]*，")
#: 5月9日上午, but not 5月9日至11日
REPORTED = re.compile(f"{WHEN}(?![至到起前、—-])")
INNER_STOP = re.compile("[。；].")
HEAD_LINES = 4  # of a headline with its caption


def stands_before_report(lines: list[Line], index: int, continuity: Continuity) -> bool:
    """Whether a line stands between a sign-off and the day that a report begins with.

    Nothing ends there, and nothing goes on in the line with the day.
    """
    start = index
    while start and lines[start - 1].role != Role.SIGN_OFF:
        start -= 1
        if index - start == HEAD_LINES:
            return False
    if not start:
        return False
    rows = pairwise(lines[start : start + HEAD_LINES + 1])
    for place, (above, line) in enumerate(rows, start + 1):
        if ENDED.search(above.text) or INNER_STOP.search(above.text):
            return False
        if line.role is None and place > index and DATELINE.match(line.text):
            return continuity.score(above.text, line.text) < 0.0
    return False
