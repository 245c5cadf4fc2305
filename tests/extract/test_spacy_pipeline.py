from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.vocab import Vocab

from extract.model import Analysis, Document, Encoding
from extract.spacy_pipeline import COMPONENT, EntityComponent, RunTokenizer, analysis_doc, pipeline, register, tokens
from tests.extract.entities.reading import RECOGNISER, as_clean, recognise


@pytest.mark.parametrize(
    "text",
    ["", " ", "OpenAI的GPT-4o  mini。", "\n\n 輝達\t與 AMD ", "  兩個空格  ", "Aglaé 2.5\n", "昇腾910C 3.5 万"],
)
def test_tokens_round_trip(text: str) -> None:
    assert RunTokenizer(Vocab())(text).text == text


def test_latin_words_and_numbers_stay_whole_and_chinese_characters_single() -> None:
    assert tokens("OpenAI在2024年")[0] == ["OpenAI", "在", "2024", "年"]


def test_the_component_sets_entities_in_the_documents_own_offsets() -> None:
    nlp = spacy.blank("zh")
    nlp.tokenizer = RunTokenizer(nlp.vocab)
    doc = EntityComponent(RECOGNISER)(nlp("据悉，輝達与Open AI签约，推出Claude 3.5 Haiku。"))
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("輝達", "Company", "NVIDIA"),
        ("Open AI", "Company", "OpenAI"),
        ("Claude 3.5 Haiku", "Model", "Claude_3.5_Haiku"),
    ]


def test_registering_twice_does_no_harm() -> None:
    register()
    register()
    assert spacy.blank("zh").has_factory(COMPONENT)


def test_a_pipeline_of_its_own_can_be_written_and_read_back() -> None:
    tokenizer = RunTokenizer(Vocab())
    assert tokenizer.from_bytes(tokenizer.to_bytes())("GPT-4").text == "GPT-4"


def test_an_analysis_becomes_a_doc() -> None:
    text = "微软投资了OpenAI。"
    mentions, entities = recognise(text)
    analysis = Analysis(
        Document("d", text, Encoding("utf-8", "test")), as_clean(text), mentions=mentions, entities=entities
    )
    doc = analysis_doc(analysis, Vocab())
    assert doc.text == text
    assert [(ent.text, ent.kb_id_) for ent in doc.ents] == [("微软", "Microsoft"), ("OpenAI", "OpenAI")]


def test_importing_it_loads_no_data() -> None:
    code = (
        "import extract.spacy_pipeline as p, ontology.lexicon as l\n"
        "from extract.entities import words as w\n"
        "assert w.words.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.fixture(name="nlp", scope="module")
def _nlp() -> Language:
    return pipeline()


TEXT = "据悉，微軟向OpenAI投資100億美元。GPT-4的訓練成本約為7800萬美元。"


def test_a_pipeline_finds_entities_and_claims(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert {"Microsoft", "OpenAI", "GPT-4"} <= {ent.kb_id_ for ent in doc.ents}
    claims = {claim.predicate: claim for claim in doc._.claims}
    spans = {span.label_: span for span in doc.spans["claims"]}
    assert len(doc.spans["claims"]) == len(doc._.claims)
    assert (claims["investsIn"].subject, claims["investsIn"].object) == ("Microsoft", "OpenAI")
    assert claims["trainingCost"].value == 78_000_000
    assert spans["trainingCost"].text == claims["trainingCost"].evidence.quote
    assert spans["trainingCost"].kb_id_ == "GPT-4"


def test_displacy_shows_entities_and_claims(nlp: Language) -> None:
    doc = nlp(TEXT)
    ents = displacy.render(doc, style="ent", jupyter=False)
    spans = displacy.render(doc, style="span", options={"spans_key": "claims"}, jupyter=False)
    assert "Company" in ents
    assert "trainingCost" in spans


def test_a_text_without_claims_has_none(nlp: Language) -> None:
    for text in ("", "今天天气不错。"):
        doc = nlp(text)
        assert (len(doc.spans["claims"]), doc._.claims) == (0, ())


def test_other_pipelines_take_the_components_by_name() -> None:
    code = (
        "import spacy\n"
        "nlp = spacy.blank('zh')\n"
        "nlp.add_pipe('zhitu_entities')\n"
        "nlp.add_pipe('zhitu_claims')\n"
        "doc = nlp('微软投资了OpenAI。')\n"
        "assert [ent.text for ent in doc.ents] == ['微软', 'OpenAI'], doc.ents\n"
        "assert doc.spans['claims'][0].label_ == 'investsIn'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
