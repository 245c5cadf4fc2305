"""No query reaches outside of the graph: ``SERVICE`` and ``LOAD``, which Oxigraph would follow, are refused.

Oxigraph's grammar needs no space between words (``1SERVICE<x>{…}``), and takes ``<`` for an operator where others
would read an IRI. So the text is not cut into tokens for this: what looks like a call anywhere, be it in a text or a
comment, is taken for one, unless the character before it makes that impossible. On Linux the workers cannot
open connections in the first place (:mod:`graph.web.barrier`).
"""

from __future__ import annotations

import re
from typing import Final

from graph.web.problems import Problem

_BLANK: Final = r"(?:[ \t\r\n]|\#[^\r\n]*+[\r\n])*+"
_NAME: Final = r"""[^\s{}<>?$\#"'():\\]*+:(?:[^\s{}<>?$\#"'()\\]|\\.)*+"""
_IRI: Final = r"<[^<>{}\s]*+>"

_SERVICE: Final = re.compile(
    rf"""
    (?<![:?$/\#]) (?:(?<![A-Za-z_])|(?<=true)|(?<=false))  # no part of a name, a variable, a longer word, a comment
    service {_BLANK} (?:silent {_BLANK})? (?:{_IRI}|[?$]\w++|{_NAME}) {_BLANK} \{{
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LOAD: Final = re.compile(
    rf"(?:\A|(?<=[\s;>}}])) load {_BLANK} (?:silent {_BLANK})? (?:{_IRI}|{_NAME})",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_WORD: Final = re.compile("service|load", re.IGNORECASE)
_MANY: Final = 200  # each is looked at by itself


def stay_inside(sparql: str, kind: str) -> None:
    """Make sure that a query or an update reaches nothing outside of the graph.

    Args:
        sparql: The text.
        kind: ``query`` or ``update``.

    Raises:
        Problem: When it calls another service or loads something.
    """
    words = sum(1 for _ in _WORD.finditer(sparql))
    if words > _MANY:
        told = f"the words service and load occur {words} times, more than {_MANY}"
        raise Problem(403, "Nothing from outside", f"{told}: too often to see whether anything outside is called")
    found = _SERVICE.search(sparql) if words else None
    if found is None and words and kind == "update":
        found = _LOAD.search(sparql)
    if found is not None:
        line, column = sparql.count("\n", 0, found.start()) + 1, found.start() - sparql.rfind("\n", 0, found.start())
        word = found.group().split()[0][:7].upper()
        told = f"{word} at line {line}, column {column}: nothing here reaches outside of the graph"
        raise Problem(403, "Nothing from outside", told, line=line, column=column)
