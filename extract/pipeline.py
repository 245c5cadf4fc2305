"""From bytes to claims: the one way through, step by step."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from ontology.domain import SHIPPED, Domain

from .cleaning import clean
from .dating import written_date
from .entities import Recogniser
from .entities.coreference import antecedents
from .model import Analysis, Claim, CleanText, Document, Mention, Quantity, Source, Span, When
from .quantities import Units, find_quantities, find_whens
from .reading import decode
from .relations import ClaimFinder, Completing, Known, pairs
from .sentences import sentence_spans

_Item = TypeVar("_Item", Quantity, When)

_SPUN, _DOUBTFUL = 0.7, 0.5  # how sure a claim of a spun text is, and of a sentence that a swap may have turned around
_HOME = {"zh-Hant-TW": "TWD", "zh-Hant-HK": "HKD"}  # what a bare 元 is

VERSION = "17"
"""Raised whenever the same input may give other claims, so that kept results are made anew."""


class Extractor:
    """Reads sources with the data of one domain; the same source always gives the same analysis."""

    def __init__(self, domain: Domain, complete: Completing | None = None) -> None:
        """
        Build what reads a document from a domain's data.

        Args:
            domain: The data.
            complete: Finds relations that no frame states, in the place of the network that is shipped.
        """
        self._domain = domain
        self._recognise = _recogniser(domain)
        known = Known.of(domain.lexicon.entries.values())
        self._claims = ClaimFinder(domain.frames, domain.wording, known, complete or _completer(domain, known))
        self._units = Units(domain.units)
        self.declared = domain.declared
        trained = pairs.digest() if complete is None else ""
        self.fingerprint = hashlib.sha256(f"{VERSION}\0{domain.fingerprint}\0{trained}".encode()).hexdigest()

    def __reduce__(self) -> tuple[type[Extractor], tuple[Domain]]:
        """Travel to another process as the domain alone; automata are built anew there."""
        return Extractor, (self._domain,)

    def __call__(self, source: Source) -> Analysis:
        """
        Decode and analyse a source.

        Raises:
            ReadError: If the source cannot be read as text.
        """
        return self.analyse(decode(source))

    def analyse(self, document: Document) -> Analysis:
        """Return all that is read from a decoded document."""
        cleaned = clean(document)
        sentences = sentence_spans(cleaned)
        mentions, entities, notes = self._recognise(document, cleaned, sentences)
        pronouns = antecedents(cleaned, sentences, mentions, entities)
        home = _HOME.get(cleaned.script, "CNY")
        quantities, inside = _outside(find_quantities(cleaned.folded, sentences, home, self._units), mentions)
        written = written_date(document, cleaned)
        whens, _ = _outside(find_whens(cleaned.folded, sentences, written), mentions)
        named = sorted([*mentions, *pronouns], key=lambda mention: (mention.span.start, mention.span.end))
        claims = self._claims(document, cleaned, sentences, named, quantities, whens, written)
        counted = Counter(notes)
        counted["figures inside names"] += inside
        return Analysis(
            document,
            cleaned,
            tuple(sentences),
            tuple(mentions),
            tuple(entities),
            tuple(quantities),
            tuple(whens),
            _less_sure(claims, cleaned),
            tuple(sorted((name, count) for name, count in counted.items() if count)),
        )


@lru_cache(maxsize=1)
def _recogniser(domain: Domain) -> Recogniser:
    """Return what finds names; extractors of one domain share it, for it takes longest to build."""
    return Recogniser(domain.lexicon, domain.homographs, domain.no_names)


def _completer(domain: Domain, known: Known) -> Completing | None:
    """Return what finds relations that no frame states; it was trained for the domain that is shipped, and no other."""
    return pairs.Completer(pairs.shipped(), known.links) if domain.folder == SHIPPED else None


def _less_sure(claims: tuple[Claim, ...], cleaned: CleanText) -> tuple[Claim, ...]:
    """Lower the confidence of what a spun text says, and more in sentences that may say the opposite."""
    if not cleaned.spun:
        return claims
    doubtful = [cleaned.map.span(sentence) for sentence in cleaned.doubtful]
    lowered = []
    for claim in claims:
        evidence = Span(claim.evidence.start, claim.evidence.end)
        doubt = _DOUBTFUL if any(sentence.overlaps(evidence) for sentence in doubtful) else 1.0
        lowered.append(replace(claim, confidence=round(claim.confidence * _SPUN * doubt, 3)))
    return tuple(lowered)


def _outside(items: list[_Item], mentions: tuple[Mention, ...]) -> tuple[list[_Item], int]:
    """Return the items that no name contains, and how many were dropped; both lists are in text order."""
    kept, at = [], 0
    for item in items:
        while at < len(mentions) and mentions[at].span.end <= item.span.start:
            at += 1
        if at == len(mentions) or not mentions[at].span.overlaps(item.span):
            kept.append(item)
    return kept, len(items) - len(kept)
