"""Claims as fusion sees them: what is said, and which independent source says it when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extract.model import Claim
from graph.terms import claim_id
from ontology.declared import Declared, DeclaredMetric, DeclaredRelation
from ontology.qualifiers import qualifier
from ontology.vocabulary import RELATIONS

Triple = tuple[str, str, str]

BY_OBJECT: Final = frozenset({"founderOf"})
"""Relations of which all that is said of the object belongs together: the founders of a company are one list."""


OWNED: Final = "subsidiaryOf"
"""The relation of a part to what owns it."""


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """What facts and contradictions are concluded from together, and from nothing else: a predicate of an entity."""

    predicate: str
    about: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim without its document.

    Args:
        claim: Id of the claim.
        predicate: Local name of the relation or metric.
        subject: Entity id; of a symmetric relation the first by code point.
        object: Entity id, ``""`` for a figure.
        both: Whether the relation holds both ways.
        modality: How the text puts it.
        confidence: How surely it was read.
        time: The time stated, or ``""``.
        value: The figure, in base units.
        value_max: The upper end of a range.
        unit: Unit of the figure.
        bound: How exact the figure is meant to be.
        telling: What parts it from other figures of the metric.
        rest: What else the text says of what is measured.
        change: The words of the text for what is measured.
        place: Where the quote stands: claims with one place come from one list.
        notice: Whether its text says that it corrects another.
        source: The document; a reprint is its original.
        date: Date of the document, or ``""``.
    """

    claim: str
    predicate: str
    subject: str
    object: str = ""
    both: bool = False
    modality: str = "asserted"
    confidence: Decimal = Decimal("0.5")
    time: str = ""
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    bound: str = ""
    telling: str = ""
    rest: str = ""
    change: str = ""
    place: str = ""
    notice: bool = False
    source: str = ""
    date: str = ""

    @property
    def topic(self) -> Topic:
        """What it is concluded from together with others."""
        return Topic(self.predicate, self.object if self.predicate in BY_OBJECT else self.subject)

    def triples(self) -> Iterator[Triple]:
        """Yield the triples that it is about: one, two where the relation is symmetric, none for a figure."""
        if self.object:
            yield self.subject, self.predicate, self.object
            if self.both:
                yield self.object, self.predicate, self.subject

    @property
    def figure(self) -> Decimal:
        """The value of a figure."""
        assert self.value is not None
        return self.value


def statement_of(
    claim: Claim, declared: tuple[Declared, ...] = (), notice: bool = False, id_: str | None = None
) -> Statement:
    """Return *claim* as fusion sees it; its source and date are the ledger's to know.

    Args:
        claim: The claim.
        declared: The relations and metrics that its document knows beside those of the vocabulary.
        notice: Whether its text says that it corrects another.
        id_: Its id, where it is known already.
    """
    subject, object_ = claim.subject, claim.object or ""
    both = bool(object_) and subject != object_ and _symmetric(claim.predicate, declared)
    if both:
        subject, object_ = sorted((subject, object_))
    words = _qualified(claim.predicate, claim.change or "", _telling(claim.predicate, declared) if declared else ())
    return Statement(
        claim=id_ or claim_id(claim),
        predicate=claim.predicate,
        subject=subject,
        object=object_,
        both=both,
        modality=claim.modality,
        confidence=likelihood(claim.confidence),
        time=claim.time or "",
        value=claim.value,
        value_max=claim.value_max,
        unit=claim.unit or "",
        bound=claim.bound,
        telling=words.telling,
        rest=words.rest,
        change=claim.change or "",
        place=f"{claim.evidence.start},{claim.evidence.end}",
        notice=notice,
    )


@lru_cache(maxsize=4096)
def likelihood(confidence: float) -> Decimal:
    """Return a confidence as the graph states it: with four digits."""
    return round(Decimal(repr(confidence)), 4)


_qualified = lru_cache(maxsize=4096)(qualifier)  # the same words are measured again and again


def _symmetric(predicate: str, declared: tuple[Declared, ...]) -> bool:
    if (known := RELATIONS.get(predicate)) is not None:
        return known.symmetric
    own = (each.relation for each in declared if isinstance(each, DeclaredRelation) and each.name == predicate)
    relation = next(own, None)
    return relation is not None and relation.symmetric


def _telling(predicate: str, declared: tuple[Declared, ...]) -> tuple[str, ...]:
    own = (each.telling for each in declared if isinstance(each, DeclaredMetric) and each.name == predicate)
    return next(own, ())
