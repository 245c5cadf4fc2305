"""CSV files for Neo4j, in a zip file: with the headers that its importers know, and how to call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import BinaryIO, Final

from extract.model import Claim, Entity
from graph.exports.cypher import script
from graph.exports.jsonlines import number
from graph.exports.tables import Row, write_csv
from graph.exports.zipped import zipped
from graph.knowledge import KnowledgeGraph
from graph.terms import claim_iri, document_iri, entity_iri

_ENTITY: Final = ("iri:ID(Entity)", "id", "name", "names", "wikidata", ":LABEL")
_DOCUMENT: Final = ("iri:ID(Document)", "doc", "title", "date", "publisher", "author", "url", ":LABEL")
_CLAIM: Final = (
    "iri:ID(Claim)", "kind", "predicate", "value:double", "valueMax:double", "unit", "time", "role",
    "amount:double", "amountUnit", "change", "modality", "attributedTo", "confidence:double",
    "quote", "start:int", "end:int", ":LABEL",
)  # fmt: skip

_TYPES: Final = {
    "subjects.csv": "SUBJECT",
    "objects.csv": "OBJECT",
    "sources.csv": "SAID_IN",
    "mentions.csv": "MENTIONS",
}
_Tables = Mapping[str, tuple[Row, Iterable[Row]]]

_README: Final = """\
The graph for Neo4j, as CSV: entities, documents and claims are nodes; facts join entities, and claims lead to their
subject, their object and the document that makes them.

Into a new database, with the server's own importer:

    neo4j-admin database import full zhitu --multiline-fields=true \\
        --nodes=entities.csv --nodes=documents.csv --nodes=claims.csv \\
        --relationships=facts.csv --relationships=subjects.csv --relationships=objects.csv \\
        --relationships=sources.csv --relationships=mentions.csv

Into a running database, with nothing but Cypher, the files being in its import folder:

    cypher-shell -f load.cypher

The same with APOC, the files being in its import folder:

    CALL apoc.import.csv(
      [{fileName: 'file:/entities.csv', labels: []}, {fileName: 'file:/documents.csv', labels: []},
       {fileName: 'file:/claims.csv', labels: []}],
      [{fileName: 'file:/facts.csv'}, {fileName: 'file:/subjects.csv'}, {fileName: 'file:/objects.csv'},
       {fileName: 'file:/sources.csv'}, {fileName: 'file:/mentions.csv'}],
      {})

Then, for example:

    MATCH (who:Company)-[:investsIn]->(whom) RETURN who.name, whom.name;
    MATCH (c:Claim {predicate: 'trainingCost'})-[:SUBJECT]->(m), (c)-[:SAID_IN]->(d)
    RETURN m.name, c.value, c.unit, c.quote, d.title;
"""


def neo4j(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write a zip file of nodes and relationships."""
    nodes = {
        "entities.csv": (_ENTITY, map(_entity, graph.fused())),
        "documents.csv": (_DOCUMENT, _documents(graph)),
        "claims.csv": (_CLAIM, map(_claim, graph.claims())),
    }
    ends = {
        "facts.csv": (_ends("Entity", "Entity"), _facts(graph)),
        "subjects.csv": (_ends("Claim", "Entity"), _subjects(graph)),
        "objects.csv": (_ends("Claim", "Entity"), _objects(graph)),
        "sources.csv": (_ends("Claim", "Document"), _sources(graph)),
        "mentions.csv": (_ends("Document", "Entity"), _mentions(graph)),
    }
    files = {name: partial(write_csv, header, rows) for name, (header, rows) in (nodes | ends).items()}
    texts = {"README.txt": _README, "load.cypher": _script(graph, nodes, ends)}
    zipped({**{name: partial(_write, text) for name, text in texts.items()}, **files}, out)


def _script(graph: KnowledgeGraph, nodes: _Tables, ends: _Tables) -> str:
    """Return how to load the files with Cypher alone, which must name every label and type."""
    types: dict[str, tuple[str, ...]] = {name: (kind,) for name, kind in _TYPES.items()}
    types["facts.csv"] = tuple(sorted({relation for _, relation, _ in graph.facts()}))
    classes = sorted({entity.type for entity in graph.fused()})
    told = [(name, header, types[name]) for name, (header, _) in ends.items()]
    return script([(name, header) for name, (header, _) in nodes.items()], classes, told)


def _write(text: str, out: BinaryIO) -> None:
    out.write(text.encode("utf-8"))


def _ends(start: str, end: str) -> Row:
    return f":START_ID({start})", f":END_ID({end})", ":TYPE"


def _entity(entity: Entity) -> Row:
    names = " | ".join(dict.fromkeys([entity.label, *(name.text for name in entity.names)]))
    return entity_iri(entity.id), entity.id, entity.label, names, entity.wikidata, f"Entity;{entity.type}"


def _documents(graph: KnowledgeGraph) -> Iterator[Row]:
    for record in graph.documents():
        told = record.document.metadata
        known = told.title, told.date, told.publisher, told.author, told.url
        yield document_iri(record.doc), record.doc, *known, "Document"


def _claim(claim: Claim) -> Row:
    amount, unit = claim.amount or (None, None)
    figures = claim.kind, claim.predicate, number(claim.value), number(claim.value_max), claim.unit, claim.time
    more = claim.role, number(amount), unit, claim.change, claim.modality, claim.attributed_to, claim.confidence
    evidence = claim.evidence
    return claim_iri(claim), *figures, *more, evidence.quote, evidence.start, evidence.end, "Claim"


def _facts(graph: KnowledgeGraph) -> Iterator[Row]:
    for subject, relation, object_ in graph.facts():
        yield entity_iri(subject), entity_iri(object_), relation


def _subjects(graph: KnowledgeGraph) -> Iterator[Row]:
    return ((claim_iri(claim), entity_iri(claim.subject), _TYPES["subjects.csv"]) for claim in graph.claims())


def _objects(graph: KnowledgeGraph) -> Iterator[Row]:
    for claim in graph.claims():
        if claim.object is not None:
            yield claim_iri(claim), entity_iri(claim.object), _TYPES["objects.csv"]


def _sources(graph: KnowledgeGraph) -> Iterator[Row]:
    return ((claim_iri(claim), document_iri(claim.doc), _TYPES["sources.csv"]) for claim in graph.claims())


def _mentions(graph: KnowledgeGraph) -> Iterator[Row]:
    return ((document_iri(doc), entity_iri(entity.id), _TYPES["mentions.csv"]) for doc, entity in graph.entities())
