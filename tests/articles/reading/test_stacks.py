"""Kicker, headline and subheadline told apart in stacks as street papers set them."""

import pytest

from articles.reading import read_page
from articles.reading.displays import DISPLAY
from articles.reading.lines import split_lines
from articles.reading.stacking import collect_stacks
from articles.reading.structure import Role
from tests.articles.reading.learn_stacks import is_right, load_stacks

BODY = (
    "9月3日晚七点，枫桥里街道的灯没有熄，门口排着二十几位刚下班的居民，"
    "这是新办法试行的头一个晚上，来的人比预想的多了一倍。\n\n"
    "街道答应两周之内给回音，居民代表把意见一条一条记在本子上，"
    "记完又当场念了一遍，念到最后一条时，屋里的人都笑了起来。\n"
)


def heads_of(*lines):
    article = read_page("\n".join(lines) + f"\n\n□记者 沈 砚\n\n{BODY}").articles[0]
    return article.kicker or article.column, article.headline, article.subheadline


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("枫桥里街道2023年工作总结大会召开", "踏着鼓点再启程"),
        ("枫桥里街道举行议事协商会", "弄堂里的事 弄堂里商量"),
        ("重阳敬老活动启动", "给老邻居们拍一张全家福"),
        ("从“等人修”到“有人管”", "枫桥里街道物业服务站启用"),
        ("三个月、五次恳谈、一张图纸", "老码头的台阶有了扶手"),
        ("助餐、助浴、助医，一个电话全办妥", "枫桥里的“银发管家”上门了"),
        ("庆祝建党一百周年", "老党员登台讲述入党那一天"),
        ("纪念街道成立四十周年", "一张老地图引来三代人"),
        ("街区人物", "鲍秀珍：给雨伞看病的人"),
        ("身边好人", "他把备用钥匙挂满一面墙"),
        ("文明城区创建·枫桥里在行动", "梅枝弄的花盆下了窗台"),
        ("全年化解邻里纠纷三百余件", "茶桌边上的调解员"),
        ("区领导在枫桥里调研时强调", "把便民服务做到家门口"),
        ("枫桥里派出所提醒——", "这种“退款电话”千万别接"),
        ("记棋盘弄志愿巡逻队", "手电筒照亮回家路"),
        ("楼道堆物清了又堆，怎么办", "“楼长”们想出了积分法"),
        ("老旧小区改造进行时", "水管换了 墙面白了 灯也亮了"),
        ("换了三任队长，守了二十年", "老码头的巡夜人"),
        ("受理窗口延时服务试行一个月", "下了班也能把事办了"),
        ("增强网格员的归属感、责任感", "枫桥里街道网格学院成立"),
        ("健康小站", "关节疼，别硬扛着不看"),
        ("有求必应台", "楼道灯坏了，物业说等一等"),
        ("枫桥里的匠人", "一把剪刀剪出满堂彩"),
        ("学用结合 学以致用", "枫桥里街道夜校开课"),
        ("以“绣花针”提升家园品质", "枫桥里街道绿化养护站成立"),
        ("枫桥里街道反诈宣传周", "一句乡音，劝住三笔汇款"),
        ("律师来了", "合租的房子，押金找谁要"),
        ("枫桥里三个小区换届顺利收官", "新主任上门 老主任带路"),
        ("弄堂故事·之三", "一口老井养活三排房"),
        ("梅枝弄议事角·第五次", "花盆给轮椅让了路"),
        ("街巷手艺人", "一把剪刀里的半辈子"),
        ("入梅第二十天", "低洼的弄堂，一滴水也没进"),
    ],
)
def test_the_upper_line_is_the_kicker(kicker, headline):
    assert heads_of(kicker, headline) == (kicker, headline, "")


@pytest.mark.parametrize(
    ("headline", "subheadline"),
    [
        ("高温天里的一碗绿豆汤", "——枫桥里街道慰问户外劳动者侧记"),
        ("“家门口”的法律顾问来了！", "每周三下午坐班，免费咨询"),
        ("枫桥里街道与三所高校签约共建", "十二个学生社团走进居民区"),
        ("梅枝菜场改造后重新开业", "八十六个摊位回归，小修小补上二楼"),
        ("“撤桶并点”之后", "棋盘弄三个月观察"),
        ("老仓库的最后一夜", "枫桥里旧仓库拆除见闻"),
        ("枫桥里街道工会换届", "二百家企业的职工选出新“当家人”"),
        ("谁来给电梯“体检”？", "枫桥里街道试行电梯管家制度"),
        ("谱写共建共治共享新篇章", "枫桥里街道区域化党建联席会议2022年年会举行"),
        ("停在半空的十分钟", "枫桥里街道举行高空救援联合演练"),
        ("“夜间门诊”开张了", "首批三个科室，医保照常结算"),
        ("“伞医生”鲍秀珍", "她让六千把旧伞重新撑开"),
        ("一把剪刀，剪出全楼年味", "梅枝弄“窗花小组”三十天"),
        ("小区花园变成“百草园”", "累计有四十户居民认养"),
        ("孩子们的议事厅开到了弄堂口", "每月一次，一次一个难题"),
        ("补鞋摊收摊以后", "梅枝弄老行当消失记"),
        ("枫桥里街道“金点子”评出", "另有八个提案获得鼓励奖"),
        ("石榴树回来了", "梅枝弄的石榴树换了三次家"),
        ("梅枝弄粥铺开张", "一碗白粥两块钱，咸菜不限量"),
        ("夜里也能补鞋", "周一至周五亮灯到八点半"),
        ("21∶19！梅枝弄笑到最后", "“枫桥杯”乒乓球赛落幕"),
        ("两条街结亲，先晒“家底”", "枫桥里街道代表团赴梅枝街道学习考察"),
        ("热水瓶回收点开放", "回收率比去年高出一倍"),
        ("一只瓷碗和半张粮票", "枫桥里街道“旧货摊”摆到第十八期"),
    ],
)
def test_the_lower_line_is_the_subheadline(headline, subheadline):
    assert heads_of(headline, subheadline) == ("", headline, subheadline)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("旧改征收首日签约", "一千户人家的好日子", "签约率达百分之九十八"),
            ("旧改征收首日签约", "一千户人家的好日子", "签约率达百分之九十八"),
        ),
        (
            (
                "枫桥里街道侨联大会召开",
                "新主席开着一家面馆",
                "归侨代表第一次增加到九位",
            ),
            (
                "枫桥里街道侨联大会召开",
                "新主席开着一家面馆",
                "归侨代表第一次增加到九位",
            ),
        ),
        (
            ("粽叶飘香迎端午", "邻里情深聚一堂"),
            ("", "粽叶飘香迎端午邻里情深聚一堂", ""),
        ),
        (
            ("帮老街坊跨越", "“扫码门槛”"),
            ("", "帮老街坊跨越“扫码门槛”", ""),
        ),
        (
            ("老街改造“把脉”先行", "九条弄堂，先问再动", "枫桥里街道召开改造推进会"),
            ("老街改造“把脉”先行", "九条弄堂，先问再动", "枫桥里街道召开改造推进会"),
        ),
        (
            ("信箱", "早市能不能晚半小时开张"),
            ("信箱", "早市能不能晚半小时开张", ""),
        ),
        (
            ("枫桥里街道端午活动侧记——", "粽叶飘香迎端午", "邻里情深聚一堂"),
            ("枫桥里街道端午活动侧记——", "粽叶飘香迎端午邻里情深聚一堂", ""),
        ),
        (
            ("梅枝弄恳谈会开到第九场", "枫桥里街道“晒账”", "两百笔钱人人能查"),
            ("梅枝弄恳谈会开到第九场", "枫桥里街道“晒账”两百笔钱人人能查", ""),
        ),
        (
            ("弄里有能人", "“纸匠”", "裁了一辈子的灯影"),
            ("弄里有能人", "“纸匠”裁了一辈子的灯影", ""),
        ),
        (
            ("老树新芽满弄堂", "几代邻居一家亲", "——棋盘弄邻里节见闻"),
            ("", "老树新芽满弄堂几代邻居一家亲", "——棋盘弄邻里节见闻"),
        ),
    ],
)
def test_stacks_of_three_lines_and_headlines_of_two(lines, expected):
    assert heads_of(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("守渡口的人走了", "又来了一条“夜航”"),
        ("把老照片挂在", "晾衣绳上"),
        ("第五届“枫桥里好邻居”", "名单公布"),
        ("三十一户人家", "一本公用相册"),
        ("收摊之后", "走进旧书铺"),
        ("枫桥里街道老年大学秋季班学员", "作品展"),
        ("枫桥里街道今冬水管防冻", "上门查验有关事项"),
        ("关于梅枝弄排水管改造期间", "绕道通行的通告"),
        ("关于梅枝弄排水管改造期间", "绕道通行的通告"),
    ],
)
def test_headline_too_long_for_one_line_is_one(lines):
    assert heads_of(*lines) == ("", "".join(lines), "")


def test_most_invented_stacks_are_read_right():
    right = [is_right(stack) for stack in load_stacks()]
    assert sum(right) / len(right) > 0.8


def test_a_verb_that_waits_for_its_object_goes_on_in_the_next_line():
    heads = heads_of("一碗面，换回了", "半条弄堂的笑声", "枫桥里“长桌宴”侧记")
    assert heads == ("", "一碗面，换回了半条弄堂的笑声", "枫桥里“长桌宴”侧记")


def test_a_kicker_above_a_line_of_the_page_stays_with_its_headline():
    head = (
        "社区晨报·枫桥里\n\n三年没谈拢的过街楼\n\n"
        "2023年4月20日 星期四\n\n灯下议事间昨晚亮灯\n"
    )
    text = (
        "一张八仙桌，四把钥匙\n\n□记者 沈 砚\n\n"
        "9月3日晚七点，枫桥里街道的灯没有\n熄，门口排着二十几位居民。\n"
        "街道答应两周之内给回音，代表把意见\n一条一条记在本子上，又念了一遍，\n"
        "念到最后一条，屋里的人都笑了。\n\n下一次恳谈会定在十月的第一个星期，\n"
        "地点还在过街楼底下，来的人自己带凳\n子，茶水由居委会烧好。\n\f"
    )
    article = read_page(head + text).articles[0]
    assert article.kicker == "三年没谈拢的过街楼"
    assert article.headline == "灯下议事间昨晚亮灯"
    assert article.subheadline == "一张八仙桌，四把钥匙"


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (
            (
                "快递到",
                "三条弄堂先坐下来谈",
                "枫桥里的晾衣架有了规矩",
                "先到先晾，干了就收",
            ),
            "三条弄堂先坐下来谈",
            "枫桥里的晾衣架有了规矩",
        ),
        (
            ("雁来信", "邻居有话说", "谢谢那位", "扶我过桥的姑娘"),
            "邻居有话说",
            "谢谢那位扶我过桥的姑娘",
        ),
    ],
)
def test_the_name_of_a_frame_above_a_kicker_is_no_part_of_it(lines, kicker, headline):
    found = heads_of(*lines)
    assert found[:2] == (kicker, headline)


@pytest.mark.parametrize(
    ("why", "gap", "sizes"),
    [
        ("a blank line parts two headlines", "\n\n", [2, 2]),
        ("nothing parts them", "\n", [1, 1, 1, 1]),
    ],
)
def test_lines_away_from_any_text_stand_together(why, gap, sizes):
    lines = split_lines(
        f"板凳不够就站着听\n枫桥里办起瓦匠夜校{gap}一把锁锁住三吨水\n水龙头不漏了\n"
    )
    for line in lines:
        line.role = DISPLAY
    assert [len(stack.lines) for stack in collect_stacks([], lines, 1)] == sizes, why


@pytest.mark.parametrize(
    "contact",
    ["投稿：fengqiao@example.com", "本版电话 5500-0177", "来信：枫桥里路12号"],
)
def test_where_to_write_is_no_headline(contact):
    heads = "街道年中工作会议召开\n\n枫桥里的早市开进了弄堂\n\n□记者 沈 砚"
    page = read_page(f"{contact}\n\n{heads}\n\n{BODY}")
    article = page.articles[0]
    assert (article.kicker, article.headline) == (
        "街道年中工作会议召开",
        "枫桥里的早市开进了弄堂",
    )
    assert contact in "".join(page.texts(Role.FURNITURE))
