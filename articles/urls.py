from django.urls import include, path

from articles import feeds
from articles.models import Article, Topic
from articles.views import (
    article,
    codes,
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
        "pictures/<id:pk>/shared.jpg",
        pictures.SharedPicture.as_view(),
        name="shared-picture",
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
    path("feed/", feeds.SiteFeed(), name="feed"),
    path("topics/<slug:slug>/feed/", feeds.TopicFeed(), name="topic-feed"),
    path(
        "articles/<id:pk>/code.svg",
        codes.Code.as_view(model=Article),
        name="article-code",
    ),
    path(
        "topics/<slug:slug>/code.svg",
        codes.Code.as_view(model=Topic),
        name="topic-code",
    ),
    path("codes/", codes.CodeSheets.as_view(), name="code-sheets"),
    path("codes/areas/", codes.AreaSheet.as_view(), name="code-areas"),
    path("codes/topics/", codes.TopicSheet.as_view(), name="code-topics"),
    path("codes/people/", codes.PersonSheet.as_view(), name="code-people"),
    path("codes/issues/<id:pk>/", codes.IssueSheet.as_view(), name="code-issue"),
    path("desk/", include("articles.desk_urls")),
]
