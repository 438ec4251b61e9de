"""Lines on display told apart by wording: captions, headlines, labels.

"船工们扛着木橹走下码头 石榴 摄"    ->   caption
"某某街道召开河道整治会"            ->   headline
"信箱"                              ->   label of a column
"""

import re
from functools import lru_cache
from itertools import pairwise

from articles.reading.cleaning import SPACES
from articles.reading.lexicon import alternation, words
from articles.reading.lines import Line, spaced_text
from articles.reading.names import is_name
from articles.reading.phrases import ITEM_START
from articles.reading.structure import Role

PROOF = 3.0  # caption weight that needs no other sign
SHOWN = 1.2  # caption weight of what is no section heading in spite of its number
PARTED = 0.8  # against a caption, where a line is set in two or three parts
POINTERS = "▲▶▼◀△"  # marks that point at a picture
LONGEST = 200  # characters of a headline or a caption
DISPLAY = Role.HEADLINE  # until its place is known

CAPTION_MARK = re.compile(
    r"(?:摄|摄影|供图|图片|资料图|资料图片|翻拍|制图|配图|绘)[)）]?$|^图[为：:]|^图[一二三四①-⑨\d][：:]|^图[①-⑨]|^[上下左右本]图(?:[为：:]|是)|^▲|^△|[（(](?:前排)?(?:左|右|中|前|后)[一二三四五六\d]?[)）]"
    r"|(?:摄影|图|供图)[：:/／|｜][一-鿿]{2,4}[)）]?$"
    r"|合影(?:留念)?$|(?:近照|效果图|示意图|外景|内景|旧照)$"
)
#: what only a caption begins with
POINTED = re.compile(
    r"图为|图说[：:]|[上下左右本]图(?:[为：:]|是)|图[一二三四①-⑨\d][：:]"
)
#: what pictures show, and headlines may end with as well
VIEW = re.compile(
    "(?:现场|一角|一瞥|全家福|场景|画面|全景|掠影|夜景|街景|雪景|原貌|新貌|旧貌|远眺|俯瞰|前后对比|外观)$"
)
#: a picture shows somebody; a line that begins so names nobody
NOBODY = re.compile(
    "^[他她它](?!们)|^[给把让将从用请向跟被只不再又别要来谁帮替使助以]|^当(?![年天日晚场])"
)
SPOKEN = re.compile("你|您|我|咱|……|任[你君]|(?<!和)[他她它]们")
#: 把办公桌搬进弄堂 is told, not shown
HANDLED = re.compile("(?<!^)把(?![脉关手])")
#: 把卡片送给门卫: that is shown
HANDED = re.compile(
    "[把将][^，。]{1,8}(?:[送递交发端]给|[送递交端搬抬扶投放装]到|[搬抬扶端背]上|[投放装倒塞]进|[吊抬搬拖]离|[贴挂戴系摆放]在|[挂贴戴盖披夹系插装扣]上)"
    "|[给为][^，。]{1,8}(?:[挂贴戴盖披铺系装换穿刷涂涮]上|[盖换系]好)"
)
#: 墙上挂满了照片, 棚里亮起一排灯
STANDING = re.compile(
    "[里上中下前后旁内外边间口](?:亮|挂|摆|停|堆|立|排|坐|站|种|铺|搭|贴|晒|围|挤|飘|升|长|印|写|刻|画)(?:满|着|起|出)"
)
#: 二十件事请街坊先挑
CAUSED = re.compile("[请让](?![教客帖假柬位座出开路]).")
#: 新电梯正式运行: a caption among section headings
OPENED = re.compile(
    "正式(?:运行|启用|开放|投用|通车|开业)$|投入使用$|(?:完工|竣工|落成)$"
)
SPEAKING = re.compile("(?:强调|指出|[时中上](?:要求|表示)|透露|获悉)$|[—－]$")
DOING = re.compile(
    r"(?:正在|在(?!线|即|身边|行动|路上|一起)[^，。]{1,12}(?:上|下|里|中|前|后|内|旁|时|现场)|(?<!^)为[^，。]{1,14}(?:揭牌|授旗|讲解|颁奖|送|发|戴|测|理发|服务|办|打|盛|做|看|剪|修|量|拍|画|写|洗|按)|"
    r"向[^，。]{1,20}(?:介绍|授|赠|讲|了解|致|解释|发放|展示|演示|宣传|请教|敬)|(?<!^)给[^，。]{1,12}(?:送|戴|点|讲|发|看|量|递|端|支|刮|剪|梳|喂|盖|拍|画|洗|擦|修)|(?<!^)[教陪带][^，。]{1,8}(?:用|做|写|唱|跳|画|编|过|散步|聊|玩|读)|和[^，。]{1,10}(?:在|一起)|体验|参观|展示|宣读|学习|练习|合影|揭牌|递上|按下|举着|捧着|牵着|围坐|讲解|挑选|排队|查看|巡查)"
)
#: 签约仪式上，……   操场中央，……
SCENE = re.compile(
    r"^[^，。：！？“”]{1,10}(?:现场|[室厅]里|旁|前|后|下|当天|当日|首日|期间|之际|伊始)，"
    "|^(?:清晨|凌晨|早晨|午后|傍晚|夜晚|深夜|雨中|雪后)，"
    "|^(?:[去今前往每]年)?(?:元旦|春节|元宵|清明|端午|中秋|重阳|国庆|冬至|腊八|除夕)"
    "(?:节?(?:期间|前夕|那天|当晚)?)，"
)
#: 老码头上，……: a headline may begin so as well
PLACED = re.compile("^[^，。：！？“”]{1,10}[上中里内间]，")
HELD = re.compile(
    "^[^，。：！？“”]{0,8}(?:[会赛节展课]|仪式|活动|演练|讲座|集市|课堂|工地|车间"
    "|教室|食堂|广场|操场)[上中里内间]，"
)
#: two or three parts with a space between: 灯要亮 也要关得掉
PART = rf"[^{SPACES}]{{3,12}}"
PARTS = re.compile(rf"^{PART}(?:(?<!\d)[{SPACES}]+(?!\d){PART}){{1,2}}$")
SUBJECT = re.compile(
    alternation("picture_subjects") + "(?!(?<=居民)[区委]|(?<=委员)会)"
)
PLURAL = re.compile(alternation("picture_subjects") + "(?<=们)(?![的心])")
#: 大学生志愿者……, 助餐点工作人员……; 百名志愿者 is news
OTHERS = re.compile(
    rf"[一-鿿“”]{{1,7}}?{alternation('picture_subjects')}(?!(?<=居民)[区委]|(?<=委员)会)(?=.{{3}})"
)
MANY = re.compile("[三四五六七八九十百千万几多\\d]+[余多]?[名位个家户支对]")
ACTING = re.compile(
    alternation("picture_verbs")
    + "(?!会|室|站|点|队|员|仪|课|班|展|赛|节|机|车|人|者|台|亭|厅|馆|屋|廊|坊|园"
    "|店|铺|中心|办法|制度|活动|服务|工作|计划|项目|方案|指南|须知|平台)"
)
#: 戴着 亮着 握着
LASTING = re.compile("(?<=[一-鿿])着(?![力重眼手实急想装陆])[一-鿿]")
#: 1958年造好时的渡口   拆下来的门牌
THING = re.compile(
    r"^[^，。：！？]{1,12}(?:过|着|时|成|[下出起上]来|前|(?<![以背之])后)[^，。：！？]{0,6}的[一-鿿]{2,7}$"
    r"|^(?:刚|新|重新|已经?)[^，。：！？]{1,8}的[一-鿿]{2,9}$|[一-鿿]和[他她](?:们)?的"
    r"|^[^，。：！？]{0,6}(?:修好|修缮一新|焕然一新|新装|新铺|新添|翻新|落成|竣工|拆下|收藏|珍藏|展出|手绘|手写)的[一-鿿]{2,9}$"
)
#: 某某推进会在某某召开
ANNOUNCED = re.compile("(?:举行|召开|启动|启用|开幕|闭幕|落幕|成立|揭晓|开放|开张)$")
#: 代表团赴邻区考察
VISITING = re.compile("[一-鿿]赴[一-鿿]|考察$|调研$")
ASKING = re.compile(r"(.)不\1|[？?]|怎么|如何|为何|为什么|谁|吗$|呢$")
#: a piece of a sentence rather than a headline
DATED = re.compile(r"\d月\d{1,2}日|\d$")
BROKEN = re.compile("[，！？：]")
NOTICE = re.compile(
    r"^(?:更正|订正|勘误|启事|公告|通告|通知|致歉|声明|招聘|征稿|讣[告闻])"
)
#: a post with a name behind it: 党工委书记某某为
HOLDER = re.compile(
    r"(?:书记|主任|局长|部长|校长|院长|会长|所长|队长|老师(?!傅)|医生|代表|经理)[一-鿿]{2,3}(?:[、（(]|在|为|向|对|和|与|给|宣|介|致|讲|查|走|看)"
)
#: the same, its name proved by the surname
TITLE = re.compile(
    r"(?:书记|主任|[局部校院会所队处科馆园站镇区市]长|委员|主席|律师|老师(?!傅)|医生|经理)(?=[一-鿿]{4})"
)
#: 傍晚：队伍排到门外, as a section heading
TITLED = re.compile("[一-鿿“”]{2,4}[：:][一-鿿“”]{3,9}")
BEING = re.compile(r"(?<![存实现潜内所])在(?!即|于|线|先|身边|行动|路上|一起)")
NEWS = re.compile(
    r"(?:举行|召开|成立|启动|启用|揭牌|落幕|开幕|闭幕|出台|发布|开始|上线|亮相|开张|开放|开班|推出|完成|来了|取经|啦|吗|呢|了|动起来|进行时|落地|换届|揭晓|报名|征集|通知|公告|须知|名单|启事|更正|订正|来信|去处|指南|倡议书|提示)$"
    r"|^(?:让|把|从|谁|怎么|如何|为何|打造|推进|聚焦|谱写|营造|共建|助力|守护(?![队者])|关于)|[？！：]"
)
#: 【报名方式】: what a notice tells next
POINT = re.compile(
    "[【［][^】］]{0,6}(?:时间|日期|地点|方式|对象|范围|内容|要求|条件|流程|费用|名额|电话|材料|事项|人员)[】］]"
)
#: 【民生·热线】, where 【街道党建办】 would be an office; ▋民生热线
BRACKETED = re.compile(
    "[【［](?!编|[^】］]*(?:记者|通讯员|[文图]/))[^】］]{2,8}(?<![办局委会部队所站组院校处])(?<!中心|街道|社区)[】］]"
    "|[▋▌▍▎▏┃][^，。：]{2,8}"
)
#: 弄堂故事·之三, 街坊议事·第七次, 老行当（五）: the name of a series and a number
SERIAL_LABEL = re.compile(
    "[^，。：？！、（(]{2,12}(?:[·•—－|｜](?:之|第)?[一二三四五六七八九十\\d]+[次期回讲篇辑站]?"
    "|[（(](?:之|第)?[一二三四五六七八九十]{1,3}[次期回讲篇辑站]?[）)])"
)
#: headlines that stand alone
ALONE = re.compile(
    "(?:更正|订正|勘误|致歉|讣[告闻]|(?:征稿|招聘|寻人|寻物|招领|遗失|搬迁|更名)?启[事示])(?:[一二两三]则)?"
)
STATEMENT = re.compile(
    r"(?:街道|社区|区|居民区|居委会?|医院|学校|小学|中学|中心|公司|委员会|协会|联盟|工作室)[^，。]{0,14}"
    r"(?:举行|召开|成立|启动|启用|揭牌|举办|开展|着力|打造|出台|发布|推出|完成|来|开始|组织|走进|签约|升级|推进|试点|上线|表彰|慰问|调研)|纪事$|侧记$|纪实$|观察$|见闻$"
)


#: ①摊主收起雨棚
COUNTED = re.compile("^[①-⑳]")
SERIAL = re.compile(
    r"第[一二三四五六七八九十]+(?:[位章节步部篇]|(?![名等批期届是要])[一-鿿]{1,2}[：:])|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]"
    r"|[①-⑳]|\d{1,2}[.．、]|[一二三四五六七八九十](?:问|问答|看|访|变|探|记)[：:]"
)
#: what a sign is worth for a caption; 3 is proof
CAPTION_SIGNS = (
    (CAPTION_MARK, 3.0),
    (VIEW, 1.6),
    (SCENE, 1.6),
    (PLACED, 0.8),
    (HELD, 0.8),
    (THING, 1.2),
    (BROKEN, -0.4),
    (HANDLED, -0.8),
    (HANDED, 1.4),
    (STANDING, 1.2),
    (OPENED, 0.6),
    (CAUSED, -0.8),
    (NOBODY, -1.2),
    (SPOKEN, -1.2),
    (ASKING, -1.5),
    (VISITING, -1.6),
    (ANNOUNCED, -2.0),
    (SPEAKING, -3.0),
)


def caption_weight(line: Line) -> float:
    """How much the wording speaks for a caption; 3 and more is proof."""
    pointed = PROOF * (line.bullet in POINTERS and line.bullet != "")
    pointed += PROOF * line.pictured
    text = COUNTED.sub("", line.text)
    weight = weigh_caption(text, line.level, line.unmarked, line.named)
    return pointed + weight - PARTED * (line.parted and weight < PROOF)


@lru_cache(maxsize=4096)
def weigh_caption(text: str, level: int, unmarked: bool, named: int) -> float:
    """The weight of one wording, with what the page tells of the line."""
    if ITEM_START.match(text) or len(text) > LONGEST:
        return -3.0
    weight = sum(value for sign, value in CAPTION_SIGNS if sign.search(text))
    acting = any(sign.search(text) for sign in (DOING, ACTING, HANDED))
    if DOING.search(text):
        weight += 1.2
    elif LASTING.search(text) or BEING.search(text[2:]):
        weight += 1.0
    elif acting:
        weight += 0.6
    shown = bool(named) or shows_subject(text)
    if named:
        weight += 0.4 + 0.4 * (text[named : named + 1] in "和在为向与给（、")
    elif shown:
        weight += 0.6
    weight += 0.6 * (shown and acting) + 0.5 * bool(PLURAL.match(text))
    if names_holder(text):
        weight += 1.4
    elif HOLDER.search(text):
        weight += 0.8
    if NEWS.search(text) and not ANNOUNCED.search(text) and not (shown and acting):
        weight -= 1.0
    weight -= 3.0 * bool(level)
    long = len(text) > 36 and not level
    weight += 0.3 * (len(text) > 24) + 2.5 * (long + unmarked)
    return max(weight, PROOF) if POINTED.match(text) and not level else weight


def shows_subject(text: str) -> bool:
    """Whether a line begins with people of a kind, or tells where they are first."""
    if SUBJECT.match(text) or shows_others(text):
        return True
    scene = SCENE.match(text) or HELD.match(text) or PLACED.match(text)
    return bool(scene) and bool(SUBJECT.match(text.partition("，")[2]))


def shows_others(text: str) -> bool:
    """Whether a line begins with some people of one kind, not with many."""
    found = OTHERS.match(text)
    return bool(found) and not MANY.search(found[0])


def names_holder(text: str) -> bool:
    """Whether a person is named behind a post."""
    return any(
        is_name(text[found.end() : found.end() + size])
        for found in TITLE.finditer(text)
        for size in (2, 3)
    )


def mark_displays(lines: list[Line], raw: str) -> None:
    """Note what the page around it tells of a line on display.

    One that begins with a name of the text most often is a caption; on a page that
    marks its headlines with #, so is one without.
    """
    text = "\n".join(line.text for line in lines if line.role == Role.BODY)
    for line in lines:
        if line.role == DISPLAY:
            line.named = length_of_name(line.text, text)
            line.parted = bool(PARTS.match(spaced_text(line, raw)))
    counted = [
        line for line in lines if line.role == DISPLAY and COUNTED.match(line.text)
    ]
    if any(caption_weight(line) >= PROOF for line in counted):
        for line in counted:
            line.unmarked = True
    for above, line in pairwise(lines):
        line.pictured = line.role == DISPLAY and not line.level and is_image(above)
    if sum(line.level > 0 for line in lines if line.role == DISPLAY) < 2:
        return
    for line in lines:
        if line.role == DISPLAY and not line.level and not line.bullet:
            line.unmarked = not is_label(line.text)


def is_image(line: Line) -> bool:
    """Whether a line is a picture in marked text: what stands below it is shown."""
    return line.role == Role.FURNITURE and line.text.startswith("![")


def length_of_name(line: str, text: str) -> int:
    """How long the name is with which a line begins, if the text has it too."""
    for size in (4, 3, 2):
        name = line[:size]
        if not is_name(name) or {name, name[:2]} & words("common_words"):
            continue
        # what always has the same character behind it is a piece of a longer word
        if re.search(f"{name}(?!{re.escape(line[size : size + 1])})", text):
            return size
    return 0


def headline_weight(line: Line) -> float:
    """How much the wording speaks for a headline."""
    return weigh_headline(line.text, line.level, line.doubled)


@lru_cache(maxsize=4096)
def weigh_headline(text: str, level: int, doubled: bool) -> float:
    """The weight of one wording, with its marks."""
    if len(text) > LONGEST:
        return -3.0
    weight = 0.0
    if NEWS.search(text) and not TITLED.fullmatch(text):
        weight += 0.8
    if NOTICE.search(text):
        weight += 3.5
    if STATEMENT.search(text):
        weight += 0.8
    if DATED.search(text):
        weight -= 1.0
    if level:
        weight += 2.0
    if doubled:
        weight += 0.4
    if "“" in text or "”" in text:
        weight += 0.2
    if len(text) > 30:
        weight -= 0.6
    if len(text) < 5:
        weight -= 0.5
    return weight


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a line is the label of a column."""
    if BRACKETED.fullmatch(text) and not POINT.fullmatch(text):
        return True
    if SERIAL_LABEL.fullmatch(text):
        return True
    return text in words("column_labels") or heads_briefs(text)


def heads_briefs(text: str) -> bool:
    """Whether a line is the label above a group of briefs: it belongs to the page."""
    return len(text) <= 6 and text.endswith(tuple(words("brief_endings")))


def is_section_heading(line: Line) -> bool:
    """Whether the line itself shows that it stands inside an article."""
    if line.pictured or (line.bullet and caption_weight(line) >= SHOWN):
        return False
    if line.bullet and line.bullet not in POINTERS:
        return True
    if line.text in words("standing_headings") or POINT.fullmatch(line.text):
        return True
    if COUNTED.match(line.text) and caption_weight(line) >= SHOWN:
        return False
    return bool(SERIAL.match(line.text)) and not line.level
