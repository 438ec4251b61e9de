"""A query as either database reads it. Both give the same articles.

(党建引领 or 党建联建) and topic 3
SQLite       terms : ("党建 建引 引领" OR "党建 建联 联建") AND marks : "topic3"
PostgreSQL   ('党建' <-> '建引' <-> '引领' | ...) & 'TOPIC3'
"""

from collections.abc import Iterable

from django.db.models import BooleanField, Func

from .query import Phrase, Word


class Matches(Func):
    """Whether a row of `SearchEntry` holds all words and all marks.

    With `most` the database looks no further than so many rows, any of them.
    """

    output_field = BooleanField()

    def __init__(
        self, words: Iterable[Word], marks: Iterable[str], most: int | None = None
    ):
        self.words, self.marks, self.most = tuple(words), tuple(marks), most
        super().__init__("id")

    def as_sqlite(self, compiler, connection, **extra):
        sql = (
            f"({self._table(compiler)}.id IN (SELECT rowid FROM articles_searchindex"
            " WHERE articles_searchindex MATCH %s LIMIT %s))"
        )
        most = -1 if self.most is None else self.most
        return sql, [fts5_query(self.words, self.marks), most]

    def as_postgresql(self, compiler, connection, **extra):
        query, table = tsquery(self.words, self.marks), self._table(compiler)
        if self.most is None:
            return f"({table}.vector @@ %s::tsquery)", [query]
        sql = f"({table}.id IN (SELECT articles_search_ids(%s::tsquery, %s)))"
        return sql, [query, self.most]

    def _table(self, compiler) -> str:
        """The name of the table in this query; in one within another it has its own."""
        (entry_id,) = self.get_source_expressions()
        return compiler.quote_name_unless_alias(entry_id.alias)


def fts5_query(words: Iterable[Word], marks: Iterable[str]) -> str:
    parts = [
        f"terms : ({' OR '.join(map(_fts5_phrase, word.phrases))})" for word in words
    ]
    parts += [f'marks : "{mark}"' for mark in marks]
    return " AND ".join(parts)


def _fts5_phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.terms)}"{" *" if phrase.opens else ""}'


def tsquery(words: Iterable[Word], marks: Iterable[str]) -> str:
    parts = [f"({' | '.join(map(_tsquery_phrase, word.phrases))})" for word in words]
    parts += [f"'{mark.upper()}'" for mark in marks]
    return " & ".join(parts)


def _tsquery_phrase(phrase: Phrase) -> str:
    quoted = " <-> ".join(f"'{term}'" for term in phrase.terms)
    return f"({quoted}{':*' if phrase.opens else ''})"
