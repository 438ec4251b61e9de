"""Two articles that the tests of loading load again and again."""

from articles.loading import ImportOptions, load_issue
from tests.printed import printed_article

LAMP = printed_article(
    "石桥街道修好路灯",
    "石桥街道办事处主任郑山河昨晚走进柳荫里，看新装的路灯。",
    "■一盏灯照亮一条弄堂",
    "居民说，走夜路不再害怕。",
    captions=("郑山河与居民交谈",),
    byline="□记者 余 粮",
    bylines=("余粮",),
    sign_off="党建办",
)
CHOIR = printed_article(
    "合唱队周周练",
    "石桥街道社区文化活动中心的合唱队每逢周三排练，队员大多年过六旬。",
    "合唱队队长说，唱歌让人年轻。",
)


def load(*files, **options):
    return load_issue(files, ImportOptions(**options))
