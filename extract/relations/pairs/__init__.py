"""Relations that no frame states: a small network and small trees judge pairs of names that stand near each other."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

import numpy as np

from . import cues, facts, network, trees
from .completing import Completer, Judges

__all__ = ["Completer", "Judges", "digest", "shipped"]

_WEIGHTS = resources.files(__package__).joinpath("weights.npz")


def digest() -> str:
    """Return what tells the shipped weights, facts and cues from any others."""
    held = (hashlib.sha256(file.read_bytes()).digest() for file in (_WEIGHTS, facts.FILE, cues.FILE))
    return hashlib.sha256(b"".join(held)).hexdigest()


@cache
def shipped() -> Judges:
    """Return the network, the trees and the facts that are shipped; ``benchmarks/train_pairs.py`` makes them."""
    with _WEIGHTS.open("rb") as file, np.load(file) as archive:
        held = {name: archive[name] for name in archive.files}
    return network.from_arrays(held), trees.from_arrays(held), facts.shipped()
