"""Kicker, headline and subheadline told apart in stacks as street papers set them."""

import pytest

from articles.reading import read_page
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
        ("小区花园变成“百草园”", "累计有四十户居民认养"),
        ("孩子们的议事厅开到了弄堂口", "每月一次，一次一个难题"),
        ("补鞋摊收摊以后", "梅枝弄老行当消失记"),
        ("枫桥里街道“金点子”评出", "另有八个提案获得鼓励奖"),
        ("石榴树回来了", "梅枝弄的石榴树换了三次家"),
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
            ("粽叶飘香迎端午", "邻里情深聚一堂"),
            ("", "粽叶飘香迎端午邻里情深聚一堂", ""),
        ),
        (
            ("帮老街坊跨越", "“扫码门槛”"),
            ("", "帮老街坊跨越“扫码门槛”", ""),
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
    ],
)
def test_headline_too_long_for_one_line_is_one(lines):
    assert heads_of(*lines) == ("", "".join(lines), "")


def test_most_invented_stacks_are_read_right():
    right = [is_right(stack) for stack in load_stacks()]
    assert sum(right) / len(right) > 0.8
