"""The contract of stores, run over every implementation."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import FormatError, GraphError, LockedError, QueryError
from graph.nquads import lines_of_quads
from graph.stores import STORES, OxigraphStore, Store, on_disk, read_only

GRAPH = ox.NamedNode("https://example.org/graph")
OTHER = ox.NamedNode("https://example.org/other")
NAME = ox.NamedNode("https://example.org/name")


def quad(subject: str, value: str, graph: ox.NamedNode | ox.DefaultGraph = GRAPH) -> ox.Quad:
    return ox.Quad(ox.NamedNode(f"https://example.org/{subject}"), NAME, ox.Literal(value), graph)


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[request.param](tmp_path / "store")
    yield opened
    opened.close()


def rows(store: Store, sparql: str) -> list[str]:
    answer = store.query(sparql)
    assert isinstance(answer, ox.QuerySolutions)
    return sorted(str(row[0]) for row in answer)


class TestContract:
    def test_is_empty_at_first(self, store: Store) -> None:
        assert len(store) == 0
        assert list(store.match()) == []

    def test_loads_and_matches(self, store: Store) -> None:
        store.load(quad(f"s{n}", str(n)) for n in range(100))
        store.load([quad("s1", "1"), quad("other", "甲", OTHER)])

        assert len(store) == 101
        assert list(store.match(graph=OTHER)) == [quad("other", "甲", OTHER)]
        assert list(store.match(subject=ox.NamedNode("https://example.org/s7"))) == [quad("s7", "7")]
        assert list(store.match(object_=ox.Literal("8"))) == [quad("s8", "8")]
        assert len(list(store.match(predicate=NAME))) == 101

    @pytest.mark.parametrize("number", [9_999, 10_000, 10_001])
    def test_loads_many(self, store: Store, number: int) -> None:
        store.load(quad(f"s{n}", str(n)) for n in range(number))
        store.load([quad("more", "1")])

        assert len(store) == number + 1

    @pytest.mark.parametrize("number", [0, 9_999, 10_000, 150_001])
    def test_loads_lines(self, store: Store, number: int) -> None:
        store.load([quad("s1", "1"), quad("other", "甲", OTHER)])
        store.load_lines(lines_of_quads([quad(f"s{n}", str(n)), quad(f"s{n}", str(n))]) for n in range(number))
        store.load_lines([])

        assert len(store) == (number + 1 if number else 2)
        assert len(list(store.match(subject=ox.NamedNode("https://example.org/s1")))) == 1

    def test_replaces(self, store: Store) -> None:
        store.load([quad("a", "1"), quad("b", "2"), quad("c", "3", OTHER)])

        more = store.replace(store.match(graph=GRAPH), [quad("b", "2"), quad("d", "4"), quad("e", "5")])

        assert more == 1
        assert {str(each) for each in store.match()} == {
            str(each) for each in (quad("b", "2"), quad("d", "4"), quad("e", "5"), quad("c", "3", OTHER))
        }

    def test_replaces_tagged_names_without_losing_them(self, store: Store) -> None:
        """Stores write language tags in lower case; the same name must be the same quad all the same."""
        name = ox.Quad(GRAPH, NAME, ox.Literal("微软", language="zh-Hans"), ox.DefaultGraph())
        store.load([name])

        assert store.replace(store.match(), [name]) == 0
        assert len(store) == 1

    def test_a_failing_source_of_quads_is_heard_of(self, store: Store) -> None:
        def failing() -> Iterator[ox.Quad]:
            yield quad("a", "1")
            raise RuntimeError("in the middle")

        with pytest.raises(RuntimeError, match="in the middle"):
            store.load(failing())

    def test_queries_all_graphs_at_once(self, store: Store) -> None:
        store.load([quad("a", "1"), quad("b", "2", OTHER), quad("c", "3", ox.DefaultGraph())])

        assert rows(store, "SELECT ?v { ?s <https://example.org/name> ?v }") == ['"1"', '"2"', '"3"']
        assert rows(store, "SELECT ?v { GRAPH <https://example.org/other> { ?s ?p ?v } }") == ['"2"']

    def test_knows_the_prefixes(self, store: Store) -> None:
        assert rows(store, "SELECT (zt:develops AS ?p) {}") == ["<https://w3id.org/zhitu/ontology#develops>"]

    @pytest.mark.parametrize(
        ("sparql", "line", "column", "told"),
        [
            ("SELECT ?s {\n  ?s rdfs:label }", 2, 17, "?s rdfs:label }\n                  ^"),
            ("SELECT ?s\nWHERE { ?s ?p ?o", 2, 17, '"}"'),
            ("SELCT", 1, 6, "SELCT"),
            ("SELECT ?s { ?s nobody:knows ?o }", 1, 28, "Prefix not found"),
            ("INSERT DATA { zt:a zt:b zt:c }", 1, 10, "INSERT DATA"),
            ("  \n", 1, 1, "empty"),
        ],
    )
    def test_malformed_query(self, store: Store, sparql: str, line: int, column: int, told: str) -> None:
        with pytest.raises(QueryError, match="malformed SPARQL") as caught:
            store.query(sparql)

        assert (caught.value.line, caught.value.column) == (line, column)
        assert told in str(caught.value)

    def test_cannot_be_used_when_closed(self, store: Store) -> None:
        store.close()

        with pytest.raises(GraphError, match="closed"):
            len(store)


class TestOnDisk:
    def test_is_there_for_readers(self, tmp_path: Path) -> None:
        store = on_disk(tmp_path / "store")
        store.load([quad("a", "1")])
        store.finish()
        store.close()

        readers = [read_only(tmp_path / "store") for _ in range(3)]

        assert [len(reader) for reader in readers] == [1, 1, 1]

    def test_one_writer(self, tmp_path: Path) -> None:
        first = on_disk(tmp_path / "store")

        with pytest.raises(LockedError, match="open for writing elsewhere"):
            on_disk(tmp_path / "store")
        first.close()
        assert isinstance(on_disk(tmp_path / "store"), OxigraphStore)

    def test_no_store(self, tmp_path: Path) -> None:
        with pytest.raises(FormatError, match="nothing"):
            read_only(tmp_path / "nothing")
