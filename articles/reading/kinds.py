"""What kind of piece an article is, where its own words say so.

headline 订正两则             ->   correction
"编辑您好！我家窗口……"        ->   letter
"""

import re
from dataclasses import replace

from articles.reading.structure import PrintedArticle

#: (kind, field, what it says); the first that fits counts
SIGNS = (
    ("correction", "headline", re.compile(r"更正|订正|勘误|致歉")),
    ("obituary", "headline", re.compile(r"讣告|沉痛悼念")),
    (
        "letter",
        "opening",
        re.compile(r"编辑(?:同志|部)?[：:，,]?(?:您好|你好)|编辑同志"),
    ),
    (
        "notice",
        "headline",
        re.compile(r"(?:公告|通知|通告|公示|启事|须知|开始登记|招募)"),
    ),
    ("preview", "headline", re.compile(r"预告|好去处|去哪儿|活动安排|日程")),
    ("list", "headline", re.compile(r"名单|获奖|表彰名单|光荣榜")),
    ("public_ad", "headline", re.compile(r"公益广告")),
    ("comment", "kicker", re.compile(r"评论|短评|时评|快评|社论|杂谈")),
)


def kind_of(article: PrintedArticle) -> PrintedArticle:
    """The article with its kind; a report where nothing else is said."""
    opening = article.paragraphs[0].text[:30] if article.paragraphs else ""
    texts = {
        "headline": article.headline,
        "kicker": article.kicker,
        "opening": opening,
    }
    for kind, name, pattern in SIGNS:
        if pattern.search(texts[name]):
            return replace(article, kind=kind)
    if len(article.paragraphs) == 1 and article.pictures and not article.sign_off:
        return replace(article, kind="photo")
    return article
