"""One article in the dresses that reprints wear, and another article on the same event."""

from __future__ import annotations

import re

from opencc import OpenCC

from extract.cleaning.data import rows

ARTICLE = (
    "星河智能周二在上海发布了新一代大语言模型。公司表示，模型的训练成本约为三千万美元，比上一代低四成。"
    "模型可用于自动驾驶、蛋白质研究和客户服务，首批客户包括两家银行与一家汽车企业。\n"
    "星河智能首席执行官林一说，公司将在年内把数据中心的规模扩大一倍，并继续采购英伟达的芯片。"
    "分析师认为，市场对推理能力的需求还会增长，价格战则会压低利润。公司去年的收入达到十二亿元，仍未盈利。\n"
    "林一同时宣布，模型的权重将在下个月开放，开发者可以免费用于研究。星河智能成立于二〇一九年，总部位于上海，"
    "员工约八百人，此前完成了由月光资本领投的三轮融资，累计金额超过四十亿元。"
)
OTHER = (
    "上海人工智能公司星河智能昨日推出其最新的基础模型，引起业界注意。月光资本合伙人陈二向记者透露，投资方早在春天就看过演示，"
    "当时的回答还常常出错。如今的版本在数学与编程测验中都名列前茅。\n一位银行客户的技术负责人则说，他们只在内部试点中使用，"
    "合规审查还要几个月。竞争对手也没有闲着：甲公司本周降价一半，乙公司预告了开源计划。观察人士提醒，榜单成绩不等于实际效果，"
    "企业应当先用自己的数据做测试，再决定是否大规模采购。"
)
_SAID = "fā yǔ jià yǔ liàn zhàn yè xué dǎo chē yuán chù guó wéi dòng dá".split()
_READINGS = dict(zip("發語價與練戰業學導車員處國為動達", _SAID, strict=True))


def traditional(text: str) -> str:
    """Return *text* in Traditional characters."""
    found: str = OpenCC("s2t").convert(text)
    return found


def glossed(text: str) -> str:
    """Return *text* in Traditional characters with readings, and with doubled marks."""
    found = re.sub(f"[{''.join(_READINGS)}]", lambda match: f"{match[0]}({_READINGS[match[0]]})", traditional(text))
    return found.replace("，", ",，")


def spun(text: str) -> str:
    """Return *text* with every swap of the table made, the other way round."""
    swaps = sorted(
        ((plain, word) for word, plain, _, use in rows("spun") if use == "undo"), key=lambda swap: -len(swap[0])
    )
    for plain, word in swaps:
        text = text.replace(plain, word)
    return text


def framed(text: str) -> str:
    """Return *text* with what a site puts around it, a note that it comes from elsewhere among it."""
    return f"首页 > 科技 > 正文\n{text}\n转载请注明出处。\n相关阅读\n- 甲公司上市\n- 乙公司裁员\n"
