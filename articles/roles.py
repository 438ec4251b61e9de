"""编辑, 审核, 查档: the groups that a new site starts with.

A group is made once; what an administrator changes in it afterwards stays.
"""

from django.apps import apps as registry
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

APPS = ("articles", "people")
#: What editors add and change; everything else is derived, journalled or judged.
ENTERED = {
    "add": "issue page article picture topic topiclink correction importrun person "
    "personname organization organizationname post area areaname event mention "
    "organizationmention eventreport",
    "change": "issue page article picture topic topiclink person personname "
    "organization organizationname post area areaname event mention claim "
    "organizationmention eventreport appearance unitclaim report",
    "delete": "article picture topiclink personname organizationname areaname "
    "mention organizationmention eventreport",
}
JUDGED = {
    "add": "identity ruling edition",
    "change": "identity ruling edition correction",
    "delete": "identity",
}
OWN = {"publish_article", "judge_claim"}


def make_roles(apps=registry, **kwargs):
    """After every migration: make the groups that are not there yet."""
    try:
        for needed in ("auth.Group", "articles.Article", "people.Person"):
            apps.get_model(needed)
    except LookupError:  # migrated only in part
        return
    for label in APPS:
        create_permissions(registry.get_app_config(label), verbosity=0)
    seen = permissions({})
    edited = seen | permissions(ENTERED) | named({"judge_claim"})
    reviewed = edited | permissions(JUDGED) | named(OWN)
    archived = seen - named({"view_report"})
    for name, allowed in (("查档", archived), ("编辑", edited), ("审核", reviewed)):
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set(allowed)


def permissions(changes):
    """Everything may be seen; `changes` may be made."""
    wanted = Q(codename__startswith="view_")
    for action, models in changes.items():
        wanted |= Q(codename__in=[f"{action}_{model}" for model in models.split()])
    rows = Permission.objects.filter(content_type__app_label__in=APPS)
    return set(rows.filter(wanted))


def named(codenames):
    rows = Permission.objects.filter(content_type__app_label="articles")
    return set(rows.filter(codename__in=codenames))
