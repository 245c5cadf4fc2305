"""The table of addresses: the routes and the OpenAPI description are both made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, TypeAlias

from graph.web.api import (
    about,
    claims,
    compare,
    conflicts,
    corrections,
    documents,
    entities,
    joined,
    overview,
    paths,
    questions,
    searching,
    timeline,
)
from graph.web.api.filters import FILTERS, PREDICATE
from graph.web.api.openapi import described
from graph.web.api.parameters import (
    LANGUAGE,
    LIMIT,
    MODALITY,
    OFFSET,
    SINCE,
    UNTIL,
    Asked,
    Parameter,
    classes,
    one_of,
    relations,
)
from graph.web.api.view import Reading

Handler: TypeAlias = Callable[[Reading, Asked], object]
Changer: TypeAlias = Callable[[Path, Asked, object], object]

_ID: Final = Parameter("id", "entity", "The entity's id.", place="path", required=True)
_TYPE: Final = Parameter("type", "word", "Of this class, or one below it.", classes)
_ENTITY: Final = Parameter("entity", "entity", "Only what names this entity.")


class _Answered:
    """What is known of an address by the function that answers it."""

    __slots__ = ()
    answer: Callable[..., object]

    @property
    def said(self) -> str:
        """What it gives or does."""
        return (self.answer.__doc__ or "").partition("\n")[0]

    @property
    def name(self) -> str:
        """Its name among all."""
        return self.answer.__name__


@dataclass(frozen=True, slots=True)
class Address(_Answered):
    """An address and what answers it.

    Args:
        path: Its path below ``/api``.
        answer: What answers it.
        shape: The name of the schema of its answer.
        parameters: What it takes.
        more: Whether it takes others, too: a question has its own.
    """

    path: str
    answer: Handler
    shape: str
    parameters: tuple[Parameter, ...] = ()
    more: bool = False
    method: ClassVar[str] = "GET"
    body: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Change(_Answered):
    """An address at which those who have the token change the graph.

    Args:
        method: POST or DELETE.
        path: Its path below ``/api``.
        answer: What carries it out: given the graph's folder, the parameters, and the body as JSON.
        shape: The name of the schema of its answer.
        parameters: What it takes in its path.
        body: The name of the schema of what is sent, ``""`` where nothing is.
    """

    method: str
    path: str
    answer: Changer
    shape: str
    parameters: tuple[Parameter, ...] = ()
    body: str = ""


def _address(path: str, answer: Handler, shape: str, *parameters: Parameter) -> Address:
    return Address(path, answer, shape, (*parameters, LANGUAGE))


def _limit(usual: int, most: int = 500) -> Parameter:
    return Parameter("limit", "whole", "How many to give at most.", default=str(usual), least=1, most=most)


def openapi(reading: Reading, _: Asked) -> object:
    """Return this description."""
    return reading.view.kept("openapi", lambda: described(reading, [*ADDRESSES, *CHANGES]))


ADDRESSES: Final[tuple[Address, ...]] = (
    _address("/", about.about, "About"),
    _address("/openapi.json", openapi, "OpenAPI"),
    _address("/vocabulary", about.vocabulary, "Vocabulary"),
    _address(
        "/search",
        searching.search,
        "Found",
        Parameter("q", "text", "A name or a part of it in any script, pinyin, or words of a quote.", required=True),
        _TYPE,
        _limit(20),
    ),
    _address(
        "/entities",
        searching.entities,
        "Page of Node",
        _TYPE,
        Parameter("sort", "word", "Most first, or by label.", one_of("mentions", "degree", "label", "documents"),
                  default="mentions"),
        Parameter("q", "text", "A part of a name, in either Chinese script."),
        Parameter("unknown", "flag", "Only those that no lexicon knows, or only those that one does."),
        OFFSET,
        LIMIT,
    ),
    _address("/entities/{id}/why", entities.explained, "Why", _ID),
    _address(
        "/entities/{id}/neighbours",
        joined.neighbours,
        "Neighbours",
        _ID,
        Parameter("relation", "word", "Over these relations.", relations, repeated=True),
        MODALITY,
        _limit(100),
    ),
    _address("/entities/{id}", entities.card, "Card", _ID),
    _address("/claims", claims.claims, "Page of Claim", *FILTERS),
    _address(
        "/claims/{id}",
        claims.claim,
        "ClaimAlone",
        Parameter("id", "claim", "The claim's id.", place="path", required=True),
    ),
    _address(
        "/facts",
        claims.facts,
        "Page of Fact",
        *FILTERS,
        Parameter("minSupport", "whole", "How many independent documents say it, at least."),
    ),
    _address(
        "/documents",
        documents.documents,
        "Page of Document",
        Parameter("q", "text", "A part of the title or the id."),
        Parameter("publisher", "text", "A part of the publisher's name."),
        SINCE,
        UNTIL,
        OFFSET,
        LIMIT,
    ),
    _address(
        "/document",
        documents.document,
        "DocumentWhole",
        Parameter("id", "document", "The document's id.", required=True),
    ),
    _address("/conflicts", conflicts.disputes, "Page of Conflict", _ENTITY, OFFSET, LIMIT),
    _address("/overview", overview.overview, "Overview", MODALITY, _limit(overview.USUAL)),
    _address(
        "/paths",
        paths.paths,
        "Paths",
        Parameter("from", "entity", "Where to begin.", required=True),
        Parameter("to", "entity", "Where to end.", required=True),
        MODALITY,
        Parameter("max", "whole", "How many paths to give at most.", default="3", least=1, most=20),
    ),
    _address(
        "/timeline",
        timeline.timeline,
        "Timeline",
        Parameter("entity", "entity", "Entities, of which each must be named.", repeated=True),
        PREDICATE,
        MODALITY,
        SINCE,
        UNTIL,
        _limit(100),
    ),
    _address(
        "/compare",
        compare.compare,
        "Comparison",
        Parameter("entity", "entity", "The entities, two to five.", repeated=True, required=True, least=2, most=5),
    ),
    _address("/corrections", corrections.corrections, "Corrections"),
    _address("/questions", questions.library, "Questions"),
    Address(
        "/questions/{name}",
        questions.question,
        "Bound",
        (Parameter("name", "text", "The question's name.", place="path", required=True), LANGUAGE),
        more=True,
    ),
    _address(
        "/graph",
        joined.joining,
        "Graph",
        Parameter("ids", "entities", "Ids of entities, parted by commas.", required=True, repeated=True),
        MODALITY,
    ),
)  # fmt: skip
"""All addresses that are read; of two that fit, the earlier one answers."""

CHANGES: Final[tuple[Change, ...]] = (
    Change("POST", "/corrections", corrections.correct, "Amended", body="CorrectionWanted"),
    Change(
        "DELETE",
        "/corrections/{number}",
        corrections.take_back,
        "Amended",
        (Parameter("number", "whole", "The correction's number.", place="path", required=True),),
    ),
)
"""All addresses that change the graph."""
