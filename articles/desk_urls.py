"""/desk/: for staff only. Included in the addresses of this app."""

from django.urls import path

from articles.desk import views

urlpatterns = [
    path("", views.article_search, name="desk"),
    path("articles.csv", views.article_table, name="desk-csv"),
    path("articles/<int:pk>/", views.draft, name="desk-article"),
]
