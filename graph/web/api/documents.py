"""Documents: which there are, and one with its text, its entities and its claims at their exact characters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from extract.model import Evidence
from graph.search.catalogue import Paper
from graph.search.columns import moment
from graph.terms import document_iri
from graph.web.api import shapes
from graph.web.api.filters import page
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from ontology.lexicon import name_key


def documents(reading: Reading, asked: Asked) -> Json:
    """Return the documents that fit, the newest first, a page of them."""
    wanted, publisher = name_key(asked.text("q")), name_key(asked.text("publisher"))
    since, until = asked.span("since"), asked.span("until")
    found, folded = [], reading.view.kept("titles", lambda: _folded(reading))
    for number in _newest(reading):
        paper = reading.view.library.papers[number]
        first, last = moment(paper.date or "") or (0, 0)
        if (since and last < since[0]) or (until and not 0 < first <= until[1]):
            continue
        if wanted in folded[number][0] and publisher in folded[number][1]:
            found.append(number)
    offset, limit = asked.whole("offset"), asked.whole("limit")
    return page(len(found), asked, [_paper(each, reading) for each in found[offset : offset + limit]])


def document(reading: Reading, asked: Asked) -> Json:
    """Return a document with its text; offsets count code points of it."""
    number, view = asked.whole("id"), reading.view
    record = reading.graph.document(view.library.papers[number].doc)
    rows = np.flatnonzero(view.claims.document == number)
    return {
        **_paper(number, reading),
        "author": record.document.metadata.author,
        "text": record.document.text,
        "entities": [
            {**shapes.ref(reading, view.entities.numbers[entity.id]), "mentions": _places(entity.mentions)}
            for entity in record.entities
        ],
        "claims": shapes.claims(reading, rows),
    }


def _paper(number: int, reading: Reading) -> Json:
    paper: Paper = reading.view.library.papers[number]
    return {
        "id": paper.doc,
        "iri": document_iri(paper.doc),
        "title": paper.title,
        "date": paper.date,
        "publisher": paper.publisher,
        "url": paper.url if (paper.url or "").startswith(("https://", "http://")) else None,
        "language": paper.language,
        "characters": paper.report.characters,
        "entities": paper.report.entities,
        "claims": paper.report.claims,
        "reprintOf": paper.original,
    }


def _folded(reading: Reading) -> list[tuple[str, str]]:
    """Return what the documents are searched by: title and id, and publisher."""
    papers = reading.view.library.papers
    return [(name_key(f"{each.title or ''} {each.doc}"), name_key(each.publisher or "")) for each in papers]


def _newest(reading: Reading) -> list[int]:
    """Return all documents, the newest first."""
    papers = reading.view.library.papers
    found: list[int] = reading.view.kept(
        "newest", lambda: sorted(range(len(papers)), key=lambda each: papers[each].date or "", reverse=True)
    )
    return found


def _places(mentions: Iterable[Evidence]) -> list[list[int]]:
    return [[each.start, each.end] for each in mentions]
