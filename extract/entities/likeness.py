"""Names of one article that are like another one there: acronyms, codes, slips, countries that act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ontology.lexicon_versions import THINGS

from .acronyms import are_initials, is_initials, stands_for
from .candidates import Candidate
from .lookup import Lookup
from .resolution import compatible, last_names, node, spelt_out
from .slips import misspelt, sounds_like
from .words import pattern, words

_ACRONYM = re.compile(r"[A-Z][a-z]*[A-Z]{1,6}s?")
_MAKERS = ("Company", "Organization")
_INITIALLED = re.compile(r"([A-Z][\w'’-]+) [A-Z]\.? ([A-Z][\w'’-]+)")
_NICKNAMED = re.compile(r"([A-Z][\w'’-]+) ?[“\"（(]([A-Z][\w .-]+)[”\"）)] ?([A-Z][\w'’ -]+)")
_SURNAME = re.compile("(?:D[aei]|Del|Della|L[aeo]|V[ao]n|Al|El|St\\.?|Mac|Dos) |[\u4e00-\u9fff]+·")
_WORDS = re.compile("[^ ·]+")
_HELD = re.compile(r"(?: (?:Corporation|Group|Holdings?|Technolog(?:ies|y)))+\Z")
_SITE = re.compile(r"(?<=\w)\.(?:ai|app|co|com|dev|io|net|org)\Z| (?:Podcast|Show)\Z", re.IGNORECASE)
_ARTICLE = re.compile("The (?=[A-Z])")
SEAT = "政府"  # what makes a country's name that of its government
_CODE_SIZE = 2  # characters of what is anybody's: B2
_RARE = 2  # mentions up to which a name may be a slip
_ACTS = 2  # times that a country acts before it is its government; once where the government is named, too


class Surface(NamedTuple):
    """A surface form of the article, its first mention, and how often it stands there."""

    text: str
    first: Candidate
    times: int


def surfaces(folded: str, chosen: Sequence[Candidate]) -> list[Surface]:
    """Return the surface forms of what an article names, in the order of their first mentions."""
    counts = Counter(folded[c.start : c.end] for c in chosen)
    firsts = {folded[c.start : c.end]: c for c in reversed(chosen)}
    return [Surface(text, firsts[text], count) for text, count in counts.items()]


def only(name: Surface, others: Iterator[Surface], folded: str) -> Iterator[tuple[str, str]]:
    """Yield the group keys of *name* and of what *others* name, where that is one thing."""
    own = node(name.first, folded)
    fits = {node(other.first, folded) for other in others} - {own}
    if len(fits) == 1:
        yield own, fits.pop()


def abbreviated(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of an acronym and of the long name that it stands for in this article."""
    longs = [n for n in names if n.text.isascii() and " " in n.text]
    for short in names if longs else ():
        if _ACRONYM.fullmatch(short.text):
            fits = (
                long
                for long in longs
                if (short.first.entry is None or long.first.entry is None)
                and compatible(short.first.type, long.first.type)
                and stands_for(short.text, long.text)
            )
            yield from only(short, fits, folded)


def spelt(folded: str, chosen: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a name and of its first letters behind it in one bracket: 存储链路（Long-haul link，LHL）."""
    for long, short in spelt_out(folded, chosen):
        letters = are_initials(folded[short.start : short.end], folded[long.start : long.end])
        if letters and compatible(long.type, short.type):
            yield node(long, folded), node(short, folded)


def abridged(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of what looks like a unit of a company but only shortens its name, or is the whole of it.

    Bessemer Ventures, Lumora Holdings; but Sony Entertainment is one of several.
    """
    for unit in chosen:
        if unit.rule == "unit" and unit.family is not None:
            surface = folded[unit.start : unit.end]
            parts, plain = _parts(surface), _HELD.sub("", surface)
            names = [name.text for name in lookup.names(unit.family)]
            if plain in names or any(parts < _parts(name) for name in names):
                yield node(unit, folded), "=" + unit.family


def _parts(name: str) -> frozenset[str]:
    """Return the words of a name, without case and plural."""
    return frozenset(word.lower().rstrip("s") for word in name.split())


def initialled(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a person named with the initial of a middle name, and without: Ada B. Colin."""
    plain = {n.text: n for n in names if n.first.type in ("", "Person")}
    for name in plain.values():
        match = _INITIALLED.fullmatch(name.text)
        other = plain.get(f"{match[1]} {match[2]}") if match is not None else None
        if other is not None:
            yield node(name.first, folded), node(other.first, folded)


def nicknamed(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a person named with a nickname in brackets, and by either: Ada (“Ad”) Colin."""
    people = {n.text: n for n in names if n.first.type in ("", "Person") and n.text[0].isascii()}
    for name in people.values():
        match = _NICKNAMED.fullmatch(name.text)
        for first in match.group(1, 2) if match is not None else ():
            if match is not None and (other := people.get(f"{first} {match[3]}")) is not None:
                yield node(name.first, folded), node(other.first, folded)


def surnamed(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of an unknown person named by a surname of two words, and of the only one called so: Le Roux."""
    people = [n for n in names if n.first.type in ("", "Person") and len(_WORDS.findall(n.text)) > 1]
    longs = [n for n in people if len(_WORDS.findall(n.text)) > 2]
    for short in people if longs else ():
        if short.first.entry is None and short not in longs:
            plain = _SURNAME.match(short.text) is not None
            given = not short.text.isascii() or short.text.partition(" ")[0].lower() in words("given")
            ends = tuple(mark + short.text for mark in " ·")
            fits = (n for n in longs if n.text.endswith(ends) and (plain or (n.first.type == "Person" and not given)))
            yield from only(short, fits, folded)


def made(
    folded: str, names: Sequence[Surface], lookup: Lookup, is_firm: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Yield group keys of an unknown thing named with its maker, and without: Huawei Lantern and Lantern.

    Args:
        folded: The folded text.
        names: The surface forms.
        lookup: The known entities.
        is_firm: Tells whether a name that nobody lists is a company's, by what is said beside it.
    """
    unknown = {n.text: n for n in names if n.first.entry is None and n.text[0].isascii()}
    firms = {n.text for n in names if n.first.type == "Company"}
    makers = tuple(n.text for n in names if n.first.type in _MAKERS)
    for name in names:
        if name.first.type == "Report" and name.first.entry is None and name.text.startswith(makers):
            rest = next(name.text.removeprefix(maker) for maker in makers if name.text.startswith(maker))
            yield from (
                (node(name.first, folded), node(n.first, folded)) for n in names if n.text == rest.lstrip(" 的")
            )
    glued = [n for n in names if n.first.type in THINGS and not n.text[0].isascii() and n.text[-1].isascii()]
    for name in glued if firms else ():  # 云川DPU, and DPU
        things = (name.text.removeprefix(maker).lstrip() for maker in firms if name.text.startswith(maker))
        same = (unknown[thing] for thing in things if thing in unknown and len(thing) > _CODE_SIZE)
        yield from ((node(other.first, folded), node(name.first, folded)) for other in same)
    for name in unknown.values():
        maker, _, thing = name.text.partition(" ")
        other = unknown.get(thing) if len(thing) > _CODE_SIZE else None
        owner = lookup.owner(maker.lower()) if other is not None else None
        if other is None:
            continue
        if maker in firms or (owner.type in _MAKERS if owner is not None else maker in unknown and is_firm(maker)):
            yield node(name.first, folded), node(other.first, folded)


def addressless(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a Latin name with the end of an address, an article or its kind, and of the same one without.

    Halmor.ai and Halmor, The Lumora 5 and Lumora 5, Hills or Lanterns Podcast and Hills or Lanterns.
    """
    latin = {n.text: n for n in names if n.text[0].isascii()}
    for name in latin.values():
        site, article = _SITE.search(name.text), _ARTICLE.match(name.text)
        plain = name.text[: site.start()] if site is not None else name.text[article.end() :] if article else ""
        other = latin.get(plain)
        unlisted = name.first.entry is None or (other is not None and other.first.entry is None)
        if other is not None and unlisted and not is_initials(plain) and compatible(name.first.type, other.first.type):
            yield node(name.first, folded), node(other.first, folded)


def addressed(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a person called by surname and title, 金教授, and of the only one of that surname."""
    people = [n for n in names if n.first.type == "Person"]
    for short in people:
        title = pattern("addressed", r"<>\Z").search(short.text)
        surname = short.text[: title.start()] if title is not None else ""
        if short.first.entry is None and surname in words("surnames"):
            fits = (n for n in people if n is not short and n.text.startswith(surname) and len(n.text) in (2, 3, 4))
            yield from only(short, (n for n in fits if pattern("addressed").search(n.text) is None), folded)


def misspellings(folded: str, names: Sequence[Surface], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of an unknown name that hardly occurs and of the one that it misspells."""
    people = [name for name in names if name.first.type == "Person"]
    latin: dict[tuple[int, str], list[Surface]] = {}  # by size and first letter, which no slip touches
    for name in names:
        latin.setdefault((len(name.text), name.text[:1].lower()), []).append(name)
    for odd in names:
        if odd.first.entry is None and odd.times <= _RARE:
            keys = ((len(odd.text) + n, odd.text[:1].lower()) for n in (-1, 0, 1))
            near = [name for key in keys for name in latin.get(key, ())] if odd.text.isascii() else people
            fits = (
                other
                for other in near
                if (other.first.entry is not None or (other.times, odd.first.start) > (odd.times, other.first.start))
                and compatible(odd.first.type, other.first.type)
                and _slip(odd, other, lookup)
            )
            yield from only(odd, fits, folded)


def _slip(odd: Surface, other: Surface, lookup: Lookup) -> bool:
    """Tell whether *odd* may be a slip for *other*, the longer or shorter of which must be known."""
    if odd.text.isascii():
        longer = odd.text.startswith(other.text)  # YouTuber is no slip, OpenA is one
        cut = longer or (other.text.startswith(odd.text) and other.first.entry is None)
        return misspelt(odd.text, other.text) and (not cut or " " in odd.text)
    foreign = _foreign(odd.text)
    known = [name.text for name in lookup.names(other.first.entry)] if other.first.entry is not None else []
    return any(sounds_like(odd.text, name, foreign) for name in (*known, other.text, *last_names(other.text)))


@lru_cache(maxsize=1024)
def _foreign(name: str) -> bool:
    return all(c in words("transliteration") for c in name if c not in "·-")


def states(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of a country and of its government, where the article says what the country decides."""
    acts: Counter[tuple[str, str]] = Counter()
    for place in chosen:
        if place.type == "Place" and place.entry is not None:
            state = lookup.owner(folded[place.start : place.end] + SEAT)
            if state is not None and _acting(folded, place):
                acts["=" + place.entry, "=" + state.id] += 1
    named = {"=" + c.entry for c in chosen if c.entry is not None and c.type == "Government"}
    yield from (pair for pair, count in acts.items() if count >= _ACTS - (pair[1] in named))


def _acting(folded: str, place: Candidate) -> bool:
    """Tell whether a country decides or does something here, rather than being where it happens."""
    if pattern("state.where", r"<>\Z").search(folded, max(0, place.start - 3), place.start):
        return False
    return pattern("state.acts").match(folded, place.end) is not None
