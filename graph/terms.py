"""IRIs of entities, claims, facts, documents, evidence and runs: the same input gives the same IRI, always.

Ids become local names by percent-encoding. Letters and digits of every script stay
readable (``zd:新闻/一.txt``); everything else is escaped, ``%`` too, so that different
ids never share an IRI and the id can be read back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from extract.model import Claim
from ontology.vocabulary import PREFIXES as _VOCABULARY
from ontology.vocabulary import ZC, ZD, ZE

ZF: Final = "https://w3id.org/zhitu/fact/"
ZB: Final = "https://w3id.org/zhitu/build/"
ZR: Final = "https://w3id.org/zhitu/run/"

PREFIXES: Final = {**_VOCABULARY, "zf": ZF, "zr": ZR}
"""Every prefix that queries know and exports declare."""

_ESCAPED = re.compile(r"[^\w.~-]")
_ESCAPED_IN_PATH = re.compile(r"[^\w.~/-]")
_DOTS = re.compile(r"(?:^|(?<=/))\.{1,2}(?=/|$)")
_COMPACT: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_CLAIM_DIGITS: Final = 24  # 96 bits: a collision among a billion claims is less likely than one in 10^10


@lru_cache(maxsize=16384)
def local_name(id_: str) -> str:
    """Return *id_* as one path segment of an IRI."""
    return _without_dot_segments(_ESCAPED.sub(_escape, id_))


def path_name(id_: str) -> str:
    """Return *id_* as the path of an IRI; slashes stay."""
    return _without_dot_segments(_ESCAPED_IN_PATH.sub(_escape, id_))


def entity_iri(id_: str) -> str:
    """Return the IRI of the entity *id_*."""
    return ZE + local_name(id_)


def document_iri(doc: str) -> str:
    """Return the IRI of the document *doc*; it names the graph of the document's claims, too."""
    return ZD + path_name(doc)


def run_iri(fingerprint: str) -> str:
    """Return the IRI of the runs with one version and one set of settings."""
    return ZR + local_name(fingerprint)


def claim_iri(claim: Claim) -> str:
    """Return the IRI of *claim*: a hash of all that it says and where it stands."""
    return claim_iri_of(claim_id(claim))


def claim_iri_of(id_: str) -> str:
    """Return the IRI of the claim with the id *id_*."""
    return ZC + id_


def id_of(iri: str) -> str:
    """Return the id behind the IRI of an entity or a document."""
    for base in (ZE, ZD):
        if iri.startswith(base):
            return unquote(iri[len(base) :], errors="surrogatepass")
    raise ValueError(f"{iri} is no IRI of an entity or a document")


def digest(stated: Sequence[object], digits: int) -> str:
    """Return the first hexadecimal digits of the hash that tells *stated* from all else."""
    return hashlib.sha256(_COMPACT.encode(stated).encode("ascii")).hexdigest()[:digits]


def claim_id(claim: Claim) -> str:
    """Return the hash that names *claim*.

    How it was found (rule, confidence) is no part of it: a better rule finds the same claim.
    """
    stated = (
        claim.doc,
        claim.kind,
        claim.subject,
        claim.predicate,
        claim.object,
        plain(claim.value),
        plain(claim.value_max),
        claim.unit,
        claim.bound,
        claim.time,
        claim.role,
        claim.amount and [plain(claim.amount[0]), claim.amount[1]],
        claim.change,
        claim.modality,
        claim.attributed_to,
        claim.evidence.start,
        claim.evidence.end,
    )
    return digest(stated, _CLAIM_DIGITS)


def plain(value: Decimal | None) -> str | None:
    """Return *value* in its one plain spelling: no exponent, no needless zeros, no negative zero."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escape(match: re.Match[str]) -> str:
    """Return the percent-encoding of one character."""
    return quote(match.group(), safe="", errors="surrogatepass")


def _without_dot_segments(path: str) -> str:
    """Escape ``.`` and ``..`` as whole segments: readers of IRIs would resolve them away."""
    return _DOTS.sub(lambda match: match.group().replace(".", "%2E"), path)
