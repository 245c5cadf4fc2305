"""Claims: what a text says of whom, how much, when, how surely, and by whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ontology.frames import Frames
from ontology.wording import Wording

from ..model import Claim, CleanText, Document, Evidence, Mention, Quantity, Span, When
from .afterwards import denied_rumour, settled
from .attribution import Speakers
from .background import Background
from .backing import backed, bought
from .beginnings import Beginnings
from .dated import is_held, is_standing, when_measured, when_related
from .digest import by_item, item_starts
from .elapsed import Elapsed, outlook
from .known import Known
from .measured import Measured
from .measuring import Measurer
from .modality import modality
from .others import drop_ones_own
from .owning import is_foretelling
from .related import Related, surest
from .relating import Relater
from .repeats import share_times
from .sayers import is_aside
from .scene import Scene, phrase_scene, raw_scene
from .tables import CellScene, Tables
from .timeline import Timeline
from .timing import PAST
from .topics import Topics
from .unmade import Whose
from .weighing import mended

__all__ = ["ClaimFinder", "Completing", "Known", "Reading"]

_INHERITED = 0.9  # how sure a frame is where it had to inherit a party

_TO_COME = frozenset({"planned", "forecast", "hypothetical"})

_Spanned = TypeVar("_Spanned", Mention, Quantity, When)


class Reading(NamedTuple):
    """A sentence as it is read: whether it has names or figures, whether times, its two scenes, and its relations."""

    speaks: bool
    timed: bool
    raw: Scene
    phrase: Scene
    related: list[Related]


Completing = Callable[[Sequence[Reading]], Sequence[tuple[int, Related]]]
"""Finds what relations the readings of a document leave out, each with the index of its reading."""


class ClaimFinder:
    """Finds the claims of a document with a domain's frames."""

    def __init__(
        self, frames: Frames, wording: Wording, known: Known | None = None, complete: Completing | None = None
    ) -> None:
        """
        Prepare the frames.

        Args:
            frames: The wording of relations and metrics.
            wording: The wording of modality and attribution.
            known: What the lexicon knows of makers and owners.
            complete: Finds relations that no frame states; without it only frames count.
        """
        self._relate = Relater(frames.relations, known)
        self._measure = Measurer(frames.metrics, wording.holders)
        self._wording = wording
        self._complete = complete

    def __call__(
        self,
        document: Document,
        clean: CleanText,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        whens: Sequence[When],
        written: str | None = None,
    ) -> tuple[Claim, ...]:
        """
        Return the claims of a document in text order, each once a sentence.

        Args:
            document: The document.
            clean: Its clean text.
            sentences: Its sentences, in order.
            mentions: Its mentions, pronouns resolved to entities among them, in order.
            quantities: Its figures, in order.
            whens: Its times, in order.
            written: When it was written, if that is known.
        """
        mentions = [mention for mention in mentions if not is_aside(clean.folded, mention)]
        items = item_starts(clean.folded, sentences)
        readings = self._readings(clean, sentences, mentions, quantities, whens, items)
        if self._complete is not None:
            completed, whose = self._complete(readings), Whose.of(each for read in readings for each in read.related)
            for n, found in completed:
                if not self._relate.refutes(found, readings[n].related, whose):
                    readings[n].related.append(found)
        elapsed = Elapsed(written, self._wording, clean.folded, (reading.raw for reading in readings if reading.timed))
        raws = [reading.raw for reading in readings]
        timeline, beginnings, speakers = Timeline(), Beginnings(), Speakers(self._wording, mentions, raws)
        claims: list[Claim] = []
        tables = Tables(clean.folded, raws)
        following = [*(raw.code for raw in raws[1:]), ""][: len(raws)]
        for reading, measured, next_ in zip(
            readings, self._measured(clean, readings, mentions, tables, items), following, strict=True
        ):
            if reading.raw.span.start in items:
                timeline = Timeline()
            timeline.begin(clean.folded, reading.raw.span)
            claims += [self._quantity(document, clean, each, timeline, elapsed, speakers, next_) for each in measured]
            claims += [self._relation(document, clean, each, timeline, speakers, next_) for each in reading.related]
            if reading.timed:
                timeline.remember(reading.raw)
                for scene in (reading.raw, *tables.dated(reading.raw.span)):
                    beginnings.remember(scene)
        return tuple(sorted(share_times(claims, beginnings), key=_order))

    def _readings(
        self,
        clean: CleanText,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        whens: Sequence[When],
        items: frozenset[int],
    ) -> list[Reading]:
        """
        Return every sentence with the relations that frames find in it.

        Each step takes all sentences before the next begins: what it works with stays at hand, which is quicker.
        """
        inside = (_dealt(sentences, mentions), _dealt(sentences, quantities), _dealt(sentences, whens))
        dealt = list(zip(sentences, *inside, strict=True))
        raws = [raw_scene(clean.folded, *each) for each in dealt]
        scenes = [
            (raw, phrase_scene(clean.folded, raw) if each[1] else raw) for raw, each in zip(raws, dealt, strict=True)
        ]
        tried = [self._relate.tried(*scene) if each[1] else [] for scene, each in zip(scenes, dealt, strict=True)]
        matched = [self._relate.matches(each) for each in tried]
        topics = Topics()
        readings: list[Reading] = []
        for (span, names, figures, times), (raw, phrase), matches in zip(dealt, scenes, matched, strict=True):
            if span.start in items:
                topics = Topics()
            related = surest(self._relate.read(matches, raw, topics)) if names else []
            readings.append(Reading(bool(names or figures), bool(times), raw, phrase, related))
            if names or figures:
                topics.remember(phrase, backed(related), bought(related))
        drop_ones_own([reading.related for reading in readings])
        return readings

    def _measured(
        self,
        clean: CleanText,
        readings: Sequence[Reading],
        mentions: Sequence[Mention],
        tables: Tables,
        items: frozenset[int],
    ) -> list[list[Measured]]:
        """Return, sentence by sentence, what its figures measure."""
        parts = by_item(mentions, items)
        background = Background(next(parts))
        found: list[list[Measured]] = []
        for reading in readings:
            raw, phrase = reading.raw, reading.phrase
            if raw.span.start in items:
                background = Background(next(parts))
            self._measure.take_heading(raw.code, background)
            cells = tables.cells(raw.span) if reading.speaks else None
            if cells is not None:
                found.append([each for cell in cells for each in self._in_cell(clean.folded, cell, mentions)])
            elif reading.speaks:
                found.append(list(self._measure(clean.folded, raw, phrase, background, reading.related)))
                background.remember(raw, phrase)
            else:
                found.append([])
        return found

    def _in_cell(self, folded: str, cell: CellScene, mentions: Sequence[Mention]) -> Iterator[Measured]:
        """Yield what the figures of a table's cell measure; the quote leaves out the names over the columns."""
        for each in self._measure(folded, cell.scene, cell.scene, Background(mentions)):
            if cell.scene.place(each.subject) is not None:
                yield each._replace(quote=(max(each.quote[0], cell.told), each.quote[1]))

    def _relation(
        self,
        document: Document,
        clean: CleanText,
        found: Related,
        timeline: Timeline,
        speakers: Speakers,
        following: str,
    ) -> Claim:
        scene, frame = found.scene, found.frame
        span = (found.start, found.end)
        parties = [place for place in (scene.place(found.subject), scene.place(found.object)) if place is not None]
        held = is_held(found)
        if held or is_standing(found):
            sure = "asserted"
        else:
            sure = frame.modality or modality(self._wording, outlook(clean.folded, scene), *span, parties=parties)
        time = _unless_told(sure, scene, when_related(found, timeline, held=held))
        if time == PAST and frame.predicate == "worksFor" and sure != "denied":
            sure = "asserted"  # 将聘请前A总裁P: he was A's
        amount = (found.amount.value, found.amount.unit) if found.amount else None
        return Claim(
            doc=document.doc,
            kind="relation",
            subject=found.subject.entity,
            predicate=frame.predicate,
            object=found.object.entity,
            evidence=_evidence(document, clean, found.quote or scene.clean(found.start, found.end)),
            time=time,
            role=found.role,
            amount=amount,
            modality=settled(
                sure, frame.predicate, self._wording, scene.code, span, following, scene.place(found.object)
            ),
            attributed_to=speakers(scene, found.start, found.end),
            confidence=round(frame.confidence * (_INHERITED if found.inherited else 1.0), 3),
            rule=frame.id,
        )

    def _quantity(
        self,
        document: Document,
        clean: CleanText,
        found: Measured,
        timeline: Timeline,
        elapsed: Elapsed,
        speakers: Speakers,
        following: str,
    ) -> Claim:
        scene, quantity = found.scene, found.quantity
        over = elapsed.governs(scene, found.start, found.end)
        least, most = _signed(quantity, negative=found.negative)
        time = when_measured(found, timeline)
        sure = modality(self._wording, scene.code, found.start, found.end, figure=True, over=over)
        if sure == "asserted" and elapsed.is_ahead(scene, found.position, time):
            sure = "forecast"
        elif sure in ("forecast", "planned") and elapsed.looks_back(scene, found.position, time):
            sure = "asserted"
        if denied_rumour(scene.code, found.end, following):
            sure = "denied"
        time = _unless_told(sure, scene, time)
        return Claim(
            doc=document.doc,
            kind="quantity",
            subject=found.subject.entity,
            predicate=found.frame.metric if found.frame else "otherMetric",
            value=least,
            value_max=most,
            unit=quantity.unit,
            bound=quantity.bound,
            evidence=_evidence(document, clean, scene.clean(*found.quote)),
            time=time,
            change=found.change,
            modality=sure,
            attributed_to=speakers(scene, found.start, found.end),
            confidence=mended(found.certainty or 0.0),
            rule=found.frame.id if found.frame else "otherMetric",
        )


def _unless_told(sure: str, scene: Scene, time: str | None) -> str | None:
    """Return the *time* of a claim; none where that is only when somebody told of what is to come."""
    return None if sure in _TO_COME and is_foretelling(scene, time) else time


def _signed(quantity: Quantity, *, negative: bool) -> tuple[Decimal, Decimal | None]:
    """Return a figure's value and, of a range, its end; of a fall by 15 to 20 % the least is -20."""
    if not negative:
        return quantity.value, quantity.value_max
    if quantity.value_max is None:
        return -quantity.value, None
    return -quantity.value_max, -quantity.value


def _order(claim: Claim) -> tuple[int, int, str, str, str, str]:
    value = str(claim.value) if claim.value is not None else claim.object or ""
    return claim.evidence.start, claim.evidence.end, claim.kind, claim.subject, claim.predicate, value


def _evidence(document: Document, clean: CleanText, quote: Span) -> Evidence:
    span = clean.map.span(quote)
    return Evidence(span.start, span.end, span.of(document.text))


def _dealt(sentences: Sequence[Span], items: Sequence[_Spanned]) -> Iterator[list[_Spanned]]:
    """Yield, sentence by sentence, the names, figures or times inside; all are in text order."""
    starts, ends = [item.span.start for item in items], [item.span.end for item in items]
    at = 0
    for sentence in sentences:
        first = bisect_left(starts, sentence.start, at)
        at = bisect_right(ends, sentence.end, first)
        yield list(items[first:at])
