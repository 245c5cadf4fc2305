"""Check a domain as strictly as the shipped one is tested: its names, its frames, and every example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.declared import Declared
from ontology.domain import NO_NAMES, SHIPPED, Domain, shared_of
from ontology.errors import FrameError
from ontology.frames import Frames, MetricFrame, RelationFrame, load_frames
from ontology.homographs import HOMOGRAPHS, Homograph, fold, homograph_key, load_homographs
from ontology.lexicon import check_lexicon, name_key
from ontology.lexicon_files import check_own

from .relations.examples import Measuring, failures
from .relations.patterns import compile_pattern

_LABELLED = ("zh-Hans", "en")


def check_domain(domain: Domain) -> list[str]:
    """Return every problem of a domain that is loaded, each with what to do; empty where all is well.

    What a domain uses of the shipped one is taken to be right.
    """
    shipped = load_frames(SHIPPED / "frames") if "frames" in shared_of(domain.folder) else Frames()
    relations = [frame for frame in domain.frames.relations if frame not in shipped.relations]
    metrics = [frame for frame in domain.frames.metrics if frame not in shipped.metrics]
    problems = [*_names(domain), *_declared(domain.declared, [*relations, *metrics])]
    measuring = Measuring(domain)
    for frame in relations:
        problems += [*_examples(frame), *(_patterns(frame) or failures(frame))]
    for metric in metrics:
        problems += [*_examples(metric), *measuring.failures(metric)]
    return problems


def _names(domain: Domain) -> Iterator[str]:
    """Yield what is wrong with the lexicon and the homographs."""
    path = domain.folder / HOMOGRAPHS
    homographs = load_homographs(path).values() if path.exists() else ()
    if "lexicon" in shared_of(domain.folder):
        files = sorted((domain.folder / "lexicon").glob("*.tsv"))
        yield from check_own(files, SHIPPED / "lexicon", homographs)
    else:
        yield from check_lexicon(domain.folder / "lexicon")
    names = {name_key(name): entry.id for entry in domain.lexicon.entries.values() for name, _ in entry.names}
    for word in sorted(domain.no_names):
        if name_key(word) in names:
            yield f"{NO_NAMES}: {word!r} is a name of {names[name_key(word)]!r}; a homographs row says when it is none"
    for row in homographs:
        yield from (f"{path}: {problem}" for problem in _homograph(row))


def _homograph(row: Homograph) -> Iterator[str]:
    if not row.examples:
        yield f"{row.name!r} has no example; write one with the name in [brackets], to keep or to drop"
    for text, kept in row.examples:
        start, end = text.find("["), text.find("]") - 1
        plain = fold(text.replace("[", "").replace("]", ""))
        if start < 0 or homograph_key(plain[start:end]) != homograph_key(row.name):
            yield f"the example {text!r} must have [{row.name}] in it"
        elif row.keeps(plain, start, end) is not kept:
            yield f"the example {text!r} must be {'kept' if kept else 'dropped'}, and is not; change a pattern"


def _declared(declared: Iterable[Declared], frames: Iterable[RelationFrame | MetricFrame]) -> Iterator[str]:
    stated = {frame.predicate if isinstance(frame, RelationFrame) else frame.metric for frame in frames}
    for each in declared:
        if missing := [language for language in _LABELLED if language not in dict(each.labels)]:
            yield f"{each.name}: has no label in {', '.join(missing)}"
        if each.name not in stated:
            yield f"{each.name}: is declared, but no frame states it; write one, or take it out"


def _examples(frame: RelationFrame | MetricFrame) -> Iterator[str]:
    if not frame.positive:
        yield f"{frame.id}: needs a positive example, a sentence that it must find"
    if not frame.negative:
        yield f"{frame.id}: needs a negative example, a sentence that it must leave alone"
    if not 0 < frame.confidence < 1:
        yield f"{frame.id}: confidence must be above 0 and below 1, got {frame.confidence:g}"
    for example in (*frame.positive, *frame.negative):
        if strangers := [name for name, _ in example.entities if name not in example.text]:
            yield f"{frame.id}: the example {example.text} does not have {', '.join(strangers)} in it"


def _patterns(frame: RelationFrame) -> list[str]:
    """Return what is wrong with a frame's patterns."""
    problems = []
    for pattern in frame.patterns:
        try:
            compile_pattern(pattern, frame)
        except FrameError as error:
            problems.append(str(error))
    return problems
