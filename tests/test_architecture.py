"""The arrows between layers, read off imports, string relations and migrations.

Every module belongs to one layer; a layer may import only what `ALLOWED` says. What
stands in `articles` outside the named places is an action: rows change only there.
"""

import ast
import re
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent
CODE = ("articles", "people", "newsroom")
PAGES = (
    "admin|context_processors|desk|feeds|filters|forms|management|sitemaps|"
    "structured|templatetags|urls|views|\\w+_(views|urls|forms)"
)
PRINTED = "topics|page_json|contradictions|likeness|press_(rules|endings)"

#: The first pattern that matches the whole dotted name tells the layer.
LAYERS = [
    ("reading", r"articles\.reading(\..+)?"),
    ("printed", rf"articles\.({PRINTED})(\..+)?"),
    ("extraction", r"people\.extraction(\..+)?"),
    ("tenure", r"people\.tenure(\..+)?"),
    ("people models", r"people\.(models|migrations|apps)(\..+)?"),
    ("article models", r"articles\.(models|migrations)(\..+)?"),
    ("pages", rf"(articles|people)\.({PAGES})(\..+)?"),
    ("people actions", r"people\.resolution(\..+)?"),
    ("article actions", r"articles\..+"),
    ("wiring", r"newsroom(\..+)?"),
    ("empty", r"articles|people"),
]
PURE = {"reading", "printed", "extraction", "tenure"}
STAGES = {"reading", "extraction", "tenure"}
MODELS = {"people models", "article models"}
ACTIONS = {"people actions", "article actions"}
ALLOWED = {
    "reading": {"reading"},
    "printed": {"printed", "reading", "extraction"},
    "extraction": {"extraction"},
    "tenure": {"tenure"},
    "people models": {"people models"},
    "article models": MODELS,
    "people actions": {"people models", "people actions", "extraction", "tenure"},
    "article actions": PURE | MODELS | ACTIONS,
    "pages": {"printed", "pages"} | MODELS | ACTIONS,
    "wiring": {"wiring", "pages", "printed"} | MODELS | ACTIONS,
    "empty": set(),
}
#: The bench measures the stages alone, so it calls them.
MAY_CALL_STAGES = re.compile(r"newsroom\.(bench|management\.commands\.bench)(\..+)?")
#: What pure code may import besides the standard library.
PURE_PACKAGES = {"charset_normalizer", "pypinyin", "rapidfuzz"}
FORBIDDEN_NAMES = {"common", "core", "helpers", "manager", "managers", "misc"}
FORBIDDEN_NAMES |= {"services", "shared", "util", "utils"}
MAX_LINES = 400
MAX_FUNCTION_LINES = 40
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def layer_of(module: str) -> str | None:
    return next((layer for layer, names in LAYERS if re.fullmatch(names, module)), None)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def code_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports_of(source: str, module: str, is_package: bool = False) -> set[str]:
    """Every module that the source imports, relative ones resolved, at any depth."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = module.split(".")
                up = up[: len(up) - node.level + is_package]
                base = ".".join([*up, base] if base else up)
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def wrong_imports(source: str, module: str, is_package: bool = False) -> list[str]:
    """What a module imports although its layer must not."""
    layer = layer_of(module)
    allowed = set(ALLOWED[layer])
    if MAY_CALL_STAGES.fullmatch(module):
        allowed |= STAGES
    wrong = []
    for name in sorted(imports_of(source, module, is_package)):
        top = name.split(".")[0]
        if top in CODE:
            if layer_of(name) not in allowed | {"empty"}:
                wrong.append(f"{module} ({layer}) imports {name} ({layer_of(name)})")
        elif layer in PURE and not _is_pure_package(top):
            wrong.append(f"{module} ({layer}) imports {name}")
    return wrong


def _is_pure_package(top: str) -> bool:
    return top in sys.stdlib_module_names or top in PURE_PACKAGES


def strings_naming_articles(source: str) -> list[str]:
    """String constants that name a thing of `articles`, such as "articles.Issue"."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"articles(\.\w+)+", node.value)
    ]


def long_functions(source: str) -> list[tuple[str, int]]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    spans = (
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, kinds)
    )
    return [(name, lines) for name, lines in spans if lines > MAX_FUNCTION_LINES]


def faults_of_list(text: str) -> list[str]:
    """What is wrong with a word list: no source, not sorted, twice, or empty."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    entries = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    faults = []
    if not any("source:" in line.lower() for line in head):
        faults.append("no source named at the top")
    if any(not entry.strip() or entry != entry.strip() for entry in entries):
        faults.append("an entry is empty or has space around it")
    if entries != sorted(entries):
        at = next(a for a, b in zip(entries, sorted(entries), strict=True) if a != b)
        faults.append(f"not sorted by code point at {at}")
    if len(set(entries)) != len(entries):
        twice = sorted({entry for entry in entries if entries.count(entry) > 1})
        faults.append(f"twice: {twice[:5]}")
    return faults


# The house -------------------------------------------------------------------


@pytest.mark.parametrize("folder", CODE)
def test_every_module_has_a_layer(folder):
    homeless = [
        module_name(path)
        for path in code_files(folder)
        if layer_of(module_name(path)) is None and "data" not in path.parts
    ]
    assert not homeless, f"name the layer of {homeless} in LAYERS"


@pytest.mark.parametrize("folder", CODE)
def test_imports_follow_the_arrows(folder):
    wrong = []
    for path in code_files(folder):
        module = module_name(path)
        if layer_of(module) and "data" not in path.parts:
            is_package = path.name == "__init__.py"
            wrong += wrong_imports(path.read_text(), module, is_package)
    assert not wrong, "\n".join(wrong)


def test_people_names_articles_in_no_string():
    below = {"people models", "people actions", "extraction", "tenure"}
    wrong = {
        module_name(path): names
        for path in code_files("people")
        if layer_of(module_name(path)) in below
        and (names := strings_naming_articles(path.read_text()))
    }
    assert not wrong


def test_no_relation_leads_from_people_to_articles():
    wrong = [
        str(field)
        for model in apps.get_app_config("people").get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
        if field.related_model and field.related_model._meta.app_label == "articles"
    ]
    assert not wrong


def test_no_migration_of_people_depends_on_articles():
    loader = MigrationLoader(None)
    wrong = [
        (migration.name, needed)
        for (app, _), migration in loader.disk_migrations.items()
        if app == "people"
        for needed in [*migration.dependencies, *migration.run_before]
        if needed[0] == "articles"
    ]
    assert not wrong


def test_migrations_are_named_by_hand():
    wrong = [
        path.name
        for path in code_files("articles/migrations", "people/migrations")
        if re.search(r"_auto_\d|_alter_|_and_more|_initial|_merge_", path.name)
    ]
    assert not wrong


# Size and names --------------------------------------------------------------


def test_no_file_is_over_the_limit():
    files = [
        path for path in code_files(*CODE, "tests") if "migrations" not in path.parts
    ]
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if (lines := len(path.read_text().splitlines())) > MAX_LINES
    }
    assert not long


def test_no_function_is_over_the_limit():
    long = {
        str(path.relative_to(ROOT)): functions
        for path in code_files(*CODE, "tests")
        if (functions := long_functions(path.read_text()))
    }
    assert not long


def test_no_module_has_an_empty_name():
    wrong = [
        module_name(path)
        for path in code_files(*CODE, "tests")
        if FORBIDDEN_NAMES & set(module_name(path).split("."))
    ]
    assert not wrong


# What staff read -------------------------------------------------------------


def own_models():
    for label in ("articles", "people"):
        yield from apps.get_app_config(label).get_models()


def test_every_model_and_field_is_named_in_chinese():
    wrong = [
        model._meta.label
        for model in own_models()
        if not model._meta.auto_created
        if not CHINESE.search(str(model._meta.verbose_name))
        or not CHINESE.search(str(model._meta.verbose_name_plural))
    ]
    wrong += [
        str(field)
        for model in own_models()
        if not model._meta.auto_created
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if not field.auto_created and not CHINESE.search(str(field.verbose_name))
    ]
    assert not wrong


# Word lists ------------------------------------------------------------------


def word_lists() -> list[Path]:
    return sorted(
        path for folder in CODE for path in (ROOT / folder).rglob("data/*.txt")
    )


@pytest.mark.parametrize("path", word_lists(), ids=lambda path: path.name)
def test_word_list_is_sorted_unique_and_sourced(path):
    assert not faults_of_list(path.read_text(encoding="utf-8"))


def test_word_lists_are_found():
    assert word_lists()


# The guards themselves -------------------------------------------------------


@pytest.mark.parametrize(
    ("why", "module", "source", "is_wrong"),
    [
        ("pure", "articles.reading.lines", "import re", False),
        ("Django", "articles.reading.lines", "from django.conf import x", True),
        ("other pure", "articles.reading.lines", "import people.tenure", True),
        ("in a function", "people.tenure", "def f():\n import django", True),
        ("up one", "people.models.post", "from .area import Area", False),
        ("across", "people.models.post", "from articles.models import A", True),
        ("relative", "people.views", "from .extraction import find", True),
        ("as attribute", "people.views", "from people import tenure", True),
        ("action", "articles.views", "from articles import loading", False),
        ("stage", "articles.admin.page", "from articles.reading import r", True),
        ("settings", "articles.loading", "from newsroom import settings", True),
        ("resolution", "people.resolution", "import articles.models", True),
        ("bench", "newsroom.management.commands.bench", "import people.tenure", False),
        ("demo", "newsroom.management.commands.demo", "import people.tenure", True),
    ],
)
def test_guard_tells_wrong_arrows(why, module, source, is_wrong):
    assert bool(wrong_imports(source, module)) is is_wrong, why


def test_guard_tells_string_relations():
    source = '"""Written by articles.loading."""\nForeignKey("articles.Issue")'
    assert strings_naming_articles(source) == ["articles.Issue"]


@pytest.mark.parametrize(
    ("why", "text", "faults"),
    [
        ("good", "# Source: a register.\n丁\n万\n", 0),
        ("with values", "# Source: a register.\n丁\t1\n万\t2\n", 0),
        ("no source", "丁\n万\n", 1),
        ("order", "# Source: a register.\n万\n丁\n", 1),
        ("twice", "# Source: a register.\n丁\n丁\n", 1),
        ("space", "# Source: a register.\n丁 \n", 1),
    ],
)
def test_guard_tells_faulty_lists(why, text, faults):
    assert len(faults_of_list(text)) == faults, why


def test_guard_tells_long_functions():
    body = "    pass\n" * MAX_FUNCTION_LINES
    assert long_functions(f"def f():\n{body}") == [("f", MAX_FUNCTION_LINES + 1)]
