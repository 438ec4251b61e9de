"""Forms of the admin as a browser fills them in and sends them back."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Issue

BODY = "昨晚，弄堂口的路灯亮了。\n■走夜路不怕\n居民说，走夜路不再害怕。"


def photo(name="photo.jpg"):
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), (10, 90, 200)).save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/jpeg")


def formset(prefix, *rows, initial=0):
    values = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        values |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return values


def article_form(issue, page=None, people=(), bodies=(), topics=(), events=()):
    values = {"issue": issue.pk, "page": page.pk if page else "", "order": 1}
    values |= {"kind": "news", "headline": "路灯亮了", "body": BODY}
    values |= formset("mentions", *people) | formset("organization_mentions", *bodies)
    values |= formset("topic_links", *topics) | formset("event_reports", *events)
    return values | formset("pictures")


def fields_of(page):
    """What a browser would send back from the form as it was opened."""
    form = page.context["adminform"].form
    values = {}
    for each in (form, *_all_forms(page)):
        for name in each.fields:
            value = each[name].value()
            if name not in {"image", "recording", "DELETE"} and value is not None:
                values[each.add_prefix(name)] = value
    for inline in page.context["inline_admin_formsets"]:
        management = inline.formset.management_form
        values |= {
            management.add_prefix(n): management[n].value() for n in management.fields
        }
    return {name: value for name, value in values.items() if value is not False}


def _all_forms(page):
    for inline in page.context["inline_admin_formsets"]:
        yield from inline.formset.forms


def enter_issue(admin_client, edition):
    values = {"edition": edition.pk, "number": "12", "date_earliest": "2024-05-09"}
    values |= {"date_latest": "2024-05-09"}
    values |= formset("pages", {"number": 1, "folio": "第1版", "name": "要闻"})
    answer = admin_client.post(reverse("admin:articles_issue_add"), values)
    assert answer.status_code == 302, errors_of(answer)
    return Issue.objects.get()


def errors_of(answer):
    context = getattr(answer, "context", None)
    if not context or "adminform" not in context:
        return answer.status_code
    errors = [context["adminform"].form.errors]
    for inline in context["inline_admin_formsets"]:
        errors += [inline.formset.errors, inline.formset.non_form_errors()]
    return errors
