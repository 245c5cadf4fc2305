"""Explained sentences as text in colour, and as JSON."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.text import Text

from extract.model import Analysis, Claim, Mention, Quantity, Span
from graph.terms import claim_id, plain

if TYPE_CHECKING:
    from extract.relations.explaining import Explained, Fired, NearMiss, Told, Unmeasured

NAME: Final = "bold cyan"
FIGURE: Final = "bold yellow"
TIME: Final = "bold magenta"
FOUND: Final = "bold green"
WHY: Final = "yellow"
FAINT: Final = "dim"


def as_text(analysis: Analysis, found: Sequence[Explained], wanted: Claim | None, width: int | None) -> str:
    """Lay sentences out for a person.

    Args:
        analysis: The document they are of.
        found: The sentences.
        wanted: The one claim to be shown, and nothing else; by default all.
        width: Columns of the terminal, which then shows colours; ``None`` where there is none.
    """
    made = io.StringIO()
    console = Console(file=made, force_terminal=width is not None, width=width or 1 << 16, highlight=False)
    labels = {entity.id: entity.label for entity in analysis.entities}
    for each in found:
        console.rule(style=FAINT) if width and each is not found[0] else None
        for line in _sentence(analysis, each, wanted, labels):
            console.print(line, soft_wrap=width is None)
        console.print()
    return "".join(f"{line.rstrip()}\n" for line in made.getvalue().rstrip("\n").splitlines())


def as_json(analysis: Analysis, found: Sequence[Explained], wanted: Claim | None) -> dict[str, Any]:
    """Return sentences for a program; offsets are of the original text."""
    return {"doc": analysis.document.doc, "sentences": [_object(analysis, each, wanted) for each in found]}


# --- for a person ----------------------------------------------------------------


def _sentence(analysis: Analysis, each: Explained, wanted: Claim | None, labels: dict[str, str]) -> Iterator[Text]:
    yield Text(f"{analysis.document.doc}, sentence {each.number} of {len(analysis.sentences)}", style=FAINT)
    yield _marked(analysis, each)
    yield _line("names", "; ".join(_name(mention) for mention in each.mentions) or "none")
    yield _line("code", each.raw)
    if each.phrase:
        yield _line("phrases", each.phrase)
    told = [one for one in each.told if wanted is None or one.claim is wanted]
    yield Text("  claims" if told else "  no claim")
    for one in told:
        yield from _told(one, labels)
    if wanted is not None:
        return
    yield from _beaten(each.beaten, labels)
    yield from _near(each.near)
    yield from _unmeasured(each.unmeasured)


def _line(name: str, text: str) -> Text:
    return Text(f"  {name:8}", style=FAINT).append(text, style="default not dim")


def _marked(analysis: Analysis, each: Explained) -> Text:
    """Return the sentence with its names, figures and times in colour."""
    text = Text(each.span.of(analysis.clean.text).replace("\n", " "))
    for style, spans in (
        (TIME, [when.span for when in each.whens]),
        (FIGURE, [quantity.span for quantity in each.quantities]),
        (NAME, [mention.span for mention in each.mentions]),
    ):
        for span in spans:
            text.stylize(style, span.start - each.span.start, span.end - each.span.start)
    return text


def _name(mention: Mention) -> str:
    return f"{mention.text} is {mention.type} {mention.entity} ({mention.rule})"


def _told(told: Told, labels: dict[str, str]) -> Iterator[Text]:
    claim = told.claim
    object_ = labels.get(claim.object, claim.object) if claim.object else _value(claim)
    line = Text(f"    {labels.get(claim.subject, claim.subject)} {claim.predicate} {object_}", style=FOUND)
    line.append("".join(f", {part}" for part in _qualifiers(claim)), style="not bold default")
    yield line
    yield Text(f"      claim {claim_id(claim)} by {claim.rule}: {claim.evidence.quote}", style=FAINT)
    for pattern in dict.fromkeys(each.pattern for each in told.fired):
        yield Text(f"      pattern {pattern}", style=FAINT)


def _value(claim: Claim) -> str:
    bound = f"{claim.bound} " if claim.bound else ""
    most = f" to {plain(claim.value_max)}" if claim.value_max is not None else ""
    return f"{bound}{plain(claim.value)}{most} {claim.unit}"


def _qualifiers(claim: Claim) -> Iterator[str]:
    yield claim.modality
    for name, value in (("time", claim.time), ("role", claim.role), ("of", claim.change)):
        if value:
            yield f"{name} {value}"
    if claim.amount:
        yield f"amount {plain(claim.amount[0])} {claim.amount[1]}"
    if claim.attributed_to:
        yield f"according to {claim.attributed_to}"
    yield f"confidence {claim.confidence:g}"


def _beaten(beaten: Sequence[Fired], labels: dict[str, str]) -> Iterator[Text]:
    if beaten:
        yield Text("  fired as well, less surely")
    for each in beaten:
        said = f"{labels.get(each.subject, each.subject)} {each.predicate} {labels.get(each.object, each.object)}"
        yield Text(f"    {said}").append(f"  {each.frame}  {each.pattern}", style=FAINT)


def _near(near: Sequence[NearMiss]) -> Iterator[Text]:
    if near:
        yield Text("  nearly fired")
    for miss in near:
        yield Text(f"    {miss.frame}", style=WHY).append(f"  {miss.pattern}", style=FAINT)
        if miss.place:
            yield Text(f"      at {miss.place}", style=FAINT)
        for reason in miss.reasons:
            yield Text(f"      {reason}")


def _unmeasured(figures: Sequence[Unmeasured]) -> Iterator[Text]:
    if figures:
        yield Text("  figures without a metric")
    for figure in figures:
        yield Text(f"    {figure.words}", style=FIGURE).append(f" ({figure.unit})", style=FAINT)
        for reason in figure.reasons:
            yield Text(f"      {reason}")


# --- for a program ---------------------------------------------------------------


def _object(analysis: Analysis, each: Explained, wanted: Claim | None) -> dict[str, Any]:
    told = [one for one in each.told if wanted is None or one.claim is wanted]
    return {
        "number": each.number,
        **_place(analysis, each.span),
        "code": {"raw": each.raw, "phrase": each.phrase or each.raw},
        "names": [
            {**_place(analysis, m.span), "type": m.type, "entity": m.entity, "rule": m.rule} for m in each.mentions
        ],
        "figures": [{**_place(analysis, q.span), **_figure(q)} for q in each.quantities],
        "times": [{**_place(analysis, w.span), "value": w.value} for w in each.whens],
        "claims": [_claim(one) for one in told],
        "beaten": [] if wanted else [asdict(fired) for fired in each.beaten],
        "near": [] if wanted else [asdict(miss) for miss in each.near],
        "unmeasured": []
        if wanted
        else [{**_place(analysis, f.span), "unit": f.unit, "reasons": list(f.reasons)} for f in each.unmeasured],
    }


def _place(analysis: Analysis, span: Span) -> dict[str, Any]:
    found = analysis.clean.map.span(span)
    return {"start": found.start, "end": found.end, "text": found.of(analysis.document.text)}


def _figure(quantity: Quantity) -> dict[str, Any]:
    return {"value": plain(quantity.value), "valueMax": plain(quantity.value_max), "unit": quantity.unit}


def _claim(told: Told) -> dict[str, Any]:
    claim = told.claim
    amount = claim.amount and {"value": plain(claim.amount[0]), "unit": claim.amount[1]}
    return {
        "id": claim_id(claim),
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "value": plain(claim.value),
        "valueMax": plain(claim.value_max),
        "unit": claim.unit,
        "time": claim.time,
        "role": claim.role,
        "amount": amount,
        "change": claim.change,
        "modality": claim.modality,
        "attributedTo": claim.attributed_to,
        "confidence": claim.confidence,
        "frame": claim.rule,
        "patterns": list(dict.fromkeys(each.pattern for each in told.fired)),
        "evidence": asdict(claim.evidence),
    }
