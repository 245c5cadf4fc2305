"""What a person corrects: names that mean one entity, or two, and claims that were read wrongly.

A file of the graph folder, one JSON object a line.

::

    {"id": 1, "kind": "merge", "entity": "幻方AI", "into": "DeepSeek", "reason": "the same firm"}
    {"id": 2, "kind": "split", "entity": "Huawei", "name": "华为云", "into": "Huawei_Cloud", "type": "Company"}
    {"id": 3, "kind": "rename", "entity": "某某科技", "label": "某某智能", "date": "2024-07-28"}
    {"id": 4, "kind": "wrong", "claim": "1dbaa91e65f2c0d99a0c6e11", "doc": "news/a.txt", "entity": "GPT-4"}

The lines are carried out in their order. They may be written by hand; blank lines count for nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from graph.errors import GraphError
from ontology.vocabulary import CLASSES

MERGE, SPLIT, RENAME, WRONG = "merge", "split", "rename", "wrong"

_NEEDED: Final = {
    MERGE: ("entity", "into"),
    SPLIT: ("entity", "name", "into"),
    RENAME: ("entity",),
    WRONG: ("claim", "doc"),
}
_MORE: Final = {MERGE: (), SPLIT: ("type", "doc"), RENAME: ("label", "type"), WRONG: ("entity",)}
_NOTES: Final = ("reason", "date", "by")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_ID = re.compile(r"[^\s<>\"{}|\\^`;\x00-\x20/?#\[\]@%]+")


class CorrectionError(GraphError):
    """A correction is not possible, or the file of corrections has mistakes."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.

    Args:
        id: Its number.
        kind: ``merge``, ``split``, ``rename`` or ``wrong``.
        entity: Id of the entity that it is about: the one that goes away, is taken apart, or gets another label.
            Wrong: whom the claim is about, for people; it changes nothing.
        into: Id of the entity that takes the mentions in.
        name: Split: the name that means another entity, in any spelling and script.
        label: Rename: the new label.
        type: Split: class of the other entity. Rename: the new class.
        doc: Split: the only document that it is about; empty for all. Wrong: the document that makes the claim.
        reason: Why, for people.
        date: When, for people.
        by: Who says so, for people.
        claim: Wrong: id of the claim as it was read, before any correction; several, where corrections made one of
            them, are parted by spaces. It does not depend on what is merged or split later.
    """

    id: int
    kind: str
    entity: str = ""
    into: str = ""
    name: str = ""
    label: str = ""
    type: str = ""
    doc: str = ""
    reason: str = ""
    date: str = ""
    by: str = ""
    claim: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """The entities that it may change."""
        if self.kind == WRONG:
            return frozenset()
        return frozenset(filter(None, (self.entity, self.into)))

    @property
    def effect(self) -> tuple[str, ...]:
        """What it does, without its number and what is said about it."""
        return self.kind, self.entity, self.into, self.name, self.label, self.type, self.doc, self.claim

    def told(self) -> str:
        """Return in words what it does."""
        if self.kind == WRONG:
            return f"{self.doc} does not say {self.claim}" + (f" of {self.entity}" if self.entity else "")
        if self.kind == MERGE:
            return f"{self.entity} is {self.into}"
        if self.kind == SPLIT:
            where = f" in {self.doc}" if self.doc else ""
            return f"{self.name}{where} is {self.into}, not {self.entity}"
        changes = (f"is called {self.label}" if self.label else "", f"is a {self.type}" if self.type else "")
        return f"{self.entity} {' and '.join(filter(None, changes))}"


Corrections = tuple[Correction, ...]


def read_corrections(path: Path) -> Corrections:
    """Return the corrections of a file, none where there is no file.

    Raises:
        CorrectionError: With every mistake found, each with its line.
    """
    return parse_corrections(corrections_text(path), str(path))


def corrections_text(path: Path) -> str:
    """Return the text of a file of corrections, empty where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: is not UTF-8 (byte {error.start})") from error


def parse_corrections(text: str, place: str) -> Corrections:
    """Return the corrections that *text* holds; *place* names it in messages.

    Raises:
        CorrectionError: With every mistake found, each with its line.
    """
    problems: list[str] = []
    found: dict[int, tuple[int, Correction]] = {}
    for number, line in _lines(text):
        wrong, correction = _parsed(line)
        if correction is not None and correction.id in found:
            wrong = [f"number {correction.id} stands already in line {found[correction.id][0]}"]
        elif correction is not None:
            found[correction.id] = number, correction
        problems += [f"{place}:{number}: {what}" for what in wrong]
    if problems:
        raise CorrectionError("the corrections have mistakes, please mend:\n" + "\n".join(problems))
    return tuple(correction for _, correction in found.values())


def with_correction(text: str, correction: Correction) -> str:
    """Return the *text* of a file with a correction added at its end; all other lines stay as they are."""
    before = text if not text or text.endswith("\n") else text + "\n"
    return before + to_line(correction) + "\n"


def without_correction(text: str, id_: int) -> str:
    """Return the *text* of a file without a correction; all other lines stay as they are."""
    lines = text.splitlines(keepends=True)
    gone = {number for number, line in _lines(text) if json.loads(line)["id"] == id_}
    return "".join(line for number, line in enumerate(lines, start=1) if number not in gone)


def to_line(correction: Correction) -> str:
    """Return a correction as a line of the file."""
    return json.dumps({key: value for key, value in asdict(correction).items() if value != ""}, ensure_ascii=False)


def is_id(text: str) -> bool:
    """Tell whether *text* may be the id of a new entity: it reads well in an IRI."""
    return _ID.fullmatch(text) is not None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, line


def _parsed(line: str) -> tuple[list[str], Correction | None]:
    """Return what is wrong with a line, or the correction that it says."""
    try:
        body: Any = json.loads(line)
    except ValueError as error:
        return [f"is not JSON ({error}): {line[:60]!r}"], None
    if not isinstance(body, dict):
        return [f"is no JSON object: {line[:60]!r}"], None
    wrong = list(_mistakes(body))
    return wrong, None if wrong else Correction(**body)


def _mistakes(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the object of a line."""
    kind = body.get("kind")
    if not isinstance(kind, str) or kind not in _NEEDED:
        yield f"kind {kind!r} is none of {', '.join(_NEEDED)}"
        return
    number = body.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        yield f"id {number!r} is no whole number from 1 on"
    allowed = {"id", "kind", *_NEEDED[kind], *_MORE[kind], *_NOTES}
    if unknown := [key for key in body if key not in allowed]:
        yield f"a {kind} has no {', '.join(map(repr, unknown))}; it has {', '.join(sorted(allowed))}"
    texts = {key: value for key, value in body.items() if key in allowed - {"id", "kind"}}
    if others := [key for key, value in texts.items() if not isinstance(value, str) or not value.strip()]:
        yield f"{', '.join(map(repr, others))} must be a text that is not empty"
        return
    yield from _missing(kind, texts)


def _missing(kind: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what a correction needs and does not say, or says wrongly."""
    if missing := [key for key in _NEEDED[kind] if key not in texts]:
        yield f"a {kind} needs {' and '.join(map(repr, missing))}"
    if kind == RENAME and not {"label", "type"} & texts.keys():
        yield "a rename needs 'label' or 'type'"
    if "into" in texts and texts.get("entity") == texts["into"]:
        yield f"{texts['into']!r} can neither be merged into nor split off from itself"
    if "type" in texts and texts["type"] not in CLASSES:
        yield f"type {texts['type']!r} is none of {', '.join(CLASSES)}"
    if "date" in texts and not _DATE.fullmatch(texts["date"]):
        yield f"date {texts['date']!r} is no day, month or year, such as 2024-07-28"


def next_number(corrections: Sequence[Correction]) -> int:
    """Return the number of the next correction."""
    return max((each.id for each in corrections), default=0) + 1
