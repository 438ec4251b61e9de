"""Printed posts that cannot all be right. Pure: plain rows in, cases out.

街道党工委副书记乙 … 街道党工委书记乙     one person, chief and deputy of one body
书记甲 and 书记乙 in one article          two holders of a post with one seat
书记甲, then 书记乙, then 书记甲 again    a holder after a successor

No case: posts in different bodies (党工委副书记、办事处主任), posts that go together
(会长、轮值会长; 委员、副主任), 原 and 代, a handover within `TOLERANCE`.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

#: Reports of one event may be printed weeks apart; so may a handover.
TOLERANCE = timedelta(days=60)

_DEPUTY = re.compile(r"(?:专职|常务|执行|第[一二三四五])?副(?P<chief>.+)")
#: Organs that share one owner's name in print: X公司党委副书记、纪委书记.
_ORGAN = re.compile(r"党工委|党委|纪工委|纪委|党组|党总支|党支部|工会|团委|妇联")


@dataclass(frozen=True, slots=True)
class PrintedPost:
    """One claim as the search for contradictions reads it.

    `post` tells bodies of one name apart, where the record is known. `holds` is
    false for 原, 代, 主持工作 and 拟任. `seats` None means several.
    """

    claim: int
    person: Hashable
    name: str
    body: str
    role: str
    printed: str
    article: int
    issue: int
    post: Hashable = None
    seats: int | None = None
    holds: bool = True
    earliest: date | None = None
    latest: date | None = None

    @property
    def title(self) -> str:
        return self.body + self.role

    @property
    def seat(self) -> Hashable:
        return self.post or self.title


@dataclass(frozen=True, slots=True)
class Case:
    """A contradiction: the claims of both sides, the first of each to be quoted.

    `key` says the same after every re-reading; `questioned` are the claims that
    prove nothing until somebody judged the case.
    """

    kind: str
    key: tuple[str, ...]
    summary: str
    first: tuple[int, ...]
    second: tuple[int, ...]
    questioned: tuple[int, ...]


def find_contradictions(posts: Iterable[PrintedPost]) -> list[Case]:
    """All cases, each once; a chief who is also deputy explains a second holder."""
    posts = sorted((p for p in posts if p.holds), key=lambda p: (p.article, p.claim))
    doubles = list(_chiefs_and_deputies(posts))
    doubtful = {pk for case in doubles for pk in case.questioned}
    cases = [_with_other_holders(case, posts) for case in doubles]
    sound = [post for post in posts if post.claim not in doubtful]
    cases += _two_holders(sound)
    cases += _after_successors(sound)
    return _without_repeats(cases)


def _without_repeats(cases: list[Case]) -> list[Case]:
    """One case a key, and none whose claims another case of its kind holds all."""
    kept: dict[tuple, Case] = {}
    for case in sorted(cases, key=lambda case: -len(case.questioned)):
        within = any(
            other.kind == case.kind and {*case.questioned} <= {*other.questioned}
            for other in kept.values()
        )
        if not within:
            kept.setdefault((case.kind, case.key), case)
    return list(kept.values())


def chief_of(role: str) -> str:
    """书记 for 副书记, 常务副书记 and 专职副书记; "" for what is no deputy."""
    match = _DEPUTY.fullmatch(role)
    return match["chief"] if match else ""


def _chiefs_and_deputies(posts: list[PrintedPost]) -> Iterator[Case]:
    together: dict[tuple, list[PrintedPost]] = defaultdict(list)
    for post in posts:
        if post.body:
            together[post.article, post.person, post.body].append(post)
    for (_, _, body), printed in together.items():
        for role in dict.fromkeys(post.role for post in printed):
            deputies = [p for p in printed if chief_of(p.role) == role]
            chiefs = [p for p in printed if p.role == role]
            chiefs = [p for p in chiefs if any(_same_organ(p, d) for d in deputies)]
            if not (deputies and chiefs):
                continue
            one = chiefs[0]
            yield Case(
                kind="chief_and_deputy",
                key=(str(one.issue), one.name, body, role),
                summary=f"{one.name}在同一篇稿件里既是{body}{deputies[0].role}，"
                f"又是{body}{role}",
                first=tuple(p.claim for p in deputies),
                second=tuple(p.claim for p in chiefs),
                questioned=tuple(p.claim for p in deputies + chiefs),
            )


def _same_organ(first: PrintedPost, second: PrintedPost) -> bool:
    """Not 党委副书记 beside 纪委书记, printed of one company."""
    organs = [_ORGAN.findall(post.printed)[-1:] for post in (first, second)]
    return not all(organs) or organs[0] == organs[1]


def _with_other_holders(case: Case, posts: list[PrintedPost]) -> Case:
    """The case says who else is printed with the chief's post at that time."""
    chief = next(post for post in posts if post.claim == case.second[0])
    if chief.seats != 1:
        return case
    others = dict.fromkeys(
        post.name
        for post in posts
        if post.seat == chief.seat and post.person != chief.person
        if _at_one_time(post, chief)
    )
    if not others:
        return case
    names = "、".join(others)
    return replace(case, summary=f"{case.summary}；同期见报的{chief.title}还有{names}")


def _at_one_time(first: PrintedPost, second: PrintedPost) -> bool:
    if first.article == second.article:
        return True
    if first.earliest is None and second.earliest is None:
        return first.issue == second.issue
    return first.earliest == first.latest == second.earliest == second.latest


def _two_holders(posts: list[PrintedPost]) -> Iterator[Case]:
    """More people with a post at one time than it has seats."""
    for printed in _by_post(posts):
        moments: dict[tuple, list[PrintedPost]] = defaultdict(list)
        for post in printed:
            for moment in _moments(post):
                moments[moment].append(post)
        for at_once in moments.values():
            people = list(dict.fromkeys(post.person for post in at_once))
            if len(people) > at_once[0].seats:
                yield _between("two_holders", at_once, people[0], "同时见报")


def _by_post(posts: list[PrintedPost]) -> Iterator[list[PrintedPost]]:
    """Printed posts with few seats that more people hold than there are seats."""
    grouped: dict[Hashable, list[PrintedPost]] = defaultdict(list)
    for post in posts:
        if post.body and post.seats:
            grouped[post.seat].append(post)
    for printed in grouped.values():
        if len({post.person for post in printed}) > printed[0].seats:
            yield printed


def _moments(post: PrintedPost) -> Iterator[tuple]:
    """Names for the times at which the post was certainly held."""
    yield "article", post.article
    if post.earliest is None and post.latest is None:
        yield "issue", post.issue
    elif post.earliest == post.latest:
        yield "day", post.earliest


def _between(kind: str, posts: list[PrintedPost], person, how: str) -> Case:
    """A case between `person` and the others who are printed with one post."""
    first = [post for post in posts if post.person == person]
    second = [post for post in posts if post.person != person]
    names = list(dict.fromkeys(post.name for post in first + second))
    issues = sorted({str(post.issue) for post in posts})
    return Case(
        kind=kind,
        key=("-".join(issues), posts[0].title, *sorted(names)),
        summary=f"{posts[0].title}：{'、'.join(names)}{how}",
        first=tuple(post.claim for post in first),
        second=tuple(post.claim for post in second),
        questioned=tuple(post.claim for post in posts),
    )


def _after_successors(posts: list[PrintedPost]) -> Iterator[Case]:
    """Somebody with a one-seat post again, long after the next holder was seen."""
    for printed in _by_post(posts):
        if printed[0].seats != 1:
            continue
        dated = [post for post in printed if post.earliest and post.latest]
        people = dict.fromkeys(post.person for post in dated)
        for one, other in combinations(people, 2):
            mine = [post for post in dated if post.person == one]
            theirs = [post for post in dated if post.person == other]
            yield from _overlap(mine, theirs)


def _overlap(mine: list[PrintedPost], theirs: list[PrintedPost]) -> Iterator[Case]:
    for before, after in ((mine, theirs), (theirs, mine)):
        successor = min(after, key=lambda post: post.latest)
        late = [p for p in before if p.earliest > successor.latest + TOLERANCE]
        if late and any(post.latest < successor.earliest for post in before):
            yield _late_case(late, successor)
            return
    start = max(min(post.latest for post in side) for side in (mine, theirs))
    end = min(max(post.earliest for post in side) for side in (mine, theirs))
    if end - start > TOLERANCE:
        yield _between("two_holders", mine + theirs, mine[0].person, "任职时间重叠")


def _late_case(late: list[PrintedPost], successor: PrintedPost) -> Case:
    first = late[0]
    return Case(
        kind="after_successor",
        key=(str(first.issue), first.title, first.name, successor.name),
        summary=f"{first.title}：{successor.name}见报之后又见{first.name}",
        first=tuple(post.claim for post in late),
        second=(successor.claim,),
        questioned=tuple(post.claim for post in late),
    )
