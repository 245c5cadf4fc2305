"""From claims to RDF and nowhere else: the one module that knows both.

What one document says goes into a named graph with the document's own IRI: its
description, its claims, their evidence. Entities, runs, reprints and what is concluded
(:mod:`graph.concluded`) go into the default graph. No triple stands in two graphs, so that a query over all
of them meets each just once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from extract.model import Claim, Entity, Name
from graph import spelled, terms
from graph.nquads import Row, Term, iri, lines_of, quads_of, string, tagged, typed
from graph.record import Record
from graph.statements import likelihood
from ontology.declared import Declared, DeclaredMetric
from ontology.vocabulary import LANGUAGES, Relation


def term(name: str) -> ox.NamedNode:
    """Return the node of a prefixed name."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(terms.PREFIXES[prefix] + local)


DEFAULT: Final = ox.DefaultGraph()
TYPE: Final = term("rdf:type")
SUBJECT: Final = term("rdf:subject")
PREDICATE: Final = term("rdf:predicate")
OBJECT: Final = term("rdf:object")
LABEL: Final = term("rdfs:label")
ALT_LABEL: Final = term("skos:altLabel")
SAME_AS: Final = term("owl:sameAs")
DERIVED_FROM: Final = term("prov:wasDerivedFrom")
GENERATED_BY: Final = term("prov:wasGeneratedBy")
HAS_SOURCE: Final = term("oa:hasSource")
EXACT: Final = term("oa:exact")
START: Final = term("oa:start")
END: Final = term("oa:end")
IDENTIFIER: Final = term("dcterms:identifier")
MENTIONS: Final = term("schema:mentions")

CLAIM: Final = term("zt:Claim")
DOCUMENT: Final = term("zt:Document")
EVIDENCE: Final = term("zt:Evidence")
AMOUNT: Final = term("zt:Amount")
VALUE: Final = term("zt:value")
VALUE_MAX: Final = term("zt:valueMax")
UNIT: Final = term("zt:unit")
MODALITY: Final = term("zt:modality")
CONFIDENCE: Final = term("zt:confidence")
ATTRIBUTED_TO: Final = term("zt:attributedTo")
STATED_AMOUNT: Final = term("zt:amount")
TIME: Final = term("zt:time")
RULE: Final = term("zt:rule")
SPUN: Final = term("zt:spun")
REPRINT_OF: Final = term("zt:reprintOf")
VERSION_OF: Final = term("zt:versionOf")

_OBJECT_PROPERTY: Final = term("owl:ObjectProperty")
_SYMMETRIC: Final = term("owl:SymmetricProperty")
_CLASS: Final = term("owl:Class")
_UNION_OF: Final = term("owl:unionOf")
_RELATION: Final = term("zt:Relation")
_METRIC: Final = term("zt:Metric")
_INDIVIDUAL: Final = term("owl:NamedIndividual")
_SAME_KIND: Final = term("zt:sameKind")
_DOMAIN: Final = term("rdfs:domain")
_RANGE: Final = term("rdfs:range")
_FIRST: Final = term("rdf:first")
_REST: Final = term("rdf:rest")
_NIL: Final = term("rdf:nil")

TEXTS: Final = (
    ("role", term("zt:role")),
    ("change", term("zt:change")),
    ("bound", term("zt:bound")),
    ("unit", UNIT),
)
_DESCRIPTION: Final = (
    ("title", term("dcterms:title")),
    ("publisher", term("dcterms:publisher")),
    ("author", term("dcterms:creator")),
)
_DATE: Final = term("dcterms:date")
_LANGUAGE: Final = term("dcterms:language")
_URL: Final = term("schema:url")
_FORMAT: Final = term("schema:encodingFormat")

INTEGER: Final = term("xsd:integer")
BOOLEAN: Final = term("xsd:boolean")
_ANY_URI: Final = term("xsd:anyURI")
_LATIN = re.compile(r"[^\u2E80-\U0003FFFF]*")


# --- documents -----------------------------------------------------------------


def document_node(doc: str) -> ox.NamedNode:
    """Return the node of a document, which names its graph as well."""
    return ox.NamedNode(terms.document_iri(doc))


def document_lines(record: Record, ids: Sequence[str]) -> str:
    """Return all that one document says as lines: the whole content of its named graph, without repetition.

    Args:
        record: What was read from the document.
        ids: The ids of its claims.
    """
    graph = spelled.document(record.doc)
    return lines_of(_document(record, graph, ids), graph)


def _document(record: Record, graph: str, ids: Sequence[str]) -> Iterator[Row]:
    """Yield all that one document says."""
    run = iri(terms.run_iri(record.fingerprint))
    for predicate, value in _description(record):
        yield graph, predicate, value
    for entity in record.entities:
        yield graph, MENTIONS, spelled.entity(entity.id)
    speakers = _speakers(record.entities) if any(claim.attributed_to for claim in record.claims) else {}
    quoted: set[str] = set()
    for claim, id_ in zip(record.claims, ids, strict=True):
        node, evidence = spelled.claim(id_), spelled.evidence(graph, claim.evidence.start, claim.evidence.end)
        yield from [(node, predicate, value) for predicate, value in _claim(claim, speakers)]
        yield node, DERIVED_FROM, evidence
        yield node, GENERATED_BY, run
        if claim.amount is not None:
            yield from _amount(*claim.amount, node)
        if evidence not in quoted:
            quoted.add(evidence)
            yield from _evidence(claim, evidence, graph)


def _description(record: Record) -> Iterator[tuple[ox.NamedNode, Term]]:
    """Yield what is known about the document itself."""
    document, metadata = record.document, record.document.metadata
    yield TYPE, DOCUMENT
    yield IDENTIFIER, string(document.doc)
    yield _FORMAT, string(document.media)
    foreign = record.script == "other"  # what it says of itself tells more then
    yield _LANGUAGE, string((metadata.language if foreign else None) or record.script)
    if record.report.spun:
        yield SPUN, spelled.TRUE
    if metadata.date:
        yield _DATE, spelled.time(metadata.date)
    if metadata.url:
        yield _URL, typed(metadata.url, str(_ANY_URI))
    for field, predicate in _DESCRIPTION:
        if value := getattr(metadata, field):
            yield predicate, string(value)


def _claim(claim: Claim, speakers: dict[str, str]) -> Iterator[tuple[ox.NamedNode, Term]]:
    """Yield what a claim states, without its evidence."""
    yield TYPE, CLAIM
    yield SUBJECT, spelled.entity(claim.subject)
    yield PREDICATE, spelled.vocabulary(claim.predicate)
    if claim.object is not None:
        yield OBJECT, spelled.entity(claim.object)
    if claim.value is not None:
        yield VALUE, spelled.number(claim.value)
    if claim.value_max is not None:
        yield VALUE_MAX, spelled.number(claim.value_max)
    if claim.time is not None:
        yield TIME, spelled.time(claim.time)
    for field, predicate in TEXTS:
        if value := getattr(claim, field):
            yield predicate, string(value)
    if claim.attributed_to:
        id_ = speakers.get(claim.attributed_to)
        yield ATTRIBUTED_TO, spelled.entity(id_) if id_ else string(claim.attributed_to)
    yield MODALITY, spelled.vocabulary(claim.modality)
    yield CONFIDENCE, spelled.number(likelihood(claim.confidence))
    if claim.rule:
        yield RULE, string(claim.rule)


def _amount(value: Decimal, unit: str, node: str) -> Iterator[Row]:
    """Yield the amount of a claim, as a node of its own."""
    amount = spelled.amount(node)
    yield node, STATED_AMOUNT, amount
    yield amount, TYPE, AMOUNT
    yield amount, VALUE, spelled.number(value)
    yield amount, UNIT, string(unit)


def _evidence(claim: Claim, node: str, document: str) -> Iterator[Row]:
    """Yield the quote that claims rest on."""
    yield node, TYPE, EVIDENCE
    yield node, HAS_SOURCE, document
    yield node, EXACT, string(claim.evidence.quote)
    yield node, START, spelled.count(claim.evidence.start)
    yield node, END, spelled.count(claim.evidence.end)


def _speakers(entities: Iterable[Entity]) -> dict[str, str]:
    """Return which name leads to which entity, without the names that lead to several."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for text in {entity.label, *(name.text for name in entity.names), *(each.quote for each in entity.mentions)}:
            found.setdefault(text, set()).add(entity.id)
    return {text: min(ids) for text, ids in found.items() if len(ids) == 1}


# --- the default graph ---------------------------------------------------------


def entity_lines(entity: Entity) -> str:
    """Return what is known about an entity as lines: its classes, its names, its Wikidata item."""
    return lines_of(_entity(entity))


def _entity(entity: Entity) -> Iterator[Row]:
    node = spelled.entity(entity.id)
    for each in entity.types:
        yield node, TYPE, spelled.vocabulary(each)
    names = sorted({*entity.names}, key=lambda name: (name.text, _rank(name.language)))
    label = next((name for name in names if name.text == entity.label), Name(entity.label))
    yield node, LABEL, tagged(label.text, label.language)
    for name in names:
        if name != label:
            yield node, ALT_LABEL, tagged(name.text, name.language)
    if entity.wikidata:
        yield node, SAME_AS, spelled.spelled("wd:" + terms.local_name(entity.wikidata))


def version_lines(id_: str, family: str) -> str:
    """Return that an entity is a version of another."""
    return lines_of([(spelled.entity(id_), VERSION_OF, spelled.entity(family))])


def declared_quads(declared: Declared) -> Iterator[ox.Quad]:
    """Yield what is known about a relation or metric beyond the vocabulary, as the ontology says it of its own."""
    node = vocabulary_node(declared.name)
    for language, text in declared.labels:
        yield ox.Quad(node, LABEL, ox.Literal(text, language=language), DEFAULT)
    if isinstance(declared, DeclaredMetric):
        yield ox.Quad(node, TYPE, _INDIVIDUAL, DEFAULT)
        yield ox.Quad(node, TYPE, _METRIC, DEFAULT)
    else:
        yield from _relation_quads(node, declared.relation)


def _relation_quads(node: ox.NamedNode, relation: Relation) -> Iterator[ox.Quad]:
    for kind in [_OBJECT_PROPERTY, _RELATION, *([_SYMMETRIC] if relation.symmetric else [])]:
        yield ox.Quad(node, TYPE, kind, DEFAULT)
    if relation.same_kind:
        yield ox.Quad(node, _SAME_KIND, ox.Literal("true", datatype=BOOLEAN), DEFAULT)
    for predicate, name, classes in ((_DOMAIN, "domain", relation.domain), (_RANGE, "range", relation.range)):
        if len(classes) == 1:
            yield ox.Quad(node, predicate, vocabulary_node(classes[0]), DEFAULT)
            continue
        union = ox.NamedNode(f"{node.value}-{name}-{'-'.join(classes)}")  # named by content, as no blank node could be
        yield ox.Quad(node, predicate, union, DEFAULT)
        yield ox.Quad(union, TYPE, _CLASS, DEFAULT)
        yield from _union(union, classes)


def _union(union: ox.NamedNode, classes: Sequence[str]) -> Iterator[ox.Quad]:
    """Yield that *union* is one of several classes: an RDF list with named nodes."""
    nodes = [ox.NamedNode(f"{union.value}-{number}") for number in range(1, len(classes) + 1)]
    yield ox.Quad(union, _UNION_OF, nodes[0], DEFAULT)
    for node, name, rest in zip(nodes, classes, [*nodes[1:], _NIL], strict=True):
        yield ox.Quad(node, _FIRST, vocabulary_node(name), DEFAULT)
        yield ox.Quad(node, _REST, rest, DEFAULT)


def reprint_lines(doc: str, original: str) -> str:
    """Return that a document tells the text of another."""
    return lines_of([(spelled.document(doc), REPRINT_OF, spelled.document(original))])


# --- terms ---------------------------------------------------------------------


def entity_node(id_: str) -> ox.NamedNode:
    """Return the node of an entity."""
    return ox.NamedNode(terms.entity_iri(id_))


def claim_node(id_: str) -> ox.NamedNode:
    """Return the node of a claim, by its id."""
    return ox.NamedNode(terms.claim_iri_of(id_))


def run_node(fingerprint: str) -> ox.NamedNode:
    """Return the node of the runs with one version and one set of settings."""
    return ox.NamedNode(terms.run_iri(fingerprint))


@lru_cache(maxsize=1024)
def vocabulary_node(name: str) -> ox.NamedNode:
    """Return the node of a class, relation, metric or modality."""
    return ox.NamedNode(terms.PREFIXES["zt"] + terms.local_name(name))


def number_literal(value: Decimal) -> ox.Literal:
    """Return an ``xsd:decimal``, or an ``xsd:double`` where a decimal of SPARQL engines would overflow."""
    return _literal(spelled.number(value))


def time_literal(value: str) -> ox.Literal:
    """Return a year, month or day with its type, anything else (a quarter, ``past``) as a plain string."""
    return _literal(spelled.time(value))


def _literal(text: str) -> ox.Literal:
    """Return a literal from its spelling."""
    (quad,) = quads_of(lines_of([(str(TYPE), TYPE, text)]))
    assert isinstance(quad.object, ox.Literal)
    return quad.object


def language_of(text: str, script: str) -> str:
    """Return the language tag of a name that came without one, in a document of *script*."""
    if _LATIN.fullmatch(text):
        return "en"
    return "zh-Hant" if script.startswith("zh-Hant") else "zh-Hans"


def _rank(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
