"""What a machine that watches the site is told."""

from django.db import DatabaseError, connection
from django.test import Client

from newsroom import health


def test_process_answers_without_database():
    assert Client().get("/healthz").text == "ok\n"


def test_ready_once_every_migration_is_there(db):
    response = Client().get("/readyz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-cache" in response.headers["Cache-Control"]


def test_not_ready_while_a_migration_is_missing(db):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'articles'")
    response = Client().get("/readyz")
    assert (response.status_code, response.text) == (503, "migrations\n")


def test_not_ready_without_database(monkeypatch):
    def refuse(connection):
        raise DatabaseError("gone")

    monkeypatch.setattr(health, "MigrationExecutor", refuse)
    response = Client().get("/readyz")
    assert (response.status_code, response.text) == (503, "database\n")
