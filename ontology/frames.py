"""The wording of relations and metrics, read from YAML files.

A frame says with which words the press states a relation or a figure. Its
patterns are written in a small language that ``extract.relations.patterns``
compiles; here they are only read and checked. Every frame carries examples
that must be found (``positive``) and ones that must not (``negative``); the
tests run them all. A row may also declare a relation or a metric of one's own
(see ``ontology.declared``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from .declared import METRIC_KEYS, Declared, DeclaredMetric, DeclaredRelation, declared_metric, declared_relation
from .errors import DomainError
from .vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS, Relation

_PACKAGE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LEVELS = ("raw", "phrase")
_AROUND = ("before", "after", "behind", "ahead", "exclude", "context", "afar")
_EXPRESSIONS = (*_AROUND, "counted", "uncounted", "negate", "itself")  # a metric's regular expressions
_FAMILY = re.compile(r"\{[a-z]+\}")  # {org} and the like stand for a name
_NAME = re.compile(r"[a-z]+_[a-z_]+")  # no placeholder of the pattern language has an underscore
_PLAIN = re.compile(r"[(\[{\\]")  # where a word goes on as a regular expression
_NAMED = re.compile(rf"\{{({_NAME.pattern})\}}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the entities it names (name to class), and the claims it must or must not give."""

    text: str
    entities: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RelationFrame:
    """One way of stating a relation.

    Args:
        id: Unique name, ``predicate.way``.
        predicate: The relation that it states.
        patterns: In the pattern language of ``extract.relations.patterns``.
        cues: What ``{cue}`` stands for in the patterns, and what must occur for the frame to be tried.
        level: ``raw`` sees every name; ``phrase`` sees noun phrases by their head (OpenAI的GPT-4 is a model).
        subject: Classes of the subject; empty for the relation's own domain.
        object: Classes of the object; empty for what the relation is mostly to.
        modality: Overrides what the clause says, where the wording itself settles it.
        confidence: Precision on annotated articles, 0 to 1.
        declared: The relation itself, where it is one of a person's own and not of the vocabulary.
        shipped: Whether it comes with the package, so that tests have seen its patterns to be sound.
    """

    id: str
    predicate: str
    patterns: tuple[str, ...]
    cues: tuple[str, ...] = ()
    level: str = "phrase"
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    modality: str | None = None
    confidence: float = 0.6
    positive: tuple[Example, ...] = ()
    negative: tuple[Example, ...] = ()
    declared: Relation | None = None
    shipped: bool = False

    @property
    def relation(self) -> Relation:
        """Return the relation that it states."""
        return self.declared or RELATIONS[self.predicate]


@dataclass(frozen=True, slots=True)
class MetricFrame:
    """How a metric is worded around its figure.

    Args:
        id: Unique name.
        metric: The metric, a name of the contract or one that is declared.
        units: Kinds of unit it is given in: ``money``, ``percent``, ``times``, ``count`` or a unit itself.
        before: Regular expressions for the text between the cue and the figure's start (the cue first).
        after: Regular expressions for the text right after the figure.
        subject: Classes the figure can be about, best first.
        unless: Classes whose names, where one is nearer, show that the figure is no such fact.
        counted: Regular expression for the counted noun, where the unit is a count.
        uncounted: Regular expression for counted nouns that are never the metric's: people are not counted in 台.
        negate: Regular expression: where the words around say so, the value is negative.
        exclude: Regular expression: a clause with it is about something else.
        context: Regular expression that the sentence must show somewhere.
        itself: Regular expression: a figure whose own words show it needs no cue.
        behind: Regular expression: a figure right behind such words is about something else.
        ahead: Regular expression: a figure that such words follow is about something else.
        afar: Regular expression that the words before the figure must show for a subject of an earlier sentence.
        least: The least absolute value that it can have.
        most: The greatest; 0 for none.
        confidence: Precision on annotated articles.
    """

    id: str
    metric: str
    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    counted: str = ""
    uncounted: str = ""
    negate: str = ""
    exclude: str = ""
    context: str = ""
    itself: str = ""
    behind: str = ""
    ahead: str = ""
    afar: str = ""
    least: float = 0.0
    most: float = 0.0
    confidence: float = 0.6
    positive: tuple[Example, ...] = ()
    negative: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a domain, in file and line order."""

    relations: tuple[RelationFrame, ...] = ()
    metrics: tuple[MetricFrame, ...] = ()
    declared: tuple[Declared, ...] = ()


def load_frames(folder: Path, more: Sequence[Path] = ()) -> Frames:
    """
    Read every ``*.yaml`` of *folder*, then those of a person's own.

    Args:
        folder: The folder of a domain's frames.
        more: Files, or folders of ``*.yaml`` files, with frames and declarations of one's own.

    Raises:
        DomainError: With all that is wrong, file by file.
    """
    problems: list[str] = []
    rows = [
        (f"{path.name}, frame {number} ({_called(row)})", row, path.is_relative_to(_PACKAGE))
        for path in (*sorted(folder.glob("*.yaml")), *frame_files(more))
        for number, row in enumerate(_rows(path, problems), start=1)
    ]
    declared: dict[str, Declared] = {}
    words = _all_words([(where, row) for where, row, _ in rows if "words" in row], problems)
    relations: list[RelationFrame] = []
    metrics: list[MetricFrame] = []
    rows.sort(key=lambda each: not _declares(each[1]))  # what frames refer to comes first
    for where, row, shipped in rows:
        with _noted(where, problems):
            if _declares(row):
                _declare(row, declared)
            elif "metric" in row:
                metrics.append(_metric(row, declared))
            elif "words" not in row:
                relations.append(replace(_relation(row, declared, words), shipped=shipped))
    problems += _doubles([frame.id for frame in relations] + [frame.id for frame in metrics])
    if problems:
        raise DomainError("frames with mistakes; correct them:\n  " + "\n  ".join(problems))
    return Frames(tuple(relations), tuple(metrics), tuple(declared.values()))


def frame_files(paths: Sequence[Path]) -> Iterator[Path]:
    """
    Yield the frame files that *paths* mean: themselves, or the ``*.yaml`` files of folders.

    Raises:
        DomainError: If a path means none.
    """
    for path in paths:
        found = [path] if path.is_file() else sorted(path.glob("*.yaml"))
        if not found:
            raise DomainError(f"{path}: holds no frames; give a YAML file, or a folder of *.yaml files")
        yield from found


@contextmanager
def _noted(where: str, problems: list[str]) -> Iterator[None]:
    """Note what is wrong with a row, so that the others are read all the same."""
    try:
        yield
    except KeyError as error:
        problems.append(f"{where}: has no {error.args[0]}")
    except (TypeError, ValueError) as error:
        problems.append(f"{where}: {error}")


def _declares(row: Mapping[str, Any]) -> bool:
    """Tell whether a row declares something; a frame has more keys, though its id may be forgotten."""
    return "relation" in row or ("metric" in row and set(row) <= {*METRIC_KEYS})


def _declare(row: Mapping[str, Any], declared: dict[str, Declared]) -> None:
    new = declared_relation(row) if "relation" in row else declared_metric(row)
    if declared.setdefault(new.name, new) != new:
        raise ValueError(f"{new.name!r} is declared twice, and differently")


def _called(row: Mapping[str, Any]) -> str:
    return str(next((row[key] for key in ("id", "relation", "metric", "words") if row.get(key)), "no id"))


def _all_words(rows: Sequence[tuple[str, Mapping[str, Any]]], problems: list[str]) -> dict[str, tuple[str, ...]]:
    """Return all words that are named together, those that stand among them by a name spelt out."""
    named: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    for where, row in rows:
        with _noted(where, problems):
            places.setdefault(_name_words(row, named), where)
    spelt: dict[str, tuple[str, ...]] = {}
    for name, where in places.items():
        with _noted(where, problems):
            _spell_out(name, named, spelt)
    return {**named, **spelt}


def _spell_out(
    name: str, named: Mapping[str, Sequence[str]], spelt: dict[str, tuple[str, ...]], within: tuple[str, ...] = ()
) -> None:
    """Put what is named together into *spelt*, what stands among it first; *within* are the names it is needed for."""
    if name in within:
        raise ValueError(f"words that stand among themselves: {' > '.join((*within, name))}; take one out")
    if name not in spelt:
        for other in _NAMED.findall(" ".join(_of(name, named))):
            _spell_out(other, named, spelt, (*within, name))
        spelt[name] = tuple(word for each in named[name] for word in _meant(each, spelt))


def _name_words(row: Mapping[str, Any], words: dict[str, tuple[str, ...]]) -> str:
    """Take in words that patterns name together, and return their name."""
    _known(row, {"words", "of"})
    name, alternatives = str(row["words"]), _strings(row["of"])
    if not _NAME.fullmatch(name):
        raise ValueError(f"words must be named in small letters with a _ among them, got {name!r}")
    if words.setdefault(name, alternatives) != alternatives:
        raise ValueError(f"the words {name!r} stand twice, and differently")
    return name


def _spelt(pattern: str, words: Mapping[str, Sequence[str]]) -> str:
    """Return a pattern with words in the place of their names."""
    return _NAMED.sub(lambda match: f"(?:{'|'.join(_of(match[1], words))})", pattern)


def _cues(row: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the cues of a frame; of words that are named together what each begins with: 竞争 of 竞争(?!对手)."""
    found: dict[str, None] = {}
    for cue in _strings(row.get("cues")):
        plain = [_PLAIN.split(word, maxsplit=1)[0] for word in _meant(cue, words)] if _NAMED.fullmatch(cue) else [cue]
        found.update(dict.fromkeys(plain))
    return tuple(found)


def _meant(word: str, words: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the words that *word* names together, or it alone with the words it names spelt out."""
    named = _NAMED.fullmatch(word)
    return _of(named[1], words) if named else (_spelt(word, words),)


def _of(name: str, words: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if name not in words:
        raise ValueError(f"unknown words {{{name}}}; known are {', '.join(sorted(words)) or 'none'}")
    return words[name]


def _rows(path: Path, problems: list[str]) -> list[dict[str, Any]]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  (a safe loader, either way)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.append(f"{path.name}: not YAML: {error}")
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        problems.append(f"{path.name}: expected a list of frames")
        return []
    return rows


def _doubles(ids: Sequence[str]) -> list[str]:
    return [f"frame id used twice: {id_}" for n, id_ in enumerate(ids) if id_ in ids[:n]]


def _strings(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value or ())


def _example(row: Mapping[str, Any]) -> Example:
    entities = tuple((str(name), str(kind)) for name, kind in (row.get("entities") or {}).items())
    claims = tuple(tuple(str(part) for part in claim) for claim in row.get("claims") or ())
    return Example(str(row["text"]), entities, claims)


def _examples(row: Mapping[str, Any], key: str) -> tuple[Example, ...]:
    return tuple(_example(item) for item in row.get(key) or ())


def _known(row: Mapping[str, Any], allowed: set[str]) -> None:
    if unknown := sorted(set(row) - allowed):
        raise ValueError(f"unknown keys {', '.join(unknown)}; known are {', '.join(sorted(allowed))}")


def _relation(
    row: Mapping[str, Any], declared: Mapping[str, Declared], words: Mapping[str, Sequence[str]]
) -> RelationFrame:
    _known(row, set(RelationFrame.__dataclass_fields__) - {"declared"})
    own = declared.get(str(row["predicate"]))
    frame = RelationFrame(
        id=str(row["id"]),
        predicate=str(row["predicate"]),
        patterns=tuple(_spelt(text, words) for text in _strings(row["patterns"])),
        cues=_cues(row, words),
        level=str(row.get("level", "phrase")),
        subject=_strings(row.get("subject")),
        object=_strings(row.get("object")),
        modality=row.get("modality"),
        confidence=float(row.get("confidence", 0.6)),
        positive=_examples(row, "positive"),
        negative=_examples(row, "negative"),
        declared=own.relation if isinstance(own, DeclaredRelation) else None,
    )
    if frame.declared is None and frame.predicate not in RELATIONS:
        raise ValueError(
            f"unknown relation {frame.predicate!r}; known are {', '.join(RELATIONS)}; "
            f"declare your own: - relation: {frame.predicate}, with domain and range"
        )
    if unknown := [name for name in (*frame.subject, *frame.object) if name not in CLASSES]:
        raise ValueError(f"unknown class {', '.join(unknown)}; known are {', '.join(CLASSES)}")
    if frame.modality is not None and frame.modality not in MODALITIES:
        raise ValueError(f"modality must be one of {', '.join(MODALITIES)}, got {frame.modality!r}")
    if frame.level not in LEVELS:
        raise ValueError(f"level must be one of {', '.join(LEVELS)}, got {frame.level!r}")
    return frame


def _metric(row: Mapping[str, Any], declared: Mapping[str, Declared]) -> MetricFrame:
    _known(row, set(MetricFrame.__dataclass_fields__))
    for key in _EXPRESSIONS:
        for pattern in _strings(row.get(key)):
            _check_regular(key, pattern)
    if row["metric"] not in METRICS and not isinstance(declared.get(str(row["metric"])), DeclaredMetric):
        raise ValueError(
            f"unknown metric {row['metric']!r}; known are {', '.join(METRICS)}; "
            f"declare your own: - metric: {row['metric']}, with a label"
        )
    return MetricFrame(
        id=str(row["id"]),
        metric=str(row["metric"]),
        units=_strings(row["units"]),
        before=_strings(row.get("before")),
        after=_strings(row.get("after")),
        subject=_strings(row.get("subject")),
        unless=_strings(row.get("unless")),
        counted=str(row.get("counted", "")),
        uncounted=str(row.get("uncounted", "")),
        negate=str(row.get("negate", "")),
        exclude=str(row.get("exclude", "")),
        context=str(row.get("context", "")),
        itself=str(row.get("itself", "")),
        behind=str(row.get("behind", "")),
        ahead=str(row.get("ahead", "")),
        afar=str(row.get("afar", "")),
        least=float(row.get("least", 0.0)),
        most=float(row.get("most", 0.0)),
        confidence=float(row.get("confidence", 0.6)),
        positive=_examples(row, "positive"),
        negative=_examples(row, "negative"),
    )


def _check_regular(key: str, pattern: str) -> None:
    try:
        re.compile(_FAMILY.sub(".", pattern))
    except re.error as error:
        raise ValueError(f"{key} {pattern!r} is no regular expression: {error}") from error
