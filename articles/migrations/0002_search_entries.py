import datetime

import django.db.models.deletion
from django.db import migrations, models

# The tokenizer `ascii` splits at spaces alone and takes every Chinese character for
# a letter; the terms are cut before they come here.
SQLITE = [
    """
    CREATE VIRTUAL TABLE articles_searchindex USING fts5(
        terms, marks, content='articles_searchentry', content_rowid='id',
        tokenize='ascii'
    )
    """,
    """
    CREATE TRIGGER articles_searchentry_added AFTER INSERT ON articles_searchentry
    BEGIN
        INSERT INTO articles_searchindex (rowid, terms, marks)
        VALUES (new.id, new.terms, new.marks);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_deleted AFTER DELETE ON articles_searchentry
    BEGIN
        INSERT INTO articles_searchindex (articles_searchindex, rowid, terms, marks)
        VALUES ('delete', old.id, old.terms, old.marks);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_changed AFTER UPDATE ON articles_searchentry
    BEGIN
        INSERT INTO articles_searchindex (articles_searchindex, rowid, terms, marks)
        VALUES ('delete', old.id, old.terms, old.marks);
        INSERT INTO articles_searchindex (rowid, terms, marks)
        VALUES (new.id, new.terms, new.marks);
    END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER articles_searchentry_changed",
    "DROP TRIGGER articles_searchentry_deleted",
    "DROP TRIGGER articles_searchentry_added",
    "DROP TABLE articles_searchindex",
]

# Terms keep their places, so that a phrase is found; marks, in capitals, have none.
POSTGRESQL = [
    """
    CREATE FUNCTION articles_search_vector(terms text, marks text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT (
            coalesce(string_agg(word || ':' || place, ' '), '') || ' ' || upper(marks)
        )::tsvector
        FROM unnest(string_to_array(terms, ' ')) WITH ORDINALITY AS words (word, place)
        WHERE word <> ''
    $$
    """,
    """
    ALTER TABLE articles_searchentry ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (articles_search_vector(terms, marks)) STORED
    """,
    "CREATE INDEX articles_searchindex ON articles_searchentry USING gin (vector)",
    # Vectors lie outside the table proper, so the planner thinks that reading them all
    # is cheap, and the index, which is larger than the table, is not.
    """
    CREATE FUNCTION articles_search_ids(query tsquery, most integer)
    RETURNS SETOF bigint LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT id FROM articles_searchentry WHERE vector @@ query LIMIT most
    $$
    """,
]
POSTGRESQL_BACK = [
    "DROP FUNCTION articles_search_ids",
    "DROP INDEX articles_searchindex",
    "ALTER TABLE articles_searchentry DROP COLUMN vector",
    "DROP FUNCTION articles_search_vector",
]


def make_index(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_issues_articles_and_links")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "sort_date",
                    models.DateField(
                        default=datetime.date(1, 1, 1),
                        editable=False,
                        verbose_name="排序日期",
                    ),
                ),
                ("terms", models.TextField(editable=False, verbose_name="检索词")),
                ("marks", models.TextField(editable=False, verbose_name="筛选标记")),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.article",
                        verbose_name="稿件",
                    ),
                ),
            ],
            options={
                "verbose_name": "检索条目",
                "verbose_name_plural": "检索条目",
                "ordering": ["-sort_date", "-article"],
                "indexes": [
                    models.Index(
                        fields=["-sort_date", "-article"], name="search_newest"
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
