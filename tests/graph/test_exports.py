"""Every export is read back by a reader that is not ours, and comes out the same twice."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic, to_canonical_graph

from graph.concluded import fact_quad
from graph.exports import registry
from graph.exports.nanopubs import NP
from graph.exports.networks import days
from graph.exports.registry import EXPORTERS, ExportError, export, exporter, formats
from graph.exports.tables import COLUMNS
from graph.knowledge import KnowledgeGraph
from graph.lines import sorted_lines
from graph.network import network
from graph.statements import statement_of
from graph.terms import PREFIXES, claim_iri, entity_iri
from ontology.vocabulary import ZE, ZT
from tests.graph.small_graph import CLAIMS, COSTS, TEXTS, open_small

RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
needs_arrow = pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow, of the extra [parquet], is not here")
REIFIES = ox.NamedNode(PREFIXES["rdf"] + "reifies")
DATASETS = ("trig", "nquads", "jsonld")


@pytest.fixture(name="kg", scope="module")
def _kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with open_small(tmp_path_factory.mktemp("small")) as kg:
        yield kg


def exported(kg: KnowledgeGraph, name: str) -> bytes:
    out = io.BytesIO()
    exporter(name)(kg, out)
    return out.getvalue()


def without_controls(text: str) -> str:
    return text.replace("\x0b", "\ufffd")


def triples(kg: KnowledgeGraph, name: str) -> rdflib.Graph:
    """Return the union of the graph as rdflib reads it from the store's own lines."""
    lines = "".join(f"{quad.triple} .\n" for quad in kg.quads())
    if name == "rdfxml":
        lines = lines.replace("\\u000B", "\ufffd")
    return rdflib.Graph().parse(data=lines, format="nt")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs_arrow) if name == "parquet" else name for name in sorted(EXPORTERS)]
)
def test_the_same_graph_gives_the_same_bytes(kg: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    once = exported(kg, name)
    assert once
    assert exported(kg, name) == once
    with open_small(tmp_path) as again:
        assert exported(again, name) == once


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib's own readers
@pytest.mark.parametrize("name", sorted(RDFLIB))
def test_rdflib_reads_the_same_graph(kg: KnowledgeGraph, name: str) -> None:
    data = exported(kg, name)
    if name in DATASETS:
        read = rdflib.Dataset(default_union=True)
        read.parse(data=data, format=RDFLIB[name])
        found = rdflib.Graph()
        for triple in read.triples((None, None, None)):
            found.add(triple)
        graphs = {
            str(graph.identifier) for graph in read.graphs() if len(graph) and "default" not in str(graph.identifier)
        }
        named = {quad.graph_name.value for quad in kg.quads() if isinstance(quad.graph_name, ox.NamedNode)}
        assert graphs == named
    else:
        found = rdflib.Graph().parse(data=data, format=RDFLIB[name])
    assert isomorphic(found, triples(kg, name))


@pytest.mark.parametrize("name", sorted(OXIGRAPH))
def test_oxigraph_reads_the_same_graph(kg: KnowledgeGraph, name: str) -> None:
    read = list(ox.parse(exported(kg, name), format=OXIGRAPH[name]))
    if name in DATASETS:
        assert set(read) == set(kg.quads())
    else:
        found = {without_controls(str(quad.triple)).replace("\\u000B", "\ufffd") for quad in read}
        assert found == {str(quad.triple).replace("\\u000B", "\ufffd") for quad in kg.quads()}
    assert len(read) == len(set(read))


def test_no_blank_nodes_are_needed(kg: KnowledgeGraph) -> None:
    assert not any(isinstance(term, ox.BlankNode) for quad in kg.quads() for term in (quad.subject, quad.object))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib's own readers
def test_n_quads_are_the_canonical_form(kg: KnowledgeGraph) -> None:
    """Decision record 9: RDFC-1.0 by Oxigraph and canonical labels by rdflib change nothing in them."""
    lines = exported(kg, "nquads").decode("utf-8").splitlines()
    canonical = ox.Dataset(ox.parse(exported(kg, "trig"), format=ox.RdfFormat.TRIG))
    canonical.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert lines == sorted(f"{quad} ." for quad in canonical)
    labelled = to_canonical_graph(rdflib.Graph().parse(data=exported(kg, "ntriples"), format="nt"))
    assert set(labelled) == set(triples(kg, "ntriples"))


def test_n_quads_write_characters_as_rdfc_does() -> None:
    """RDFC-1.0, canonical N-Quads: short escapes where there are some, code points for other controls, no more."""
    escapes = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
    controls = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F) if chr(code) not in escapes}
    node = ox.NamedNode("https://example.org/x")
    for char, written in {**escapes, **controls, "知": "知", "\x85": "\x85", "😀": "😀"}.items():
        store = ox.Store()
        store.add(ox.Quad(node, node, ox.Literal(char), node))
        dump: bytes | None = store.dump(format=ox.RdfFormat.N_QUADS)
        assert dump == f'{node} {node} "{written}" {node} .\n'.encode()


def test_claims_annotate_what_they_state(kg: KnowledgeGraph) -> None:
    """Read by Oxigraph, the only reader of RDF 1.2 that we know; without the annotations it is the plain graph."""
    read = [quad.triple for quad in ox.parse(exported(kg, "turtle12"), format=ox.RdfFormat.TURTLE)]
    reifying = {(each.subject, each.object) for each in read if each.predicate == REIFIES}
    assert {each for each in read if each.predicate != REIFIES} == {quad.triple for quad in kg.quads()}
    stated = {
        (ox.NamedNode(claim_iri(claim)), fact_quad(*triple).triple)
        for claim in kg.claims()
        for triple in statement_of(claim).triples()
    }
    assert reifying == stated
    text = exported(kg, "turtle12").decode("utf-8")
    invested = re.search(r"zt:investsIn ze:OpenAI ((?:~ zc:[0-9a-f]+ ?){2});", text)
    assert invested
    assert "rdf:reifies <<( ze:OpenAI zt:sues ze:Microsoft )>>" in text  # denied: not said, only spoken of
    assert "zt:sues ze:Microsoft ~" not in text


@pytest.mark.parametrize("in_memory", [1, 2, 3, 100])
def test_lines_are_sorted_in_parts(in_memory: int) -> None:
    lines = [f"{n * 7 % 10}知\n".encode() for n in range(10)]
    assert list(sorted_lines(lines, in_memory=in_memory)) == sorted(lines)
    assert list(sorted_lines([], in_memory=in_memory)) == []


def test_control_characters_that_xml_lacks_are_told(kg: KnowledgeGraph, caplog: pytest.LogCaptureFixture) -> None:
    data = exported(kg, "rdfxml").decode("utf-8")
    assert "\x0b" not in data
    assert "control characters" in caplog.text


def test_turtle_is_made_for_reading(kg: KnowledgeGraph) -> None:
    text = exported(kg, "turtle").decode("utf-8")
    assert text.startswith("@prefix")
    paragraphs = text.split("\n\n")
    subjects = [part.split()[0] for part in paragraphs[1:]]
    assert len(subjects) == len(set(subjects)) == len({quad.subject for quad in kg.quads()})
    openai = next(part for part in paragraphs if part.startswith("ze:OpenAI "))
    assert openai.splitlines()[0] == "ze:OpenAI a zt:Company ;"
    assert "rdfs:label" in openai.splitlines()[1]


def test_json_ld_reads_well(kg: KnowledgeGraph) -> None:
    document = json.loads(exported(kg, "jsonld"))
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert nodes["ze:Microsoft"]["label"] == {"zh-hans": "微软"}
    assert nodes["ze:Microsoft"]["altLabel"] == {"en": "Microsoft", "zh-hant": "微軟"}
    assert nodes["ze:Microsoft"]["investsIn"] == "ze:OpenAI"
    inside = {node["@id"]: node for node in nodes["zd:costs.txt"]["@graph"]}
    (cost,) = (node for node in inside.values() if node.get("predicate") == "trainingCost")
    assert (cost["subject"], cost["value"], cost["unit"], cost["modality"]) == (
        "ze:GPT-4",
        "78000000",
        "USD",
        "asserted",
    )


def test_json_ld_has_a_context_and_a_node_a_line(kg: KnowledgeGraph) -> None:
    text = exported(kg, "jsonld").decode("utf-8")
    document = json.loads(text)
    assert document["@context"]["zt"] == "https://w3id.org/zhitu/ontology#"
    openai = next(node for node in document["@graph"] if node["@id"] == "ze:OpenAI")
    assert "zt:Company" in openai["@type"]
    assert '{"@id": "ze:OpenAI"' in text


def test_claims_have_the_form_of_the_contract(kg: KnowledgeGraph) -> None:
    records = [json.loads(line) for line in exported(kg, "claims").decode("utf-8").splitlines()]
    assert len(records) == sum(map(len, CLAIMS.values()))
    assert list(records[0]) == [
        *("doc", "kind", "subject", "predicate", "object", "value", "valueMax", "unit", "time", "role", "amount"),
        *("change", "modality", "attributedTo", "confidence", "evidence"),
    ]
    for record in records:
        evidence = record["evidence"]
        assert TEXTS[record["doc"]][evidence["start"] : evidence["end"]] == evidence["quote"]
    invested, cost = (record for record in records if record["doc"] == "costs.txt")
    assert invested["subject"] == {
        "iri": "https://w3id.org/zhitu/entity/Microsoft",
        "label": "微软",
        "aliases": ["Microsoft", "微軟"],
    } | {"aliases": invested["subject"]["aliases"]}
    assert set(invested["subject"]["aliases"]) == {"Microsoft", "微軟"}
    assert invested["kind"] == "relation"
    assert invested["amount"] == {"value": 10_000_000_000, "unit": "USD"}
    assert (cost["kind"], cost["object"], cost["value"], cost["valueMax"]) == ("quantity", None, 78_000_000, 85_000_000)
    growth = next(record for record in records if record["predicate"] == "growth")
    assert (growth["value"], growth["unit"], growth["change"], growth["modality"]) == (12.5, "%", "营收", "forecast")


def test_entities_have_the_form_of_the_contract(kg: KnowledgeGraph) -> None:
    records = [json.loads(line) for line in exported(kg, "entities").decode("utf-8").splitlines()]
    assert list(records[0]) == ["doc", "iri", "label", "type", "aliases", "mentions"]
    assert len({(record["doc"], record["iri"]) for record in records}) == len(records)
    for record in records:
        for mention in record["mentions"]:
            assert TEXTS[record["doc"]][mention["start"] : mention["end"]] == mention["text"]
    assert next(r for r in records if r["label"] == "微软" and r["doc"] == "costs.txt")["mentions"][0]["text"] == "微軟"


def test_the_table_has_a_row_for_every_claim(kg: KnowledgeGraph) -> None:
    data = exported(kg, "csv")
    assert not data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(map(len, CLAIMS.values()))
    cost = next(row for row in rows if row["predicate"] == "trainingCost")
    assert (cost["subjectLabel"], cost["value"], cost["objectLabel"]) == ("GPT-4", "78000000", "")
    assert cost["quote"] == COSTS[int(cost["start"]) : int(cost["end"])]
    assert cost["title"] == "标题 costs.txt"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_network(kg: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    export(kg, name, tmp_path / "net")
    read = nx.read_graphml(tmp_path / "net") if name == "graphml" else nx.read_gexf(tmp_path / "net")
    assert read.nodes["Microsoft"]["label"] == "微软"
    assert read.nodes["甲 & <乙>"]["type"] == "Person"
    edges = {(a, b): data for a, b, data in read.edges(data=True) if data["relation"] == "investsIn"}
    assert int(edges["Microsoft", "OpenAI"]["weight"]) == 2
    assert edges["Microsoft", "OpenAI"]["modality"] == "asserted"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_edges_have_ids_labels_and_times(kg: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    export(kg, name, tmp_path / "net")
    root = ET.parse(tmp_path / "net").getroot()
    ids = [edge.get("id") for edge in root.iterfind(".//{*}edge")]
    assert len(set(ids)) == len(ids) == network(kg).number_of_edges()
    read = nx.read_graphml(tmp_path / "net") if name == "graphml" else nx.read_gexf(tmp_path / "net")
    invested = next(data for _, _, data in read.edges(data=True) if data["relation"] == "investsIn")
    assert (invested["label"], invested["first"], invested["last"]) == ("investsIn", "2019", "2019")
    if name == "gexf":
        assert (invested["start"], invested["end"]) == ("2019-01-01", "2019-12-31")
        assert root.find(".//{*}graph[@mode='dynamic'][@timeformat='date']") is not None


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2024-Q1", ("2024-01-01", "2024-03-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03", ("2024-02-03", "2024-02-03")),
        ("past", None),
        ("2024-13", None),
        ("", None),
    ],
)
def test_a_time_has_a_first_and_a_last_day(time: str, expected: tuple[str, str] | None) -> None:
    assert days(time) == expected


def test_gexf_carries_no_date_of_writing(kg: KnowledgeGraph) -> None:
    data = exported(kg, "gexf")
    assert b"lastmodified" not in data
    assert b"NetworkX" not in data


# --- nanopublications and the description ---------------------------------------


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib's own readers
def test_nanopublications_are_well_formed(kg: KnowledgeGraph) -> None:
    """The criteria of the nanopublication guidelines, one by one, on what rdflib reads."""
    read = rdflib.Dataset()
    read.parse(data=exported(kg, "nanopubs"), format="trig")
    np = rdflib.Namespace(NP)
    quads = list(read.quads())
    used: set[object] = set()
    publications = [(n, h) for n, p, o, h in quads if (p, o) == (rdflib.RDF.type, np.Nanopublication)]
    assert len(publications) == len({n for n, _ in publications}) == sum(map(len, CLAIMS.values()))
    for node, head in publications:
        inside = [(s, p, o) for s, p, o, g in quads if g == head]
        parts = {p: o for s, p, o in inside if s == node and p != rdflib.RDF.type}
        assert set(parts) == {np.hasAssertion, np.hasProvenance, np.hasPublicationInfo}
        assert len(inside) == 4
        graphs = {head, *parts.values()}
        assert len(graphs) == 4
        assert not used & graphs
        used |= graphs
        about = {part: {s for s, _, _, g in quads if g == part} for part in graphs}
        assert about[parts[np.hasAssertion]]
        assert parts[np.hasAssertion] in about[parts[np.hasProvenance]]
        assert about[parts[np.hasPublicationInfo]] == {node}
    assert {g for *_, g in quads} == used


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib's own readers
def test_a_nanopublication_says_plainly_only_what_is_a_fact(kg: KnowledgeGraph) -> None:
    read = rdflib.Dataset()
    read.parse(data=exported(kg, "nanopubs"), format="trig")
    plain = {
        tuple(map(str, (s, p, o)))
        for s, p, o, _ in read.quads()
        if str(s).startswith(ZE) and isinstance(o, rdflib.URIRef)
    }
    stated = {t for c in kg.claims() if c.object for t in [(c.subject, c.predicate, c.object)]}
    assert plain == {(entity_iri(s), ZT + p, entity_iri(o)) for s, p, o in kg.facts() if (s, p, o) in stated}
    (quote,) = {
        str(o) for s, p, o, g in read.quads() if p == rdflib.URIRef(PREFIXES["oa"] + "exact") and "起诉" in str(o)
    }
    assert quote == "OpenAI没有起诉微软"


def test_the_description_counts_what_there_is(kg: KnowledgeGraph) -> None:
    read = rdflib.Graph().parse(data=exported(kg, "void"), format="turtle")
    everything = triples(kg, "turtle")
    (dataset,) = read.subjects(rdflib.RDF.type, rdflib.VOID.Dataset)
    counts = {
        name: int(str(read.value(dataset, rdflib.VOID[name]))) for name in ("triples", "distinctSubjects", "properties")
    }
    assert counts == {
        "triples": len(everything),
        "distinctSubjects": len(set(everything.subjects())),
        "properties": len(set(everything.predicates())),
    }
    parts = {
        read.value(part, rdflib.VOID["class"]): int(str(read.value(part, rdflib.VOID.entities)))
        for part in read.objects(dataset, rdflib.VOID.classPartition)
    }
    assert parts == {
        kind: len(set(everything.subjects(rdflib.RDF.type, kind)))
        for kind in set(everything.objects(None, rdflib.RDF.type))
    }
    digest = hashlib.sha256(exported(kg, "nquads")).hexdigest()
    assert str(read.value(dataset, rdflib.DCTERMS.identifier)) == f"sha256:{digest}"


# --- tables --------------------------------------------------------------------


def unzipped(data: bytes) -> dict[str, list[dict[str, str]]]:
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_tables_refer_to_each_other(kg: KnowledgeGraph) -> None:
    tables = unzipped(exported(kg, "tables"))
    assert list(tables) == ["documents.csv", "entities.csv", "claims.csv", "facts.csv"]
    documents, entities, claims, facts = tables.values()
    assert [row["doc"] for row in documents] == sorted(TEXTS)
    known = {row["entity"] for row in entities}
    assert {row["subject"] for row in claims} | {row["object"] for row in claims if row["object"]} <= known
    assert {(row["subject"], row["predicate"], row["object"]) for row in facts} == {
        (entity_iri(s), p, entity_iri(o)) for s, p, o in kg.facts()
    }
    assert [row["claim"] for row in claims] == [claim_iri(claim) for claim in kg.claims()]


def test_neo4j_finds_both_ends_of_every_relationship(kg: KnowledgeGraph) -> None:
    tables = unzipped(exported(kg, "neo4j"))
    ids: dict[str, set[str]] = {}
    for name in ("entities.csv", "documents.csv", "claims.csv"):
        column = next(iter(tables[name][0]))
        ids[column.removeprefix("iri:ID(").removesuffix(")")] = found = {row[column] for row in tables[name]}
        assert len(found) == len(tables[name])
        assert all(row[":LABEL"] for row in tables[name])
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("facts.csv", "subjects.csv", "objects.csv", "sources.csv", "mentions.csv"):
        start, end, kind = tables[name][0]
        for row in tables[name]:
            assert row[start] in ids[start.removeprefix(":START_ID(").removesuffix(")")]
            assert row[end] in ids[end.removeprefix(":END_ID(").removesuffix(")")]
            read.add_edge(row[start], row[end], row[kind])
    assert {(a, k, b) for a, b, k in read.edges(keys=True) if k[0].islower()} == {
        (entity_iri(s), p, entity_iri(o)) for s, p, o in kg.facts()
    }
    assert sum(key == "SAID_IN" for _, _, key in read.edges(keys=True)) == sum(map(len, CLAIMS.values()))
    cost = next(row for row in tables["claims.csv"] if row["predicate"] == "trainingCost")
    assert cost["quote"] == COSTS[int(cost["start:int"]) : int(cost["end:int"])]


def test_neo4j_comes_with_a_script_that_names_every_file_column_label_and_type(kg: KnowledgeGraph) -> None:
    data = exported(kg, "neo4j")
    tables = unzipped(data)
    with ZipFile(io.BytesIO(data)) as archive:
        steps = archive.read("load.cypher").decode("utf-8").split(";\n")[:-1]
    used: dict[str, set[str]] = {}
    for step in steps:
        for name in re.findall(r"file:///(\w+\.csv)", step):
            used.setdefault(name, set()).update(_columns(step))
    assert {name: set(tables[name][0]) for name in tables} == {
        name: columns | ({":LABEL"} & set(tables[name][0])) for name, columns in used.items()
    }
    text = "\n".join(steps)
    assert {row[":LABEL"].partition(";")[2] for row in tables["entities.csv"]} == set(
        re.findall(r"SET n:`(\w+)`", text)
    )
    kinds = {row[":TYPE"] for name in tables for row in tables[name] if ":TYPE" in row}
    assert kinds <= set(re.findall(r"MERGE \(a\)-\[:`(\w+)`\]", text))


def _columns(step: str) -> set[str]:
    """Return the columns that a step of a Cypher script reads."""
    return set(re.findall(r"row\.`([^`]+)`", step))


@needs_arrow
def test_parquet_has_the_rows_of_the_table_with_types(kg: KnowledgeGraph) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    read = pq.read_table(io.BytesIO(exported(kg, "parquet"))).to_pylist()
    rows = list(csv.DictReader(io.StringIO(exported(kg, "csv").decode("utf-8"), newline="")))
    assert len(read) == len(rows)
    for one, other in zip(read, rows, strict=True):
        assert list(one) == list(other)
        for name, value in one.items():
            if isinstance(value, float):
                assert value == float(other[name])
            else:
                assert ("" if value is None else str(value)) == other[name]
    cost = next(row for row in read if row["predicate"] == "trainingCost")
    assert (cost["value"], cost["valueMax"], cost["object"], type(cost["start"])) == (78e6, 85e6, None, int)


def test_parquet_without_pyarrow_names_the_extra(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'zhitu\[parquet\]'"):
        exported(kg, "parquet")


# --- files ---------------------------------------------------------------------


def test_a_file_is_replaced_whole_or_not_at_all(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "graph.nq"
    target.write_text("before", encoding="utf-8")

    def breaks(_: KnowledgeGraph, out: BinaryIO) -> None:
        out.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(registry, "exporter", lambda _: breaks)
    with pytest.raises(ExportError, match=r"graph\.nq: cannot be written: No space left"):
        export(kg, "nquads", target)
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_readable_by_whom_the_umask_allows(kg: KnowledgeGraph, tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        export(kg, "ntriples", tmp_path / "graph.nt")
    finally:
        os.umask(old)
    assert (tmp_path / "graph.nt").stat().st_mode & 0o777 == 0o644


def test_a_link_is_followed_and_a_device_is_written_to(kg: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "real.nt").write_text("", encoding="utf-8")
    (tmp_path / "link.nt").symlink_to(tmp_path / "real.nt")
    export(kg, "ntriples", tmp_path / "link.nt")
    assert (tmp_path / "link.nt").is_symlink()
    assert (tmp_path / "real.nt").stat().st_size > 0
    export(kg, "ntriples", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_what_cannot_be_written_is_named(kg: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export(kg, "turtle", tmp_path / "no" / "such" / "folder.ttl")
    with pytest.raises(ExportError, match="cannot be written"):
        export(kg, "turtle", tmp_path)
    with pytest.raises(ExportError, match="no export format 'pdf'; there are turtle"):
        export(kg, "pdf", tmp_path / "x.pdf")


def test_formats_are_those_of_the_contract() -> None:
    contract = "turtle trig ntriples nquads jsonld rdfxml graphml gexf csv entities claims".split()
    assert list(formats())[: len(contract)] == contract


def test_a_package_may_bring_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = tmp_path / "plugin"
    (plugin / "other_format-1.dist-info").mkdir(parents=True)
    (plugin / "other_format-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: other-format\nVersion: 1\n"
    )
    entry = "[zhitu.exporters]\ncount = other_format:count\n"
    (plugin / "other_format-1.dist-info" / "entry_points.txt").write_text(entry)
    (plugin / "other_format.py").write_text("def count(graph, out):\n    out.write(b'%d' % len(graph))\n")
    monkeypatch.syspath_prepend(plugin)
    assert "count" in formats()
    with open_small(tmp_path / "small") as kg:
        assert exported(kg, "count") == b"%d" % len(kg)
