from __future__ import annotations

from dataclasses import replace

import pytest

from extract.entities.coreference import antecedents

from .reading import as_clean, recognise, sentences


def resolved(text: str) -> list[tuple[str, str]]:
    mentions, entities = recognise(text)
    found = antecedents(as_clean(text), sentences(text), mentions, entities)
    assert all(mention.rule == "coreference" for mention in found)
    assert all(mention.text == text[mention.span.start : mention.span.end] for mention in found)
    return [(mention.text, mention.entity) for mention in found]


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("OpenAI完成融资。该公司估值大涨。", "该公司", "OpenAI"),
        ("OpenAI以65亿美元收购了英特尔。该公司由林远等人创办。", "该公司", "Intel"),
        ("微软公布财报。市场反应平淡。这家科技巨头的股价下跌。", "这家科技巨头", "Microsoft"),
        ("OpenAI发布GPT-4。该模型支持图片。", "该模型", "GPT-4"),
        ("萨姆·奥尔特曼登台。他说，需求强劲。", "他", "Sam_Altman"),
        ("英伟达宣布，将扩大其产能。", "其", "NVIDIA"),
        ("微软向OpenAI注资，后者将使用其云服务。", "后者", "OpenAI"),
        ("微软与OpenAI续约，前者仍是最大股东。", "前者", "Microsoft"),
        ("微软收购了Manus，后者由林远创立。", "后者", "Manus"),
        ("华为推出昇腾。它用于训练。", "它", "Ascend"),
        ("OpenAI成立于2015年。微软去年向该公司投资。", "该公司", "OpenAI"),
        ("DeepSeek开源了模型。公司表示，将继续开源。", "公司", "DeepSeek"),
        ("DeepSeek开源了模型，公司向高校供货。", "公司", "DeepSeek"),
        ("DeepSeek开源了模型，公司打入供应链。", "公司", "DeepSeek"),
        ("微软高管在英特尔的年度会议上说，公司计划裁员。", "公司", "Microsoft"),
        ("OpenAI成立于2015年，创始人萨姆·奥尔特曼到场。英特尔盈利。萨姆·奥尔特曼表示，公司将裁员。", "公司", "OpenAI"),
        ("英特尔盈利。微软CEO萨姆·奥尔特曼指出，公司将裁员。", "公司", "Microsoft"),
        ("微软推出了新系统。与英特尔昇腾相比，它更快。公司将裁员。", "公司", "Microsoft"),
        ("微软组建了团队。它由英特尔前CEO林远领导。公司将裁员。", "公司", "Microsoft"),
        ("微软开会。微软裁员。微软盈利。昇腾被认为最接近英特尔的芯片。公司完成融资。", "公司", "Microsoft"),
        ("OpenAI成立于2015年。去年，林远离开微软。有人曾想收购这家公司。", "这家公司", "OpenAI"),
        ("OpenAI很忙。公司由微软前全球副总裁林远创立。公司营收大涨。", "公司", "OpenAI"),
        ("华为发布GPT-4。GPT-4超过了Gemini。英特尔接入该模型。", "该模型", "GPT-4"),
        ("OpenAI很忙。OpenAI转而与微软合作，并称订单不少。公司将上市。", "公司", "OpenAI"),
        ("OpenAI成立于2015年，团队来自微软和英特尔，CEO曾任职于微软。公司将裁员。", "公司", "OpenAI"),
        ("OpenAI很忙，林远为前微软高管，王川毕业于微软亚洲研究院。公司将裁员。", "公司", "OpenAI"),
        ("OpenAI完成A轮融资，由微软领投。这是微软首次布局。公司成立于2015年。", "公司", "OpenAI"),
        ("OpenAI完成A轮融资，由微软领投。微软表示，公司将裁员。", "公司", "Microsoft"),
        ("OpenAI拜访了微软。这是微软首次布局。公司成立于2015年。", "公司", "Microsoft"),
        ("微软CEO萨姆·奥尔特曼在采访中表示：“我们会裁员。”", "我们", "Microsoft"),
        ("微软CEO萨姆·奥尔特曼说。“市场很大。需求强劲，我们会扩产。”", "我们", "Microsoft"),
        ("“我们会裁员，”微软CEO萨姆·奥尔特曼说。", "我们", "Microsoft"),
        ("“我们会裁员。”微软CEO萨姆·奥尔特曼在会上告诉记者。", "我们", "Microsoft"),
        ("微软CEO萨姆·奥尔特曼登台。英特尔盈利。萨姆·奥尔特曼说：“我们会裁员。”", "我们", "Microsoft"),
        ("微軟表示：「我們會裁員。」", "我們", "Microsoft"),
        ("微软CEO萨姆·奥尔特曼到场。\n问：会裁员吗？\n萨姆·奥尔特曼：我们不会。", "我们", "Microsoft"),
        ("微软开会。昇腾被认为最接近英特尔的芯片。公司完成融资。", "公司", "Intel"),
        ("华为推出昇腾，称其性能翻倍。", "其", "Ascend"),
        ("以华为的昇腾为例，其用户达到3亿。", "其", "Ascend"),
        ("ChatGPT接入GPT-4。该平台很受欢迎。", "该平台", "ChatGPT"),
        ("ChatGPT是一款工具。该聊天机器人很受欢迎。", "该聊天机器人", "ChatGPT"),
        ("09. ChatGPT\nChatGPT不同于Claude。该助手很受欢迎。", "该助手", "ChatGPT"),
        ("昇腾是华为的新一代芯片，其采用新工艺。", "其", "Ascend"),
        ("昇腾是华为的新一代芯片，其股价上涨。", "其", "Huawei"),
        ("微软让客户在会上试用其新模型。", "其", "Microsoft"),
        ("微软（OpenAI股票代码：MSFT）宣布，其营收大涨。", "其", "Microsoft"),
        ("微软推出了新系统，其集成了助手。", "其", "Microsoft"),
        ("微软将推出一款开源助手，其高管表示看好。", "其", "Microsoft"),
    ],
)
def test_words_that_stand_for_a_name(text: str, word: str, entity: str) -> None:
    expected = {(word, entity)} if word != "它" else set()  # maker or chip: in doubt
    assert expected <= set(resolved(text))
    assert word != "它" or not resolved(text)


@pytest.mark.parametrize(
    "text",
    [
        "微软与OpenAI签约，英特尔旁观。该公司没有回应。",
        "该公司刚刚成立。",
        "微软很忙。OpenAI转而与微软合作，并称订单不少。公司将上市。",
        "Claude很忙。ChatGPT不同于Claude。该助手很受欢迎。",
        "OpenAI收购了英特尔。该公司没有回应。",
        "OpenAI拜访了英特尔。该公司由林远等人创办。",
        "OpenAI融资。其他投资者、其中包括基金，尤其谨慎。",
        "萨姆·奥尔特曼到场。他们欢呼，其他人离开。",
        "OpenAI融资。\n第二段。\n第三段。\n第四段。\n该公司盈利。",
        "微软收购了一家公司。",
        "微软高管在会见英特尔时说，公司计划裁员。",
        "微软开源了模型，公司大楼关门。",
        "微软发现，不少组织已在其业务中使用助手。",
        "微软将推出一款开源助手，其集成了搜索。",
        "微软表示：“我们的社会会变。”我们都知道，需求强劲。",
        "微软CEO萨姆·奥尔特曼说：“我们创立公司时很年轻。”",
        "微软CEO萨姆·奥尔特曼表示将裁员。“我们不认同，”林远说。",
        "微软前员工萨姆·奥尔特曼表示：“我们很忙。”",
        "微软裁员。分析人士称：“我们很忙。”",
    ],
)
def test_in_doubt_nobody_is_meant(text: str) -> None:
    assert resolved(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("中国很大。国内大厂华为发布新品。", ["国内"]),
        ("中国很大。有赞、华为等国内厂商调价。", ["国内"]),
        ("中国很大。华为是国内领先的芯片企业，有赞不是。", ["国内"]),
        ("中国很大。国内的华为、我国的有赞都到了。", ["国内", "我国"]),
        ("中国很大。国内华为、有赞接连布局。", ["国内"]),
        ("中国很大。作为国内三家芯片巨头之一，华为很忙。", ["国内"]),
        ("国内大厂华为发布新品。", []),
        ("中国很大。国内用户增长，华为很忙。", []),
        ("中国很大。国内英伟达用户不多。", []),
        ("中国很大。华为在国内厂商中很忙，国内公司向英伟达订货。", []),
        ("中国很大。美国国内厂商英特尔裁员。", []),
        ("中國很大。國內大廠華為發布新品。", []),
    ],
)
def test_the_land_of_a_firm_named_beside_it(text: str, words: list[str]) -> None:
    mentions, entities = recognise(text)
    clean = replace(as_clean(text), script="zh-Hant" if "國" in text else "zh-Hans")
    found = antecedents(clean, sentences(text), mentions, entities)
    assert [mention.text for mention in found if mention.entity == "China"] == words


def test_pronouns_never_enter_an_entity() -> None:
    _, entities = recognise("OpenAI完成融资。该公司估值大涨。")
    assert all("公司" not in name.text for entity in entities for name in entity.names)
