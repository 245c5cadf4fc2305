"""A domain: everything that says what may be read and how it is worded, as data in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from .declared import Declared, DeclaredRelation
from .errors import DomainError
from .frames import Frames, frame_files, load_frames
from .homographs import HOMOGRAPHS, Homograph, load_homographs
from .lexicon import Lexicon, load_lexicon
from .units import Unit, load_units
from .vocabulary import LANGUAGES, RELATIONS, Relation
from .wording import Wording, load_wording

SHIPPED: Final = Path(__file__).parent / "ai"
TEMPLATE: Final = Path(__file__).parent / "template"
"""What a new domain begins with: small, commented, and a domain itself."""

SETTINGS: Final = "domain.yaml"
SHAPES: Final = "shapes.ttl"
NO_NAMES: Final = "no-names.txt"
SHARED: Final = ("frames", "lexicon")
"""What a domain may use of the shipped one, beside its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Domain:
    """The data of one domain, loaded; ``fingerprint`` is a hash of all of it. Each is equal to itself alone."""

    folder: Path
    lexicon: Lexicon
    homographs: Mapping[str, Homograph]
    frames: Frames
    wording: Wording
    units: Mapping[str, Unit]
    no_names: frozenset[str]
    fingerprint: str

    @property
    def declared(self) -> tuple[Declared, ...]:
        """Return the relations and metrics that are declared beside the frames, with their labels."""
        return self.frames.declared

    @property
    def relations(self) -> dict[str, Relation]:
        """Return all relations by name: those of the vocabulary, then those that are declared."""
        own = (each.relation for each in self.declared if isinstance(each, DeclaredRelation))
        return {**RELATIONS, **{relation.name: relation for relation in own}}


def load_domain(folder: Path | None = None, lexicons: Sequence[Path] = (), frames: Sequence[Path] = ()) -> Domain:
    """
    Load a domain, by default the AI industry that is shipped; that one is read once.

    What belongs to the language and not to an industry (the wording of modality, units, currencies, what is cleaned
    away) is shipped; a domain's own ``wording.yaml``, ``units.tsv`` and ``currencies.tsv`` add to it.

    Args:
        folder: The domain's folder: ``lexicon/`` and ``frames/``, and what it needs of ``homographs.yaml``,
            ``no-names.txt``, ``wording.yaml``, ``units.tsv``, ``currencies.tsv`` and ``domain.yaml``.
        lexicons: Files of your own with more entities or more names, in the lexicon's format.
        frames: Files, or folders of files, with frames of your own, and declarations of the relations that they state.

    Raises:
        DomainError: If the folder is no domain, or its data has mistakes.
    """
    folder = SHIPPED if folder is None or folder.resolve() == SHIPPED.resolve() else folder
    if folder == SHIPPED and not lexicons and not frames:
        return _shipped()
    return _loaded(folder, lexicons, frames)


@cache
def _shipped() -> Domain:
    return _loaded(SHIPPED, (), ())


def _loaded(folder: Path, lexicons: Sequence[Path], frames: Sequence[Path]) -> Domain:
    _check_folder(folder)
    own = None if folder == SHIPPED else folder
    lexicon, homographs = _names(folder, lexicons)
    return Domain(
        folder,
        lexicon,
        homographs,
        _frames(folder, frames),
        load_wording(SHIPPED / "wording.yaml", None if own is None else _existing(own / "wording.yaml")),
        load_units(SHIPPED, own),
        _no_names(folder / NO_NAMES),
        _fingerprint(folder, (*lexicons, *frame_files(frames))),
    )


def shared_of(folder: Path) -> frozenset[str]:
    """
    Return what a domain uses of the shipped one: the key ``shipped`` of its ``domain.yaml``.

    Raises:
        DomainError: If the file is not what it should be.
    """
    path = folder / SETTINGS
    if not path.exists():
        return frozenset()
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise DomainError(f"{path}: cannot be read as YAML: {error}") from error
    if not isinstance(data, dict) or (unknown := sorted(map(str, data.keys() - {"label", "shipped"}))):
        raise DomainError(f"{path}: must be a mapping with label and shipped" + (f", not {unknown}" if data else ""))
    assert not unknown
    label, shared = data.get("label") or {}, data.get("shipped") or []
    if not isinstance(label, dict) or not label.keys() <= {*LANGUAGES}:
        raise DomainError(f"{path}: label must give a text for each language ({', '.join(LANGUAGES)}), got {label!r}")
    if not isinstance(shared, list) or not {*map(str, shared)} <= {*SHARED}:
        raise DomainError(f"{path}: shipped must be a list of {', '.join(SHARED)}, got {shared!r}")
    return frozenset(shared)


def load_lexicon_of(folder: Path | None = None, more: Sequence[Path] = ()) -> Lexicon:
    """
    Load the lexicon of a domain alone, by default of the one that is shipped.

    Raises:
        DomainError: If the folder is no domain, or the lexicon has mistakes.
    """
    folder = SHIPPED if folder is None else folder
    _check_folder(folder)
    return _names(folder, more)[0]


def shapes_of(folder: Path) -> Path | None:
    """
    Return the file of a domain's own shapes; none where it has none.

    Raises:
        DomainError: If the folder is no domain.
    """
    _check_folder(folder)
    return _existing(folder / SHAPES)


def _check_folder(folder: Path) -> None:
    if missing := [name for name in ("lexicon", "frames") if not (folder / name).is_dir()]:
        raise DomainError(f"{folder} is no domain: it has no folder {', '.join(missing)}; zhitu new-domain makes one")


def _names(folder: Path, more: Sequence[Path]) -> tuple[Lexicon, Mapping[str, Homograph]]:
    own = _existing(folder / HOMOGRAPHS)
    homographs = load_homographs(own) if own else {}
    if "lexicon" not in shared_of(folder):
        return load_lexicon(folder / "lexicon", more), homographs
    files = sorted((folder / "lexicon").glob("*.tsv"))
    lexicon = load_lexicon(SHIPPED / "lexicon", (*files, *more))
    return lexicon, {**load_homographs(SHIPPED / HOMOGRAPHS), **homographs}


def _frames(folder: Path, more: Sequence[Path]) -> Frames:
    if "frames" in shared_of(folder):
        return load_frames(SHIPPED / "frames", (*sorted((folder / "frames").glob("*.yaml")), *more))
    return load_frames(folder / "frames", more)


def _no_names(path: Path) -> frozenset[str]:
    """Return the words of a domain that the rules would take for names, one a line; a line with # is a comment."""
    if not path.exists():
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise DomainError(f"{path}: is not UTF-8 (byte {error.start})") from error
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _existing(path: Path) -> Path | None:
    return path if path.exists() else None


def _fingerprint(folder: Path, more: Sequence[Path]) -> str:
    """Return a hash of a domain's files, of the shipped ones that every domain uses, and of *more*."""
    digest = hashlib.sha256()
    for home in dict.fromkeys((folder, SHIPPED)):
        for path in _data_files(home):
            digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in more:
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _data_files(folder: Path) -> Iterator[Path]:
    kinds = {".tsv", ".yaml", ".ttl"}
    yield from sorted(path for path in folder.rglob("*") if path.suffix in kinds or path.name == NO_NAMES)
