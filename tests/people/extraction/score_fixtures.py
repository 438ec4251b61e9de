"""Score the finders on the sample articles, in two halves by file.

    python tests/people/extraction/score_fixtures.py

Rules are made from the misses of half a only; half b says how general they are.
The scorer and its gold schema lie in ../shared.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from people.extraction import find_mentions  # noqa: E402 (the path comes first)
from people.extraction.structure import ArticleText, Context  # noqa: E402

SCORER = ROOT.parent / "shared" / "gold" / "score.py"
CONTEXT = Context(home="梧桐里街道", district="汀浦区", city="上海市")
FIGURES = ("people_page", "post_strict", "org_exact", "org_lenient")


def predict(page: dict) -> dict:
    """The page with what the finders make of each of its articles."""
    return page | {
        "articles": [article | find(article) for article in page["articles"]]
    }


def find(article: dict) -> dict:
    fields = ("headline", "kicker", "subheadline", "standfirst")
    headings = article.get("section_headings") or []
    text = ArticleText(
        **{name: article.get(name) or "" for name in fields},
        paragraphs=(*headings, *article["paragraphs"]),
        section_headings=frozenset(range(len(headings))),
        captions=tuple(article["captions"]),
        bylines=tuple(article["bylines"]),
    )
    found = find_mentions(text, CONTEXT)
    people = [person for person in found.people if not person.public_figure]
    return {
        "people": [
            {
                "name": person.name,
                "posts": [post.text for post in person.posts],
                "organizations": [post.body for post in person.posts if post.body],
            }
            for person in people
        ],
        "organizations": [body.name for body in found.organizations],
    }


def score(files: list[Path]) -> dict:
    """The scorer's figures for some pages."""
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder, "gold"), Path(folder, "found")
        for each in (gold, found):
            each.mkdir()
        for file in files:
            page = json.loads(file.read_text("utf-8"))
            for place, data in ((gold, page), (found, predict(page))):
                (place / file.name).write_text(json.dumps(data), "utf-8")
        command = [sys.executable, str(SCORER), str(found), "--gold", str(gold)]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
    return next(iter(json.loads(result.stdout).values()))


if __name__ == "__main__":
    pages = sorted((ROOT / "fixtures" / "expected").glob("*.json"))
    for half, files in (("a", pages[::2]), ("b", pages[1::2])):
        figures = score(files)
        row = [f"{k} P{figures[k]['p']:.3f} R{figures[k]['r']:.3f}" for k in FIGURES]
        print(half, *row, f"owners {figures['person_org']['acc']:.3f}", sep="  ")
