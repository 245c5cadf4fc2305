"""Find the names of the lexicon: one pass of an automaton over the folded text, then a look at the edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from extract.cleaning.script import fold as fold_text
from extract.cleaning.vocabulary import in_common_words
from extract.model import Name
from ontology.homographs import Homograph, fold
from ontology.lexicon import Entry, Lexicon
from ontology.lexicon_versions import THINGS

from .candidates import Candidate
from .edges import among_things, edges
from .segmenting import is_common, is_piece
from .spellings import bare, spellings
from .words import words

VERSIONED = THINGS | {"Technology"}
_PIECES = frozenset({"Company", "Organization", "Person", "Product"})  # whose short names may be pieces of words
_SHORT_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
_PEOPLE = re.compile("人(?![工类力])")  # 民主党人
_LATIN_DOT = re.compile("(?<=[a-z])·(?=[a-z])")
_REACH = 32  # characters of a name looked for within a longer one
_SITE = re.compile(r"\.(?:ai|com|io|org|net|cn|dev|co)(?![a-z0-9])")
_ROUND = frozenset({"Model", "Product"})  # of which 3 and 3.0 are one version
_WHOLE = re.compile(r"(?:.*[^\d.])?\d{1,2}")
_FRONT = re.compile(  # PTM-Mamba, d1-LLaDA: other things than those at their end; but AI-Copilot is Copilot
    r"(?<![A-Za-z0-9@._/&-])(?!(?:AI|LLM|ML|Pre|Non|Post|Anti)-)(?:[A-Z][A-Za-z0-9]{0,9}|[a-z]\d[a-z0-9]{0,3})-\Z"
)
_FRONT_MOST = 12


class Lookup:
    """The lexicon's names in an automaton.

    Args:
        lexicon: The known entities.
        homographs: Names that are words too, by their folded lower-case form.
    """

    def __init__(self, lexicon: Lexicon, homographs: Mapping[str, Homograph]) -> None:
        self._homographs = homographs
        self._owners: dict[str, list[Entry]] = {}
        self._exact: dict[str, str] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._respelt: dict[str, Entry] = {}
        self._variants: set[str] = set()
        self._add_all(lexicon.entries.values())
        for name, owners in [*self._owners.items()]:
            if owners[0].type in _ROUND and (other := _rounded(name)) and other not in self._owners:
                self._owners[other] = owners
        self._lexicon, self._entries = lexicon, lexicon.entries
        self._joints: dict[tuple[str, str | None], tuple[int, int, Entry] | None] = {}
        self._unsure = self._homographs.keys() | self._exact.keys()  # all others always mean their owner
        blocked = words("blockers") - self._owners.keys()
        self._patterns = [*sorted(self._owners.keys() - self._twofold()), *sorted(blocked)]
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._patterns or ["\0"], MATCH_KIND_LEFTMOST_LONGEST)
        self._found = [self._owners.get(name) for name in self._patterns]
        self._short = {
            name
            for name, owners in self._owners.items()
            if owners[0].type in _PIECES and _SHORT_NAME.fullmatch(name) and not is_common(name)
        }

    def entry(self, id_: str) -> Entry:
        """Return the lexicon's row of *id_*."""
        return self._entries[id_]

    def family(self, id_: str) -> str:
        """Return what the lexicon's *id_* is a version of; empty where nothing."""
        return self._lexicon.families.get(id_, "")

    def has(self, id_: str) -> bool:
        """Tell whether the lexicon has an entity of this id."""
        return id_ in self._entries

    def names(self, id_: str) -> tuple[Name, ...]:
        """Return the names of *id_* with their languages, the label first."""
        if id_ not in self._names:
            self._names[id_] = tuple(Name(text, language) for text, language in self._entries[id_].names)
        return self._names[id_]

    def owner(self, name: str) -> Entry | None:
        """Return whose name the folded, lower-case *name* is; ``None`` where nobody's."""
        owners = self._owners.get(name)
        return owners[0] if owners else None

    def owners(self, name: str) -> Sequence[Entry]:
        """Return all whose name the folded, lower-case *name* is."""
        return self._owners.get(name, ())

    def respelt(self, name: str) -> Entry | None:
        """Return whose name the Latin *name* is but for punctuation or a plural: ATT, Thinking Machine Lab."""
        return self._respelt.get(bare(name))

    def is_variant(self, word: str) -> bool:
        """Tell whether the lower-case *word* ends the name of a known model: Sonnet."""
        return word in self._variants

    def find(self, lowered: str, folded: str) -> list[Candidate]:
        """Return the names found, in order.

        A word that names its entity in one place of a text names it in the others too, unless the words
        around speak against it.

        Args:
            lowered: The folded text in lower case, of the same length.
            folded: The folded text in its own case.
        """
        lowered = _LATIN_DOT.sub("-", lowered) if "·" in lowered else lowered  # DALL·E is DALL-E
        found: list[Candidate] = []
        doubtful: list[tuple[int, int, Homograph]] = []
        shared = False
        for start, end, owners in self._hits(lowered):
            name = lowered[start:end]
            shared = shared or len(owners) > 1
            entry = owners[0] if name not in self._unsure else self._meant(owners, name, folded, start, end)
            if (
                entry is not None
                and entry.type != "Company"
                and lowered.startswith(".", end)
                and _SITE.match(lowered, end)
            ):
                continue
            if entry is not None and self._is_tail(entry, folded, start, end):
                continue
            if entry is not None:
                found.append(Candidate(start, end, entry.type, "lexicon", entry.id, 2))
            elif name in self._homographs:
                doubtful.append((start, end, self._homographs[name]))
                found += self._straddling(lowered, folded, start, end)
        found = self._settled(found, doubtful, folded) if doubtful else found
        owned = self._reowned(found, lowered) if shared else found
        return [part for candidate in owned for part in self._parts(candidate, lowered)]

    def _hits(self, lowered: str) -> Iterator[tuple[int, int, list[Entry]]]:
        """Yield where names stand whose edges are right, and whose they are."""
        for start, stop, index in self._automaton.find(lowered):
            owners = self._found[index]
            if owners is None or self._is_piece(lowered, start, stop):
                continue
            if edges(lowered, start, stop):
                yield start, stop, owners
                continue
            shorter = self._shorter(lowered, start, stop)
            if shorter is not None:
                yield start, *shorter
            yield from self._covered(lowered, shorter[0] if shorter is not None else start + 1, stop)

    def _is_piece(self, lowered: str, start: int, stop: int) -> bool:
        """Tell whether a name is but a piece of other words: 好未来 of 更美好未来."""
        return (
            lowered[start:stop] in self._short and is_piece(lowered, start, stop) and not _PEOPLE.match(lowered, stop)
        )

    def _covered(self, lowered: str, at: int, stop: int) -> Iterator[tuple[int, int, list[Entry]]]:
        """Yield names that begin in ``at..stop``, of which the automaton saw but the rest of a longer one: watsonx."""
        inside = lowered[at - 1 : stop]
        if inside.isascii() and inside.isalnum():
            return  # no name begins within a Latin word
        for start, end, index in self._automaton.find(lowered[at : stop + _REACH]):
            owners = self._found[index]
            if at + start < stop and owners is not None and edges(lowered, at + start, at + end):
                yield at + start, at + end, owners

    def _straddling(self, lowered: str, folded: str, start: int, stop: int) -> Iterator[Candidate]:
        """
        Yield the names that stand where a word is none.

        One may begin in it and end behind it, 亚马逊 of 其中亚马逊; it may begin with one, 腾讯 of 腾讯投资了.
        """
        shorter = self._shorter(lowered, start, stop)
        beginning = [] if shorter is None else [(start, *shorter)]
        behind = [hit for hit in self._covered(lowered, start + 1, stop) if hit[1] > stop]
        for begin, end, owners in [*beginning, *behind]:
            entry = self._meant(owners, lowered[begin:end], folded, begin, end)
            if entry is not None:
                yield Candidate(begin, end, entry.type, "lexicon", entry.id, 2)

    def _is_tail(self, entry: Entry, folded: str, start: int, end: int) -> bool:
        """Tell whether a thing's name is but the tail of another thing's: Mamba of PTM-Mamba; not of Mistral-Mamba."""
        if start == 0 or folded[start - 1] != "-" or entry.type not in VERSIONED:
            return False
        front = _FRONT.search(folded, max(0, start - _FRONT_MOST), start)
        if front is None or (word := front[0][:-1].lower()) in self._owners:
            return False
        return word + folded[start:end].lower() not in self._owners  # Chat-GPT

    def _reowned(self, found: list[Candidate], lowered: str) -> Iterator[Candidate]:
        """Yield *found*, where a name that several share is that of the one whom the text names in full too."""
        shared = [len(self._owners[lowered[c.start : c.end]]) > 1 for c in found]
        sure = {c.entry for c, many in zip(found, shared, strict=True) if not many}
        for candidate, many in zip(found, shared, strict=True):
            unsure = many and candidate.entry not in sure
            others = self._owners[lowered[candidate.start : candidate.end]] if unsure else []
            meant = [entry for entry in others if entry.id in sure and entry.type == candidate.type]
            yield candidate._replace(entry=meant[0].id) if len(meant) == 1 else candidate

    def _parts(self, candidate: Candidate, lowered: str) -> Iterable[Candidate]:
        """Return maker and thing where a name is both, one after the other: 英伟达A100."""
        if candidate.type not in VERSIONED:
            return (candidate,)
        name = lowered[candidate.start : candidate.end]
        key = name, candidate.entry
        if key not in self._joints:
            self._joints[key] = self._joint(name, self._entries[str(candidate.entry)])
        joint = self._joints[key]
        if joint is None:
            return (candidate,)
        size, gap, maker = joint
        middle = candidate.start + size
        first = Candidate(candidate.start, middle, maker.type, "lexicon", maker.id, 2)
        return first, candidate._replace(start=middle + gap)

    def _joint(self, name: str, entry: Entry) -> tuple[int, int, Entry] | None:
        """Return how long the maker's name is that *name* begins with, the gap after it, and the maker."""
        maker = self._entries.get(entry.maker or "")
        if maker is None or maker.type != "Company":
            return None
        for size in range(len(name) - 2, 1, -1):
            rest = name[size:].lstrip(" -")
            if maker in self._owners.get(name[:size], ()) and len(rest) > 1 and entry in self._owners.get(rest, ()):
                return size, len(name) - size - len(rest), maker
        return None

    def _twofold(self) -> set[str]:
        """Return names of maker and thing that are found one by one, and with what follows: 高通骁龙X Elite."""
        twofold: dict[str, int] = {}
        for name, (entry, *others) in self._owners.items():
            joint = self._joint(name, entry) if entry.type in VERSIONED and not others else None
            if joint is not None and name[joint[0] + joint[1] :] not in self._unsure:
                twofold[name] = joint[0]
        return {
            name
            for name, size in twofold.items()
            if all(name[:end] in twofold or name[:end] not in self._owners for end in range(size + 1, len(name)))
        }

    def _settled(
        self, found: list[Candidate], doubtful: list[tuple[int, int, Homograph]], folded: str
    ) -> list[Candidate]:
        """
        Return *found* with the doubtful words that name what they, or longer names, name elsewhere in the text.

        Or whose neighbours in a list are things: 通义千问、智谱清言、天工.
        """
        meant: dict[str | None, set[str]] = {}
        for candidate in found:
            meant.setdefault(candidate.entry, set()).add(folded[candidate.start : candidate.end])
        for start, end, row in doubtful:
            against = row.drop_if.touches(folded, start, end) or row.drop_if.surrounds(folded, start, end)
            entry = self._entries.get(row.entity)
            if against or entry is None:
                continue
            told = any(name.startswith(folded[start:end]) for name in meant.get(row.entity, ()))
            if told or (entry.type in THINGS and among_things(folded, start, end, found)):
                found.append(Candidate(start, end, entry.type, "lexicon", entry.id, 2))
        return sorted(found, key=attrgetter("start"))

    def _shorter(self, lowered: str, start: int, end: int) -> tuple[int, list[Entry]] | None:
        """Return the longest shorter name at *start* whose edges are right."""
        for stop in range(end - 1, start + 1, -1):
            owners = self._owners.get(lowered[start:stop])
            if owners is not None and edges(lowered, start, stop):
                return stop, owners
        return None

    def _meant(self, owners: list[Entry], name: str, folded: str, start: int, end: int) -> Entry | None:
        """Return whom the name means here; ``None`` where it is but a word."""
        homograph = self._homographs.get(name)
        if homograph is not None:
            if homograph.keeps(folded, start, end):
                return self._entries.get(homograph.entity, owners[0])
            others = [entry for entry in owners if entry.id != homograph.entity]
            return others[0] if others else None
        surface = folded[start:end]
        written = self._exact.get(name)
        if written is not None and surface != written and (surface.islower() or written.isupper()):
            return None
        return owners[0]

    def _add_all(self, entries: Iterable[Entry]) -> None:
        """Put the names of entities and their usual spellings in; all are folded in one go, which is much quicker."""
        named = [(entry, [name for name, _ in entry.names]) for entry in entries]
        text = "\n".join(name for _, names in named for name in names)
        kept = fold_text(text)  # 升腾 as careless writers have it, 昇腾 as texts keep it
        forms = zip(*(each.split("\n") for each in (fold(text), kept, in_common_words(kept))), strict=True)
        for entry, names in named:
            folded = [next(forms) for _ in names]
            self._add(entry, dict.fromkeys(form for each in folded for form in each))
            for plain, *_ in folded:
                if plain.isascii():
                    self._add_latin(plain, entry)

    def _add(self, entry: Entry, names: Iterable[str]) -> None:
        """Put folded *names* and their usual spellings in."""
        alone = [entry]  # one list for all of its names
        for name in names:
            for spelling in spellings(name):
                owners = self._owners.setdefault(spelling, alone)
                if owners[-1] is not entry:
                    self._owners[spelling] = [*owners, entry]

    def _add_latin(self, folded: str, entry: Entry) -> None:
        """Put in how a Latin name may be respelt, and how it is written if it is a word as well."""
        lowered = folded.lower()
        if not lowered.isalnum():
            self._add_respelt(lowered, entry)
        if lowered != folded and (lowered in words("english") or lowered in words("given")):
            self._exact[lowered] = folded

    def _add_respelt(self, name: str, entry: Entry) -> None:
        """Put in what is left of a Latin *name* in careless writing, and the variant that a model's name ends with."""
        last = re.split("[ -]", name)[-1]
        if len(plain := bare(name)) > 2 and len(last) > 1:  # Models is no Model S, and R-TX no RT-X
            self._respelt.setdefault(plain, entry)
        if entry.type == "Model" and last != name and last.isalpha() and len(last) > 3:
            self._variants.add(last)


def _rounded(name: str) -> str:
    """Return the other way to write a name that ends with a whole number: Grok 3.0 of Grok 3; empty where none."""
    if name.endswith(".0"):
        return name[:-2] if _WHOLE.fullmatch(name, 0, len(name) - 2) else ""
    return f"{name}.0" if _WHOLE.fullmatch(name) else ""
