from __future__ import annotations

from itertools import pairwise

from extract.model import Aside, CleanText, Document, Encoding, OffsetMap, Span
from ontology.homographs import fold

from .reading import RECOGNISER, classes, named, recognise


class TestResolution:
    def test_names_in_brackets_are_one_entity(self) -> None:
        _, entities = recognise("初创公司Zentavia（泽塔维亚科技）已获投资。")
        assert len(entities) == 1
        assert {name.text for name in entities[0].names} == {"Zentavia", "泽塔维亚科技"}

    def test_a_name_in_brackets_is_added_to_a_known_entity(self) -> None:
        _, entities = recognise("萨姆·奥尔特曼（Samuel Altmann）表示，他会留下。")
        assert [entity.id for entity in entities] == ["Sam_Altman"]

    def test_a_title_may_stand_in_the_brackets(self) -> None:
        for bracket in ("Dr. Mark Colin", "Mark Colin博士", "Mark Colin Jr.", "Mark Colin, Jr."):
            _, entities = recognise(f"总裁玛姬·科林（{bracket}）拒绝评论。")
            assert [{name.text for name in entity.names} for entity in entities] == [{"玛姬·科林", "Mark Colin"}]

    def test_two_known_entities_in_brackets_stay_two(self) -> None:
        assert set(named("云服务商（微软、Oracle）与微软（OpenAI）不同。").values()) >= {"Microsoft", "OpenAI"}

    def test_a_surname_after_the_full_name(self) -> None:
        ids = named("创始人伊戈尔·奥斯特罗夫斯基离职。奥斯特罗夫斯基没有回应。")
        assert len(set(ids.values())) == 1
        ids = named("首席执行官Gregory Fielding表示满意。Fielding没有回应记者。")
        assert ids["Fielding"] == ids["Gregory Fielding"]

    def test_who_is_addressed_politely_is_called_by_the_full_name(self) -> None:
        ids = named("董事长陈舟先生于今日卸任。陈先生没有回应，陈先生不在场。")
        assert set(ids.values()) == {"陈舟"}

    def test_a_first_name_of_a_known_person_is_that_person(self) -> None:
        ids = named("Jensen Huang登台。Jensen说，需求强劲。")
        assert ids["Jensen"] == "Jensen_Huang"

    def test_a_surname_of_two_people_is_nobody_known(self) -> None:
        ids = named("Gregory Fielding与Sarah Fielding共同创业。Fielding没有回应。")
        assert ids.get("Fielding") not in (ids["Gregory Fielding"], ids["Sarah Fielding"])

    def test_scripts_and_cases_are_one(self) -> None:
        _, entities = recognise("英伟达、輝達和Nvidia是一家公司。")
        assert [entity.id for entity in entities] == ["NVIDIA"]
        assert len(entities[0].mentions) == 3

    def test_the_makers_product_is_a_product(self) -> None:
        assert classes("微软的Farolight已有百万用户。")["Farolight"] == "Product"


class TestEntities:
    def test_a_known_entity_carries_the_lexicons_names_and_the_texts(self) -> None:
        _, (entity,) = recognise("英偉達漲了，nvidia創新高。")
        assert entity.known
        assert (entity.id, entity.type, entity.label) == ("NVIDIA", "Company", "英伟达")
        assert ("輝達", "zh-Hant") in {(name.text, name.language) for name in entity.names}
        assert "nvidia" in {name.text for name in entity.names}

    def test_an_unknown_entity_has_a_readable_id_in_the_folded_script(self) -> None:
        _, entities = recognise("供應商藍嶺銀行，與北湖資本簽約。領投方是Northlake Ventures (L.P.)。")
        ids = {entity.id for entity in entities}
        assert "Northlake_Ventures" in ids
        assert all(not entity.known for entity in entities)
        assert "蓝岭银行" in ids
        assert "藍嶺銀行" in {entity.label for entity in entities}

    def test_an_unknown_id_never_takes_that_of_a_known_entity(self) -> None:
        _, entities = recognise("领投方为Qwen2 Capital。")
        assert all(entity.known == (entity.id == "Qwen2") for entity in entities)

    def test_one_entity_per_id(self) -> None:
        _, entities = recognise("OpenAI、Open AI与openai，Zentavia和Zentavia。")
        ids = [entity.id for entity in entities]
        assert len(ids) == len(set(ids))


class TestMentions:
    def test_they_are_in_order_disjoint_and_of_known_entities(self) -> None:
        text = "华为云与华为、Anthropic的Claude 3.5 Haiku、首席执行官山姆·奥特曼（Sam Altman）和《芯片法案》。"
        mentions, entities = recognise(text)
        assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
        assert all(mention.text == text[mention.span.start : mention.span.end] for mention in mentions)
        assert {mention.entity for mention in mentions} == {entity.id for entity in entities}

    def test_evidence_quotes_the_original(self) -> None:
        original = "据悉，輝(huī)達发布新品。"
        clean = "据悉，輝達发布新品。"
        offsets = OffsetMap((0, 4), (0, 9), (4, len(original)), (True, True))
        document = Document("d", original, Encoding("utf-8", "test"))
        _, entities, _ = RECOGNISER(document, CleanText(clean, fold(clean), offsets), ())
        (evidence,) = entities[0].mentions
        assert evidence.quote == original[evidence.start : evidence.end] == "輝(huī)達"

    def test_boilerplate_names_nobody(self) -> None:
        text = "OpenAI融资。相关阅读：微软与Zentavia合作"
        aside = Aside(Span(text.index("相关"), len(text)), "related")
        assert {mention.entity for mention in recognise(text, (aside,))[0]} == {"OpenAI"}

    def test_text_of_a_growing_lower_case_keeps_its_offsets(self) -> None:
        assert named("İstanbul之行：OpenAI落地。")["OpenAI"] == "OpenAI"

    def test_an_empty_text_has_none(self) -> None:
        assert recognise("") == ((), ())


def test_the_same_text_gives_the_same_result() -> None:
    text = "Zentavia、Northlake Ventures与微软投资了青禾科技。创始人陈一舟认为，Farolight将上线。" * 3
    assert recognise(text) == recognise(text)


def test_what_is_left_out_is_counted() -> None:
    text = "这家人脸识别公司刚刚成立。"
    document = Document("d", text, Encoding("utf-8", "test"))
    _, _, notes = RECOGNISER(document, CleanText(text, text, OffsetMap((0,), (0,), (len(text),), (True,))), ())
    assert notes["unsure names (lexicon)"] == 1
