"""Every change of what visitors may see gives the content another version.

Changes are noticed where statements pass to the database, so that no action, form,
command or shell can forget to tell. Who changes rows past Django restarts nothing and
tells nobody: browsers then keep what they have until the next change.
"""

import re

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.models import ContentVersion

#: Statements that change content. What readers report is for staff alone.
CHANGE = re.compile(
    r"""
    \s* (?: INSERT\ (?:OR\ \w+\ )?INTO | UPDATE | DELETE\ FROM | TRUNCATE ) \s+
    "? (?:articles|people|taggit)_ (?! contentversion | report\b )
    """,
    re.VERBOSE,
)


def watch(sender, connection: BaseDatabaseWrapper, **kwargs) -> None:
    """Look at every statement of a connection; connected to `connection_created`."""
    if notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(notice)


def notice(execute, sql, params, many, context):
    """Run the statement; after the first change in a transaction, change the version
    in the same transaction."""
    result = execute(sql, params, many, context)
    if CHANGE.match(sql):
        _change_version(context["connection"])
    return result


def _change_version(connection: BaseDatabaseWrapper) -> None:
    # The list is emptied by commit and rollback, and by the rollback of a savepoint
    # loses what was put in since: what is still in it was changed and will stay so.
    if any(noted is _noted for _, noted, _ in connection.run_on_commit):
        return
    if not _has_versions(connection):
        return
    transaction.on_commit(_noted, using=connection.alias)
    ContentVersion.objects.using(connection.alias).change()


def _noted() -> None:
    """What stands in the list of a transaction whose change was told."""


def _has_versions(connection: BaseDatabaseWrapper) -> bool:
    """Whether the table is there: migrations before its own change rows too."""
    if not getattr(connection, "has_content_versions", False):
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
        connection.has_content_versions = ContentVersion._meta.db_table in names
    return connection.has_content_versions
