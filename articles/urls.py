from django.urls import include, path

from articles.views import (
    article,
    corrections,
    ids,  # noqa: F401 addresses use its converter
    issues,
    pictures,
    reports,
    search,
    topics,
)

app_name = "articles"
urlpatterns = [
    path("issues/", issues.IssueList.as_view(), name="issue-list"),
    path("issues/<id:pk>/", issues.IssueDetail.as_view(), name="issue-detail"),
    path(
        "issues/<id:pk>/pages/<id:number>/",
        issues.PageDetail.as_view(),
        name="page-detail",
    ),
    path("articles/<id:pk>/", article.ArticleDetail.as_view(), name="article-detail"),
    path(
        "articles/<id:pk>/recording/",
        pictures.RecordingFile.as_view(),
        name="recording",
    ),
    path(
        "pictures/<id:pk>/<int:width>.webp",
        pictures.PictureFile.as_view(),
        name="picture",
    ),
    path(
        "pictures/pages/<id:pk>/<int:width>.webp",
        pictures.PageFile.as_view(),
        name="page-image",
    ),
    path("topics/", topics.TopicList.as_view(), name="topic-list"),
    path("topics/<slug:slug>/", topics.TopicDetail.as_view(), name="topic-detail"),
    path("corrections/", corrections.CorrectionList.as_view(), name="correction-list"),
    path("report/", reports.ReportView.as_view(), name="report"),
    path(
        "report/received/<slug:receipt>/",
        reports.ReportReceived.as_view(),
        name="report-received",
    ),
    path("search/", search.search_page, name="search"),
    path("desk/", include("articles.desk_urls")),
]
