"""Names of one article for one version of a model, a chip or a product: codes, ends of names, other orders of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ontology.homographs import fold
from ontology.lexicon_versions import THINGS

from .likeness import Surface, only
from .lookup import Lookup
from .resolution import compatible, node

_CODE = re.compile(r"[A-Z]{1,4}-?\d{2,5}[A-Z]{0,3}(?: (?:Pro|Max|Ultra|Plus|FE))*")
_TAIL = re.compile(r"[A-Z]\d|[A-Z][A-Za-z]+ \d[\d.]*[A-Z]{0,2}(?: [A-Z][a-z]+)?")  # of a version: K2, Opus 4, RTX 5090
_JOINT = re.compile(r"[ _-]+")
_ROUND = re.compile(r"(?<=\d)\.0(?![\d.])")
_RELEASE = re.compile(r"\d\.\d+\Z")
_SIZED = re.compile(r"([A-Za-z]+)[ -]?\d(?:\.\d)?[ -](\d{1,3}[Bb])")
_FEW = 2  # words of a name whose order tells things apart


def coded(folded: str, names: Sequence[Surface], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of what is called by the end of its name alone: NX9031 of 神玑NX9031, Venice of EPYC Venice."""
    things = [n for n in names if n.first.type in THINGS and (n.first.family or n.first.entry)]
    ending: dict[str, list[Surface]] = {}
    for thing in things:
        ending.setdefault(thing.text[-1], []).append(thing)
    for short in names if things else ():
        fits = (
            long
            for long in ending.get(short.text[-1], ())
            if short is not long and long.text.endswith(short.text) and _ends(short, long, lookup)
        )
        yield from only(short, fits, folded)


def _ends(short: Surface, long: Surface, lookup: Lookup) -> bool:
    """Tell whether *short*, with which *long* ends, is a code of it, or a known thing of the same maker."""
    before = long.text[-len(short.text) - 1]
    if short.first.entry is None:
        ends = long.first.rule == "version" and before != "-" and _TAIL.fullmatch(short.text) is not None
        fits = (ends or _CODE.fullmatch(short.text) is not None) and compatible(short.first.type, long.first.type)
        return fits and (before in " -" or not before.isascii())
    if long.first.family is None or before not in " -":
        return False
    family, known = lookup.entry(long.first.family), lookup.entry(short.first.entry)
    return known.type == long.first.type and known.maker is not None and known.maker == family.maker


def released(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a product's only release in an article and of the product: 鸿蒙OS 2.0 and 鸿蒙OS.

    A number with a point tells a release of software, which is the same thing newer; iPhone 17 is another thing than
    iPhone, and so is every version of a model.
    """
    bare = {n.first.entry for n in names if n.first.entry is not None}
    releases: dict[str, list[Surface]] = {}
    for name in names:
        if name.first.type == "Product" and name.first.family in bare:
            releases.setdefault(str(name.first.family), []).append(name)
    for family, versions in releases.items():
        if len({node(v.first, folded) for v in versions}) == 1 and _RELEASE.search(versions[0].text):
            yield node(versions[0].first, folded), "=" + family


def reordered(folded: str, names: Sequence[Surface], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of one version called by two names of what it is of, or by its words in another order.

    擎天柱V9 and Optimus V9, Claude 9 Opus and Claude Opus 9.0.
    """
    seen: dict[tuple[str, ...], Surface] = {}
    for name in names:
        if name.first.type in THINGS and (name.first.rule == "version" or name.first.entry is not None):
            for key in _parts_of_version(name, lookup):
                other = seen.setdefault(key, name)
                if other is not name:
                    yield node(name.first, folded), node(other.first, folded)


def _parts_of_version(name: Surface, lookup: Lookup) -> Iterator[tuple[str, ...]]:
    """Yield what tells a version: the words of its name, sorted; and what it is of with what follows that."""
    plain = _ROUND.sub("", fold(name.text).lower())
    words_of = _JOINT.split(plain)
    if len(words_of) > _FEW and any(character.isdigit() for character in plain):
        yield ("", *sorted(words_of))
    if name.first.rule == "version" and name.first.family:
        known = (fold(other.text).lower() for other in lookup.names(name.first.family))
        of = max((other for other in known if plain.startswith(other)), key=len, default="")
        rest = _JOINT.sub("", plain[len(of) :])
        if of and rest:
            yield name.first.family, rest


def sized(folded: str, names: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """Yield group keys of a model's size without its number, and of the only one of that size: Lumora 3 70B."""
    longs = [(match, n) for n in names if n.first.type == "Model" and (match := _SIZED.fullmatch(n.text)) is not None]
    for short in names if longs else ():
        if short.first.entry is None and short.first.type == "Model":
            fits = (n for match, n in longs if short.text.replace("-", " ").lower() == f"{match[1]} {match[2]}".lower())
            yield from only(short, fits, folded)
