"""Which names visitors read as 某某, article by article.

A hidden person's name is masked wherever it stands, also where nobody was found
under it, or somebody new: a later reading cannot bring it back. Left alone are
officials of that name, national leaders, and who was judged to be somebody else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from articles.models import Article, EventReport, Mention, OrganizationMention, Picture
from articles.models.article import KEPT
from people.models import Identity, Person, PersonName

#: Fields in which a name may stand.
TEXTS = (
    "kicker",
    "headline",
    "subheadline",
    "standfirst",
    "body",
    "byline",
    "sign_off",
    "column",
    "source",
)


def hidden_names_of(ids: Collection[int] | None = None) -> dict[int, list[str]]:
    """The value of `Article.hidden_names` for every article (of `ids`) that needs one.

    The longest name first; a longer name of somebody else in which a hidden one
    stands is marked as kept.
    """
    hidden = hidden_people()
    names = {name for known in hidden.values() for name in known}
    if not names:
        return {}
    standing = names_standing(names, ids)
    others = others_named(standing, hidden)
    found = {}
    for article, here in standing.items():
        free = here - others.get(article, set())
        free |= _mentioned(article, hidden, here)
        if free:
            kept = {
                KEPT + other
                for other in others.get(article, ())
                for name in free
                if name != other and name in other
            }
            found[article] = sorted(free | kept, key=lambda name: (-len(name), name))
    return found


def hidden_people() -> dict[int, set[str]]:
    """Every name that hidden people are printed with, by person."""
    hidden = Q(visibility=Person.Visibility.HIDDEN)
    hidden |= Q(merged_into__visibility=Person.Visibility.HIDDEN)
    names = defaultdict(set)
    people = Person.objects.filter(hidden)
    for pk, name in people.values_list("pk", "name"):
        names[pk].add(name)
    rows = (
        PersonName.objects.filter(person__in=names).values_list("person", "name"),
        Mention.objects.filter(person__in=names).values_list(
            "person", "name_as_printed"
        ),
    )
    for pairs in rows:
        for pk, name in pairs:
            names[pk].add(name)
    return dict(names)


def names_standing(
    names: Iterable[str], ids: Collection[int] | None = None
) -> dict[int, set[str]]:
    """Which of the names stand in which article, its captions included."""
    found = defaultdict(set)
    scope = {} if ids is None else {"pk__in": ids}
    for name in names:
        stands = Q()
        for field in TEXTS:
            stands |= Q(**{f"{field}__contains": name})
        for article in Article.objects.filter(stands, **scope).values_list("pk"):
            found[article[0]].add(name)
        pictures = pictures_naming(name)
        if ids is not None:
            pictures = pictures.filter(article__in=ids)
        for article in pictures.values_list("article"):
            found[article[0]].add(name)
    return dict(found)


def pictures_naming(name: str):
    """Pictures whose caption, description or credit names somebody."""
    stands = Q(caption__contains=name) | Q(alt_text__contains=name)
    return Picture.objects.filter(stands | Q(credit__contains=name))


def unmaskable_bodies() -> set[int]:
    """Bodies called after a hidden person, in an article that masks the name."""
    rows = OrganizationMention.objects.filter(organization__isnull=False)
    return _named_after_hidden(rows, "organization", "organization__name")


def unmaskable_events() -> set[int]:
    """Events called after a hidden person, in an article that masks the name."""
    rows = EventReport.objects.filter(event__isnull=False)
    return _named_after_hidden(rows, "event", "event__name")


def _named_after_hidden(rows, key: str, name: str) -> set[int]:
    rows = rows.exclude(article__hidden_names=[])
    triples = rows.values_list(key, name, "article__hidden_names")
    return {pk for pk, text, hidden in triples if any(each in text for each in hidden)}


def others_named(
    articles: Iterable[int], hidden: Collection[int]
) -> dict[int, set[str]]:
    """Names by which articles mention officials, leaders, and who was judged to be
    somebody else than the hidden people."""
    judged = Identity.objects.of_people().different()
    pairs = judged.values_list("first_person", "second_person")
    different = {one for pair in pairs for one in pair if {*pair} & set(hidden)} - set(
        hidden
    )
    left_alone = Q(leader=True) | Q(person__in=different)
    left_alone |= Q(person__visibility=Person.Visibility.OFFICIAL)
    mentions = Mention.objects.filter(left_alone, article__in=articles)
    mentions = mentions.exclude(verdict="rejected").exclude(person__in=hidden)
    names = defaultdict(set)
    for article, name in mentions.values_list("article", "name_as_printed"):
        names[article].add(name)
    return names


def _mentioned(article: int, hidden: dict[int, set[str]], here: set[str]) -> set[str]:
    """Names under which the article mentions a hidden person, namesakes or not."""
    mentions = Mention.objects.filter(article=article, person__in=hidden)
    mentions = mentions.exclude(verdict="rejected")
    return here & set(mentions.values_list("name_as_printed", flat=True))
