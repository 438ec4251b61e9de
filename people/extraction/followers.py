"""What may stand behind a name: a mark, a verb, an adverb, the end of a list.

王燕华|说, 王磊|写了, 胭脂红|当副队长, 张三|等五人
"""

import re
from functools import lru_cache

from people.extraction.wordlists import alternation, table, words

STOPS = frozenset("，。、；：！？（）“”《》—…,.;:!?()\"' /|·")
JOINS = frozenset("和与同跟及")
PREPOSITIONS = frozenset("替把将被给向对从为")

# 石敏行|为大家, 石敏|为获奖家庭颁奖: the preposition, not 行为 or 成为.
FOR = re.compile(
    r"[为替给陪帮](?:[两几数一二三四五六七八九十百\d]+[对户位名群]|大家|居民|老人|孩子|学生|读者|邻居|[一-龥]{1,4}们)"
    r"|[为给][一-龥“”]{2,12}?(?:颁奖|颁发|颁证|授牌|授旗|授奖|送上|送去|献上|佩戴|戴上|点赞|服务|揭牌|作报告|上课|讲解)"
)
# 石敏|三分钟赶到, 石敏|一个人: a number with its measure; 石敏|那时候, 石敏|每星期.
COUNTS = re.compile(
    r"[一两二三四五六七八九十百半几]+(?:[个次分年天月周位名岁户趟遍口家件张只条块把层步声眼手路夜晚阵辈]|小时|星期)"
    r"|[那每这][天年日月时周晚次个逢夜回家位]|每星期"
)
# 石敏|点点头, 石敏|摆摆手
_TWICE = re.compile(r"([一-龥])\1(?=[头手，。])")
# 王启明|所作的报告
BY_WHOM = re.compile(r"所[一-龥]{1,2}的")
# 高远|没有答应, 施展|当场打开: what no verb and no adjective has behind it.
ACTS = re.compile(
    r"[把将被给向同跟对替]|为[两几数一二三四五六七八九十百\d]|没有?[一-龥]|已经?|曾经?|正在"
    r"|当[场即]|连[夜忙]|随即|立[即刻]|赶[紧忙]|急忙|特[地意]|专程|亲[自手]|率先|带头|免费|义务|一起|独自"
)
# 白桦坐|不住: the verb goes on.
UNABLE = re.compile(r"[不得](?:[住了下起上到出开动过来去完成]|[一-龥]得)")
# 白淑|作表态发言
DELIVERS = re.compile(
    r"作(?:[了《“]|[一-龥]{1,5}?(?:部署|报告|介绍|发言|讲话|总结|汇报|动员|说明|点评)|表态|典型|交流|经验|发言|讲话|报告|介绍|动员|总结|汇报|部署|说明|点评|示范|专题|主题|题为)"
)
# 铁树|获“金奖”, 林深|写《邻里》
TAKES_QUOTE = re.compile("[获写读题送赠著绘演念讲捧][“《]")
# 权舆|住在现场: verbs that end no name.
STAYS = re.compile("[住坐站跑拿抱推听吃喝买卖找问带背扛扶擦扫][在着了到给上]")
# 插|得最齐
_DOES_WELL = re.compile("得[最很真又太更特格非那这]")
# 何俊琴|乐呵呵地说
_DOUBLED = re.compile(r"[一-龥]([一-龥])\1地")
# 锣是楼长阮咸|敲的。
_DONE_BY = re.compile(r"[一-龥]的(?=[，。；！？”]|$)")
ASPECTS = tuple("了着过上下出起到给住完好成向在回进开满遍走掉")
# 汪刚|刚到, 汪志刚|爽快: adverbs that often end a name, and then no verb follows.
_ADVERBS_IN_NAMES = frozenset("刚先正才早")
_SAID = re.compile("：“|问[他她你我]")
# 许多|说法: no verb.
_SPEECH = re.compile(f"(?!说法){alternation(words('speech_verbs'))}")
LIST_END = re.compile(
    r"等(?:[一二三四五六七八九十百\d]+|人|同志|领导|[，。])"
    r"|[两二三四五六七八九十]+(?:个?人|位|名)|夫妇|夫妻|父[女子]|母[女子]|姐[妹弟]|兄[弟妹]|祖孙|等"
)
# 胭脂红|当副队长, 选举甲|为名誉会长
IS_OFFICER = re.compile(
    rf"[当任兼是为](?:名誉|首任|新一届)?(?:代表|{alternation(table('roles'))})"
)


@lru_cache(maxsize=8192)
def follow_strength(text: str, position: int) -> float:
    """How well `text[position:]` may stand behind a name: 0 to 3."""
    if position >= len(text) or text[position] in STOPS:
        return 3.0
    if text[position] in JOINS and text[position + 1 : position + 2] in PREPOSITIONS:
        # 何季|同替: no two prepositions in a row.
        return 0.0
    if text[position : position + 2] in words("followers"):
        return 2.5 + 0.1 * _goes_on(text, position + 2)
    if IS_OFFICER.match(text, position) or DELIVERS.match(text, position):
        return 2.6
    if _SPEECH.match(text, position):
        return 2.5
    if any(shape.match(text, position) for shape in (FOR, BY_WHOM, COUNTS)):
        return 2.5
    if does_twice(text, position):
        return 2.5
    if TAKES_QUOTE.match(text, position) or _DOUBLED.match(text, position):
        return 2.5
    if LIST_END.match(text, position) or is_verb_with_aspect(text, position):
        return 2.5
    if text[position] in _ADVERBS_IN_NAMES and not _is_verb(text, position + 1):
        return 1.0
    if text[position] in words("follow_characters") or text[position].isdigit():
        return 2.0
    return 1.0 if text[position] in words("verb_characters") else 0.0


def does_twice(text: str, position: int) -> bool:
    """点点头, 摆摆手: the verb said twice."""
    twice = _TWICE.match(text, position)
    return bool(twice) and twice[1] in words("verb_characters")


def is_whole_word(text: str, position: int) -> bool:
    """A word of the list and a mark behind it."""
    following = text[position + 2 : position + 3]
    return text[position : position + 2] in words("followers") and (
        not following or following in STOPS
    )


def _is_verb(text: str, position: int) -> bool:
    lists = ("verb_characters", "follow_characters")
    return any(text[position : position + 1] in words(each) for each in lists) or text[
        position : position + 2
    ] in words("followers")


def _goes_on(text: str, position: int) -> bool:
    """The word that ends here is followed by another one or by a mark."""
    following = text[position : position + 2]
    return not following or following[0] in STOPS or following in words("followers")


def is_verb_with_aspect(text: str, position: int) -> bool:
    """写了, 戴上, 住在: a verb of one character and what completes it."""
    if text[position] not in words("verb_characters"):
        return False
    if _DONE_BY.match(text, position):
        return text[position] not in words("given_characters")
    return text[position + 1 : position + 2] in ASPECTS or bool(
        UNABLE.match(text, position + 1) or _DOES_WELL.match(text, position + 1)
    )


def speaks(text: str, position: int) -> bool:
    """A verb of speech or what is said stands at `position`."""
    return bool(_SPEECH.match(text, position) or _SAID.match(text, position))
