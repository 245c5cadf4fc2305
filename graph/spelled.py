"""The terms that quads are made of, as N-Quads write them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from graph import terms
from graph.nquads import iri, string, typed


def spelled(name: str) -> str:
    """Return the term of a prefixed name."""
    prefix, _, local = name.partition(":")
    return iri(terms.PREFIXES[prefix] + local)


_INTEGER: Final = spelled("xsd:integer")
_DECIMAL: Final = spelled("xsd:decimal")
_DOUBLE: Final = spelled("xsd:double")
TRUE: Final = typed("true", spelled("xsd:boolean"))
_TIMES: Final = (
    (re.compile(r"\d{4}"), spelled("xsd:gYear")),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), spelled("xsd:gYearMonth")),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"), spelled("xsd:date")),
)
_DECIMAL_LIMIT: Final = Decimal(10) ** 20  # engines keep decimals in 128 bits
_DECIMAL_DIGITS: Final = 18  # ... with so many digits behind the point


@lru_cache(maxsize=65536)
def entity(id_: str) -> str:
    """Return the term of an entity."""
    return iri(terms.entity_iri(id_))


def document(doc: str) -> str:
    """Return the term of a document, which names its graph as well."""
    return iri(terms.document_iri(doc))


def claim(id_: str) -> str:
    """Return the term of a claim, by its id."""
    return iri(terms.claim_iri_of(id_))


def evidence(document: str, start: int, end: int) -> str:
    """Return the term of a quote: that of its *document* with a character range (RFC 5147)."""
    return f"{document[:-1]}#char={start},{end}>"


def amount(claim: str) -> str:
    """Return the term of the amount that a *claim* states."""
    return f"{claim[:-1]}#amount>"


def fact(id_: str) -> str:
    """Return the term of a fact, by its id."""
    return iri(terms.ZF + id_)


@lru_cache(maxsize=1024)
def vocabulary(name: str) -> str:
    """Return the term of a class, relation, metric or modality."""
    return iri(terms.PREFIXES["zt"] + terms.local_name(name))


def count(number: int) -> str:
    """Return an ``xsd:integer``."""
    return f'"{number}"^^{_INTEGER}'


@lru_cache(maxsize=4096)
def number(value: Decimal) -> str:
    """Return an ``xsd:decimal``, or an ``xsd:double`` where a decimal of SPARQL engines would overflow."""
    text = terms.plain(value) or "0"
    if abs(value) < _DECIMAL_LIMIT and len(text.partition(".")[2]) <= _DECIMAL_DIGITS:
        return typed(text, _DECIMAL)
    return typed(text, _DOUBLE)


@lru_cache(maxsize=4096)
def time(value: str) -> str:
    """Return a year, month or day with its type, anything else (a quarter, ``past``) as a plain string."""
    for pattern, datatype in _TIMES:
        if pattern.fullmatch(value):
            return typed(value, datatype)
    return string(value)
