"""The test suites of the W3C, as they are read from their manifests."""

from __future__ import annotations

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from tests.shared import SHARED, needs_shared

SUITES = SHARED / "suites" / "w3c" / "sparql" / "sparql11"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")

__all__ = ["MF", "RDF", "RDFS", "SUITES", "Manifest", "entries", "manifest", "needs_shared"]


class Manifest(rdflib.Graph):
    """A manifest."""

    def one(self, subject: Node, predicate: Node) -> Node:
        """Return the one value that there must be."""
        value = self.value(subject, predicate)
        assert value is not None, (subject, predicate)
        return value

    def many(self, subject: Node, predicate: Node) -> list[Node]:
        """Return the members of a list."""
        return list(Collection(self, self.one(subject, predicate)))


def manifest(suite: str) -> Manifest:
    """Return the manifest of a suite."""
    found = Manifest()
    found.parse(SUITES / suite / "manifest.ttl")
    return found


def entries(suite: str) -> list[str]:
    """Return the names of the tests of a suite, in their order; none where the suites are not there."""
    if not (SUITES / suite / "manifest.ttl").is_file():
        return []
    read = manifest(suite)
    first = next(read.subjects(RDF.type, MF.Manifest))
    return [str(entry).rpartition("#")[2] for entry in read.many(first, MF.entries)]
