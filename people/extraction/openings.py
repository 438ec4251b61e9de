"""How print opens a list of names behind the title that they share.

理事（按姓氏笔画）：甲、乙            监督员三名：甲、乙
委员七人，按得票多少为：甲、乙        社区规划师。他们分别是：甲、乙
"""

import re

_NUMBER = r"[一二两三四五六七八九十\d]+(?:名|位|人)"
_REMARK = r"(?:（[^（）]{1,14}）)?"
_OPENING = re.compile(
    rf"""
    {_REMARK}
    # 理事中有三位“后生”
    (?: [里中]?共?有?{_NUMBER} (?: “[^“”]{{2,8}}” )? {_REMARK} )?
    # 规划师，聘期两年
    (?: ，[聘任]期[^，。；：]{{1,8}} )?
    # 委员，按姓氏笔画为：
    (?: ，?按[^，。；：]{{2,10}}?(?:为序|排序|排列)?(?=[为：，]) )?
    # 理事，除上述人员外，还有
    (?: ，除[^，。；]{{2,8}}外， )?
    # 委员中，年纪最轻的是; 副队长是两名学生，分别叫
    (?:
        [里中]，?[^，。；：]{{2,8}}的(?=是)
      | [是为][^，。；：]{{2,14}}(?=：|，(?:分别|名字?)?叫)
    )?
    (?: ，(?=依次|分别|其中|叫|名字?叫) | [。，](?=[他她]们(?:分别)?[是为]：) )?
    (?P<how>
        ： | —— | 包括 | 由 | (?:分别|名字?)?叫 | (?:其中)?[里中]?还?有
      | (?:[他她]们)?(?:分别|依次)?[是为]
    )
    ：?
    """,
    re.VERBOSE,
)
# 楼组长”名单如下（排名不分先后）：, 当选委员七名（按得票多少为序）：
_BELOW = re.compile(
    rf"”?，?名单(?:[一-龥]{{0,4}}如下)?{_REMARK}：?\Z"
    rf"|”?(?:[一-龥]{{0,4}}如下)?(?:{_NUMBER})?{_REMARK}：\Z"
)


def opening(text: str, position: int) -> re.Match | None:
    """What stands between a title and the first name of its list; `how` is the last
    word of it."""
    return _OPENING.match(text, position)


def opens_below(text: str, position: int) -> bool:
    """The names stand on the lines below."""
    return bool(_BELOW.match(text, position))
