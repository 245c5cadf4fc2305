"""The lexicon of known entities: reviewed TSV files, one entity a row.

Each file of the folder has a header line, is sorted by id, and has the columns
:data:`COLUMNS`. ``hans``, ``hant`` and ``en`` hold names parted by ``;``. A parent
or maker is the id of another row, in any file of the folder.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from ontology.errors import DomainError
from ontology.homographs import HOMOGRAPHS, Homograph, fold, load_homographs
from ontology.lexicon_versions import THINGS, families, several_versions

COLUMNS = ("id", "type", "label", "hans", "hant", "en", "parent", "maker", "wikidata")
TYPES = frozenset("Company Government Organization Person Model Product Chip Technology Place Report Event".split())
TWO = ("Company", "Product")  # a company and what it offers, one name for both
TWOFOLD = (";".join(TWO), ";".join(reversed(TWO)))
# Words for the whole field or for any such thing: naming them an entity would say nothing.
GENERIC = frozenset(
    "人工智能 人工智慧 ai 大模型 大语言模型 大型语言模型 语言模型 llm llms 模型 芯片 晶片 云计算 云端 "
    "科技巨头 公司 企业 政府 互联网 机器人 软件 硬件 数据 算法 算力 gpu cpu api app 平台 产品 "
    "技术 报告 大会 大学 银行 基金".split()
)
_ID = re.compile(r"[^\s<>\"{}|\\^`;\x00-\x20/?#\[\]@%]+")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LOOSE = re.compile(r"[\s\-‐‑–_·・]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known entity: its id (local name of its IRI), class, names and owner or maker."""

    id: str
    type: str
    label: str
    hans: tuple[str, ...] = ()
    hant: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    parent: str | None = None
    maker: str | None = None
    wikidata: str | None = None
    also: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """Its classes, the main one first."""
        return (self.type, self.also) if self.also else (self.type,)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Return all names with their language tags, the label first, none twice."""
        tagged = [(name, "zh-Hans") for name in self.hans]
        tagged += [(name, "zh-Hant") for name in self.hant]
        tagged += [(name, "en") for name in self.en]
        first = next((pair for pair in tagged if pair[0] == self.label), None)
        if first is None:
            first = (self.label, "zh-Hans" if _HAN.search(self.label) else "en")
        return tuple(dict.fromkeys((first, *tagged)))


@dataclass(frozen=True)
class Lexicon:
    """All known entities by id, sorted by id."""

    entries: Mapping[str, Entry]

    @cached_property
    def families(self) -> Mapping[str, str]:
        """Of what each entry is a version, by id, as its names tell: GPT-4o of GPT."""
        return families(self.entries.values())


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry as it stands in a file, and where (``file:line``)."""

    entry: Entry
    place: str


def name_key(name: str) -> str:
    """Return what two spellings of one name share: width, script, case, spaces and hyphens are ignored."""
    return _LOOSE.sub("", fold(unicodedata.normalize("NFKC", name))).casefold()


def load_lexicon(folder: Path, extra: Sequence[Path] = ()) -> Lexicon:
    """Read a folder of TSV files, then the user's own.

    Args:
        folder: The folder of the shipped ``*.tsv`` files.
        extra: TSV files of the same columns, whose rows override or extend: a value given replaces
            the old one, names are added. A row of an id already known may leave type and label empty.

    Returns:
        The lexicon.

    Raises:
        DomainError: With every mistake found, each with its file and line.
    """
    problems: list[str] = []
    rows = _read_folder(folder, problems)
    known = _unique(rows, problems)
    for path in extra:
        _extend(known, _read(path, problems, known), problems)
    problems += _dangling(known)
    if problems:
        raise DomainError("the lexicon has mistakes, please correct:\n" + "\n".join(problems))
    return Lexicon({id_: known[id_].entry for id_ in sorted(known)})


def check_lexicon(folder: Path) -> list[str]:
    """Return every problem of a lexicon folder, each with file and line; empty where all is well.

    Stricter than loading: rows must be sorted too, no name may be a generic word, the names of a row may not be
    of several versions, and a name that two entities share must have a row in the homographs file beside the
    folder, which says whose it is.
    """
    problems: list[str] = []
    rows = _read_folder(folder, problems)
    known = _unique(rows, problems)
    problems += _dangling(known) + _unsorted(rows) + _bad_names(known.values()) + _versions_together(known.values())
    beside = folder.parent / HOMOGRAPHS
    homographs = load_homographs(beside) if beside.exists() else {}
    problems += _strangers(homographs.values(), known, beside)
    return problems + _shared(known.values(), {name_key(row.name) for row in homographs.values()})


def _read_folder(folder: Path, problems: list[str]) -> list[_Row]:
    """Return the rows of all files of *folder* in the order of file names."""
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise DomainError(f"{folder}: no *.tsv file here; a lexicon is a folder of such files")
    return [row for path in paths for row in _read(path, problems)]


def _read(path: Path, problems: list[str], known: Mapping[str, _Row] | None = None) -> list[_Row]:
    """Return the rows of one file; rows of *known* ids may leave type and label empty."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DomainError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        problems.append(f"{path}:1: the header must be these columns, parted by tabs: {' '.join(COLUMNS)}")
        return []
    found: list[_Row] = []
    for number, line in enumerate(lines[1:], start=2):
        place = f"{path}:{number}"
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            problems.append(f"{place}: {len(COLUMNS)} cells expected, {len(cells)} found: {line[:60]!r}")
            continue
        wrong = list(_bad_cells(cells, optional=known is not None and cells[0] in known))
        problems += [f"{place}: {what}" for what in wrong]
        if not wrong:
            found.append(_Row(_entry(cells), place))
    return found


def _entry(cells: Sequence[str]) -> Entry:
    """Return the entry that the *cells* of a line say."""
    id_, type_, label, hans, hant, en, parent, maker, wikidata = cells
    hans_, hant_, en_ = (tuple(cell.split(";")) if cell else () for cell in (hans, hant, en))
    main, _, also = type_.partition(";")
    return Entry(id_, main, label, hans_, hant_, en_, parent or None, maker or None, wikidata or None, also)


def _bad_cells(cells: Sequence[str], optional: bool) -> Iterator[str]:
    """Say what is wrong with the cells of one line."""
    id_, type_, label, hans, hant, en, _, _, wikidata = cells
    if not _ID.fullmatch(id_):
        yield f"id {id_!r} is empty or has a character that an IRI may not have"
    if not label and not optional:
        yield "the label is empty"
    if type_ not in TYPES and type_ not in TWOFOLD and not (optional and not type_):
        yield f"unknown type {type_!r}; one of {', '.join(sorted(TYPES))}, or {' or '.join(TWOFOLD)}"
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        yield f"wikidata id {wikidata!r} is not of the form Q123"
    if any(cell != cell.strip() for cell in cells):
        yield "a cell begins or ends with white space"
    for cell in (hans, hant, en):
        names = cell.split(";") if cell else []
        if any(not name or name != name.strip() for name in names):
            yield f"a name is empty or has white space around it in {cell!r}"
        if len(set(names)) != len(names):
            yield f"a name stands twice in {cell!r}"


def _unique(rows: Iterable[_Row], problems: list[str]) -> dict[str, _Row]:
    """Return the rows by id; an id that comes again is a problem."""
    known: dict[str, _Row] = {}
    for row in rows:
        if row.entry.id in known:
            problems.append(f"{row.place}: id {row.entry.id!r} stands already at {known[row.entry.id].place}")
        known.setdefault(row.entry.id, row)
    return known


def _extend(known: dict[str, _Row], rows: Iterable[_Row], problems: list[str]) -> None:
    """Put the user's *rows* over the *known* ones."""
    seen: dict[str, str] = {}
    for row in rows:
        id_ = row.entry.id
        if id_ in seen:
            problems.append(f"{row.place}: id {id_!r} stands already at {seen[id_]}")
        seen[id_] = row.place
        known[id_] = _Row(_merged(known[id_].entry, row.entry), row.place) if id_ in known else row


def _merged(old: Entry, new: Entry) -> Entry:
    """Return *old* with the values that *new* gives, and the names of both."""
    return Entry(
        old.id,
        new.type or old.type,
        new.label or old.label,
        tuple(dict.fromkeys(old.hans + new.hans)),
        tuple(dict.fromkeys(old.hant + new.hant)),
        tuple(dict.fromkeys(old.en + new.en + ((old.label,) if not _HAN.search(old.label) else ()))),
        new.parent or old.parent,
        new.maker or old.maker,
        new.wikidata or old.wikidata,
        new.also if new.type else old.also,
    )


def _dangling(known: Mapping[str, _Row]) -> list[str]:
    """Return the rows whose parent or maker is no row, or is the row itself."""
    problems = []
    for id_, row in known.items():
        for column, target in (("parent", row.entry.parent), ("maker", row.entry.maker)):
            if target is not None and (target not in known or target == id_):
                problems.append(f"{row.place}: {column} {target!r} of {id_!r} is not the id of another row")
    return problems


def _unsorted(rows: Sequence[_Row]) -> list[str]:
    """Return the rows that stand before one of a smaller id in the same file."""
    return [
        f"{b.place}: id {b.entry.id!r} must stand before {a.entry.id!r}; rows are sorted by id"
        for a, b in pairwise(rows)
        if a.place.rpartition(":")[0] == b.place.rpartition(":")[0] and a.entry.id > b.entry.id
    ]


def _bad_names(rows: Iterable[_Row]) -> list[str]:
    """Return the names that are generic words, or that a row gives twice in one script after folding."""
    problems = []
    for row in rows:
        generic = [name for name in dict.fromkeys(name for name, _ in row.entry.names) if name_key(name) in GENERIC]
        problems += [f"{row.place}: {name!r} is a generic word and may not be a name" for name in generic]
        for names in (row.entry.hans, row.entry.hant, row.entry.en):
            keys = [name_key(name) for name in names]
            again = [name for i, name in enumerate(names) if keys[i] in keys[:i]]
            problems += [f"{row.place}: {name!r} says the same as a name before it" for name in again]
    return problems


def _versions_together(rows: Iterable[_Row]) -> list[str]:
    """Return the names that are of another version than a name before them in their row."""
    return [
        f"{row.place}: {name!r} is another version than {first!r}; give it a row of its own"
        for row in rows
        if row.entry.type in THINGS
        for name, first in several_versions(dict.fromkeys(name for name, _ in row.entry.names))
    ]


def _strangers(homographs: Iterable[Homograph], known: Mapping[str, _Row], path: Path) -> list[str]:
    """Return the homograph rows whose entity is unknown or does not have that name."""
    problems = []
    for row in homographs:
        names = known[row.entity].entry.names if row.entity in known else ()
        if name_key(row.name) not in {name_key(name) for name, _ in names}:
            problems.append(f"{path}: {row.name!r} is no name of {row.entity!r} in the lexicon")
    return problems


def _shared(rows: Iterable[_Row], resolved: set[str]) -> list[str]:
    """Return the names that two entities share and no homograph row resolves."""
    owner: dict[str, _Row] = {}
    problems = []
    for row in rows:
        for key, name in {name_key(name): name for name, _ in row.entry.names}.items():
            first = owner.setdefault(key, row)
            if first is not row and key not in resolved:
                problems.append(
                    f"{row.place}: name {name!r} of {row.entry.id!r} is also a name of {first.entry.id!r}"
                    f" ({first.place}); remove one, or say in {HOMOGRAPHS} whose it is"
                )
    return problems
