"""Read the claims of an example text with given names, with the shipped frames and wording."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from extract.model import Claim, Document, Encoding
from extract.quantities import find_quantities, find_whens
from extract.relations import ClaimFinder
from extract.relations.known import Known
from extract.sentences import sentence_spans
from ontology.domain import SHIPPED
from ontology.frames import load_frames
from ontology.lexicon import Entry
from ontology.wording import load_wording

from .reading import clean_text, mentions


@cache
def _finder(known: tuple[Entry, ...]) -> ClaimFinder:
    frames, wording = load_frames(SHIPPED / "frames"), load_wording(SHIPPED / "wording.yaml")
    return ClaimFinder(frames, wording, Known.of(known) if known else None)


def claims(
    text: str, entities: Mapping[str, str], date: str | None = None, known: tuple[Entry, ...] = ()
) -> tuple[Claim, ...]:
    """Return the claims of *text*, an article of *date* that names *entities* (name to class), some of them *known*."""
    clean = clean_text(text)
    sentences = list(sentence_spans(clean))
    names = mentions(text, entities)
    quantities = [q for q in find_quantities(text, sentences) if not any(q.span.overlaps(n.span) for n in names)]
    whens = [w for w in find_whens(text, sentences, date) if not any(w.span.overlaps(n.span) for n in names)]
    document = Document("test", text, Encoding("utf-8", "test"))
    return _finder(known)(document, clean, sentences, names, quantities, whens, date)


def figures(text: str, entities: Mapping[str, str], date: str | None = None) -> list[Claim]:
    """Return the quantity claims of *text*."""
    return [claim for claim in claims(text, entities, date) if claim.kind == "quantity"]


def figure(text: str, entities: Mapping[str, str], date: str | None = None) -> Claim:
    """Return the only quantity claim of *text*."""
    (claim,) = figures(text, entities, date)
    return claim
