"""Blocks of JSON-LD and links to feeds in the head of a page.

A data block is never run, so the content security policy stands as it is.
"""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from articles import structured as printed
from people import structured as known

register = template.Library()

#: What could end the block, or begin a comment in it.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def block(*graph):
    """The things as one script block that no text in them can close."""
    document = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(document, ensure_ascii=False).translate(ESCAPES)
    script = f'<script type="application/ld+json">{text}</script>'
    return mark_safe(script)  # every sign that means something is escaped


@register.simple_tag(takes_context=True)
def article_ld(context):
    article, locate = context["article"], context["request"].build_absolute_uri
    return block(
        printed.article_data(article, context.flatten(), locate),
        printed.crumbs_data(printed.steps_to_article(article), locate),
    )


@register.simple_tag(takes_context=True)
def issue_ld(context):
    issue, locate = context["issue"], context["request"].build_absolute_uri
    return block(
        printed.issue_data(issue, locate),
        printed.crumbs_data(printed.steps_to_issue(issue), locate),
    )


@register.simple_tag(takes_context=True)
def topic_ld(context):
    steps = printed.steps_to_topic(context["topic"])
    return block(printed.crumbs_data(steps, context["request"].build_absolute_uri))


@register.simple_tag(takes_context=True)
def person_ld(context):
    person, locate = context["person"], context["request"].build_absolute_uri
    return block(
        known.person_data(person, context["held"], locate),
        printed.crumbs_data(known.steps_to(person), locate),
    )


@register.simple_tag(takes_context=True)
def event_ld(context):
    event, locate = context["event"], context["request"].build_absolute_uri
    return block(
        known.event_data(event, context["organizers"], locate),
        printed.crumbs_data(known.steps_to(event), locate),
    )


@register.simple_tag(takes_context=True)
def place_ld(context, row):
    """The way to a body or an area; a body says what it is."""
    locate = context["request"].build_absolute_uri
    crumbs = printed.crumbs_data(known.steps_to(row), locate)
    is_body = isinstance(row, known.Organization)
    return block(known.body_data(row, locate), crumbs) if is_body else block(crumbs)


@register.simple_tag
def feed_link(address, title):
    return format_html(
        '<link rel="alternate" type="application/atom+xml" href="{}" title="{}">',
        address,
        title,
    )
