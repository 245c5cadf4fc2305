"""Use the project in spaCy: a tokenizer for Chinese technology news, two components, and a ``Doc`` of an analysis.

``spacy.blank("zh")`` with :class:`RunTokenizer` keeps Latin words, numbers and white
space whole and Chinese characters single, so that every name begins and ends at a
token. The component ``zhitu_entities`` sets ``doc.ents``; it expects text that is
clean already, and takes it as it is. The component ``zhitu_claims`` reads the text as
a build does and sets ``doc.spans["claims"]`` to the words that claims rest on, each
labelled by its relation or metric, and ``doc._.claims`` to the claims, one for each span.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from ontology.domain import Domain, load_domain
from ontology.homographs import fold

from .entities import Recogniser
from .model import Analysis, CleanText, Document, Encoding, Mention, OffsetMap
from .pipeline import Extractor

COMPONENT = "zhitu_entities"
CLAIMS = "zhitu_claims"
SPANS = "claims"
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+|[0-9]+| +|\s|.", re.DOTALL)


class RunTokenizer:
    """Cut text into runs of Latin letters, digits and blanks, and single other characters.

    Args:
        vocab: The vocabulary of the language.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the tokens of *text*; ``doc.text == text`` always holds."""
        words, spaces = tokens(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:  # noqa: ARG002  spaCy gives what to exclude
        """Return nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> RunTokenizer:  # noqa: ARG002  spaCy calls it so
        """Return itself."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> RunTokenizer:  # noqa: ARG002  spaCy calls it so
        """Return itself."""
        return self


def tokens(text: str) -> tuple[list[str], list[bool]]:
    """Return the token texts and whether one space follows each, as ``Doc`` wants them."""
    words: list[str] = []
    spaces: list[bool] = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            piece = piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces


class EntityComponent:
    """Sets ``doc.ents`` to what the recogniser finds; ``ent.kb_id_`` is the entity's id.

    Args:
        recogniser: Reads the text.
    """

    def __init__(self, recogniser: Recogniser) -> None:
        self._recognise = recogniser

    def __call__(self, doc: Doc) -> Doc:
        """Return *doc* with its entities set."""
        text = doc.text
        clean = CleanText(text, fold(text), OffsetMap((0,), (0,), (len(text),), (True,)))
        mentions, _, _ = self._recognise(Document("", text, Encoding("utf-8", "given as text")), clean, ())
        return _with_entities(doc, mentions)


class ClaimComponent:
    """Sets ``doc.spans["claims"]`` and ``doc._.claims``; a span's ``kb_id_`` is the id of the claim's subject.

    Args:
        extractor: Reads the text.
    """

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def __call__(self, doc: Doc) -> Doc:
        """Return *doc* with its claims set, in the order of the text."""
        found = self._extractor.analyse(Document("", doc.text, Encoding("utf-8", "given as text")))
        spans, claims = [], []
        for claim in found.claims:
            at = claim.evidence
            span = doc.char_span(at.start, at.end, label=claim.predicate, kb_id=claim.subject, alignment_mode="expand")
            if span is not None:  # a quote always covers some token
                spans.append(span)
                claims.append(claim)
        doc.spans[SPANS] = spans
        doc._.claims = tuple(claims)
        return doc


def register() -> None:
    """Make the components known to spaCy; once is enough, again does no harm."""
    if not Language.has_factory(COMPONENT):
        Language.factory(COMPONENT, default_config={"domain": None}, assigns=["doc.ents"], func=make_entities)
    if not Language.has_factory(CLAIMS):
        Language.factory(CLAIMS, default_config={"domain": None}, assigns=["doc.spans"], func=make_claims)
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())


def make_entities(nlp: Language, name: str, domain: str | None) -> EntityComponent:  # noqa: ARG001  spaCy calls it so
    """Build the component.

    Args:
        nlp: The pipeline it goes into.
        name: Its name there.
        domain: Folder of a domain's data; ``None`` for the one that is shipped.
    """
    data = _data(domain)
    return EntityComponent(Recogniser(data.lexicon, data.homographs, data.no_names))


def make_claims(nlp: Language, name: str, domain: str | None) -> ClaimComponent:  # noqa: ARG001  spaCy calls it so
    """Build the component that reads claims.

    Args:
        nlp: The pipeline it goes into.
        name: Its name there.
        domain: Folder of a domain's data; ``None`` for the one that is shipped.
    """
    return ClaimComponent(Extractor(_data(domain)))


def _data(domain: str | None) -> Domain:
    return load_domain(None if domain is None else Path(domain))


def blank() -> Language:
    """Return an empty Chinese pipeline with the run tokenizer, ready for ``add_pipe("zhitu_entities")``."""
    register()
    nlp = spacy.blank("zh")
    nlp.tokenizer = RunTokenizer(nlp.vocab)
    return nlp


def pipeline(domain: str | Path | None = None) -> Language:
    """Return a spaCy pipeline that finds entities and claims: ``doc.ents`` and ``doc.spans["claims"]``.

    Args:
        domain: Folder of a domain's data; the one that is shipped where none is given.
    """
    nlp, settings = blank(), {"domain": None if domain is None else str(domain)}
    nlp.add_pipe(COMPONENT, config=settings)
    nlp.add_pipe(CLAIMS, config=settings)
    return nlp


def analysis_doc(analysis: Analysis, vocab: Vocab) -> Doc:
    """Return the clean text of an analysis as a ``Doc`` with its mentions as entities.

    Args:
        analysis: What was read from a document.
        vocab: The vocabulary to use.
    """
    return _with_entities(RunTokenizer(vocab)(analysis.clean.text), analysis.mentions)


def _with_entities(doc: Doc, mentions: Sequence[Mention]) -> Doc:
    """Return *doc* with the mentions as entities, snapped outwards to tokens."""
    spans: list[Span] = []
    for mention in mentions:
        span = doc.char_span(
            mention.span.start, mention.span.end, label=mention.type, kb_id=mention.entity, alignment_mode="expand"
        )
        if span is not None:
            spans.append(span)
    doc.set_ents(filter_spans(spans))
    return doc


register()
