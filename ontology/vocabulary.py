"""The fixed names: namespaces, classes, relations, metrics and modalities.

These are the terms of ``zhitu.ttl`` as plain constants, for code that needs
them without an RDF library. A test keeps the two in agreement, both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

ZT: Final = "https://w3id.org/zhitu/ontology#"
ZE: Final = "https://w3id.org/zhitu/entity/"
ZC: Final = "https://w3id.org/zhitu/claim/"
ZD: Final = "https://w3id.org/zhitu/document/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zt": ZT,
        "ze": ZE,
        "zc": ZC,
        "zd": ZD,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "schema": "https://schema.org/",
        "dcterms": "http://purl.org/dc/terms/",
        "wd": "http://www.wikidata.org/entity/",
    }
)

CLASSES: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        "Company": "Organization",
        "Government": "Organization",
        "Organization": None,
        "Person": None,
        "Model": None,
        "Product": None,
        "Chip": None,
        "Technology": None,
        "Place": None,
        "Report": None,
        "Event": None,
    }
)
"""Classes of entities, each with its parent among them (``None``: directly below ``zt:Entity``)."""

RECORD_CLASSES: Final = ("Claim", "Fact", "Document", "Evidence", "Amount")
"""Classes of what the graph keeps about texts, beside the entities."""

LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")
"""Language tags of labels and names."""

_ANY: Final = tuple(CLASSES)


@dataclass(frozen=True, slots=True)
class Relation:
    """An object property between two entities.

    Args:
        name: Local name in ``zt:``.
        domain: Classes that the subject may have; their subclasses fit too.
        range: Classes that the object may have; their subclasses fit too.
        symmetric: Whether it holds both ways.
        same_kind: Whether subject and object must be of one kind (see :func:`kind_of`).
        mostly: Those of ``range`` that are meant where no frame asks for another; empty for all.
    """

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool = False
    same_kind: bool = False
    mostly: tuple[str, ...] = ()

    @property
    def objects(self) -> tuple[str, ...]:
        """Return the classes that the object has where no frame asks for another."""
        return self.mostly or self.range

    def fits(self, subject: str, object_: str) -> bool:
        """Tell whether a thing of class *subject* may have this relation to one of class *object_*."""
        alike = not self.same_kind or kind_of(subject) == kind_of(object_)
        return alike and is_any(subject, self.domain) and is_any(object_, self.range)


_ORGANIZATION: Final = ("Organization",)
_AGENT: Final = ("Organization", "Person")
_MADE: Final = ("Model", "Product", "Chip", "Technology")
_RIVALS: Final = ("Model", "Chip", "Product")

RELATIONS: Final[Mapping[str, Relation]] = MappingProxyType(
    {
        each.name: each
        for each in (
            Relation("develops", _AGENT, _MADE),
            Relation("investsIn", _AGENT, _ORGANIZATION),
            Relation("acquires", _AGENT, ("Organization", "Product")),
            Relation("founderOf", _AGENT, _ORGANIZATION),
            Relation("worksFor", ("Person",), ("Organization", "Place"), mostly=_ORGANIZATION),  # of a state
            Relation("partnersWith", _ORGANIZATION, _ORGANIZATION, symmetric=True),
            Relation("supplies", _ORGANIZATION, _ORGANIZATION),
            Relation("competesWith", _ANY, _ANY, symmetric=True, same_kind=True),
            Relation("sues", _AGENT, _AGENT),
            Relation("subsidiaryOf", _ORGANIZATION, _AGENT),
            Relation("locatedIn", _ORGANIZATION, ("Place",)),
            Relation("uses", ("Organization", "Product", "Model", "Chip"), _MADE),
            Relation("basedOn", ("Model", "Product", "Chip"), _MADE),
            Relation("publishes", _AGENT, ("Report",)),
            Relation("outperforms", _RIVALS, _RIVALS, same_kind=True),
            Relation("restricts", ("Government", "Organization", "Place"), ("Organization", "Chip", "Place")),
            Relation("listedOn", ("Company",), _ORGANIZATION),
        )
    }
)

METRICS: Final = (
    "trainingCost",
    "trainingCompute",
    "revenue",
    "profit",
    "operatingCost",
    "capitalExpenditure",
    "fundingRaised",
    "investment",
    "valuation",
    "marketCap",
    "price",
    "salary",
    "users",
    "subscribers",
    "developers",
    "visits",
    "employees",
    "modelsReleased",
    "shipments",
    "parameters",
    "marketShare",
    "stockChange",
    "growth",
    "score",
    "energyUse",
    "waterUse",
    "otherMetric",
)

MODALITIES: Final = ("asserted", "planned", "forecast", "denied", "hypothetical")


def is_a(cls: str, ancestor: str) -> bool:
    """Tell whether entity class *cls* is *ancestor* or a subclass of it."""
    current: str | None = cls
    while current is not None:
        if current == ancestor:
            return True
        current = CLASSES.get(current)
    return False


@cache
def is_any(cls: str, ancestors: tuple[str, ...]) -> bool:
    """Tell whether entity class *cls* is one of *ancestors* or a subclass of one; this is asked very often."""
    return any(is_a(cls, each) for each in ancestors)


def kind_of(cls: str) -> str:
    """Return the top class above *cls*: a Company and a Government are both of kind Organization."""
    while parent := CLASSES.get(cls):
        cls = parent
    return cls
