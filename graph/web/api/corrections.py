"""What a person corrects: told to everybody, changed by those who have the token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph import amendments
from graph.corrections import MERGE, RENAME, SPLIT, WRONG, Correction, CorrectionError
from graph.curation import Amended, corrections_of, undo
from graph.finding import EntityError
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from graph.web.problems import Problem, bad_parameter

_NOTES: Final = ("note", "by", "date")
_TITLE: Final = "The correction is not possible"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of correction.

    Args:
        needed: The members that must be sent.
        more: Those that may be.
        carry_out: Carries it out.
    """

    needed: tuple[str, ...]
    more: tuple[str, ...]
    carry_out: Callable[[Path, Mapping[str, str], Mapping[str, str]], Amended]


def corrections(reading: Reading, _: Asked) -> list[Json]:
    """Return the corrections that the graph keeps, in the order in which they are carried out."""
    shown = {each.effect for each in reading.graph.corrections}
    return [_told(each, shown=each.effect in shown) for each in corrections_of(reading.graph.folder)]


def correct(folder: Path, _: Asked, body: object) -> Json:
    """Carry one more correction out; it lasts over every later build."""
    told = _checked(body)
    kind = KINDS[told["kind"]]
    notes = {"reason": told.get("note", ""), "by": told.get("by", ""), "date": told.get("date", "")}
    return _done(lambda: kind.carry_out(folder, told, notes))


def take_back(folder: Path, asked: Asked, _: object) -> Json:
    """Take a correction back: the graph is the one that it is without it."""
    number = asked.whole("number")
    known = [each.id for each in corrections_of(folder)]
    if number not in known:
        there = ", ".join(map(str, known)) or "none"
        raise Problem(404, "Not found", f"there is no correction {number}; there are: {there}", parameter="number",
                      choices=[str(each) for each in known])  # fmt: skip
    return _done(lambda: undo(folder, number))


def _done(change: Callable[[], Amended]) -> Json:
    """Carry a change out and tell what it came to."""
    try:
        done = change()
    except (CorrectionError, EntityError) as error:
        raise Problem(400, _TITLE, str(error)) from error
    return {
        "correction": _told(done.correction, shown=True),
        "documents": list(done.documents),
        "quads": done.quads,
        "notes": dict(done.notes),
    }


def _checked(body: object) -> dict[str, str]:
    """Return what a client sent, where it is a correction in form."""
    if not isinstance(body, dict):
        raise Problem(400, _TITLE, 'send a JSON object such as {"kind": "wrong", "claim": "…"}')
    kind = body.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise bad_parameter("kind", str(kind), list(KINDS))
    allowed = ("kind", *KINDS[kind].needed, *KINDS[kind].more, *_NOTES)
    for name, value in body.items():
        if name not in allowed:
            raise Problem(400, _TITLE, f"a {kind} has no '{name}'", parameter=name, choices=list(allowed))
        if not isinstance(value, str):
            raise bad_parameter(name, str(value), "a text")
    for name in KINDS[kind].needed:
        if not body.get(name, "").strip():
            raise Problem(400, _TITLE, f"a {kind} needs '{name}'", parameter=name)
    return dict(body)


def _told(each: Correction, *, shown: bool) -> Json:
    """Return a correction; ``shown`` tells whether the graph shows it already."""
    members: dict[str, Any] = {
        name: getattr(each, name) or None for name in ("entity", "into", "name", "label", "type", "doc", "claim")
    }
    notes = {"date": each.date or None, "by": each.by or None, "note": each.reason or None}
    return {"number": each.id, "kind": each.kind, **members, **notes, "told": each.told(), "shown": shown}


def _merge(folder: Path, told: Mapping[str, str], notes: Mapping[str, str]) -> Amended:
    force = told.get("force") == "true"
    return amendments.merge(folder, told["entity"], told["into"], into=told["into"], force=force, **notes)


def _split(folder: Path, told: Mapping[str, str], notes: Mapping[str, str]) -> Amended:
    into, type_, doc = (told.get(name, "") for name in ("into", "type", "doc"))
    return amendments.split(folder, told["entity"], told["name"], into=into, type_=type_, doc=doc, **notes)


def _rename(folder: Path, told: Mapping[str, str], notes: Mapping[str, str]) -> Amended:
    return amendments.rename(folder, told["entity"], told.get("label", ""), type_=told.get("type", ""), **notes)


def _wrong(folder: Path, told: Mapping[str, str], notes: Mapping[str, str]) -> Amended:
    return amendments.mark_wrong(folder, told["claim"], **notes)


KINDS: Final[Mapping[str, _Kind]] = {
    MERGE: _Kind(("entity", "into"), ("force",), _merge),
    SPLIT: _Kind(("entity", "name"), ("into", "type", "doc"), _split),
    RENAME: _Kind(("entity",), ("label", "type"), _rename),
    WRONG: _Kind(("claim",), (), _wrong),
}
"""What can be corrected, and what must be said for it."""
