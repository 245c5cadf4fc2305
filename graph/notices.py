"""Correction notices: texts, or lines of a text, that say that they set something right (更正, 辟谣)."""

from __future__ import annotations

from typing import Final

from extract.model import Claim, Document
from ontology.qualifiers import load_notices

_OPENING: Final = 40  # characters of a text that tell what kind of text it is


def is_notice(document: Document) -> bool:
    """Tell whether a document calls itself a correction, in its title or its first words."""
    return _says((document.metadata.title or "") + "\n" + document.text.lstrip()[:_OPENING])


def corrects(document: Document, claim: Claim) -> bool:
    """Tell whether a claim stands behind such a word in its line."""
    start = claim.evidence.start
    line = document.text.rfind("\n", 0, start) + 1
    return _says(document.text[line : claim.evidence.end].partition("\n")[0])


def _says(text: str) -> bool:
    return any(word in text for word in load_notices())
