"""Clean a document: a list of small steps, one map back, boilerplate set aside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.cleaning.asides import find_asides, merge
from extract.cleaning.edits import Change, Draft, to_clean
from extract.cleaning.glosses import glosses
from extract.cleaning.invisible import INVISIBLE, LINE_ENDS, TRADE_MARKS, invisible, line_ends, returns, trade_marks
from extract.cleaning.markdown import addresses, markdown
from extract.cleaning.markup import entities, is_page, tags
from extract.cleaning.punctuation import ODD, doubled, marks, widths
from extract.cleaning.script import fold, script_of
from extract.cleaning.spaces import ODD_SPACES, plain_spaces, soft_breaks, spaces
from extract.cleaning.spun import KIND, doubtful_sentences, swaps
from extract.cleaning.vocabulary import REGIONAL, in_common_words
from extract.model import Aside, CleanText, Document, Span


@dataclass(frozen=True, slots=True)
class Cut:
    """A step that changes lengths: it reports its changes, each becomes an edit of its *kind*."""

    kind: str
    find: Callable[[str], list[Change]]


@dataclass(frozen=True, slots=True)
class Swap:
    """A step that writes characters in another form, one to one, so that no offset moves."""

    kind: str
    write: Callable[[str], str]


# Rare edits first: composing a step's changes costs as much as there were changes before it. These are about single
# characters, which most texts have none or a few of: one look at a text tells which of the steps it needs.
_CHARACTER_STEPS: tuple[tuple[Cut | Swap, str], ...] = (
    (Cut("line end", returns), "\r"),
    (Swap("line end", line_ends), LINE_ENDS),
    (Cut("invisible", invisible), INVISIBLE),
    (Cut("trade mark", trade_marks), TRADE_MARKS),
    (Swap("width", widths), re.escape("".join(sorted(ODD))) + "\U0001d400-\U0001d7ff"),
    (Swap("space", plain_spaces), ODD_SPACES),
)
_TEXT_STEPS: tuple[Cut | Swap, ...] = (
    Cut("markdown", markdown),
    Cut("address", addresses),
    Cut("entity", entities),
    Cut("gloss", glosses),
    Cut("doubled punctuation", doubled),
    Swap("punctuation", marks),
    Cut("line break", soft_breaks),
    Cut("space", spaces),
)
STEPS = tuple(step for step, _ in _CHARACTER_STEPS) + _TEXT_STEPS
_UNUSUAL = re.compile("[" + "".join(characters for _, characters in _CHARACTER_STEPS) + "]")
_CONCERNED = tuple((step, re.compile(f"[{characters}]")) for step, characters in _CHARACTER_STEPS)
_ROUNDS = 12  # one step can make work for another (an entity hides a tag); two rounds are the rule


def clean(document: Document) -> CleanText:
    """Return the document's text made readable, with the way back and boilerplate set aside."""
    draft = Draft(document.text, [], [])
    apart = _settle(draft, is_page(document.text, document.media))
    unspun = swaps(draft.text)
    if unspun:
        draft.apply(KIND, unspun)
        apart += _settle(draft, page=False)
    folded = fold(draft.text)
    asides = merge([*find_asides(folded), *_asides_of_page(draft, apart)])
    script = script_of(draft.text, folded)
    if script in REGIONAL:
        folded = in_common_words(folded)
    cleaned = CleanText(draft.text, folded, draft.map(), tuple(draft.edits), asides, script, bool(unspun))
    return replace(cleaned, doubtful=doubtful_sentences(cleaned)) if unspun else cleaned


def _settle(draft: Draft, page: bool) -> list[tuple[Span, str]]:
    """Run the steps until they find nothing more; return what the page itself sets apart."""
    apart: list[tuple[Span, str]] = []
    for number in range(_ROUNDS):
        before = draft.text
        apart += _markup(draft, page and number == 0)
        unusual = "".join(sorted({*_UNUSUAL.findall(draft.text)}))
        for step, concerned in _CONCERNED if unusual else ():
            if concerned.search(unusual):
                run(step, draft)
        for step in _TEXT_STEPS:
            run(step, draft)
        if draft.text == before:
            break
    return apart


def run(step: Cut | Swap, draft: Draft) -> None:
    """Apply one step to a draft."""
    if isinstance(step, Swap):
        draft.text = step.write(draft.text)
    else:
        draft.apply(step.kind, step.find(draft.text))


def _markup(draft: Draft, page: bool) -> list[tuple[Span, str]]:
    """Take the tags out; return the ranges that they set apart, in original coordinates."""
    if "<" not in draft.text:
        return []
    found = tags(draft.text, page)
    back = draft.map()
    apart = [(back.span(span), kind) for span, kind in found.asides]
    draft.apply("markup", found.changes)
    return apart


def _asides_of_page(draft: Draft, apart: list[tuple[Span, str]]) -> list[Aside]:
    """Return what the page itself marks as apart; a mark around most of the text says nothing."""
    asides = []
    for span, kind in apart:
        start, end = to_clean(draft.pieces, span.start), to_clean(draft.pieces, span.end)
        inside = draft.text[start:end]
        start, end = end - len(inside.lstrip()), start + len(inside.rstrip())
        if start < end <= start + len(draft.text) // 2:
            asides.append(Aside(Span(start, end), kind))
    return asides
