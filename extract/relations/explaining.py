"""What a document's sentences show to the frames: which fired, which nearly fired, and what kept them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ontology.frames import Frames, RelationFrame

from ..entities.coreference import antecedents
from ..model import Analysis, Claim, Evidence, Mention, Quantity, Span, When
from .figures import Unexplained, Unmeasured
from .matching import read_match
from .patterns import class_set, compile_pattern
from .readable import readable
from .related import Related
from .relating import overlapping
from .relaxing import NearMiss, nearest_miss, stuck
from .scene import Scene, phrase_scene, raw_scene
from .topics import Topics

__all__ = ["Explained", "Fired", "NearMiss", "Told", "Unmeasured", "explain", "sentences_of"]

_Spanned = TypeVar("_Spanned", Mention, Quantity, When)


@dataclass(frozen=True, slots=True)
class Fired:
    """A pattern that matched, and the relation that it states there."""

    frame: str
    predicate: str
    pattern: str
    level: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and the patterns of its frame that matched; none where no pattern is behind it."""

    claim: Claim
    fired: tuple[Fired, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence and what was found in it.

    Args:
        number: Its number in the document, from 1.
        span: Where it stands in the clean text.
        raw: Its code string, readable.
        phrase: The same with noun phrases by their heads; empty where that is no different.
        mentions: Its names, resolved pronouns among them.
        quantities: Its figures.
        whens: Its times.
        told: Its claims.
        beaten: What fired as well, but said the same less surely.
        near: Frames that nearly fired.
        unmeasured: Figures without a metric.
    """

    number: int
    span: Span
    raw: str
    phrase: str
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    whens: tuple[When, ...]
    told: tuple[Told, ...]
    beaten: tuple[Fired, ...]
    near: tuple[NearMiss, ...]
    unmeasured: tuple[Unmeasured, ...]


def explain(
    analysis: Analysis, frames: Frames, own: Collection[str] = (), numbers: Collection[int] | None = None
) -> Iterator[Explained]:
    """
    Yield the sentences of a document in order, each with what its frames did.

    Args:
        analysis: What was read from the document with *frames*.
        frames: The frames of the domain.
        own: Ids of frames of which everything is told where one of their cues occurs, however far they are from firing.
        numbers: The sentences that are wanted; by default all.
    """
    clean = analysis.clean
    pronouns = antecedents(clean, analysis.sentences, analysis.mentions, analysis.entities)
    named = sorted([*analysis.mentions, *pronouns], key=lambda mention: mention.span)
    unmeasured, topics = Unexplained(frames.metrics), Topics()
    for number, span in enumerate(analysis.sentences, start=1):
        names, figures = _inside(named, span), _inside(analysis.quantities, span)
        times = _inside(analysis.whens, span)
        raw = raw_scene(clean.folded, span, names, figures, times)
        phrase = phrase_scene(clean.folded, raw)
        claims = _claims(analysis, span)
        if numbers is None or number in numbers:
            fired, near = _tried(frames.relations, (raw, phrase), clean.text, topics, own)
            told = tuple(Told(claim, tuple(each for each in fired if _made(each, claim))) for claim in claims)
            used = {id(each) for one in told for each in one.fired}
            shown = readable(raw, clean.text), readable(phrase, clean.text)
            yield Explained(
                number,
                span,
                shown[0],
                shown[1] if shown[1] != shown[0] else "",
                names,
                figures,
                times,
                told,
                tuple(each for each in fired if id(each) not in used),
                tuple(near),
                tuple(unmeasured(raw, clean, claims)),
            )
        if names or figures:
            _remember(topics, (raw, phrase), names, claims)


def _remember(topics: Topics, scenes: tuple[Scene, Scene], names: Iterable[Mention], claims: Iterable[Claim]) -> None:
    """Take in a sentence as the reading does: its subjects, its researchers, who gave money and who bought whom."""
    raw, phrase = scenes
    meant = {mention.entity: mention for mention in names}
    told = [(each.predicate, each.subject, each.object or "") for each in claims]
    backed = {one: meant[other] for predicate, one, other in told if predicate == "investsIn" and other in meant}
    bought = {other: meant[one] for predicate, one, other in told if predicate == "acquires" and one in meant}
    topics.teams.remember(raw)
    topics.remember(phrase, backed, bought)


def _inside(items: Sequence[_Spanned], span: Span) -> tuple[_Spanned, ...]:
    return tuple(item for item in items if span.contains(item.span))


def sentences_of(analysis: Analysis, evidence: Evidence) -> list[int]:
    """Return the numbers of the sentences, from 1, in which the evidence of a claim ends: one, or none."""
    numbered = enumerate(analysis.sentences, start=1)
    return [number for number, sentence in numbered if _holds(analysis.clean.map.span(sentence), evidence)]


def _claims(analysis: Analysis, sentence: Span) -> list[Claim]:
    span = analysis.clean.map.span(sentence)
    return [claim for claim in analysis.claims if _holds(span, claim.evidence)]


def _holds(span: Span, evidence: Evidence) -> bool:
    """Tell whether a claim is told in a sentence: there its evidence ends, which may begin in the one before."""
    return span.start < evidence.end <= span.end


def _made(fired: Fired, claim: Claim) -> bool:
    return (fired.frame, fired.subject, fired.object) == (claim.rule, claim.subject, claim.object)


def _tried(
    frames: Sequence[RelationFrame], scenes: tuple[Scene, Scene], text: str, topics: Topics, own: Collection[str]
) -> tuple[list[Fired], list[NearMiss]]:
    """Try every frame; return what fired, each once, and what nearly fired, the nearest first."""
    fired: dict[Fired, None] = {}
    silent: list[tuple[RelationFrame, NearMiss | None]] = []
    for frame in frames:
        scene = _seen(frame, scenes)
        found, vain = _fire(frame, scene, topics, text)
        fired.update(dict.fromkeys(found))
        if not found:
            silent.append((frame, vain))
    stated = {each.predicate for each in fired}
    near: list[NearMiss] = []
    for frame, vain in silent:
        mine = frame.id in own
        if mine or (frame.cues and frame.predicate not in stated):
            miss = vain or _near(frame, _seen(frame, scenes), text, whole=mine)
            near += [miss] if miss else []
    return list(fired), sorted(near, key=lambda each: (each.frame not in own, len(each.relaxed)))


def _seen(frame: RelationFrame, scenes: tuple[Scene, Scene]) -> Scene:
    return scenes[0] if frame.level == "raw" else scenes[1]


def _near(frame: RelationFrame, scene: Scene, text: str, *, whole: bool) -> NearMiss | None:
    """Return what kept a frame from firing; ``None`` where that is far, unless the *whole* is wanted."""
    if frame.cues and not any(cue in scene.code for cue in frame.cues):
        return None
    miss = nearest_miss(frame, scene, text, whole=whole)
    return stuck(frame, scene, text) if miss is None and whole else miss


def _fire(frame: RelationFrame, scene: Scene, topics: Topics, text: str) -> tuple[list[Fired], NearMiss | None]:
    """Return what a frame states in a sentence, and the first match that stated nothing."""
    found: list[Fired] = []
    vain: NearMiss | None = None
    if frame.cues and not any(cue in scene.code for cue in frame.cues):
        return found, vain
    for pattern in frame.patterns:
        for match in overlapping(compile_pattern(pattern, frame), scene.code):
            related = list(read_match(frame, scene, match, topics))
            found += [_fired(frame, pattern, each) for each in related]
            if not related and vain is None:
                place = readable(scene, text, match.start(), match.end())
                reason = _in_vain(frame, match.groupdict())
                vain = NearMiss(frame.id, frame.predicate, pattern, (), (reason,), place)
    return found, vain


def _fired(frame: RelationFrame, pattern: str, found: Related) -> Fired:
    return Fired(frame.id, frame.predicate, pattern, frame.level, found.subject.entity, found.object.entity)


def _in_vain(frame: RelationFrame, groups: dict[str, str | None]) -> str:
    """Say why a pattern that matched states nothing."""
    relation = frame.relation
    for group, role, own, ends in (
        ("s", "subject", frame.subject, relation.domain),
        ("o", "object", frame.object, relation.objects),
    ):
        if "pair" not in groups and groups.get(group) is None:
            wanted = ", ".join(own or ends)
            return f"it matches, but its {role} is inherited, and nothing before is about one ({wanted})"
    if (groups.get("s") or "") in class_set(relation.domain) and (groups.get("o") or "") in class_set(relation.range):
        return "it matches, but both parties are the same entity, or of kinds that do not go together"
    return f"it matches, but {frame.predicate} does not hold between things of these classes"
