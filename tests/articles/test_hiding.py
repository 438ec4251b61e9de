"""隐去姓名: a name that no visitor can read anywhere any more."""

import io
import re
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from PIL import Image

from articles import publishing
from articles.hiding import (
    HidingRefused,
    find_hideable,
    hide_person,
    preview_hiding,
    reveal_person,
)
from articles.identities import judge_different
from articles.loading import relink
from articles.masking import hidden_names_of
from articles.merging import merge_people
from articles.models import Appearance, Article, JournalEntry, Picture
from people.models import Person, PersonName
from tests.builders import (
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_issue,
    make_mention,
    make_organization,
    make_organization_mention,
    make_page,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
NAME = "简小宁"


def make_picture(article, **fields):
    data = io.BytesIO()
    Image.new("RGB", (40, 30)).save(data, "PNG")
    picture = Picture(article=article, **fields)
    picture.image.save("photo.png", ContentFile(data.getvalue()))
    return picture


@pytest.fixture
def resident():
    """A resident whom a published article names in every place a name can stand."""
    return make_person(name=NAME, visibility="community", consent_note="已同意")


@pytest.fixture
def article(resident):
    page = make_page(issue=make_issue())
    article = make_article(
        page=page,
        kicker=f"{NAME}的一天",
        headline=f"{NAME}守楼道十年",
        subheadline=f"邻居说{NAME}",
        standfirst=f"{NAME}的故事。",
        body=f"居民{NAME}每天扫楼道。\n■{NAME}的扫帚\n祝长青看望了{NAME}。",
        byline=f"通讯员 {NAME}",
        sign_off=f"{NAME}供稿",
    )
    make_mention(article=article, person=resident)
    make_organization_mention(
        article=article,
        organization=make_organization(name=f"{NAME}工作室", kind="studio"),
    )
    report = make_event_report(
        article=article,
        event=make_event(name=f"{NAME}分享会"),
        attendance=f"{NAME}等20人参加",
    )
    official = make_mention(article=article, person=make_person(name="祝长青"))
    make_claim(
        mention=official, post=make_post(), quote=f"党工委书记祝长青看望了{NAME}。"
    )
    Appearance.objects.create(
        report=report, mention=official, role="看望", quote=f"祝长青看望了{NAME}。"
    )
    publishing.refresh(Article.objects.all())
    return article


def crawl(client, *starts):
    """Every public page and file of words that a visitor can reach, by address."""
    queue, seen = [*starts], {}
    while queue:
        address = queue.pop()
        if address in seen or len(seen) > 200:
            continue
        answer = client.get(address)
        seen[address] = b"".join(answer) if answer.streaming else answer.content
        text = seen[address].decode("utf-8", "replace")
        links = re.findall(r'(?:href|src)="(/[^"#]*)"', text)
        links += re.findall(r"<loc>https?://[^/<]+(/[^<]*)</loc>", text)
        queue += [link for link in links if not link.startswith(("/static", "/admin"))]
    return seen


ENTRANCES = (
    *("/", "/issues/", "/people/", "/organizations/", "/events/", "/topics/"),
    *("/feed/", "/sitemap.xml", "/events/calendar.ics", "/corrections/"),
    *("/data/popolo.json", "/data/people.csv", "/data/memberships.csv"),
)


@pytest.fixture(autouse=True)
def open_data(settings):
    settings.PUBLIC_DATA = True


def addresses_naming(client, name):
    starts = [*ENTRANCES, f"/search/?q={quote('楼道')}", f"/search/?q={quote(name)}"]
    starts += [a.get_absolute_url() for a in Article.objects.all()]
    spelt = [name.encode(), quote(name).encode(), name.encode("unicode_escape")]
    return [
        address
        for address, content in crawl(client, *starts).items()
        if quote(name) not in address and any(words in content for words in spelt)
    ]


def test_before_hiding_the_name_is_read_in_many_places(client, article):
    assert len(addresses_naming(client, NAME)) > 5


def test_no_public_address_tells_the_name(client, article, resident, admin_user):
    hide_person(resident, admin_user, "本人申请")
    assert addresses_naming(client, NAME) == []
    assert "某某守楼道十年" in client.get(article.get_absolute_url()).content.decode()


def test_search_does_not_find_the_name(client, article, resident, admin_user):
    hide_person(resident, admin_user)
    text = client.get("/search/", {"q": NAME}).content.decode()
    assert article.get_absolute_url() not in text


@pytest.mark.parametrize("fields", [{"caption": f"{NAME}在扫地"}, {"alt_text": NAME}])
def test_picture_naming_the_person_is_taken_down(article, resident, admin_user, fields):
    picture, other = make_picture(article, **fields), make_picture(article)
    with pytest.raises(HidingRefused, match="1张图片"):
        hide_person(resident, admin_user)
    resident.refresh_from_db()
    assert resident.visibility == "community"
    hide_person(resident, admin_user, confirmed=True)
    picture.refresh_from_db()
    other.refresh_from_db()
    assert not picture.image and other.image
    assert article.masked(picture.caption) == picture.caption
    article.refresh_from_db()
    assert NAME not in article.masked(picture.description)


def test_recording_of_the_article_is_taken_down(article, resident, admin_user):
    article.recording.save("talk.mp3", ContentFile(b"ID3"))
    hide_person(resident, admin_user, confirmed=True)
    article.refresh_from_db()
    assert not article.recording


def test_print_stays_whole_for_staff(article, resident, admin_user):
    before = Article.objects.get().body
    hide_person(resident, admin_user)
    assert Article.objects.get().body == before
    assert JournalEntry.objects.filter(action="隐去姓名", by=admin_user).exists()


def test_hiding_outlives_reading_again(client, article, resident, admin_user):
    hide_person(resident, admin_user)
    article.refresh_from_db()
    relink(article)
    publishing.refresh([article])
    assert addresses_naming(client, NAME) == []


def test_name_is_masked_where_nobody_was_found(client, article, resident, admin_user):
    hide_person(resident, admin_user)
    later = make_article(body=f"昨天，{NAME}又来了。")
    publishing.refresh([later])
    assert NAME not in client.get(later.get_absolute_url()).content.decode()


@pytest.mark.parametrize("visibility", ["private", "representative"])
def test_name_is_masked_under_somebody_new(article, resident, admin_user, visibility):
    hide_person(resident, admin_user)
    later = make_article(body=f"昨天，{NAME}又来了。")
    make_mention(article=later, person=make_person(name=NAME, visibility=visibility))
    publishing.refresh([later])
    later.refresh_from_db()
    assert later.masked(later.body) == "昨天，某某又来了。"


def test_who_was_judged_somebody_else_is_left_alone(article, resident, admin_user):
    other = make_person(name=NAME, visibility="representative")
    judge_different(resident, other, admin_user)
    later = make_article(body=f"昨天，{NAME}又来了。")
    make_mention(article=later, person=other)
    hide_person(resident, admin_user)
    later.refresh_from_db()
    assert later.masked(later.body) == later.body


def test_article_taken_back_and_imported_again_stays_masked(
    article, resident, admin_user
):
    hide_person(resident, admin_user)
    body = article.body
    article.mentions.filter(person=resident).delete()
    again = make_article(body=body)
    relink(again)
    publishing.refresh([again])
    again.refresh_from_db()
    assert NAME not in again.masked(again.body)


def test_other_writing_of_the_name_is_masked(article, resident, admin_user):
    PersonName.objects.create(person=resident, name="小宁阿姨")
    other = make_article(body="小宁阿姨来了。")
    hide_person(resident, admin_user)
    other.refresh_from_db()
    assert other.masked(other.body) == "某某来了。"


def test_official_of_the_same_name_is_left_alone(article, resident, admin_user):
    namesake = make_person(name=NAME)
    other = make_article(body=f"街道党工委书记{NAME}到会。")
    make_claim(mention=make_mention(article=other, person=namesake), post=make_post())
    publishing.refresh([other])
    hide_person(resident, admin_user)
    other.refresh_from_db()
    namesake.refresh_from_db()
    assert other.masked(other.body) == other.body
    assert namesake.shown


def test_longer_name_of_an_official_is_left_alone(article, resident, admin_user):
    article.body += f"\n{NAME}远到会。"
    article.save()
    make_mention(article=article, person=make_person(name=f"{NAME}远"))
    hide_person(resident, admin_user)
    article.refresh_from_db()
    assert article.masked(f"{NAME}和{NAME}远") == f"某某和{NAME}远"


def test_officials_are_not_hidden(admin_user):
    with pytest.raises(HidingRefused, match="公职人员"):
        hide_person(make_person(), admin_user)


def test_article_with_two_of_one_name_is_shown_for_checking(article, resident):
    make_mention(article=article, person=make_person(name=NAME), ordinal=1)
    assert preview_hiding(resident).namesakes == [article]


def test_preview_changes_nothing(article, resident):
    hiding = preview_hiding(resident)
    assert hiding.articles == [article]
    assert [body.name for body in hiding.bodies] == [f"{NAME}工作室"]
    assert hidden_names_of() == {}
    assert Person.objects.get(pk=resident.pk).visibility == "community"


def test_revealing_brings_name_and_picture_back(client, article, resident, admin_user):
    picture = make_picture(article, caption=f"{NAME}在扫地")
    name = picture.image.name
    hide_person(resident, admin_user, confirmed=True)
    reveal_person(resident, admin_user)
    resident.refresh_from_db()
    picture.refresh_from_db()
    article.refresh_from_db()
    assert resident.visibility == "community"
    assert picture.image.name == name
    assert article.hidden_names == []
    assert NAME in client.get(article.get_absolute_url()).content.decode()


def test_merging_does_not_reveal(article, resident, admin_user):
    hide_person(resident, admin_user)
    resident.refresh_from_db()
    merge_people(resident, make_person(name="简小柠"), admin_user)
    article.refresh_from_db()
    assert NAME not in article.masked(article.body)


@pytest.mark.parametrize(
    ("who", "error"), [("无此人", "没有找到"), ("999999999999999999999", "没有找到")]
)
def test_unknown_person_is_refused(who, error):
    with pytest.raises(HidingRefused, match=error):
        find_hideable(who)


def test_namesakes_must_be_told_by_number():
    first, second = make_person(name="简宁"), make_person(name="简宁")
    with pytest.raises(HidingRefused, match="2人") as refusal:
        find_hideable("简宁")
    assert str(first.pk) in str(refusal.value)
    assert find_hideable(str(second.pk)) == second


def test_command_shows_first_and_hides_with_yes(article, resident, capsys):
    call_command("hide_person", NAME)
    assert "未执行" in capsys.readouterr().out
    assert Person.objects.get(pk=resident.pk).visibility == "community"
    call_command("hide_person", NAME, yes=True, reason="本人申请")
    assert Person.objects.get(pk=resident.pk).visibility == "hidden"


def test_command_names_the_picture_and_takes_it_down(article, resident, capsys):
    picture = make_picture(article, caption=f"{NAME}在扫地")
    call_command("hide_person", NAME)
    assert f"{NAME}在扫地" in capsys.readouterr().out
    picture.refresh_from_db()
    assert picture.image
    call_command("hide_person", NAME, yes=True, reason="本人申请")
    picture.refresh_from_db()
    assert not picture.image
    details = JournalEntry.objects.values_list("detail", flat=True)
    assert any(detail.get("reason") == "本人申请" for detail in details)


@pytest.mark.parametrize(("who", "user"), [("无此人", ""), (NAME, "nobody")])
def test_command_refuses_in_chinese(article, who, user):
    with pytest.raises(CommandError, match="错误："):
        call_command("hide_person", who, yes=True, user=user)
