from __future__ import annotations

import pytest

from extract.entities.lookup import Lookup
from extract.entities.spellings import spellings
from ontology.homographs import Homograph
from ontology.lexicon import Entry, Lexicon

from .reading import named, recognise


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("据悉OpenAI的新模型已上线。", "OpenAI", "OpenAI"),
        ("据悉openai又融资了。", "openai", "OpenAI"),
        ("這次 Open AI 沒有回應。", "Open AI", "OpenAI"),
        ("他們用GPT4寫程式。", "GPT4", "GPT-4"),
        ("他们用 GPT 4 写代码。", "GPT 4", "GPT-4"),
        ("外界在谈GPT-4.0。", "GPT-4.0", "GPT-4"),
        ("他们用DALL·E3画图。", "DALL·E3", "DALL-E_3"),
        ("輝達與微軟都表示滿意。", "輝達", "NVIDIA"),
        ("華為發布新品。", "華為", "Huawei"),
        ("华为云发布新品。", "华为云", "Huawei_Cloud"),
        ("升腾芯片供不应求。", "升腾", "Ascend"),
        ("外界在谈OpenAI-Claude之争。", "Claude", "Claude"),
        ("他们在用AI-Claude助手。", "Claude", "Claude"),
    ],
)
def test_a_name_is_found_in_every_spelling_and_script(text: str, name: str, entity: str) -> None:
    assert named(text)[name] == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Metaverse的热潮已退。", "Meta"),
        ("他们更喜欢GPT-4o。", "GPT-4"),
        ("H1000不是芯片的名字。", "H100"),
        ("云川公司营收达US$3亿。", "United_States"),
        ("云川公司营收达3亿瑞士法郎。", "Switzerland"),
        ("云川公司营收达3亿新加坡元。", "Singapore"),
        ("新版Qwen2.5-72B已经开源。", "Qwen2"),
        ("华为云发布新品。", "Huawei"),
        ("游客来到三星堆博物馆。", "Samsung"),
        ("消息令近日本地股市上扬。", "Japan"),
        ("on the edge of the network", "Microsoft_Edge"),
        ("联系 press@openai 即可", "OpenAI"),
        ("域名Microsoft.com卖了1100万美元。", "Microsoft"),
        ("我们的邮件发自intel.cn。", "Intel"),
        ("他们所有赞助商都来了。", "Youzan"),
        ("资金用于加快公司的研发。", "Fast_Company"),
        ("各地都在建全球数据中心。", "GlobalData"),
        ("这让矛盾升华为共识。", "Huawei"),
        ("他们会创造更美好未来。", "TAL"),
        ("这项作业帮助学生复习。", "Homework_Help"),
        ("The vast majority agreed.", "Vast"),
        ("助手会讲韩国语和日语。", "Korea"),
        ("发布会将在日本时间6月10日举行。", "Japan"),
        ("这要看發展中國家怎么选。", "China"),
        ("他们提出了QT-GPT，效果不错。", "GPT"),
        ("他们提出了d1-Claude，效果不错。", "Claude"),
    ],
)
def test_no_name_is_found_within_a_longer_word(text: str, entity: str) -> None:
    assert entity not in named(text).values()


def test_a_name_beside_common_words_is_found() -> None:
    assert named("团队来自美团，也用好未来的题库。") == {"美团": "Meituan", "好未来": "TAL"}
    assert "民主党" in named("几名民主党人提出法案。")


@pytest.mark.parametrize("time", ["2023年", "6月", "12月8日", "8日"])
def test_a_time_may_be_written_to_a_name(time: str) -> None:
    assert named(f"OpenAI{time}获得微软投资。")["OpenAI"] == "OpenAI"
    assert "OpenAI" not in named("OpenAI13月获得微软投资。")


def test_what_follows_a_thing_behind_its_maker_goes_on_its_name() -> None:
    assert named("新机搭载华为麒麟X Prime。") == {"华为": "Huawei", "麒麟X Prime": "Kirin_X_Prime"}
    assert named("新机搭载华为麒麟芯片。") == {"华为": "Huawei", "麒麟": "Kirin"}


def test_a_product_that_is_a_word_needs_its_capital() -> None:
    assert named("微软更新了Edge浏览器。")["Edge"] == "Microsoft_Edge"


class TestHomographs:
    def test_context_decides(self) -> None:
        assert named("微软与甲骨文公司签约。")["甲骨文"] == "Oracle"
        assert "Oracle" not in named("学者破译了甲骨文残片。").values()

    def test_one_sure_mention_settles_the_other_mentions(self) -> None:
        mentions, _ = recognise("甲骨文公司公布财报。分析师看好甲骨文。")
        assert [m.text for m in mentions if m.entity == "Oracle"] == ["甲骨文", "甲骨文"]

    def test_a_longer_name_settles_the_word_that_it_begins_with(self) -> None:
        entry = Entry("Sea", "Company", "海豚机器人", hans=("海豚机器人", "海豚", "山海"))
        names = ("海豚", "山海")
        lookup = Lookup(Lexicon({"Sea": entry}), {name: Homograph(name, "Sea", otherwise=False) for name in names})
        text = "海豚机器人到场，海豚与山海合照"
        assert [text[found.start : found.end] for found in lookup.find(text, text)] == ["海豚机器人", "海豚"]

    def test_things_beside_it_in_a_list_settle_a_word(self) -> None:
        entries = [Entry(name, "Model", name) for name in ("海豚", "白鲸", "山海")]
        entries.append(Entry("云川", "Company", "云川"))
        word = Homograph("山海", "山海", otherwise=False)
        lookup = Lookup(Lexicon({entry.id: entry for entry in entries}), {"山海": word})
        for text, found in (
            ("海豚、白鲸、山海", 3),
            ("海豚、山海和白鲸", 3),
            ("海豚和山海", 1),
            ("云川、山海和白鲸", 2),
        ):
            assert len(lookup.find(text, text)) == found

    def test_a_sure_mention_does_not_settle_one_that_speaks_against_it(self) -> None:
        mentions, _ = recognise("甲骨文公司赞助了甲骨文残片的展览。")
        assert [m.span.start for m in mentions if m.entity == "Oracle"] == [0]

    def test_a_dropped_name_does_not_come_back_by_its_shape(self) -> None:
        assert "甲骨文" not in named("孩子们在学习甲骨文。")


def test_spellings_join_and_part_letters_and_digits_but_never_two_numbers() -> None:
    found = set(spellings("GPT-4 Turbo"))
    assert {"gpt-4 turbo", "gpt4turbo", "gpt 4-turbo"} <= found
    assert "phi35" not in set(spellings("Phi-3 5"))


def test_a_technology_in_passing_is_no_entity_but_one_that_is_used_is() -> None:
    assert "Facial_Recognition" not in named("这家人脸识别公司刚刚成立。").values()
    assert "Facial_Recognition" in named("去年人脸识别市场规模翻番。").values()
    assert "Generative_AI" in named("该行采用生成式AI处理客服。").values()
    assert "Transformer" in named("模型的底层是Transformer架构。").values()
    assert "Federated_Learning" in named("系统采用声纹比对和联邦学习。").values()
    assert "Federated_Learning" not in named("系统采用了新算法，卖给安防和联邦学习公司。").values()
    assert "Federated_Learning" in named("系统采用先进的联邦学习。").values()
    assert "Federated_Learning" not in named("这家先进的联邦学习公司刚刚成立。").values()


def test_the_title_of_a_book_makes_no_technology_a_topic() -> None:
    assert (
        "Federated_Learning"
        not in named("她在读《动手学联邦学习》。《联邦学习入门》和《联邦学习：理论》也好。").values()
    )
    assert "Federated_Learning" in named("她在读《动手学联邦学习》。该系统采用联邦学习。").values()


def test_a_name_behind_the_beginning_of_a_longer_one_is_found() -> None:
    entries = (
        Entry("IBM", "Company", "IBM", en=("IBM",)),
        Entry("Watson", "Product", "Watson", en=("IBM Watson",)),
        Entry("watsonx", "Product", "watsonx", en=("watsonx",)),
    )
    lookup = Lookup(Lexicon({entry.id: entry for entry in entries}), {})
    text = "与IBM watsonx合作"
    assert [found.entry for found in lookup.find(text.lower(), text)] == ["IBM", "watsonx"]


def test_a_name_that_begins_in_a_dropped_word_is_found() -> None:
    entries = (Entry("山海", "Place", "山海"), Entry("海豚集团", "Company", "海豚集团"))
    word = Homograph("山海", "山海", otherwise=False)
    lookup = Lookup(Lexicon({entry.id: entry for entry in entries}), {"山海": word})
    text = "火山海豚集团在内"
    assert [found.entry for found in lookup.find(text, text)] == ["海豚集团"]
    text = "火山海边"
    assert lookup.find(text, text) == []


def test_a_name_that_a_dropped_one_begins_with_is_found() -> None:
    entries = (Entry("海豚", "Company", "海豚"), Entry("海豚投资", "Company", "海豚投资"))
    word = Homograph("海豚投资", "海豚投资", otherwise=False)
    lookup = Lookup(Lexicon({entry.id: entry for entry in entries}), {"海豚投资": word})
    text = "海豚投资了三家公司"
    assert [found.entry for found in lookup.find(text, text)] == ["海豚"]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("海豚中国区的销量增长。", ["海豚"]),
        ("海豚中国市场增长。", ["海豚"]),
        ("海豚中国的总裁离职。", ["海豚中国"]),
        ("海豚中国发布新品。", ["海豚中国"]),
    ],
)
def test_the_country_that_a_firm_sells_in_is_no_part_of_its_name(text: str, entities: list[str]) -> None:
    entries = (Entry("海豚", "Company", "海豚"), Entry("海豚中国", "Company", "海豚中国"))
    lookup = Lookup(Lexicon({entry.id: entry for entry in entries}), {})
    assert [found.entry for found in lookup.find(text, text)] == entities
