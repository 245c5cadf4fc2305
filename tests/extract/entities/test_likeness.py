"""Names that are like another one of the same article: acronyms, codes, slips of the pen, countries that act."""

from __future__ import annotations

import pytest

from extract.entities.acronyms import stands_for
from extract.entities.slips import misspelt, sounds_like

from .reading import classes, named


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("IPU", "Intelligence Processing Units"),
        ("ChatML", "Chat Markup Language"),
        ("SLMs", "Small Language Models"),
        ("IAS", "Institute for Advanced Study"),
    ],
)
def test_an_acronym_stands_for_its_words(short: str, long: str) -> None:
    assert stands_for(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("IPO", "Intelligence Processing Units"),
        ("AI", "Apple Intelligence"),
        ("ML", "Machine Learning"),
        ("Meta", "Many exciting tough articles"),
        ("GPT", "General Purpose"),
    ],
)
def test_other_letters_stand_for_nothing(short: str, long: str) -> None:
    assert not stands_for(short, long)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Mustafa Surleyman", "Mustafa Suleyman"), ("ZT System", "ZT Systems"), ("Perlexity", "Perplexity")],
)
def test_slips_of_the_pen(name: str, other: str) -> None:
    assert misspelt(name, other)
    assert misspelt(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("GPT-4", "GPT-4o"),
        ("Qwen2-7B", "Qwen2-72B"),
        ("Anderson", "Andersen"),
        ("Ascend", "Ascent"),
        ("Ollama", "Llama"),
        ("Grok", "Groq"),
        ("Claude Opus", "Claude Sonnet"),
        ("Sam Altman", "Sam Altman"),
    ],
)
def test_near_spelling_alone_is_no_slip(name: str, other: str) -> None:
    assert not misspelt(name, other)


@pytest.mark.parametrize(
    ("name", "other", "foreign"),
    [("金正浩", "金正镐", False), ("穆斯克", "马斯克", True), ("埃隆·穆斯克", "埃隆·马斯克", True)],
)
def test_names_of_one_sound(name: str, other: str, foreign: bool) -> None:
    assert sounds_like(name, other, foreign)


@pytest.mark.parametrize(
    ("name", "other", "foreign"),
    [
        ("穆斯克", "马斯克", False),
        ("李明", "李鸣", False),
        ("王大海", "王小海", False),
        ("萨姆·奥尔特曼", "萨姆·奥特曼", True),
        ("彼得·蒂尔", "埃隆·马斯克", True),
    ],
)
def test_names_of_other_sounds(name: str, other: str, foreign: bool) -> None:
    assert not sounds_like(name, other, foreign)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("新品名叫Neural Photon Engine，记者试用了NPE芯片。", "Neural Photon Engine", "NPE"),
        ("OpenAI完成融资。投资人认为OpenA的估值偏高。", "OpenAI", "OpenA"),
        ("昇腾X950卖得好，X950芯片供不应求。", "昇腾X950", "X950"),
        ("首席执行官方正浩表示看好。记者问到成本时，首席执行官方正镐表示不便透露。", "方正浩", "方正镐"),
        ("萨姆·奥尔特曼出席会议。创始人萨穆·奥尔特曼表示满意。", "萨姆·奥尔特曼", "萨穆·奥尔特曼"),
        ("首席科学家Lee Joungmin（李正民，音译）谈到此事，李正民说很好。", "Lee Joungmin", "李正民"),
        ("公司Halmor完成融资。Halmor.ai推出新品。", "Halmor", "Halmor.ai"),
        ("公司推出Halmor V5手机。The Halmor V5很轻。", "Halmor V5", "The Halmor V5"),
        ("微软公布财报。Microsoft Holdings Ltd.的股价大跌。", "微软", "Microsoft Holdings"),
        ("Halmor Wellness Inc.公布财报。Halmor Care软件卖得好。Halmor表示满意。", "Halmor Wellness", "Halmor"),
        ("Halmor Wellness，Inc.公布财报。Halmor Care软件卖得好。Halmor表示满意。", "Halmor Wellness", "Halmor"),
        ("公司Halmor Quill LLP公布财报。Halmor Quill裁员。", "Halmor Quill", "Halmor Quill"),
        ("总裁Andreas Fielding离职，总裁Andrea Fielding辞职。Fielding很忙。", "Andreas Fielding", "Fielding"),
        (
            "报告《微软云岭平台市场指南》发布。微软《云岭平台市场指南》很长。",
            "微软云岭平台市场指南",
            "云岭平台市场指南",
        ),
        ("服务器运行Claude 70B，而Claude 3 70B更快。", "Claude 70B", "Claude 3 70B"),
        ("Halmor Quill（“Veskora”或“公司”）公布财报。Veskora裁员。", "Halmor Quill", "Veskora"),
        ("Halmor Quill（“公司”或“Veskora”）公布财报。Veskora裁员。", "Halmor Quill", "Veskora"),
        ("软件“云岭织网”（Halmoria）卖得好。Halmoria很快。", "云岭织网", "Halmoria"),
        ("Claude K9模型发布。K9模型比Claude K9 Turbo慢。", "Claude K9", "K9"),
        ("Claude Opus 9发布。Opus 9的价格更低。", "Claude Opus 9", "Opus 9"),
        ("Claude Opus 9发布。Claude 9 Opus的价格更低。", "Claude Opus 9", "Claude 9 Opus"),
        ("Claude Opus 9发布。Claude Opus 9.0的价格更低。", "Claude Opus 9", "Claude Opus 9.0"),
        ("昇腾990芯片发布。Ascend 990芯片的价格更低。", "昇腾990", "Ascend 990"),
        (
            "星海智能科技（南州）有限公司（以下简称“星海智能”）融资。星海智能很忙。",
            "星海智能科技（南州）有限公司",
            "星海智能",
        ),
        ("存储技术（Relay-all-around，RAA）很快。RAA技术更省电。", "Relay-all-around", "RAA"),
        ("华为推出了QPU芯片，华为QPU更省电。", "QPU", "华为QPU"),
        ("公司Halmor推出Halmor Quine Vesko软件。Quine Vesko很快。", "Halmor Quine Vesko", "Quine Vesko"),
        ("总裁Maria Quine Halmor表示满意。Quine Halmor指出，很好。", "Maria Quine Halmor", "Quine Halmor"),
        ("总裁James（Jim）Halmor很忙。总裁Jim Halmor表示满意。", "James（Jim）Halmor", "Jim Halmor"),
        ("首席增长官格雷姆·哈姆表示满意。哈姆说很好。", "格雷姆·哈姆", "哈姆"),
        ("首席增长官格雷姆·奥登表示满意。奥登说很好，奥登曾任助理。", "格雷姆·奥登", "奥登"),
        ("首席增長官格雷姆·奧登表示滿意。奧登說很好。", "格雷姆·奧登", "奧登"),
    ],
)
def test_names_that_join(text: str, one: str, other: str) -> None:
    ids = named(text)
    assert ids[one] == ids[other]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Zentavia发布新品，Zentavio也发布了新品，Zentavio公司很小。", "Zentavia", "Zentavio"),
        ("采用昇腾X950芯片的服务器和采用昇腾V950芯片的一样快。", "昇腾X950", "昇腾V950"),
        ("公司Veskora（Halmor）很忙，公司Halmor招人。", "Veskora", "Halmor"),
        ("平台Veskora（英特尔）卖得好，英特尔招人。", "Veskora", "英特尔"),
        ("Claude K9模型发布。Edge K9浏览器发布，K9模型很快。", "Claude K9", "K9"),
        ("Claude Opus 9发布。Claude Opus 9.1更快。", "Claude Opus 9", "Claude Opus 9.1"),
        ("昇腾990芯片发布。Ascend 991芯片的价格更低。", "昇腾990", "Ascend 991"),
        ("存储技术（Relay-all-around，QXB）很快。QXB技术更省电。", "Relay-all-around", "QXB"),
        ("Claude-S2S模型发布，S2S模型更慢。", "Claude-S2S", "S2S"),
        ("笔记本电脑Halmor 5（Intel）卖得好。", "Halmor 5", "Intel"),
        ("微软公布财报。Microsoft Entertainment公司的股价大跌。", "微软", "Microsoft Entertainment"),
        ("服务器运行Claude 70B，而Claude 3 70B比Claude 4 70B快。", "Claude 70B", "Claude 3 70B"),
        ("公司Halmor完成融资。软件Halmor Captain AI和Halmor Care卖得好。", "Halmor", "Halmor Captain AI"),
        ("比尔·哈姆很忙。首席增长官格雷姆·哈姆表示满意。哈姆说很好。", "格雷姆·哈姆", "哈姆"),
        ("哈姆很忙。首席增长官格雷姆·哈姆表示满意。", "格雷姆·哈姆", "哈姆"),
        ("首席增长官格雷姆·奥登表示满意。他买了奥登的车。", "格雷姆·奥登", "奥登"),
        ("首席增长官格雷姆·奥登表示满意。奥登（Auden）说很好。", "格雷姆·奥登", "奥登"),
        (
            "总裁Maria Gregory Fielding表示满意。记者Gregory Fielding指出，很好。",
            "Maria Gregory Fielding",
            "Gregory Fielding",
        ),
        ("Halmor项目很忙。Halmor Quine Vesko很快，Quine Vesko也很快。", "Halmor", "Quine Vesko"),
    ],
)
def test_names_that_stay_apart(text: str, one: str, other: str) -> None:
    ids = named(text)
    assert ids[one] != ids[other]


def test_a_country_that_decides_is_its_government() -> None:
    text = "日本限制出口芯片。业界认为，日本不断加征关税。"
    assert classes(text)["日本"] == "Government"
    assert named(text)["日本"] == "Japanese_Government"


@pytest.mark.parametrize(
    "text", ["公司总部在日本，日本市场增长快。", "日本限制出口芯片。", "公司在日本宣布涨价，在日本考虑上市。"]
)
def test_a_country_where_things_happen_is_a_place(text: str) -> None:
    assert classes(text)["日本"] == "Place"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("教授方正镐表示看好，方教授认为成本会降。", "方正镐", "方教授"),
        ("教授方正镐表示看好，方博士指出不行。", "方正镐", "方博士"),
    ],
)
def test_a_surname_with_a_title_is_the_only_one_of_that_surname(text: str, one: str, other: str) -> None:
    ids = named(text)
    assert ids[one] == ids[other]


def test_a_surname_of_two_people_is_neither() -> None:
    ids = named("教授方正镐表示看好，教授方大同表示反对，方教授认为不行。")
    assert len({ids["方正镐"], ids["方大同"], ids["方教授"]}) == 3


def test_the_only_release_of_a_product_is_the_product() -> None:
    ids = named("记者试用了Edge 2.0浏览器，认为Edge变快了。")
    assert ids["Edge 2.0"] == ids["Edge"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Edge 2.0比Edge 1.5快，Edge卖得好。", "Edge 2.0", "Edge 1.5"),
        ("Claude 9.5比Claude快。", "Claude 9.5", "Claude"),
        ("Edge 3手机比Edge手机快。", "Edge 3", "Edge"),
    ],
)
def test_versions_stay_apart(text: str, one: str, other: str) -> None:
    ids = named(text)
    assert ids[one] != ids[other]


def test_a_former_name_is_the_same_company() -> None:
    ids = named("Meta的前身Facebook曾经更小。")
    assert ids["Meta"] == ids["Facebook"]
    ids = named("Claude 9.5的前身是Claude 9.4。")
    assert ids["Claude 9.5"] != ids["Claude 9.4"]
