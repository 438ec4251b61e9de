"""/desk/: for staff only. Included in the addresses of this app."""

from django.urls import path

from articles import desk

urlpatterns = [
    path("", desk.article_search, name="desk"),
    path("articles.csv", desk.article_table, name="desk-csv"),
    path("articles/<int:pk>/", desk.draft, name="desk-article"),
]
