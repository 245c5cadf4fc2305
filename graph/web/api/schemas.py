"""The JSON Schemas of all answers: what a client may rely on, and what the tests hold the answers against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from graph.conflicts import KINDS
from graph.search.names import WAYS
from graph.web.api.corrections import KINDS as CORRECTIONS
from ontology.vocabulary import CLASSES, LANGUAGES, MODALITIES

Schema: TypeAlias = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
WHOLE: Final[Schema] = {"type": "integer", "minimum": 0}
REAL: Final[Schema] = {"type": "number"}
LIKELY: Final[Schema] = {"type": "number", "minimum": 0, "maximum": 1}
YES: Final[Schema] = {"type": "boolean"}
DAY: Final[Schema] = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
PAGED: Final = "Page of "


def ref(name: str) -> Schema:
    """Return a reference to a schema of this table."""
    return {"$ref": f"#/components/schemas/{component(name)}"}


def component(name: str) -> str:
    """Return the name of a schema as OpenAPI allows it: ``NodePage`` for ``Page of Node``."""
    return f"{name.removeprefix(PAGED)}Page" if name.startswith(PAGED) else name


def many(of: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def maybe(of: Schema) -> Schema:
    """Return the schema of what may be missing."""
    return {"anyOf": [of, {"type": "null"}]}


def words(*choices: str) -> Schema:
    """Return the schema of one of some words."""
    return {"type": "string", "enum": list(choices)}


def thing(**parts: Schema) -> Schema:
    """Return the schema of an object with just these members, all of them there."""
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


def table(of: Schema) -> Schema:
    """Return the schema of an object with members of any name."""
    return {"type": "object", "additionalProperties": of}


def page(of: str) -> Schema:
    """Return the schema of a page."""
    return thing(total=WHOLE, offset=WHOLE, limit=WHOLE, items=many(ref(of)), cut=YES)


_SAID: Final = thing(**{language: maybe(TEXT) for language in LANGUAGES})
_TERM: Final = {"name": TEXT, "iri": TEXT, "labels": _SAID, "comment": _SAID}
_PLACED: Final = {"x": REAL, "y": REAL, "community": WHOLE}
_NODE: Final = {
    "id": TEXT,
    "iri": TEXT,
    "label": TEXT,
    "type": words(*CLASSES),
    "names": many(TEXT),
    "mentions": WHOLE,
    "documents": WHOLE,
    "degree": WHOLE,
}
_REF: Final = {"id": TEXT, "label": TEXT, "type": words(*CLASSES)}
_PAPER: Final = {"id": TEXT, "title": maybe(TEXT), "date": maybe(DAY), "publisher": maybe(TEXT)}
_FIGURE: Final = {
    "value": maybe(REAL),
    "valueMax": maybe(REAL),
    "unit": maybe(TEXT),
    "bound": maybe(TEXT),
    "figure": maybe(TEXT),
}
_CLAIM: Final = {
    "id": TEXT,
    "iri": TEXT,
    "doc": TEXT,
    "kind": words("relation", "quantity"),
    "subject": ref("Ref"),
    "predicate": TEXT,
    "object": maybe(ref("Ref")),
    **_FIGURE,
    "time": maybe(TEXT),
    "role": maybe(TEXT),
    "amount": maybe(thing(value=REAL, unit=TEXT)),
    "change": maybe(TEXT),
    "modality": words(*MODALITIES),
    "attributedTo": maybe(TEXT),
    "confidence": LIKELY,
    "evidence": thing(start=WHOLE, end=WHOLE, quote=TEXT),
    "document": ref("DocumentRef"),
    "contradicts": many(TEXT),
    "fact": maybe(TEXT),
}
_DOCUMENT: Final = {
    **_PAPER,
    "iri": TEXT,
    "url": maybe(TEXT),
    "language": maybe(TEXT),
    "characters": WHOLE,
    "entities": WHOLE,
    "claims": WHOLE,
    "reprintOf": maybe(TEXT),
}
_NAMED: Final = {"text": TEXT, "language": maybe(TEXT)}
_PARAMETER: Final = thing(name=TEXT, kind=TEXT, said=table(TEXT), required=YES, default=maybe(TEXT))
_REASON: Final = thing(
    rule=TEXT,
    mentions=WHOLE,
    documents=WHOLE,
    place=thing(doc=TEXT, start=WHOLE, end=WHOLE, quote=TEXT, context=TEXT),
    other=TEXT,
)

_CORRECTED: Final = ("entity", "into", "name", "label", "type", "doc", "claim", "date", "by", "note")

SCHEMAS: Final[Mapping[str, Schema]] = {
    "About": thing(
        name=TEXT,
        version=TEXT,
        graph=thing(documents=WHOLE, entities=WHOLE, claims=WHOLE, facts=WHOLE, quads=WHOLE, built=maybe(TEXT)),
        writable=YES,
        curation=YES,
        languages=many(TEXT),
    ),
    "Vocabulary": thing(
        classes=many(thing(**_TERM, colour=TEXT, parent=maybe(TEXT))),
        relations=many(
            thing(**_TERM, domain=many(TEXT), range=many(TEXT), symmetric=YES, family=maybe(TEXT), colour=TEXT)
        ),
        metrics=many(thing(**_TERM)),
        modalities=many(thing(**_TERM)),
        families=many(thing(name=TEXT, labels=_SAID, colour=TEXT, relations=many(TEXT))),
    ),
    "Ref": thing(**_REF),
    "Node": thing(**_NODE),
    "Edge": thing(
        id=TEXT,
        source=TEXT,
        target=TEXT,
        relation=TEXT,
        modality=words(*MODALITIES),
        symmetric=YES,
        claims=WHOLE,
        sources=WHOLE,
        confidence=LIKELY,
        first=maybe(DAY),
        last=maybe(DAY),
        disputed=YES,
    ),
    "DocumentRef": thing(**_PAPER),
    "Claim": thing(**_CLAIM),
    "ClaimAlone": thing(**_CLAIM, supports=many(ref("Fact")), contradicting=many(ref("Claim"))),
    "Fact": thing(
        id=TEXT,
        iri=TEXT,
        subject=ref("Ref"),
        predicate=TEXT,
        object=maybe(ref("Ref")),
        **_FIGURE,
        time=maybe(TEXT),
        change=maybe(TEXT),
        support=WHOLE,
        confidence=LIKELY,
        firstSaid=maybe(DAY),
        lastSaid=maybe(DAY),
        disputed=YES,
        claims=many(TEXT),
    ),
    "Found": thing(
        query=TEXT,
        total=WHOLE,
        entities=many(thing(**_NODE, matched=TEXT, how=words(*WAYS))),
        quotes=many(ref("Claim")),
        tookMs=REAL,
    ),
    "Card": thing(
        **{
            **_NODE,
            "wikidata": maybe(TEXT),
            "known": YES,
            "names": many(thing(**_NAMED)),
            "links": many(thing(label=TEXT, url=TEXT)),
            "versionOf": many(thing(**_REF)),
            "versions": many(thing(**_REF)),
            "first": maybe(DAY),
            "last": maybe(DAY),
            "counts": table(WHOLE),
            "relations": many(thing(relation=TEXT, direction=words("out", "in"), facts=many(ref("Fact")), total=WHOLE)),
            "figures": many(thing(metric=TEXT, unit=TEXT, points=many(ref("Claim")), total=WHOLE)),
            "mentionsOverTime": many(thing(period=DAY, mentions=WHOLE, documents=WHOLE)),
            "conflicts": WHOLE,
            "documents": many(thing(**_PAPER, mentions=WHOLE)),
            "documentsTotal": WHOLE,
        }
    ),
    "Why": thing(
        entity=thing(id=TEXT, iri=TEXT, label=TEXT, type=words(*CLASSES), known=YES, wikidata=maybe(TEXT)),
        names=many(thing(text=TEXT, mentions=WHOLE, documents=WHOLE, reasons=many(_REASON))),
        other_names=many(TEXT),
        documents=many(TEXT),
        lexicon=maybe(table({})),
        corrections=many(table({})),
    ),
    "Neighbours": thing(nodes=many(ref("Node")), edges=many(ref("Edge")), total=WHOLE),
    "Graph": thing(nodes=many(ref("Node")), edges=many(ref("Edge"))),
    "Overview": thing(
        communities=many(thing(id=WHOLE, label=TEXT, size=WHOLE, members=many(TEXT))),
        nodes=many(thing(**_NODE, **_PLACED)),
        edges=many(ref("Edge")),
        total=thing(nodes=WHOLE, edges=WHOLE),
    ),
    "Document": thing(**_DOCUMENT),
    "DocumentWhole": thing(
        **{
            **_DOCUMENT,
            "author": maybe(TEXT),
            "text": TEXT,
            "entities": many(thing(**_REF, mentions=many(many(WHOLE)))),
            "claims": many(ref("Claim")),
        }
    ),
    "Conflict": thing(
        kind=words(*KINDS),
        subject=ref("Ref"),
        predicate=TEXT,
        sides=many(
            thing(
                says=TEXT,
                subject=ref("Ref"),
                modality=words(*MODALITIES),
                time=maybe(TEXT),
                sources=WHOLE,
                claims=many(ref("Claim")),
            )
        ),
        corrected=maybe(WHOLE),
    ),
    "Paths": thing(
        paths=many(thing(nodes=many(ref("Node")), steps=many(thing(edge=ref("Edge"), claims=many(ref("Claim"))))))
    ),
    "Timeline": thing(items=many(thing(period=TEXT, claims=many(ref("Claim")))), total=WHOLE),
    "Comparison": thing(
        entities=many(ref("Node")),
        metrics=many(thing(metric=TEXT, rows=many(thing(entity=TEXT, claims=many(ref("Claim")))))),
        relations=many(thing(relation=TEXT, shared=many(ref("Node")), own=table(many(ref("Node"))))),
    ),
    "Questions": many(
        thing(name=TEXT, title=table(TEXT), description=table(TEXT), parameters=many(_PARAMETER), sparql=TEXT)
    ),
    "Bound": thing(name=TEXT, sparql=TEXT),
    "Correction": thing(
        number=WHOLE,
        kind=words(*CORRECTIONS),
        **{name: maybe(TEXT) for name in _CORRECTED},
        told=TEXT,
        shown=YES,
    ),
    "Corrections": many(ref("Correction")),
    "CorrectionWanted": {
        "type": "object",
        "properties": {"kind": words(*CORRECTIONS), **dict.fromkeys(_CORRECTED, TEXT), "force": words("true")},
        "required": ["kind"],
        "additionalProperties": False,
    },
    "Amended": thing(correction=ref("Correction"), documents=many(TEXT), quads=WHOLE, notes=table(WHOLE)),
    "OpenAPI": table({}),
    "Problem": {
        "type": "object",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "parameter": TEXT,
            "choices": {"anyOf": [many(TEXT), TEXT]},
        },
        "required": ["type", "title", "status", "detail"],
    },
}
"""All schemas by name; ``Page of X`` is made from that of X."""
