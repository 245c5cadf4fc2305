"""Who made the graph, with which settings: PROV-O about runs.

What is in the graph says nothing about when: the same input would else give other bytes.
When a state of the graph was built stands beside it, in the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from graph import terms
from graph.mapping import DEFAULT, IDENTIFIER, LABEL, TYPE, run_node, term

AGENT: Final = ox.NamedNode("https://w3id.org/zhitu")

_ACTIVITY: Final = term("prov:Activity")
_SOFTWARE: Final = term("prov:SoftwareAgent")
_ASSOCIATED_WITH: Final = term("prov:wasAssociatedWith")
_INFORMED_BY: Final = term("prov:wasInformedBy")
_ENDED: Final = term("prov:endedAtTime")
_VERSION: Final = term("schema:softwareVersion")
_DATE_TIME: Final = term("xsd:dateTime")


def runs_quads(fingerprints: Iterable[str]) -> Iterator[ox.Quad]:
    """Yield what is known about all runs: what did them, with which version and settings (their fingerprint)."""
    known = list(fingerprints)
    for fingerprint in known:
        yield from run_quads(fingerprint)
    if known:
        yield ox.Quad(AGENT, TYPE, _SOFTWARE, DEFAULT)
        yield ox.Quad(AGENT, LABEL, ox.Literal("zhitu", language="en"), DEFAULT)
        yield ox.Quad(AGENT, LABEL, ox.Literal("知图", language="zh-Hans"), DEFAULT)


def build_quads(built: str, version: str, fingerprints: Iterable[str]) -> Iterator[ox.Quad]:
    """Yield who made a state of the graph when, from which runs: told beside the graph, never in it.

    Args:
        built: When it was made, ``""`` where an earlier version did not note it.
        version: Version of the software.
        fingerprints: The runs.
    """
    node = ox.NamedNode(f"{terms.ZB}{terms.local_name(built or 'unknown')}")
    yield ox.Quad(node, TYPE, _ACTIVITY, DEFAULT)
    yield ox.Quad(node, _ASSOCIATED_WITH, AGENT, DEFAULT)
    if built:
        yield ox.Quad(node, _ENDED, ox.Literal(built, datatype=_DATE_TIME), DEFAULT)
        yield ox.Quad(node, _VERSION, ox.Literal(version), DEFAULT)
    for fingerprint in fingerprints:
        yield ox.Quad(node, _INFORMED_BY, run_node(fingerprint), DEFAULT)


def run_quads(fingerprint: str) -> Iterator[ox.Quad]:
    """Yield what is known about the runs with one version and one set of settings."""
    node = run_node(fingerprint)
    yield ox.Quad(node, TYPE, _ACTIVITY, DEFAULT)
    yield ox.Quad(node, LABEL, ox.Literal(f"zhitu {fingerprint}", language="en"), DEFAULT)
    yield ox.Quad(node, IDENTIFIER, ox.Literal(fingerprint), DEFAULT)
    yield ox.Quad(node, _ASSOCIATED_WITH, AGENT, DEFAULT)
