"""People, posts, bodies, events and topics of loaded articles; verdicts outlive all."""

import pytest

from articles.loading import ImportOptions, link_article, load_issue, relink
from articles.models import (
    Article,
    Claim,
    Mention,
    OrganizationMention,
    Question,
    Topic,
    TopicLink,
)
from people.extraction.structure import (
    Found,
    FoundEvent,
    FoundOrganization,
    FoundPerson,
    Place,
)
from people.models import Area, Organization, Person, Post
from tests.builders import make_area, make_article, make_edition
from tests.printed import printed_article, printed_page, read_file

pytestmark = pytest.mark.django_db

OPENING = printed_article(
    "石桥街道老年食堂开张",
    "近日，石桥街道老年食堂开张。石桥街道党工委书记郑山河、街道办事处主任叶知秋共同揭牌。",
    "石桥街道党工委副书记、纪工委书记高远主持仪式。",
)
VISIT = printed_article(
    "石桥街道：郑山河走访柳荫居民区",
    "日前，石桥街道党工委书记郑山河走访柳荫居民区党总支。",
)


@pytest.fixture(autouse=True)
def edition():
    district = make_area(name="丹枫区", kind=Area.Kind.DISTRICT)
    return make_edition(home=make_area(name="石桥街道", parent=district))


def load(*articles, number="12", name="1.txt", **options):
    file = read_file(printed_page(*articles, number=number), name=name)
    return load_issue([file], ImportOptions(**options))


def claims_of(name):
    rows = Claim.objects.filter(mention__name_as_printed=name)
    return {(row.post_as_printed, str(row.post or "")) for row in rows}


def test_post_finds_its_body_and_the_later_part_its_street():
    load(OPENING)
    posts = {post for _, post in claims_of("高远")}
    assert posts == {"石桥街道党工委副书记", "石桥街道纪工委书记"}
    assert Post.objects.get(organization__name="石桥街道党工委", role="书记").seats == 1
    claim = Claim.objects.get(mention__name_as_printed="叶知秋")
    assert claim.post.organization.name == "石桥街道办事处"
    assert claim.post.organization.area.name == "石桥街道"
    assert "叶知秋" in claim.quote
    assert claim.body_rule


def test_one_person_in_two_articles_is_one_record_with_the_print_of_each():
    load(OPENING, VISIT)
    person = Person.objects.get(name="郑山河")
    assert person.mentions.count() == 2
    assert person.sort_name == "zheng shanhe"
    assert all(mention.rule and mention.spans for mention in person.mentions.all())


def test_same_person_in_the_next_issue():
    load(OPENING)
    load(VISIT, number="13", name="2.txt")
    assert Person.objects.filter(name="郑山河").count() == 1


def test_neighbourhood_gets_its_area():
    load(VISIT)
    area = Area.objects.get(kind="neighbourhood")
    assert (area.name, area.parent.name) == ("柳荫居民区", "石桥街道")


def test_namesake_in_an_unrelated_body_is_apart_and_asked_once():
    load(OPENING)
    other = printed_article(
        "银行送服务上门",
        "近日，江州银行丹枫支行行长郑山河带队到石桥街道，为居民讲解防骗知识。",
    )
    load(other, number="13", name="2.txt")
    assert Person.objects.filter(name="郑山河").count() == 2
    question = Question.objects.get(kind=Question.Kind.HOMONYM)
    assert "郑山河" in question.summary
    assert question.first_quote and question.second_quote


def test_national_leader_is_quoted_and_never_indexed():
    load(printed_article("学习", "石桥街道学习贯彻习近平总书记重要讲话精神。"))
    mention = Mention.objects.get()
    assert mention.leader
    assert mention.person is None
    assert not Person.objects.exists()


def test_rejected_name_stays_rejected_when_the_page_changes():
    load(OPENING)
    Mention.objects.filter(name_as_printed="高远").update(verdict="rejected")
    longer = printed_article(
        OPENING.headline, *[p.text for p in OPENING.paragraphs], "居民连声称赞。"
    )
    load(longer)
    assert Mention.objects.get(name_as_printed="高远").verdict == "rejected"


def test_editors_person_and_claim_survive_a_new_reading():
    load(OPENING)
    mention = Mention.objects.get(name_as_printed="郑山河")
    other = Person.objects.create(name="郑山河", disambiguation="另一位")
    Mention.objects.filter(pk=mention.pk).update(person=other, by_editor=True)
    Claim.objects.create(
        mention=mention, post_as_printed="劳动模范", kind="honour", by_editor=True
    )
    longer = printed_article(
        OPENING.headline, *[p.text for p in OPENING.paragraphs], "居民连声称赞。"
    )
    load(longer)
    mention.refresh_from_db()
    assert mention.person == other
    assert mention.claims.filter(post_as_printed="劳动模范").exists()


def test_name_that_print_does_not_show_any_more_goes_unless_judged():
    load(OPENING)
    Mention.objects.filter(name_as_printed="叶知秋").update(verdict="accepted")
    shorter = printed_article(OPENING.headline, OPENING.paragraphs[1].text)
    load(shorter)
    names = set(Mention.objects.values_list("name_as_printed", flat=True))
    assert names == {"高远", "叶知秋"}


def test_relinking_an_unchanged_article_changes_nothing():
    load(OPENING, VISIT)
    before = {
        model: list(model.objects.order_by("pk").values())
        for model in (Mention, Claim, OrganizationMention, TopicLink)
    }
    for article in Article.objects.all():
        relink(article)
    for model, rows in before.items():
        assert list(model.objects.order_by("pk").values()) == rows, model


def test_relinking_reads_what_an_editor_typed():
    load(VISIT)
    article = Article.objects.get()
    article.body += "\n石桥街道办事处副主任许如意陪同。"
    article.save()
    relink(article)
    claim = Claim.objects.get(mention__name_as_printed="许如意")
    assert str(claim.post) == "石桥街道办事处副主任"


def test_topics_come_from_the_vocabulary_and_quoted_terms_only_as_proposals():
    load(
        printed_article(
            "垃圾厢房搬了新家",
            "垃圾分类半年，湿垃圾少了。居民叫它“绿房子”，“绿房子”天天洗。",
            "“绿房子”旁边种了花。",
        )
    )
    accepted = TopicLink.objects.accepted()
    assert [link.tag.name for link in accepted] == ["垃圾分类"]
    proposal = TopicLink.objects.get(origin="quoted")
    assert (proposal.tag.name, proposal.verdict) == ("绿房子", "found")
    assert not proposal.tag.public


def test_vocabulary_grows_in_the_admin():
    load(OPENING)
    Topic.objects.create(name="社区食堂", slug="shequ-shitang", synonyms="老年食堂")
    relink(Article.objects.get())
    assert TopicLink.objects.accepted().filter(tag__name="社区食堂").exists()


def test_rejected_topic_is_not_proposed_again():
    load(printed_article("垃圾分类进楼道", "垃圾分类进楼道，垃圾分类靠大家。"))
    TopicLink.objects.update(verdict="rejected")
    relink(Article.objects.get())
    assert TopicLink.objects.get().verdict == "rejected"


def test_known_people_cost_no_query_a_name(django_assert_max_num_queries):
    Person.objects.bulk_create(Person(name=f"郑{n}") for n in range(2000))
    lines = [f"石桥街道办事处副主任郑山{sign}走访柳荫里。" for sign in "江海湖河泉溪"]
    with django_assert_max_num_queries(150) as few:
        load(printed_article("走访", *lines[:2]))
    names = "东西南北春夏秋冬梅兰竹菊松柏桂榆"
    lines += [f"石桥街道办事处副主任吴{sign}走访柳荫里。" for sign in names]
    with django_assert_max_num_queries(len(few) + 8):
        load(printed_article("走访柳荫里", *lines), number="13", name="2.txt")


def test_body_named_twice_is_one_record():
    load(OPENING, VISIT)
    assert Organization.objects.filter(name="石桥街道党工委").count() == 1


def test_office_printed_without_its_body_finds_the_holder_in_the_next_issue():
    load(printed_article("选举", "石桥街道柳荫居委会主任顾敏当选。"))
    load(
        printed_article("加梯", "居委会主任顾敏说，下周开工。"),
        number="13",
        name="2.txt",
    )
    assert Person.objects.filter(name="顾敏").count() == 1


def test_vouching_leaves_a_newer_namesake_to_be_judged():
    load(OPENING, publish=True)
    other = printed_article(
        "消防进楼道",
        "近日，丹枫区消防救援大队大队长郑山河到石桥街道讲课，石桥街道居民来听。",
    )
    load(other, VISIT, number="13", name="2.txt", publish=True)
    old, new = Person.objects.filter(name="郑山河").order_by("pk")
    assert set(Claim.objects.filter(mention__person=old).values_list("verdict")) == {
        ("accepted",)
    }
    assert set(Claim.objects.filter(mention__person=new).values_list("verdict")) == {
        ("found",)
    }


def test_names_that_no_name_is_as_long_as_are_left_out():
    article = make_article(published=False)
    place = Place("body", 0, 0, 1)
    found = Found(
        people=(FoundPerson("郑山河", (place,)), FoundPerson("郑" * 3000, (place,))),
        organizations=(
            FoundOrganization("石" * 3000, "石桥街道办事处", "other", (place,)),
        ),
        events=(FoundEvent("会" * 3000),),
    )
    link_article(article, found)
    assert article.mentions.get().name_as_printed == "郑山河"
    assert not article.organization_mentions.exists()
    assert not article.event_reports.exists()
