"""Two lines above a body: kicker and headline, headline and subheadline, or one.

"健康驿站" / "换季咳嗽，先别忙着吃药"     kicker, headline: `weigh_kicker` above 0
"修伞的人" / "老城厢手艺人走访记"         headline, subheadline: below 0
"守夜的人下了岗" / "又添了一盏“灯”"       one headline: `weigh_joined` above 0
"""

import re
from functools import lru_cache

from articles.reading.cleaning import SPACES
from articles.reading.displays import ANNOUNCED, ASKING, PARTS, STATEMENT, is_label
from articles.reading.lexicon import alternation, words

DASH_END = re.compile("[—－：:]$|(?:强调|指出|[时中上](?:要求|表示)|透露|获悉)$")
DASH_START = re.compile("[—－]")
COUNTED = re.compile(
    r"[\d一二三四五六七八九十百千万两]+(?:余?[个件次项条名人家户张所位幢场年月天份棵座辆部台元岁门趟堂桌]|余|%)"
)
#: what subheadlines begin with: 首批 …, 十二家 …, 另有 …
DETAIL = re.compile(f"{COUNTED.pattern}|累计|年内|即日起")
MORE = re.compile(
    "首[批个次场站家]|试营业|新增|另有|涉及|[一-鿿]{1,3}率|[^，]{2,6}年内[再还将计]|全年|全长|每[周月天年次]|今年|最[长高快多]|拨打|名额|报名|周[一二三四五六日]|[记访](?!者)[一-鿿]{4}"
)
#: 节后侧记: how subtitles of reports end
REPORT = re.compile(r"(?:侧记|纪实|纪事|见闻|走笔|观察|小记|综述|札记|掠影|回眸|回访)$")
TOLD = re.compile(
    r"[一-鿿](?:记|口述|印象|的?故事|调查|史|前世今生|(?<=的)一天|讨论|试验|报告|样本|的[一二三四五六七八九十]+[年天月])$"
    r"|”[\d一二三四五六七八九十百]+[年天月夜]$"
)
OCCASION = re.compile(
    "^(?:学习贯彻|深入|记|访|为了?|坚持|增强|推动|围绕|针对|聚焦|从|以“|守护|寻找|传承|赓续|弘扬|践行|凝聚|筑牢|共建"
    "|共筑|携手|擦亮|落实|贯彻|牢记|织密|强化|优化|倾听|听取|情系|关爱|走进|探访|直击|对话|回望|追寻|寻访)"
)
#: 党建引领聚合力, 以匠心提升品质: the words of slogans
FORMAL = re.compile(
    "(?:党建|引领|共建|共享|共治|共筑|精神|民生|民意|民智|治理|高质量|发展|品质|文明|弘扬|践行|担当|使命|初心"
    "|奋斗|凝心|聚力|攻坚|知行|细悟|实效|幸福|平安|红色|基因|提升|深化|赋能|合力|实干|惠民|为民|先锋|作风|效能)"
)
FEAST = re.compile("^(?:热烈)?(?:庆祝|纪念|喜迎|迎接)|周年$")
#: 某某工程全部完工, 台风过境之后: what leads to the headline
LED = re.compile(
    r"(?:完工|完成|举办|换届|开展|营业|试点|竣工|收官|进行|过境|来袭|结业|封顶|满月|[会年下后时]|仪式|工程|校庆日|[百千]日|之际|第一天|节)$"
)
#: 街坊人物, 我们在行动: the name of a series, of whom it is about
SERIES = re.compile(
    r"(?:人物|好人|榜样|工匠|先锋|达人|故事|调查|手记|聚焦|追踪|视点|风采|访谈|在行动|进行时|系列报道|专栏|的[一-鿿]{0,3}[人们]|^[一-鿿]{2}来了)$|[·•①-⑩]"
)
#: 健康驿站, 法律课堂: how the standing heads of columns end
COLUMN = re.compile(
    rf"^\W*(?!.*[的把被让给])[一-鿿·\d]{{0,5}}{alternation('label_endings')}[①-⑩]?\W*$"
)
BRIEF = re.compile(r"^[^\w，、]*(?![把被让给请别])\w{2,5}(?<![的旁在])[^\w，、]*$")
#: 某某街道出台六条办法: news that heads an article, where a meeting only leads to it
DONE = re.compile(
    "(?:街道|社区|小区|居民区|居委会?|医院|学校|小学|中学|中心|菜场|公园)[^，。]{0,6}(?:出台|推出|试点|签约|换届|上线|改造|拆除|开出)"
    "(?!.*(?:收官|完成|落幕|结束|完工|竣工)$)"
)
#: 抓早抓小抓细, 把“小”字写进“大”事: words that are made alike
ALIKE = re.compile(
    rf"^([一-鿿])[一-鿿]{{1,3}}[{SPACES}]*\1[一-鿿]{{1,3}}(?:[{SPACES}]*\1[一-鿿]{{1,3}})?$"
    "|“[一-鿿]{1,2}”.+“[一-鿿]{1,2}”.{1,4}$"
)
#: 食堂开伙, 新班子产生: small news that a line with details goes on with
SMALL = re.compile(
    "(?:开张|开伙|开业|开门|开灶|上架|上岗|迎客|受表彰|产生|出炉|有了[一-鿿“”]{2,5})$"
)
#: 让爱留下, 筑起一道墙, 助人为乐: how slogans and occasions begin
URGING = re.compile("^[让以守聚助推打倾奋凝深践弘传共同携筑织争历喜迎]")
#: 换届选举, 反诈宣传月: what is held
HELD = re.compile("(?:行动|活动|工程|计划|[周月节日季]|大会|会议|仪式|选举|比赛|大赛)$")
#: 三家企业入驻: what a subheadline adds
DONE_AT_LAST = re.compile(
    "(?:完成|落成|启动|启用|开放|成立|入驻|建成|签订|达标|当选|增至|过半|翻番|落地|升级|亮相)$"
)
#: 夜校开到第二十期, 早市“开张”五十天
LASTED = re.compile(
    r"(?:第[\d一二三四五六七八九十百]+[期届次场季回站]"
    r"|(?<![那这每])(?!一天)[\d一二三四五六七八九十百]{1,4}(?:天|年|个月|周年|余年|多年))$"
)
#: 网格员的账本
THING = re.compile("的[一-鿿“”]{1,5}$")
#: 街巷里的修鞋匠: of whom an article is
PLACED = re.compile("^[一-鿿]{1,4}[里中上边间]的[一-鿿]{1,4}$")
#: 老门牌回家 / 十二块老门牌挂回弄堂
REPEAT = re.compile(r"([一-鿿]{2}).*\n.*\1")
#: 法官用乡音打开心结, 七旬师傅义剪十五年: who does it, below what it is called
WHO = re.compile(
    "^(?:[一-鿿]{0,3}(?:法官|民警|医生|老师|校长|师傅|居民|村民|街坊|邻居|志愿者|青年|学生|老人|业主|家长"
    "|网格员|党员|干部|巡查员|船工|员工|职工|摊主)|[一-鿿]旬)"
)
#: “伞医生”鲍秀珍 / 她修了四十年伞: of whom the lower line tells more
REFERS = re.compile(rf"(?:^|[”里的]){alternation('surnames')}[一-鿿]{{1,2}}\n[他她]")
#: 一碗面，换回了 / 半条弄堂的笑声: a verb that waits for its object
WAITING = re.compile(
    "，[^，]{2,5}了\n[一两几半三四五六七八九十百千]+[一-鿿][^，]{0,5}的[一-鿿]{1,4}$"
)
#: how people talk, and titles of stories with them
SPOKEN = re.compile("[我你您咱他她们啦吧了过…]")
#: 21∶19
SCORE = re.compile(r"\d[∶:：比]\d")
#: as short as the names of columns are
LABEL_SIZED, SHORT = re.compile("^.{1,4}$"), re.compile("^.{5,6}$")
#: 老弄堂里的新灯: headlines say more of a thing than kickers do
OF = re.compile("的(?!$)")
#: 某某街道……
HOSTED = re.compile("^[^，“]{1,8}(?:街道|居民区|社区|镇|[区市村])")
#: what a sign is worth for "the upper line is the kicker", in the upper and the lower
#: line; from pairs of lines of a national daily and of invented street papers, see
#: `tests/articles/reading/learn_stacks.py`, and rounded
SIGNS = (
    (DASH_END, 6.0, 0.0),
    (DASH_START, 0.0, -6.0),
    (PARTS, 1.5, 0.9),
    (COUNTED, -0.8, -0.1),
    (WHO, 0.0, -0.9),
    (re.compile("“"), -1.5, 1.1),
    (re.compile("[，、](?!$)"), 0.9, 1.2),
    (re.compile("："), -1.0, -0.1),
    (SCORE, -2.0, 0.0),
    (re.compile("[！？!?]"), -1.2, 0.6),
    (ASKING, -2.0, 0.8),
    (OCCASION, 2.6, 0.0),
    (FEAST, 2.2, 0.0),
    (SERIES, 2.4, 0.2),
    (PLACED, 0.8, 0.6),
    (COLUMN, 2.7, 0.0),
    (BRIEF, 2.4, 0.0),
    (REPORT, 0.0, -2.4),
    (TOLD, 0.3, -3.3),
    (ANNOUNCED, 1.1, -1.1),
    (LED, 1.1, 1.1),
    (DONE, -2.8, -0.1),
    (ALIKE, 2.2, 0.0),
    (URGING, 1.3, 0.0),
    (HELD, 1.0, -0.2),
    (DONE_AT_LAST, 0.0, -0.3),
    (THING, 0.0, 0.6),
    (LASTED, 0.3, -2.0),
    (SMALL, -2.0, -0.3),
    (STATEMENT, 0.0, -0.4),
    (SPOKEN, -0.8, 1.5),
    (LABEL_SIZED, 1.0, 0.0),
    (SHORT, 0.4, 0.0),
    (OF, 0.0, 0.4),
    (HOSTED, 0.0, 0.7),
)
KICKER = 0.7  # without any sign
LONGER = 0.25  # each character that the upper line has more
MOST_LONGER = 8
STARTS_WITH_DETAIL = -0.7
STARTS_WITH_MORE = -3.5
SLOGAN = 1.5  # two words of slogans and more in the upper line
REFERRED = -2.0  # the lower one says he or she of a name in the upper
REPEATED = -1.7  # a word of both lines: the lower one tells more of the upper

#: a headline that was too long for one line
OPEN = re.compile(f"(?:{alternation('open_endings')}|的)$")
GOES_ON = re.compile("^[又也还却就才再更都和与只并不]")
#: 把 …, 请 …: what a verb must follow;  感谢那位 …: what a noun must
HEAVY = re.compile("^(?:别?[把请给让谁我你您被向]|为(?!了)|感?谢谢?(?!信$))")
OPEN_NOUN = re.compile("[那这一][位个名只张](?!.*[人的])")
#: 关于旧渡口改建期间 / 暂停通航的通告
ABOUT = re.compile("^(?:关于|致)(?!.*(?:通知|通告|公告|公示|启事|函|信|书|意见|说明)$)")
SUMMONS = re.compile(
    "的(?:通知|通告|公告|公示|启事|倡议书?|公开信|一封信|意见|说明|函)$"
)
#: 名单公布: what has its subject in the line above
BARE = re.compile("^.{0,3}(?:公布|揭晓|出炉|启动|开幕|举行|落成|开班|开通)$")
#: 十七户人家 / 三十二个冬天
SUM = re.compile(
    "^[一二三四五六七八九十百千万两几\\d]+"
    "[个家件条名位栋户块张座间只把本盏扇层楼年][^，了]{0,5}$"
)
#: 走进弄堂深处, 换了新灯: what somebody does, named in the line above
VERB = re.compile("^[一-鿿]{1,2}[了着过到进出起成上下开回](?!.{0,6}的)")
HANDLED = re.compile("^[把被让请给为向从用]")
#: 天黑之前, 弄堂口
PLACE_END = re.compile("[前后上下里中旁边口间]$")
OF_STREET = re.compile("街道|居民区|社区|镇|村")
WITHIN = re.compile(rf"[，、]|(?<![\da-zA-Z])[{SPACES}](?![\da-zA-Z])")
NARROW = 8  # characters of each line of a headline above a narrow column
SLENDER = 6  # the same of one that stands between pictures
JOINED = -2.3
TAIL, SHORT_TAIL, LONG_HEAD = 8.0, 4, 11  # few characters left of a long headline
BROKEN = 9.0  # a sentence that the upper line cannot end
#: what a sign is worth for "one headline"; from headlines that columns broke and from
#: pairs of lines that are two, of invented pages, by logistic regression, and rounded
JOINED_SIGNS = (
    (re.compile("[，、]$"), 4.0, 0.0),
    (OPEN, 1.4, 0.0),
    (SUM, 1.5, 0.0),
    (re.compile("^“[^“”]*”$"), 0.0, -1.5),
    (VERB, 0.0, 2.1),
    (HANDLED, 0.0, 0.6),
    (PLACE_END, 0.7, 0.0),
    (OF_STREET, -0.8, -0.7),
    (ABOUT, 3.0, 0.0),
    (SUMMONS, 0.0, 4.0),
    (GOES_ON, 0.0, 3.0),
    (HEAVY, 1.4, 0.0),
    (OPEN_NOUN, 1.2, 0.0),
    (re.compile("^到"), 0.0, 2.5),
    (re.compile("(?:有关|相关)?事项$"), 0.0, 4.5),
    (BARE, 0.0, 6.0),
    (LED, -1.2, 0.0),
    (ANNOUNCED, -1.7, 0.0),
    (COLUMN, -2.0, 0.0),
    (FEAST, -2.0, 0.0),
    (WITHIN, 0.0, -1.2),
    (re.compile("“"), -0.8, 0.0),
    (REPORT, 0.0, -1.4),
    (TOLD, 0.0, -1.4),
    (DASH_END, -9.0, 0.0),
    (DASH_START, 0.0, -9.0),
)
SAME_SIZE, LIKE_SIZE, BOTH_NARROW = 1.2, 0.8, 2.0
SAID_TWICE = 0.5  # a word of both lines, as couplets have


def heads_column(text: str) -> bool:
    """Whether a line is, or ends like, the standing head of a column."""
    if is_label(text):
        return True
    return text not in words("standing_headings") and bool(COLUMN.match(text))


@lru_cache(maxsize=1024)
def weigh_kicker(above: str, below: str) -> float:
    """Above 0 where the first of two lines is a kicker rather than the headline."""
    weight = KICKER
    longer = len(above) - len(below)
    weight += LONGER * max(-MOST_LONGER, min(MOST_LONGER, longer))
    weight += sum_signs(SIGNS, above, below)
    weight += STARTS_WITH_MORE * bool(MORE.match(below))
    weight += SLOGAN * (len(FORMAL.findall(above)) > 1)
    weight += REPEATED * bool(REPEAT.search(f"{above}\n{below}"))
    weight += REFERRED * bool(REFERS.search(f"{above}\n{below}"))
    return weight + STARTS_WITH_DETAIL * bool(DETAIL.match(below))


@lru_cache(maxsize=1024)
def weigh_joined(above: str, below: str) -> float:
    """Above 0 where two lines are one headline."""
    sizes = [len(re.sub("[“”]", "", text)) for text in (above, below)]
    weight = JOINED + sum_signs(JOINED_SIGNS, above, below)
    weight += BOTH_NARROW * (max(sizes) <= NARROW)
    weight += BOTH_NARROW * (max(sizes) <= SLENDER)
    weight += SAID_TWICE * bool(REPEAT.search(f"{above}\n{below}"))
    if sizes[1] <= SHORT_TAIL and sizes[0] >= LONG_HEAD and is_tail(above, below):
        weight += TAIL
    if sizes[0] == sizes[1]:
        weight += SAME_SIZE
    elif abs(sizes[0] - sizes[1]) <= 2:
        weight += LIKE_SIZE
    weight += BROKEN * bool(WAITING.search(f"{above}\n{below}"))
    return weight - 1.5 * bool(WITHIN.search(above[:-1]))


def is_tail(above: str, below: str) -> bool:
    """Whether few characters can be what is left of the headline above them."""
    if WITHIN.search(above) or below in words("standing_headings"):
        return False
    return not COLUMN.match(below)


def sum_signs(signs: tuple, above: str, below: str) -> float:
    """The sum of what each sign is worth in the upper and in the lower line."""
    return sum(
        upper * bool(sign.search(above)) + lower * bool(sign.search(below))
        for sign, upper, lower in signs
    )
