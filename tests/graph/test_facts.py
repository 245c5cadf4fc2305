"""Facts: which claims say the same thing, and what that comes to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.model import Claim, Evidence
from graph.facts import Fact, conclude
from graph.statements import Statement, Topic, Triple, statement_of
from ontology.vocabulary import RELATIONS
from tests.graph.said import figure, nobody, relation


def facts(*said: Statement) -> list[Fact]:
    return list(conclude(said, nobody).facts)


def only(*said: Statement) -> Fact:
    (fact,) = facts(*said)
    return fact


def triples(*said: Statement) -> list[Triple]:
    return [triple for fact in facts(*said) for triple in fact.triples()]


class TestSupport:
    def test_independent_sources_are_counted(self) -> None:
        fact = only(
            figure(78_000_000, "a", bound="about"), figure(78_000_000, "a"), figure(78_000_000, "b", change="花费")
        )

        assert (fact.support, fact.sources, len(fact.claims), fact.bound) == (2, ("a", "b"), 3, "")

    def test_dates(self) -> None:
        fact = only(*(figure(1, date, date=date) for date in ("2024-05", "", "2023-01-23", "2024-05-09")))

        assert (fact.first, fact.last) == ("2023-01-23", "2024-05-09")

    def test_confidence_is_that_one_source_was_read_rightly(self) -> None:
        half, more = Decimal("0.5"), Decimal("0.8")

        assert only(figure(1, "a", confidence=half), figure(1, "a", confidence=more)).confidence == more
        assert only(figure(1, "a", confidence=half), figure(1, "b", confidence=more)).confidence == Decimal("0.9")

    def test_only_what_is_asserted(self) -> None:
        others = [figure(1, "b", modality=each) for each in ("planned", "forecast", "denied", "hypothetical")]

        assert facts(*others) == []
        assert only(figure(1, "a", confidence=Decimal(1)), *others[:2]).support == 1


class TestTheSameThing:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (figure(8, bound="about"), figure(9, "b")),
            (figure(78_000_000), figure(78_300_000, "b")),
            (figure(1, bound="over"), figure(1, "b", bound="under")),
            (figure(1, upto=2), figure(1, "b")),
            (figure(1, telling="输入"), figure(1, "b", telling="输出")),
            (figure(1, unit="USD"), figure(1, "b", unit="CNY")),
            (figure(1, predicate="revenue", time="2023"), figure(1, "b", predicate="revenue", time="2024")),
            (figure(1, predicate="revenue", time="2024"), figure(1, "b", predicate="revenue", time="2024-Q2")),
        ],
    )
    def test_what_is_not(self, one: Statement, other: Statement) -> None:
        assert len(facts(one, other)) == 2
        assert len({fact.id for fact in facts(one, other)}) == 2

    def test_a_state_in_a_year_and_in_a_month_of_it(self) -> None:
        said = [figure(1, time, predicate="valuation", time=time) for time in ("2024-06", "2024", "2024-06-05", "")]

        assert (only(*said).time, only(*said).support) == ("2024", 4)

    def test_without_a_time_it_belongs_to_the_only_time_there_is(self) -> None:
        one, other, none = (figure(1, time, predicate="revenue", time=time) for time in ("2023", "2024", ""))

        assert only(one, none).time == "2023"
        assert sorted(fact.time for fact in facts(one, other, none)) == ["", "2023", "2024"]

    def test_agreeing_figures_corroborate(self) -> None:
        said = figure(78_000_000, bound="about"), figure(78_300_000, "b"), figure(63_000_000, "c")
        done = conclude(said, nobody)
        held = {claim: fact.id for fact in done.facts for claim in fact.claims}
        first, second = held[said[0].claim], held[said[1].claim]

        assert set(done.corroborates) == {(first, second), (second, first)}
        assert len(conclude([figure(78_000_000), figure(78_300_000)], nobody).corroborates) == 0  # one source


class TestPlainTriples:
    def test_an_asserted_relation_stands(self) -> None:
        assert triples(relation("A", "supplies", "B")) == [("A", "supplies", "B")]

    @pytest.mark.parametrize("modality", ["planned", "forecast", "denied", "hypothetical"])
    def test_others_never_do(self, modality: str) -> None:
        assert triples(relation("A", "supplies", "B", modality=modality)) == []

    def test_planned_forecast_and_supposed_take_nothing_away(self) -> None:
        others = [
            relation("A", "supplies", "B", "b", modality=each) for each in ("planned", "forecast", "hypothetical")
        ]

        assert triples(relation("A", "supplies", "B"), *others) == [("A", "supplies", "B")]

    def test_one_claim_that_nothing_contradicts_is_enough(self) -> None:
        denied = relation("A", "supplies", "B", "b", modality="denied", time="2024")

        assert triples(relation("A", "supplies", "B", time="2024"), denied) == []
        assert triples(relation("A", "supplies", "B", time="2019"), denied) == [("A", "supplies", "B")]
        fact = only(relation("A", "supplies", "B", time="2019"), relation("A", "supplies", "B"), denied)
        assert (fact.disputed, fact.stands) == (True, True)

    def test_figures_are_no_triples(self) -> None:
        assert triples(figure(1)) == []

    @pytest.mark.parametrize("predicate", sorted(RELATIONS))
    def test_symmetric_relations_hold_both_ways(self, predicate: str) -> None:
        there, back = ("A", predicate, "B"), ("B", predicate, "A")

        for subject, _, object_ in (there, back):
            said = statement_of(Claim("d", "relation", subject, predicate, Evidence(0, 1, "x"), object=object_))
            expected = {there, back} if RELATIONS[predicate].symmetric else {(subject, predicate, object_)}
            assert set(triples(said)) == expected

    def test_a_thing_related_to_itself_is_said_once(self) -> None:
        said = statement_of(Claim("d", "relation", "A", "partnersWith", Evidence(0, 1, "x"), object="A"))

        assert triples(said) == [("A", "partnersWith", "A")]

    def test_the_founders_of_a_company_are_one_topic(self) -> None:
        assert relation("A", "founderOf", "B").topic == Topic("founderOf", "B")
        assert relation("A", "supplies", "B").topic == Topic("supplies", "A")
