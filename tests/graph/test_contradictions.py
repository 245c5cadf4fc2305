"""Which claims contradict which: figures, denials, owners, founders, dates; and what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph.contradictions import LINKS, contradictions
from graph.facts import conclude
from graph.statements import Statement
from tests.graph.said import figure, nobody, relation


def contradicted(*said: Statement) -> set[int]:
    """Return which of the statements another contradicts, by number."""
    links = contradictions(said, nobody)
    assert links == {(other, one) for one, other in links}
    return {n for n, each in enumerate(said) if each.claim in {one for one, _ in links}}


class TestFigures:
    def test_two_sources_that_differ(self) -> None:
        assert contradicted(figure(78_000_000, "a"), figure(63_000_000, "b")) == {0, 1}

    def test_one_source_does_not_contradict_itself(self) -> None:
        assert contradicted(figure(78_000_000), figure(63_000_000)) == set()

    def test_within_rounding_and_bounds_nothing_differs(self) -> None:
        assert contradicted(figure(78_000_000), figure(78_000_000, "b", bound="about")) == set()

    def test_forecasts_and_plans_contradict_nothing(self) -> None:
        for modality in ("forecast", "planned", "hypothetical"):
            assert contradicted(figure(78_000_000), figure(63_000_000, "b", modality=modality)) == set()

    def test_a_figure_that_is_denied(self) -> None:
        denied = figure(78_000_000, "b", modality="denied")

        assert contradicted(figure(78_000_000, bound="about"), denied) == {0, 1}
        assert contradicted(figure(63_000_000), denied) == set()
        assert contradicted(figure(78_000_000, "b"), denied) == {0, 1}  # one text may report both sides

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"unit": "USD"}, {"unit": "CNY"}),
            ({"telling": "月活跃"}, {"telling": "日活跃"}),
            ({"rest": "甲"}, {"rest": "乙"}),
            ({"time": "2023"}, {"time": "2024"}),
        ],
    )
    def test_what_differs_in_unit_measure_or_time(self, one: dict[str, str], other: dict[str, str]) -> None:
        assert contradicted(figure(1, "a", **one), figure(5, "b", **other)) == set()

    @pytest.mark.parametrize(
        ("metric", "one", "other", "differ"),
        [
            ("revenue", {"time": "2024"}, {"time": "2024"}, True),
            ("revenue", {"time": "2024"}, {"time": "2024-Q2"}, False),  # a year and a quarter
            ("revenue", {}, {"time": "2024"}, False),
            ("revenue", {}, {}, True),
            ("revenue", {"date": "2024-05-01"}, {"date": "2024-05-30"}, True),
            ("revenue", {"date": "2024-05-01"}, {"date": "2024-06-01"}, False),
            ("valuation", {"time": "2024"}, {"time": "2024-06"}, True),
            ("valuation", {"time": "2024-05"}, {"time": "2024-06"}, False),
            ("valuation", {"time": "2024-05"}, {"date": "2024-05-30"}, True),
            ("valuation", {"time": "2024-05"}, {}, False),
            ("trainingCost", {"time": "2024-05"}, {}, True),
            ("stockChange", {}, {}, False),  # nobody knows from when to when
            ("stockChange", {"time": "2024-05-01"}, {"time": "2024-05-01"}, True),
            ("fundingRaised", {}, {}, False),  # rounds
        ],
    )
    def test_times(self, metric: str, one: dict[str, str], other: dict[str, str], differ: bool) -> None:
        said = figure(1, "a", predicate=metric, **one), figure(5, "b", predicate=metric, **other)

        assert contradicted(*said) == ({0, 1} if differ else set())

    def test_several_figures_of_one_text_are_of_several_things(self) -> None:
        sizes = [figure(n, "a", predicate="parameters") for n in (8, 70)]

        assert contradicted(*sizes, figure(405, "b", predicate="parameters")) == set()
        assert contradicted(figure(8, "a", predicate="parameters"), figure(70, "b", predicate="parameters")) == {0, 1}

    def test_growth_of_what_nobody_knows(self) -> None:
        growth = {"predicate": "growth", "unit": "x", "time": "2023"}

        assert contradicted(figure(8, "a", bound="about", **growth), figure(9, "b", **growth)) == set()
        assert contradicted(
            figure(8, "a", bound="about", telling="投资", **growth), figure(9, "b", telling="投资", **growth)
        ) == {0, 1}

    def test_many_that_differ_are_linked_a_few_times_each(self) -> None:
        said = [figure(10 * n, f"source {n}") for n in range(1, 101)]
        links = contradictions(said, nobody)

        assert {one for one, _ in links} == {each.claim for each in said}
        assert len(links) <= 2 * LINKS * len(said)


class TestDenials:
    def test_asserted_and_denied(self) -> None:
        fact = "Microsoft", "investsIn", "OpenAI"

        assert contradicted(relation(*fact), relation(*fact, "b", modality="denied")) == {0, 1}
        assert contradicted(relation(*fact), relation(*fact, "a", modality="denied")) == {0, 1}
        assert contradicted(relation(*fact), relation("Microsoft", "investsIn", "xAI", modality="denied")) == set()

    @pytest.mark.parametrize(
        ("asserted", "denied", "differ"),
        [("2019", "2019-06", True), ("2019", "2024", False), ("2019", "", True), ("past", "", False)],
    )
    def test_times(self, asserted: str, denied: str, differ: bool) -> None:
        said = (
            relation("甲", "worksFor", "OpenAI", time=asserted),
            relation("甲", "worksFor", "OpenAI", "b", time=denied, modality="denied"),
        )

        assert contradicted(*said) == ({0, 1} if differ else set())


class TestOwners:
    def owners(self, *said: Statement, above: dict[str, set[str]] | None = None) -> int:
        return len(contradictions(said, lambda owner: frozenset((above or {}).get(owner, ()))))

    def test_two_owners(self) -> None:
        assert self.owners(relation("甲", "subsidiaryOf", "乙"), relation("甲", "subsidiaryOf", "丙", "b")) == 2

    def test_one_above_the_other(self) -> None:
        said = relation("甲", "subsidiaryOf", "乙"), relation("甲", "subsidiaryOf", "丙", "b")

        assert self.owners(*said, above={"乙": {"丙"}}) == 0

    def test_who_names_both_means_both(self) -> None:
        both = relation("甲", "subsidiaryOf", "乙"), relation("甲", "subsidiaryOf", "丙")

        assert self.owners(*both, relation("甲", "subsidiaryOf", "丙", "b")) == 0

    def test_sold_in_between(self) -> None:
        said = relation("甲", "subsidiaryOf", "乙", time="2019"), relation("甲", "subsidiaryOf", "丙", "b", time="2024")

        assert self.owners(*said) == 0


class TestFounders:
    def test_two_lists(self) -> None:
        first = [relation(name, "founderOf", "X", "a", place="0,9") for name in "甲乙"]
        second = [relation(name, "founderOf", "X", "b", place="3,9") for name in "乙丙"]

        assert contradicted(*first, *second) == {0, 3}  # 乙 stands in both

    def test_names_one_by_one_are_no_list(self) -> None:
        assert contradicted(relation("甲", "founderOf", "X"), relation("乙", "founderOf", "X", "b")) == set()

    def test_a_part_of_a_list(self) -> None:
        whole = [relation(name, "founderOf", "X", "a", place="0,9") for name in "甲乙丙"]
        part = [relation(name, "founderOf", "X", "b", place="3,9") for name in "甲乙"]

        assert contradicted(*whole, *part) == set()


class TestDates:
    @pytest.mark.parametrize(
        ("one", "other", "differ"),
        [("2014", "2016", True), ("2014", "2014-01", False), ("2014-01", "2014-02", True), ("2014", "", False)],
    )
    def test_of_one_event(self, one: str, other: str, differ: bool) -> None:
        said = relation("Google", "acquires", "X", time=one), relation("Google", "acquires", "X", "b", time=other)

        assert contradicted(*said) == ({0, 1} if differ else set())

    def test_of_what_happens_again(self) -> None:
        said = relation("甲", "investsIn", "X", time="2019"), relation("甲", "investsIn", "X", "b", time="2023")

        assert contradicted(*said) == set()


class TestNotices:
    def corrects(self, said: Sequence[Statement]) -> list[tuple[int, int]]:
        numbers = {each.claim: n for n, each in enumerate(said)}
        return [(numbers[one], numbers[other]) for one, other in conclude(said, nobody).corrects]

    def test_a_later_notice_corrects(self) -> None:
        said = figure(78_000_000, date="2024-05-01"), figure(63_000_000, "b", date="2024-05-03", notice=True)

        assert self.corrects(said) == [(1, 0)]

    def test_an_earlier_one_does_not(self) -> None:
        said = figure(78_000_000, date="2024-05-09"), figure(63_000_000, "b", date="2024-05-03", notice=True)

        assert self.corrects(said) == []

    def test_nor_one_that_agrees(self) -> None:
        assert self.corrects([figure(78_000_000), figure(78_000_000, "b", notice=True)]) == []


def test_the_order_does_not_matter() -> None:
    said = [
        figure(78_000_000, "a", bound="about"),
        figure(78_000_000, "b", date="2024-05"),
        figure(63_000_000, "c", notice=True),
        figure(63_000_000, "d", modality="denied"),
        figure(100_000_000, "b", bound="over"),
    ]

    assert len({conclude(order, nobody) for order in permutations(said)}) == 1
