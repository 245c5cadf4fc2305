"""Query results: tables for people, formats for programs, errors with their place."""

from __future__ import annotations

import io
import json

import pyoxigraph as ox
import pytest
import rdflib

from graph.results import FORMATS, Result, ResultError, curie, render, text_table, write_result

DATA = """
PREFIX zt: <https://w3id.org/zhitu/ontology#>
PREFIX ze: <https://w3id.org/zhitu/entity/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT DATA {
  ze:OpenAI rdfs:label "OpenAI"@en ; zt:develops ze:GPT-4 .
  ze:GPT-4 rdfs:label "GPT-4"@en ; zt:value 78000000 .
  ze:NVIDIA rdfs:label "英伟达"@zh-Hans ; zt:value 1.50 .
}"""
PREFIXES = "PREFIX zt: <https://w3id.org/zhitu/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


@pytest.fixture(name="store")
def _store() -> ox.Store:
    store = ox.Store()
    store.update(DATA)
    return store


def ask(store: ox.Store, query: str) -> Result:
    return store.query(PREFIXES + query)


def written(result: Result, name: str) -> str:
    out = io.BytesIO()
    write_result(result, name, out)
    return out.getvalue().decode("utf-8")


SELECT = "SELECT ?who ?label ?value { ?who rdfs:label ?label ; zt:value ?value } ORDER BY ?label"


def test_a_table_has_short_names_and_numbers_one_can_read(store: ox.Store) -> None:
    lines = written(ask(store, SELECT), "table").splitlines()
    assert lines[0].split() == ["who", "label", "value"]
    assert sorted(line.split() for line in lines[1:]) == [
        ["ze:GPT-4", "GPT-4", "78,000,000"],
        ["ze:NVIDIA", "英伟达", "1.5"],
    ]


def test_wide_characters_do_not_break_the_columns() -> None:
    table = text_table(["name", "n"], [["英伟达", "1"], ["OpenAI", "2"]])
    assert render(table) == "name    n\n英伟达  1\nOpenAI  2\n"


def test_a_long_row_stays_one_line_for_a_pipe_and_folds_on_a_screen() -> None:
    table = text_table(["quote"], [["训练成本约为七千八百万美元，" * 20]])
    assert len(render(table).splitlines()) == 2
    assert len(render(table, 80).splitlines()) > 5
    assert "".join(render(table, 80).splitlines()[1:]) == "训练成本约为七千八百万美元，" * 20


def test_markup_in_a_text_is_shown_as_it_is() -> None:
    assert "[bold]x[/nothing]" in render(text_table(["[a]"], [["[bold]x[/nothing]"]]))


def test_unbound_values_are_empty(store: ox.Store) -> None:
    text = written(ask(store, "SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) } }"), "table")
    assert text.splitlines()[1].split() == ["1"]


@pytest.mark.parametrize(("query", "answer"), [("ASK { ?s zt:develops ?o }", "yes"), ("ASK { ?s zt:sues ?o }", "no")])
def test_yes_or_no(store: ox.Store, query: str, answer: str) -> None:
    assert written(ask(store, query), "table").split() == ["answer", answer]
    assert json.loads(written(ask(store, query), "json"))["boolean"] is (answer == "yes")


def test_rows_in_formats_for_programs(store: ox.Store) -> None:
    assert written(ask(store, SELECT), "csv").splitlines()[0] == "who,label,value"
    assert "英伟达" in written(ask(store, SELECT), "tsv")
    assert len(json.loads(written(ask(store, SELECT), "json"))["results"]["bindings"]) == 2
    assert written(ask(store, SELECT), "xml").startswith("<?xml")


@pytest.mark.parametrize(
    ("name", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib's own JSON-LD reader
def test_a_constructed_graph_is_read_by_another_reader(store: ox.Store, name: str, parser: str) -> None:
    query = "CONSTRUCT { ?s zt:develops ?o } { ?s zt:develops ?o }"
    graph = rdflib.Graph().parse(data=written(ask(store, query), name), format=parser)
    assert len(graph) == 1
    assert written(ask(store, query), name) == written(ask(store, query), name)


def test_a_description_is_a_table_too(store: ox.Store) -> None:
    text = written(ask(store, "DESCRIBE <https://w3id.org/zhitu/entity/OpenAI>"), "table")
    assert "zt:develops" in text
    assert "ze:GPT-4" in text


def test_a_format_that_does_not_fit_is_refused(store: ox.Store) -> None:
    with pytest.raises(ResultError, match="no result format 'pdf'"):
        written(ask(store, SELECT), "pdf")
    with pytest.raises(ResultError, match="gives rows; choose table, csv"):
        written(ask(store, SELECT), "turtle")
    with pytest.raises(ResultError, match="gives a graph; choose table, turtle"):
        written(ask(store, "CONSTRUCT WHERE { ?s ?p ?o }"), "csv")
    assert "table" in FORMATS


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/zhitu/entity/GPT-4", "ze:GPT-4"),
        ("https://w3id.org/zhitu/ontology#investsIn", "zt:investsIn"),
        ("https://w3id.org/zhitu/document/新闻/a.txt", "zd:新闻/a.txt"),
        ("https://example.org/x", "<https://example.org/x>"),
    ],
)
def test_our_names_are_short(iri: str, short: str) -> None:
    assert curie(iri) == short
