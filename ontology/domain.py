"""A domain: everything that says what may be read and how it is worded, as data in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .declared import Declared
from .errors import DomainError
from .frames import Frames, frame_files, load_frames
from .homographs import Homograph, load_homographs
from .lexicon import Lexicon, load_lexicon
from .vocabulary import RELATIONS, Relation
from .wording import Wording, load_wording

SHIPPED = Path(__file__).parent / "ai"


@dataclass(frozen=True, slots=True)
class Domain:
    """The data of one domain, loaded; ``fingerprint`` is a hash of all of it."""

    folder: Path
    lexicon: Lexicon
    homographs: Mapping[str, Homograph]
    frames: Frames
    wording: Wording
    fingerprint: str

    @property
    def declared(self) -> tuple[Declared, ...]:
        """Return the relations that are declared beside the frames, with their labels."""
        return self.frames.declared

    @property
    def relations(self) -> dict[str, Relation]:
        """Return all relations by name: those of the vocabulary, then those that are declared."""
        return {**RELATIONS, **{each.relation.name: each.relation for each in self.declared}}


def load_domain(folder: Path | None = None, lexicons: Sequence[Path] = (), frames: Sequence[Path] = ()) -> Domain:
    """
    Load a domain, by default the AI industry that is shipped.

    Args:
        folder: The domain's folder, with ``lexicon/``, ``frames/``, ``homographs.yaml`` and ``wording.yaml``.
        lexicons: Files of your own with more entities or more names, in the lexicon's format.
        frames: Files, or folders of files, with frames of your own, and declarations of the relations that they state.

    Raises:
        DomainError: If the folder is no domain, or its data has mistakes.
    """
    folder = SHIPPED if folder is None else folder
    missing = [
        name for name in ("lexicon", "frames", "homographs.yaml", "wording.yaml") if not (folder / name).exists()
    ]
    if missing:
        raise DomainError(f"{folder} is no domain: it has no {', '.join(missing)}")
    return Domain(
        folder,
        load_lexicon(folder / "lexicon", lexicons),
        load_homographs(folder / "homographs.yaml"),
        load_frames(folder / "frames", frames),
        load_wording(folder / "wording.yaml"),
        _fingerprint(folder, (*lexicons, *frame_files(frames))),
    )


def _fingerprint(folder: Path, more: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".tsv", ".yaml", ".ttl"})
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in more:
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
