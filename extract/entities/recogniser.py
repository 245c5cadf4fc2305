"""From clean text to mentions resolved to entities."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from extract.model import CleanText, Document, Entity, Mention, Span
from ontology.homographs import Homograph, fold
from ontology.lexicon import Entry, Lexicon

from .assembly import assembled
from .broadcasts import broadcasts
from .candidates import ALNUM, Candidate, choose, free
from .classing import votes_of
from .ellipses import Ellipses
from .enumerations import enumerated
from .firms import firms
from .grouping import grouped
from .latin import shapes
from .latin_people import latin_people
from .listed_people import listed_people
from .lookup import Lookup
from .namesakes import without_namesakes
from .offices import bare_offices, lone_offices
from .organisations import organisations, units
from .people import people
from .placed import placed
from .posts import posted
from .processes import processes
from .resolution import Groups, compatible, last_names, node, reclaimed
from .segmenting import stands
from .short_firms import glossed, goes_on, short_firms
from .things import coded
from .titles import codes, introduced, quotations, quoted, titled
from .triggers import triggers
from .versions import versions
from .ways import ways

_SPREAD = frozenset(
    "transliteration gloss title says address post suffix government list firm ticker quoted branch alias coded".split()
)
_TOLD = 2  # points of the words beside a name that say of which class it is
Notes = Counter[str]


class Recogniser:
    """Finds the entities that a text names.

    Args:
        lexicon: The known entities.
        homographs: Names that are words too, by folded lower-case name.
        no_names: Words that the rules would take for names and that are none.
    """

    def __init__(
        self, lexicon: Lexicon, homographs: Mapping[str, Homograph], no_names: Collection[str] = frozenset()
    ) -> None:
        self._lookup = Lookup(lexicon, homographs)
        self._ellipses = Ellipses(lexicon.entries, self._lookup)
        self._no_names = frozenset(lower(fold(word)) for word in no_names)

    def __call__(
        self,
        document: Document,
        clean: CleanText,
        sentences: Sequence[Span],  # noqa: ARG002
    ) -> tuple[tuple[Mention, ...], tuple[Entity, ...], Notes]:
        """Return the mentions in text order, one entity per id, and what was left out and how often."""
        notes: Notes = Counter()
        folded = clean.folded
        named = _apart(self._candidates(folded), codes(folded))
        chosen = choose(_outside(named, clean))
        lists = [*enumerated(folded, chosen), *listed_people(folded, chosen)]
        more = self._unlisted(folded, lower(folded), lists)
        chosen = choose([*chosen, *(c for c in more if free(chosen, c.start, c.end))])
        chosen = reclaimed(folded, chosen, self._lookup.names)
        chosen = without_namesakes(folded, chosen, self._lookup.names)
        groups, types = grouped(folded, chosen, self._lookup)
        kept = []
        for candidate, type_ in zip(chosen, types, strict=True):
            if type_:
                kept.append(candidate if candidate.type == type_ else candidate._replace(type=type_))
            else:
                notes[f"unsure names ({candidate.rule})"] += 1
        kept = sorted([*kept, *_spread(folded, kept, groups, clean)], key=attrgetter("start"))
        kept = sorted([*kept, *_outside(bare_offices(folded, kept, self._lookup), clean)], key=attrgetter("start"))
        kept = sorted([*kept, *_outside(lone_offices(folded, kept), clean)], key=attrgetter("start"))
        mentions, entities = assembled(document, clean, kept, groups, self._lookup)
        return mentions, entities, notes

    def _candidates(self, folded: str) -> list[Candidate]:
        """Return all candidates of all rules, overlapping."""
        lowered = lower(folded)
        found = self._lookup.find(lowered, folded)
        cues = list(triggers(folded))
        latin = (
            shapes(folded, found, self._lookup),
            versions(folded, found),
            coded(folded, found),
            latin_people(folded, cues, found),
        )
        chinese = (
            people(folded, cues, found),
            posted(folded, found),
            organisations(folded, cues, found),
            firms(folded, cues, found),
            units(folded, found),
            placed(folded, found, self._lookup),
            ways(folded, found),
        )
        marked = (titled(folded), broadcasts(folded, found), quoted(folded), quotations(folded), introduced(folded))
        unlisted = self._unlisted(folded, lowered, (c for rule in (*latin, *chinese, *marked) for c in rule))
        return [*processes(folded, self._lookup), *found, *self._ellipses(folded, found), *unlisted]

    def _unlisted(self, folded: str, lowered: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates, without words that are no names, here or anywhere.

        A shape alone does not bring back a name that is but a word here.

        Where more than its shape speaks for such a word (a list, a title, what it is said to be), it is the
        lexicon's entity.
        """
        for candidate in candidates:
            surface = lowered[candidate.start : candidate.end]
            if surface in self._no_names:
                continue
            owner = self._lookup.owner(_as_listed(surface))
            if owner is None:
                latin = candidate.rule.startswith("shape") and surface.isascii()
                same = self._lookup.respelt(surface) if latin else None
                known = same is not None and compatible(candidate.type, same.type)
                yield candidate._replace(type=same.type, entry=same.id) if same is not None and known else candidate
            elif self._is_meant(folded, candidate, owner):
                yield candidate._replace(type=owner.type, entry=owner.id)

    def _is_meant(self, folded: str, candidate: Candidate, owner: Entry) -> bool:
        """Tell whether a word is the name of *owner* here: by its rule, or by the words right beside it."""
        if not candidate.rule.startswith("shape"):
            return compatible(candidate.type, owner.type)
        surface = folded[candidate.start : candidate.end]
        written = any(name.text == surface for name in self._lookup.names(owner.id))
        return written and votes_of(folded, [candidate._replace(type="")])[owner.type] >= _TOLD


def _as_listed(surface: str) -> str:
    """Return a lower-case name as the lexicon has it: brown大学 is brown university."""
    stem = surface.removesuffix("大学")
    return f"{stem.rstrip()} university" if stem != surface and stem.isascii() else surface


def lower(text: str) -> str:
    """Return *text* in lower case, of the same length (İ alone would grow)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _outside(candidates: Iterable[Candidate], clean: CleanText) -> Iterable[Candidate]:
    """Return the candidates that touch no boilerplate."""
    return _apart(candidates, sorted((aside.span.start, aside.span.end) for aside in clean.asides))


def _apart(candidates: Iterable[Candidate], places: Sequence[tuple[int, int]]) -> Iterable[Candidate]:
    """Return the candidates that touch none of the disjoint *places*, which are in order."""
    starts = [start for start, _ in places]
    return (c for c in candidates if not _touches(places, bisect_left(starts, c.end), c)) if places else candidates


def _touches(places: Sequence[tuple[int, int]], at: int, candidate: Candidate) -> bool:
    """Tell whether the last of the disjoint *places* that begins before *at* touches the candidate."""
    return at > 0 and places[at - 1][1] > candidate.start


def _spread(folded: str, kept: Sequence[Candidate], groups: Groups, clean: CleanText) -> Iterator[Candidate]:
    """Yield further places where an accepted name stands: whole, as a surname, or as a firm's without its trade."""
    short = short_firms(folded, kept)
    names = {**short, **_repeated(folded, kept, groups)}
    taken = list(kept)
    for text in sorted(names, key=lambda name: (-len(name), name)):
        source = names[text]
        for place in _places(folded, text):
            if free(taken, place, place + len(text)) and _is_alone(folded, place, text, source, text in short):
                found = source._replace(start=place, end=place + len(text), rule="repeat")
                groups.join(node(found, folded), node(source, folded))
                if (other := glossed(folded, found, kept)) is not None:
                    groups.join(node(source, folded), node(other, folded))
                if groups.find(node(found, folded)) == groups.find(node(source, folded)):
                    taken.append(found)
                    taken.sort(key=attrgetter("start"))
                    yield from _outside([found], clean)


def _repeated(folded: str, kept: Sequence[Candidate], groups: Groups) -> dict[str, Candidate]:
    """Return the names to look for elsewhere; not a surname that two people have."""
    names: dict[str, Candidate] = {}
    bearers: dict[str, set[str]] = {}
    for candidate in sorted(kept, key=lambda c: c.rule == "post"):  # the surer rules first
        text = folded[candidate.start : candidate.end]
        if candidate.rule in _SPREAD or candidate.rule.startswith("cue-"):
            names.setdefault(text, candidate)
        if candidate.type == "Person":
            for short in last_names(text):
                names.setdefault(short, candidate)
                bearers.setdefault(short, set()).add(groups.find(node(candidate, folded)))
    return {text: candidate for text, candidate in names.items() if len(bearers.get(text, ())) < 2}


def _is_alone(folded: str, place: int, text: str, source: Candidate, short: bool) -> bool:
    """Tell whether a name stands at *place*, not a piece of other words or, where it is *short*, of another name."""
    if short:
        return stands(folded, place, place + len(text)) and not goes_on(folded, place + len(text))
    guessed = len(text) == 2 and (source.rule in ("list", "post") or source.rule.startswith("cue-"))
    return not guessed or stands(folded, place, place + len(text))


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where *name* stands, not within a longer Latin word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        left = name[0] in ALNUM and at > 0 and text[at - 1] in ALNUM
        right = name[-1] in ALNUM and end < len(text) and text[end] in ALNUM
        if not left and not right:
            yield at
        at = text.find(name, end)
