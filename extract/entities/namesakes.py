"""Known people and firms whose name is but the surname of somebody else here: 奥迪 of 约瑟夫·奥迪."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from extract.model import Name

from .candidates import Candidate, name_key
from .person_names import says
from .resolution import last_names
from .slips import sounds_like

_KINDS = frozenset({"Person", "Company"})


def without_namesakes(
    folded: str, candidates: Sequence[Candidate], names: Callable[[str], Iterable[Name]]
) -> list[Candidate]:
    """Return *candidates*, those made the person's that the lexicon takes for somebody else of that surname.

    Args:
        folded: The folded text.
        candidates: The chosen candidates.
        names: The names of an entity of the lexicon, by its id.
    """
    full: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.type == "Person":
            for surname in last_names(folded[candidate.start : candidate.end]):
                full.setdefault(surname, candidate)
    called = [c for c in candidates if c.entry is not None and c.type in _KINDS] if full else []
    others: dict[str, list[Candidate]] = {}
    for candidate in called:
        others.setdefault(str(candidate.entry), []).append(candidate)
    taken: set[Candidate] = set()
    for id_, mentions in others.items():
        surname = folded[mentions[0].start : mentions[0].end]
        person = full.get(surname)
        if person is not None and person.entry != id_ and _is_of(folded, mentions, surname, person, names(id_)):
            taken.update(mentions)
    return [c._replace(entry=None, type="Person", rule="repeat") if c in taken else c for c in candidates]


def _is_of(folded: str, mentions: Sequence[Candidate], surname: str, person: Candidate, names: Iterable[Name]) -> bool:
    """Tell whether *mentions*, all of a surname alone, follow the full name of *person*; a firm only if it speaks."""
    if mentions[0].start < person.start or any(folded[m.start : m.end] != surname for m in mentions):
        return False
    if mentions[0].type == "Company":
        return any(says(folded, m.end) for m in mentions)
    whole = folded[person.start : person.end]
    given = name_key(whole.removesuffix(surname))
    return not any(sounds_like(whole, n.text, True) or name_key(n.text).startswith(given) for n in names)
