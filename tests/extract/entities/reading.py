"""A small lexicon and what it takes to read a sentence, for the tests of this folder."""

from __future__ import annotations

import re

from extract.entities import Recogniser
from extract.model import Aside, CleanText, Document, Encoding, Entity, Mention, OffsetMap, Span
from ontology.homographs import Context, Homograph, fold
from ontology.lexicon import Entry, Lexicon

ENTRIES = (
    Entry("Agricultural_Technology", "Organization", "农业技术研究院", hans=("农业技术研究院",)),
    Entry("Anthropic", "Company", "Anthropic", en=("Anthropic",)),
    Entry("Apple", "Company", "苹果", hans=("苹果",), hant=("蘋果",), en=("Apple",)),
    Entry("Ascend", "Chip", "昇腾", hans=("昇腾",), en=("Ascend",), maker="Huawei"),
    Entry("Auden", "Company", "奥登", hans=("奥登",), en=("Auden",)),
    Entry("Beacon", "Company", "Beacon", en=("Beacon",)),
    Entry("BTandT", "Company", "BT&T", en=("BT&T",)),
    Entry("Bill_Halm", "Person", "比尔·哈姆", hans=("比尔·哈姆", "哈姆"), en=("Bill Halm",)),
    Entry("China", "Place", "中国", hans=("中国",)),
    Entry("Claude", "Model", "Claude", en=("Claude",), maker="Anthropic"),
    Entry("Claude_Opus_4.5", "Model", "Claude Opus 4.5", en=("Claude Opus 4.5",), maker="Anthropic"),
    Entry("DALL-E_3", "Model", "DALL-E 3", en=("DALL-E 3",), maker="OpenAI"),
    Entry("DeepSeek", "Company", "深度求索", hans=("深度求索",), en=("DeepSeek",)),
    Entry("DeepSeek-R1", "Model", "DeepSeek-R1", en=("DeepSeek-R1",), maker="DeepSeek"),
    Entry("DeepSeek-V3", "Model", "DeepSeek-V3", en=("DeepSeek-V3",), maker="DeepSeek"),
    Entry("DeepSeek-V3-0324", "Model", "DeepSeek-V3-0324", en=("DeepSeek-V3-0324",), maker="DeepSeek"),
    Entry("DeepSeek-V3.2-Exp", "Model", "DeepSeek-V3.2-Exp", en=("DeepSeek-V3.2-Exp",), maker="DeepSeek"),
    Entry("David_Ha", "Person", "大卫·哈", hans=("大卫·哈",), hant=("大衛·哈",), en=("David Ha",)),
    Entry("Democrats", "Organization", "民主党", hans=("民主党",)),
    Entry("Ernie", "Model", "文心大模型", hans=("文心大模型", "文心")),
    Entry("Europe", "Place", "欧洲", hans=("欧洲",)),
    Entry("Facebook", "Company", "Facebook", en=("Facebook",), parent="Meta"),
    Entry("Facial_Recognition", "Technology", "人脸识别", hans=("人脸识别",)),
    Entry("Fast_Company", "Organization", "快公司", hans=("快公司",)),
    Entry("Federated_Learning", "Technology", "联邦学习", hans=("联邦学习",)),
    Entry("GPT", "Model", "GPT", en=("GPT",), maker="OpenAI"),
    Entry("GPT-4", "Model", "GPT-4", en=("GPT-4",), maker="OpenAI"),
    Entry("GPT-4o", "Model", "GPT-4o", en=("GPT-4o",), maker="OpenAI"),
    Entry("Generative_AI", "Technology", "生成式AI", hans=("生成式AI",)),
    Entry("GlobalData", "Company", "全球数据", hans=("全球数据",)),
    Entry("Huawei_Paipai", "Product", "华为派派", hans=("华为派派",), maker="Huawei"),
    Entry("Huawei_QPU", "Chip", "华为QPU", hans=("华为QPU",), maker="Huawei"),
    Entry("H100", "Chip", "H100", en=("H100", "NVIDIA H100"), maker="NVIDIA"),
    Entry("Homework_Help", "Product", "作业帮", hans=("作业帮",)),
    Entry("Huawei", "Company", "华为", hans=("华为",), hant=("華為",), en=("Huawei",)),
    Entry("Huawei_Cloud", "Company", "华为云", hans=("华为云",), en=("Huawei Cloud",), parent="Huawei"),
    Entry("Intel", "Company", "英特尔", hans=("英特尔",), hant=("英特爾",), en=("Intel",)),
    Entry("Huawei_Lantern", "Product", "华为灯塔", en=("Lantern功能", "Huawei Lantern"), maker="Huawei"),
    Entry("Interior_of_Japan", "Government", "日本内政部", hans=("日本内政部",)),
    Entry("Japan", "Place", "日本", hans=("日本",), en=("Japan",)),
    Entry("Korea", "Place", "韩国", hans=("韩国",)),
    Entry("Japanese_Government", "Government", "日本政府", hans=("日本政府",)),
    Entry("Jensen_Huang", "Person", "黄仁勋", hans=("黄仁勋",), hant=("黃仁勳",), en=("Jensen Huang",)),
    Entry("Kirin", "Chip", "麒麟", hans=("麒麟", "华为麒麟"), maker="Huawei"),
    Entry("Kirin_X_Prime", "Chip", "麒麟X Prime", hans=("麒麟X Prime",), maker="Huawei"),
    Entry("Meituan", "Company", "美团", hans=("美团",)),
    Entry("Meta", "Company", "Meta", en=("Meta",)),
    Entry("Microsoft", "Company", "微软", hans=("微软",), hant=("微軟",), en=("Microsoft",)),
    Entry("Microsoft_Edge", "Product", "Edge", en=("Edge",), maker="Microsoft"),
    Entry("Moonridge", "Company", "月之岭", hans=("月之岭",)),
    Entry("North_Ridge_University", "Organization", "北嶂大学", hans=("北嶂大学",), en=("Northridge University",)),
    Entry("NVIDIA", "Company", "英伟达", hans=("英伟达",), hant=("輝達", "英偉達"), en=("NVIDIA",)),
    Entry("OpenAI", "Company", "OpenAI", en=("OpenAI",)),
    Entry("Oracle", "Company", "甲骨文", hans=("甲骨文",), en=("Oracle",)),
    Entry("Qwen2", "Model", "Qwen2", en=("Qwen2",)),
    Entry("Rabbit", "Company", "Rabbit", en=("Rabbit",)),
    Entry("Rabbit_R1", "Product", "Rabbit R1", en=("Rabbit R1",), maker="Rabbit"),
    Entry("SFC", "Government", "香港证监会", hans=("香港证监会",), en=("SFC", "Securities and Futures Commission")),
    Entry("Sam_Altman", "Person", "萨姆·奥尔特曼", hans=("萨姆·奥尔特曼",), en=("Sam Altman",)),
    Entry("Samsung", "Company", "三星", hans=("三星",), en=("Samsung",)),
    Entry("TAL", "Company", "好未来", hans=("好未来",)),
    Entry("Transformer", "Technology", "Transformer", en=("Transformer",)),
    Entry("Tidewise", "Company", "潮汐云", hans=("潮汐云",), also="Product"),
    Entry("Tidepool", "Product", "潮汐图", hans=("潮汐图",), also="Company"),
    Entry("Vast", "Company", "VAST", en=("VAST",)),
    Entry("Youzan", "Company", "有赞", hans=("有赞",)),
)
HOMOGRAPHS = {
    "beacon": Homograph("Beacon", "Beacon", otherwise=False),
    "甲骨文": Homograph(
        "甲骨文",
        "Oracle",
        keep_if=Context(after=re.compile("公司|的云")),
        drop_if=Context(after=re.compile("残片|字")),
        otherwise=False,
    ),
}
RECOGNISER = Recogniser(Lexicon({entry.id: entry for entry in ENTRIES}), HOMOGRAPHS)


def as_clean(text: str, asides: tuple[Aside, ...] = ()) -> CleanText:
    """Return *text* taken as clean already."""
    return CleanText(text, fold(text), OffsetMap((0,), (0,), (len(text),), (True,)), asides=asides)


def sentences(text: str) -> list[Span]:
    """Return the sentences of *text*, cut at full stops and line ends."""
    return [Span(*match.span()) for match in re.finditer(r"[^。！？\n]+[。！？]?", text)]


def recognise(text: str, asides: tuple[Aside, ...] = ()) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of *text*."""
    document = Document("d", text, Encoding("utf-8", "test"))
    mentions, entities, _ = RECOGNISER(document, as_clean(text, asides), sentences(text))
    return mentions, entities


def named(text: str) -> dict[str, str]:
    """Return from mention text to entity id."""
    return {mention.text: mention.entity for mention in recognise(text)[0]}


def classes(text: str) -> dict[str, str]:
    """Return from mention text to class."""
    return {mention.text: mention.type for mention in recognise(text)[0]}
