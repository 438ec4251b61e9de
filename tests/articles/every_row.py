"""One row of every model, so that every page of the admin has something to show."""

import hashlib
from datetime import date

from django.contrib.auth.models import Group

from articles.models import (
    Appearance,
    Correction,
    Evidence,
    Fragment,
    ImportRun,
    JournalEntry,
    Merge,
    Picture,
    Question,
    Report,
    Source,
    UnitClaim,
)
from articles.search import index_articles
from people.models import (
    AreaName,
    Identity,
    Membership,
    OrganizationName,
    PersonName,
    Ruling,
    UnitMembership,
)
from tests import builders


def make_one_of_each(user):
    article = builders.make_article(published=False)
    area = builders.make_area()
    body = builders.make_organization(area=area)
    post = builders.make_post(organization=body)
    mention = builders.make_mention(article=article)
    claim = builders.make_claim(mention=mention, post=post)
    builders.make_organization_mention(article=article, organization=body)
    report = builders.make_event_report(article=article)
    builders.link_topic(article, builders.make_topic())
    _make_files(article, user)
    _make_printed(article, mention, report)
    _make_judged(article, mention.person, post, claim, user)
    _make_names(mention.person, body, area, user)
    index_articles([builders.make_article().pk])
    return article


def _make_files(article, user):
    run = ImportRun.objects.create(user=user, files="一版.txt")
    data = "弄堂口的路灯亮了。".encode()
    source = Source.objects.create(
        edition=article.issue.edition,
        name="一版.txt",
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        run=run,
    )
    article.page.source, article.page.raw_text = source, data.decode()
    article.page.save()
    Fragment.objects.create(
        page=article.page, start=0, end=9, role="body", article=article
    )
    Picture.objects.create(article=article, caption="修灯师傅在弄堂口")


def _make_printed(article, mention, report):
    Appearance.objects.create(report=report, mention=mention, role="主持")
    UnitClaim.objects.create(
        article=article, body_as_named="枫桥联席会议", unit_as_named="枫桥书店"
    )


def _make_judged(article, person, post, claim, user):
    day = date(2024, 5, 9)
    membership = Membership.objects.create(
        person=person, post=post, first_seen=day, last_seen=day
    )
    Evidence.objects.create(
        membership=membership, bound="first_seen", date=day, claim=claim
    )
    Ruling.objects.create(
        kind="roster",
        person=person,
        post=post,
        checked_on=day,
        source="办公室",
        made_by=user,
    )
    Correction.objects.create(
        article=article, printed_words="路灯", corrected_words="路牌", written_by=user
    )
    Question.objects.create(
        key="k", kind="two_holders", summary="两人同职", about={"first": [claim.pk]}
    )
    Report.objects.create(receipt="A1", kind="error", text="有错字")
    JournalEntry.objects.create(by=user, action="发布", target="枫桥")


def _make_names(person, body, area, user):
    PersonName.objects.create(person=person, name="祝老师")
    OrganizationName.objects.create(organization=body, name="枫桥党工委")
    AreaName.objects.create(area=area, name="枫桥")
    other = builders.make_person(name="祝长庆")
    low, high = sorted((person, other), key=lambda row: row.pk)
    Identity.objects.create(
        verdict="different", first_person=low, second_person=high, judged_by=user
    )
    unit = builders.make_organization()
    UnitMembership.objects.create(organization=body, unit=unit)
    Group.objects.create(name="夜班")
    Merge.objects.create(kind="person", merged_id=1, into_id=2)
