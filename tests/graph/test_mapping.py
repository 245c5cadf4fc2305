"""From claims to RDF: the IRIs, the literals and the shape of contract 5."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Claim, Entity, Evidence, Metadata, Name
from graph import terms
from graph.concluded import fact_quad
from graph.mapping import document_lines, entity_lines, language_of, number_literal, time_literal
from graph.nquads import quads_of
from graph.record import Record, decode, encode, record_of
from graph.runs import run_quads
from graph.terms import claim_id, document_iri, entity_iri, id_of, plain
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS
from tests.graph.fixtures import COSTS, MONEY, analyse

ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)

CLAIM = Claim(
    doc="新闻/一 号.txt",
    kind="relation",
    subject="Microsoft",
    predicate="investsIn",
    evidence=Evidence(3, 9, "微软投资了它"),
    object="OpenAI",
    time="2024-Q2",
    role="投资方",
    amount=(Decimal("1E+10"), "USD"),
    modality="planned",
    attributed_to="微软",
    confidence=0.875,
    rule="invests",
)


def record(text: str = COSTS, doc: str = "a.txt") -> Record:
    return record_of(analyse(doc, text), "0.1-test", doc, "0" * 64)


def triples(quads: list[ox.Quad], subject: str) -> dict[str, list[str]]:
    """Return what *quads* say of a subject: short predicate names and plain values."""
    told: dict[str, list[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value == subject:
            assert isinstance(quad.object, ox.NamedNode | ox.Literal)
            told.setdefault(quad.predicate.value.replace("#", "/").rsplit("/", 1)[1], []).append(quad.object.value)
    return told


def document_quads(record: Record) -> list[ox.Quad]:
    return list(quads_of(document_lines(record, [claim_id(claim) for claim in record.claims])))


def claim_quads(claim: Claim) -> list[ox.Quad]:
    microsoft = Entity("Microsoft", "Microsoft", "Company", (Name("微软", "zh-Hans"),), known=True)
    return document_quads(replace(record(doc=claim.doc), claims=(claim,), entities=(microsoft,)))


class TestIris:
    def test_readable_names_stay_readable(self) -> None:
        assert entity_iri("OpenAI") == "https://w3id.org/zhitu/entity/OpenAI"
        assert entity_iri("GPT-4.5") == "https://w3id.org/zhitu/entity/GPT-4.5"
        assert document_iri("新闻/一.txt") == "https://w3id.org/zhitu/document/新闻/一.txt"

    @pytest.mark.parametrize(
        ("doc", "local"),
        [
            ("a b.txt", "a%20b.txt"),
            ("a%20b.txt", "a%2520b.txt"),
            ("a#b?c.txt", "a%23b%3Fc.txt"),
            ("../a.txt", "%2E%2E/a.txt"),
            ("a/./b/..", "a/%2E/b/%2E%2E"),
            ("a\\b<c>", "a%5Cb%3Cc%3E"),
        ],
    )
    def test_everything_else_is_escaped(self, doc: str, local: str) -> None:
        assert document_iri(doc) == "https://w3id.org/zhitu/document/" + local

    @given(ANY_TEXT)
    def test_ids_can_be_read_back_and_are_valid(self, id_: str) -> None:
        for iri in (entity_iri(id_), document_iri(id_)):
            assert id_of(iri) == id_
            assert ox.NamedNode(iri).value == iri

    def test_a_foreign_iri_has_no_id(self) -> None:
        with pytest.raises(ValueError, match="no IRI of an entity"):
            id_of("https://example.org/OpenAI")

    def test_every_statement_of_a_claim_is_in_its_id(self) -> None:
        other: dict[str, Any] = {
            "evidence": Evidence(3, 10, "微软投资了它们"),
            "value": Decimal(1),
            "value_max": Decimal(2),
            "amount": (Decimal(5), "USD"),
        }
        silent = {"confidence", "rule"}
        for field in fields(Claim):
            changed = replace(
                CLAIM, **{field.name: other.get(field.name, 0.1 if field.name == "confidence" else "anders")}
            )
            assert (claim_id(changed) == claim_id(CLAIM)) is (field.name in silent), field.name

    def test_the_spelling_of_a_number_does_not_matter(self) -> None:
        spelled = [replace(CLAIM, value=Decimal(text)) for text in ("7.8E+7", "78000000", "78000000.00")]

        assert len({claim_id(claim) for claim in spelled}) == 1

    def test_claim_ids_never_change(self) -> None:
        assert claim_id(CLAIM) == "f57d8cf58b3c578d0c73926b"


class TestLiterals:
    @pytest.mark.parametrize(
        ("value", "text", "datatype"),
        [
            ("7.8E+7", "78000000", "decimal"),
            ("-0.50", "-0.5", "decimal"),
            ("-0", "0", "decimal"),
            ("2.15E+25", "21500000000000000000000000", "double"),
        ],
    )
    def test_numbers(self, value: str, text: str, datatype: str) -> None:
        literal = number_literal(Decimal(value))

        assert (literal.value, literal.datatype.value.rpartition("#")[2]) == (text, datatype)

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
    def test_every_number_can_be_compared(self, value: Decimal) -> None:
        store = ox.Store()
        store.add(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), number_literal(value), ox.DefaultGraph()))

        assert bool(store.query("ASK { ?s ?p ?v FILTER(?v >= -1e31 && ?v <= 1e31) }"))
        assert Decimal(plain(value) or "") == value

    @pytest.mark.parametrize(
        ("value", "datatype"),
        [
            ("2024", "gYear"),
            ("2024-06", "gYearMonth"),
            ("2024-06-05", "date"),
            ("2024-Q2", "string"),
            ("2024-13", "string"),
            ("past", "string"),
        ],
    )
    def test_times(self, value: str, datatype: str) -> None:
        literal = time_literal(value)

        assert (literal.value, literal.datatype.value.rpartition("#")[2]) == (value, datatype)

    @pytest.mark.parametrize(
        ("text", "script", "language"),
        [
            ("GPT-4", "zh-Hant-TW", "en"),
            ("Café", "zh-Hans", "en"),
            ("輝達", "zh-Hant-TW", "zh-Hant"),
            ("英伟达", "zh-Hans", "zh-Hans"),
            ("X科技", "other", "zh-Hans"),
        ],
    )
    def test_language_of_a_name(self, text: str, script: str, language: str) -> None:
        assert language_of(text, script) == language


class TestClaims:
    def test_relation(self) -> None:
        quads = claim_quads(CLAIM)
        iri = terms.claim_iri(CLAIM)

        assert triples(quads, iri) == {
            "type": ["https://w3id.org/zhitu/ontology#Claim"],
            "subject": ["https://w3id.org/zhitu/entity/Microsoft"],
            "predicate": ["https://w3id.org/zhitu/ontology#investsIn"],
            "object": ["https://w3id.org/zhitu/entity/OpenAI"],
            "time": ["2024-Q2"],
            "role": ["投资方"],
            "attributedTo": ["https://w3id.org/zhitu/entity/Microsoft"],
            "modality": ["https://w3id.org/zhitu/ontology#planned"],
            "confidence": ["0.875"],
            "rule": ["invests"],
            "wasDerivedFrom": ["https://w3id.org/zhitu/document/新闻/一%20号.txt#char=3,9"],
            "wasGeneratedBy": ["https://w3id.org/zhitu/run/0.1-test"],
            "amount": [iri + "#amount"],
        }
        assert triples(quads, iri + "#amount") == {
            "type": ["https://w3id.org/zhitu/ontology#Amount"],
            "value": ["10000000000"],
            "unit": ["USD"],
        }

    def test_evidence(self) -> None:
        told = triples(claim_quads(CLAIM), "https://w3id.org/zhitu/document/新闻/一%20号.txt#char=3,9")

        assert told == {
            "type": ["https://w3id.org/zhitu/ontology#Evidence"],
            "hasSource": ["https://w3id.org/zhitu/document/新闻/一%20号.txt"],
            "exact": ["微软投资了它"],
            "start": ["3"],
            "end": ["9"],
        }

    def test_quantity(self) -> None:
        claim = replace(
            CLAIM,
            kind="quantity",
            predicate="growth",
            object=None,
            amount=None,
            value=Decimal(8),
            value_max=Decimal(9),
            unit="x",
            change="投资额",
            attributed_to="无名分析师",
        )
        told = triples(claim_quads(claim), terms.claim_iri(claim))

        assert {key: told[key] for key in ("value", "valueMax", "unit", "change", "attributedTo")} == {
            "value": ["8"],
            "valueMax": ["9"],
            "unit": ["x"],
            "change": ["投资额"],
            "attributedTo": ["无名分析师"],
        }
        assert "object" not in told

    def test_a_name_of_two_entities_is_no_speaker(self) -> None:
        twins = tuple(Entity(id_, id_, "Person", (Name("张伟", "zh-Hans"),)) for id_ in ("a", "b"))
        claim = replace(CLAIM, attributed_to="张伟")

        quads = document_quads(replace(record(doc=CLAIM.doc), claims=(claim,), entities=twins))

        assert triples(quads, terms.claim_iri(claim))["attributedTo"] == ["张伟"]

    def test_every_word_of_the_vocabulary_has_an_iri(self) -> None:
        for predicate in (*RELATIONS, *METRICS):
            for modality in MODALITIES:
                claim_quads(replace(CLAIM, predicate=predicate, modality=modality))


class TestDocuments:
    def test_description(self) -> None:
        plain_record = record(MONEY, "b.txt")
        metadata = Metadata("题", "2024-07", "某报", "某人", "https://example.org/a b", "zh")
        described = replace(
            plain_record, document=replace(plain_record.document, metadata=metadata), script="zh-Hant-TW"
        )

        assert triples(document_quads(described), document_iri("b.txt")) == {
            "type": ["https://w3id.org/zhitu/ontology#Document"],
            "identifier": ["b.txt"],
            "encodingFormat": ["text/plain"],
            "language": ["zh-Hant-TW"],
            "date": ["2024-07"],
            "url": ["https://example.org/a b"],
            "title": ["题"],
            "publisher": ["某报"],
            "creator": ["某人"],
            "mentions": ["https://w3id.org/zhitu/entity/Microsoft", "https://w3id.org/zhitu/entity/OpenAI"],
        }

    def test_all_in_one_graph_and_nothing_twice(self) -> None:
        quads = document_quads(record(COSTS + MONEY))

        assert {quad.graph_name for quad in quads} == {ox.NamedNode(document_iri("a.txt"))}
        assert len({str(quad) for quad in quads}) == len(quads)

    def test_the_order_of_what_was_found_does_not_matter(self) -> None:
        analysis = analyse("a.txt", COSTS + MONEY)
        turned = replace(analysis, claims=analysis.claims[::-1], entities=analysis.entities[::-1])

        records = [record_of(each, "f", "a.txt", "d") for each in (analysis, turned)]

        assert encode(records[0]) == encode(records[1])
        assert document_quads(records[0]) == document_quads(records[1])

    def test_of_claims_that_say_the_same_the_surest_stays(self) -> None:
        analysis = analyse("a.txt", COSTS)
        doubled = replace(analysis, claims=(*analysis.claims, *(replace(c, confidence=0.9) for c in analysis.claims)))

        kept = record_of(doubled, "f", "a.txt", "d").claims

        assert [claim.confidence for claim in kept] == [0.9, 0.9]

    @pytest.mark.parametrize("claims", [(CLAIM,), ()])
    def test_records_can_be_read_back(self, claims: tuple[Claim, ...]) -> None:
        before = replace(record(COSTS + MONEY, CLAIM.doc), claims=claims)
        kept = decode(encode(before))

        assert kept == before


class TestDefaultGraph:
    def test_entity(self) -> None:
        entity = Entity(
            "NVIDIA",
            "英伟达",
            "Company",
            (Name("NVIDIA", "en"), Name("英伟达", "zh-Hans"), Name("英伟达", "zh-Hant"), Name("輝達", "zh-Hant")),
            known=True,
            wikidata="Q182477",
        )
        iri = "<https://w3id.org/zhitu/entity/NVIDIA>"

        assert sorted(str(quad) for quad in quads_of(entity_lines(entity))) == [
            f"{iri} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhitu/ontology#Company>",
            f'{iri} <http://www.w3.org/2000/01/rdf-schema#label> "英伟达"@zh-hans',
            f"{iri} <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q182477>",
            f'{iri} <http://www.w3.org/2004/02/skos/core#altLabel> "NVIDIA"@en',
            f'{iri} <http://www.w3.org/2004/02/skos/core#altLabel> "英伟达"@zh-hant',
            f'{iri} <http://www.w3.org/2004/02/skos/core#altLabel> "輝達"@zh-hant',
        ]

    @pytest.mark.parametrize("type_", sorted(CLASSES))
    def test_class(self, type_: str) -> None:
        quads = list(quads_of(entity_lines(Entity("x", "x", type_))))

        assert triples(quads, entity_iri("x"))["type"] == [f"https://w3id.org/zhitu/ontology#{type_}"]

    def test_two_classes(self) -> None:
        quads = list(quads_of(entity_lines(Entity("x", "x", "Product", also=("Company",)))))

        both = ["https://w3id.org/zhitu/ontology#Product", "https://w3id.org/zhitu/ontology#Company"]
        assert triples(quads, entity_iri("x"))["type"] == both

    def test_fact(self) -> None:
        assert str(fact_quad("Microsoft", "investsIn", "OpenAI")) == (
            "<https://w3id.org/zhitu/entity/Microsoft> <https://w3id.org/zhitu/ontology#investsIn> "
            "<https://w3id.org/zhitu/entity/OpenAI>"
        )

    def test_run_tells_no_time(self) -> None:
        told = triples(list(run_quads("0.1-test")), "https://w3id.org/zhitu/run/0.1-test")

        assert told == {
            "type": ["http://www.w3.org/ns/prov#Activity"],
            "label": ["zhitu 0.1-test"],
            "identifier": ["0.1-test"],
            "wasAssociatedWith": ["https://w3id.org/zhitu"],
        }
