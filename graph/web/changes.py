"""Change a copy of a store: an update, a graph put, added to or taken away. This runs in the workers."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

import pyoxigraph as ox

from graph.lines import sorted_lines
from graph.web.answers import RDF

_BATCH: Final = 50_000


def changed(store: ox.Store, job: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Make a copy of a store that differs from it by one change; tell what it came to.

    The store itself stays as it is, and so does everything where the change fails or is killed on the way.

    Args:
        store: The store, which may be read-only.
        job: What to do (``update``, ``put``, ``post`` or ``delete``), the folder of the copy (``into``), and one for a
            copy of the store as it is (``keep``), where that is wanted.
        names: Prefixes that updates know.
    """
    into = Path(job["into"])
    _kept(store, job)
    _kept(store, {"keep": job["into"]})
    copy = ox.Store(into / "store")
    told: dict[str, Any] = {}
    if job["do"] == "update":
        copy.update(job["update"], base_iri=job["base"], prefixes=names)
    else:
        told = _graph_changed(copy, job)
    copy.flush()
    return told


def _kept(store: ox.Store, job: dict[str, Any]) -> None:
    """Make a copy of a store in a folder that is to be kept, where the job names one: mostly links, so it is quick."""
    if job.get("keep"):
        folder = Path(job["keep"])
        folder.mkdir(parents=True)
        store.backup(folder / "store")
        (folder / "in-use").touch()


def has_graph(store: ox.Store, name: ox.NamedNode | ox.DefaultGraph) -> bool:
    """Whether a store has a graph; it always has the default graph, which counts once something is in it."""
    if isinstance(name, ox.NamedNode):
        return store.contains_named_graph(name)
    return next(iter(store.quads_for_pattern(None, None, None, name)), None) is not None


def graph_name(iri: str | None) -> ox.NamedNode | ox.DefaultGraph:
    """Return the name of a graph, the default graph's where there is no IRI."""
    return ox.DefaultGraph() if iri is None else ox.NamedNode(iri)


def _graph_changed(copy: ox.Store, job: dict[str, Any]) -> dict[str, Any]:
    """Change one graph as the Graph Store Protocol says."""
    name = graph_name(job["graph"])
    there = has_graph(copy, name)
    if job["do"] == "delete":
        copy.remove_graph(name)
        return {"there": there}
    if job["do"] == "put":
        copy.clear_graph(name)
    if isinstance(name, ox.NamedNode):
        copy.add_graph(name)
    for part in job["parts"]:
        copy.load(
            BytesIO(part["text"].encode("utf-8")), format=RDF[part["format"]], base_iri=job["base"], to_graph=name
        )
    return {"there": there}


def rebased(base: ox.Store, job: dict[str, Any]) -> dict[str, Any]:
    """Carry what was changed by hand over to a graph that was built anew.

    Args:
        base: The store that the changes began with.
        job: Where the changed store is (``mine``), the new one (``theirs``), the folder of the copy (``into``), and one
            for a copy of the new one (``keep``).
    """
    into = Path(job["into"])
    theirs = ox.Store.read_only(job["theirs"])
    _kept(theirs, job)
    _kept(theirs, {"keep": job["into"]})
    copy = ox.Store(into / "store")
    added = taken = 0
    with TemporaryFile() as before, TemporaryFile() as after:
        base.dump(before, format=ox.RdfFormat.N_QUADS)
        ox.Store.read_only(job["mine"]).dump(after, format=ox.RdfFormat.N_QUADS)
        before.seek(0)
        after.seek(0)
        differing = _differing(sorted_lines(before), sorted_lines(after))
        while some := list(islice(differing, _BATCH)):
            gone, new = (list(_quads(line for line, side in some if side == which)) for which in (0, 1))
            for quad in gone:
                copy.remove(quad)
            copy.extend(new)
            added, taken = added + len(new), taken + len(gone)
    copy.flush()
    return {"added": added, "removed": taken}


def _differing(old: Iterator[bytes], new: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the lines that only one of two sorted sequences has, with 0 for the first and 1 for the second."""
    both = heapq.merge(((line, 0) for line in old), ((line, 1) for line in new))
    for _, same in groupby(both, key=itemgetter(0)):
        sides = dict.fromkeys(same)
        if len(sides) == 1:
            yield from sides


def _quads(lines: Iterator[bytes]) -> Iterator[ox.Quad]:
    yield from ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
