"""Names of bodies: 沿革, and spellings that print got wrong."""

from django.db import transaction

from people.models import Identity, Organization, OrganizationName

from .identities import judge_identity
from .journal import journal
from .merging import MergeRefused, canonical, merge_bodies


@transaction.atomic
def rename_body(former: Organization, later: Organization, user) -> None:
    """沿革: `later` is what `former` became. Both keep their posts and people."""
    later, former = canonical(later), canonical(former)
    line, body = {later.pk}, former
    while body is not None:
        if body.pk in line:
            raise MergeRefused("这样填会使沿革首尾相接，请检查先后。")
        line.add(body.pk)
        body = body.former_body
    later.former_body = former
    later.save(update_fields=["former_body"])
    judge_identity(former, later, Identity.Verdict.DIFFERENT, user, "沿革")
    journal(user, "登记沿革", str(later), former=former.pk, later=later.pk)


@transaction.atomic
def respell_unit(wrong: str, right: str, user, reason: str = "") -> None:
    """A unit was misprinted: every body of it takes the right spelling.

    Where a body of the right name is known the misprinted one is merged into it,
    else it is renamed and keeps the misprint as another name, so that print finds it.
    """
    bodies = Organization.objects.unmerged().filter(name__startswith=wrong)
    for body in bodies:
        name = right + body.name.removeprefix(wrong)
        known = Organization.objects.unmerged().filter(name=name).first()
        if known is not None:
            merge_bodies(body, known, user, reason)
            continue
        misprint = OrganizationName.Kind.MISPRINT
        OrganizationName.objects.get_or_create(
            organization=body, name=body.name, defaults={"kind": misprint}
        )
        journal(user, "更正单位名称", name, body=body.pk, printed=body.name)
        body.name = name
        body.save(update_fields=["name"])
