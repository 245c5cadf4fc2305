"""Cut clean text into sentences."""

from __future__ import annotations

import re

from extract.model import CleanText, Span

_CLOSING = "”’」』）)】》〉\"'"
_ENDING = rf"(?:[。！？]|[!?](?=[\s\u4e00-\u9fff{_CLOSING}]|\Z))"
# The mark is looked at behind it, so that a search passes quickly over all other characters.
_CUT = re.compile(
    rf"[。！？!?；\n\u3000.](?:(?:(?<=[。！？])|(?<=[!?])(?=[\s\u4e00-\u9fff{_CLOSING}]|\Z)){_ENDING}*[{_CLOSING}]*"
    r"|(?<=；)；*|(?<=\n)\n*|(?<=\u3000)\u3000*"
    r"|(?<=[a-z0-9)\"”’][a-z%)\"”’]\.)(?<!\bInc\.)(?<!\bCo\.)(?<!\bCorp\.)(?<!\bLtd\.)(?<!\bvs\.)(?<!\betc\.)"
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bNo\.)(?<!\bSt\.)(?<!\bFig\.)[\"”’)]*(?=\s+[A-Z“\"‘]))"
)
_WORD = re.compile(r"[^\W_]")
_SPACE = " \t\n\u3000"


def sentence_spans(clean: CleanText) -> list[Span]:
    """Return the sentences of a clean text in order; none is empty and none touches what was set aside.

    A sentence ends with 。！？ and the closing quotes behind it, with ；, at a line break, at the wide space of
    headlines, and where English prose ends with a full stop; 3.5, GPT-4.5 and Inc. stay whole.
    """
    spans: list[Span] = []
    at = 0
    for aside in clean.asides:
        _cut(clean.text, at, aside.span.start, spans)
        at = max(at, aside.span.end)
    _cut(clean.text, at, len(clean.text), spans)
    return spans


def _cut(text: str, start: int, end: int, spans: list[Span]) -> None:
    for found in _CUT.finditer(text, start, end):
        if found.start() > start:  # else there is but the mark
            _add(text, start, found.end(), spans)
        start = found.end()
    _add(text, start, end, spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    piece = text[start:end]
    stripped = piece.strip(_SPACE)
    if stripped and _WORD.search(stripped):
        first = start + piece.find(stripped[0])
        spans.append(Span(first, first + len(stripped)))
