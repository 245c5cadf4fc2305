"""What must be known of a query before it runs: its form, and whether it names a dataset.

Oxigraph parses; here the text is only cut into tokens, so that a word in a string, an IRI or a comment is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from graph.web.problems import Problem

_TOKEN: Final = re.compile(
    r"""
      (?P<blank>[\s\ufeff]+|\#[^\n\r]*)
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<broken>["'][^\n\r]*)
    | (?P<variable>[?$]\w+)
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:\w(?:[\w.·-]{0,62}[\w·-])?)?:(?:[\w:·.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>\w+)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query.

    Args:
        kind: ``iri``, ``string``, ``variable``, ``name``, ``word``, ``sign`` …
        text: What stands there; words in upper case.
        start: Where it begins.
        depth: How many braces are open before it.
    """

    kind: str
    text: str
    start: int
    depth: int


def tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens of a query or an update, without spaces and comments."""
    depth = 0
    for match in _TOKEN.finditer(sparql):
        kind, text = match.lastgroup or "", match.group()
        if kind == "blank":
            continue
        if text == "}":
            depth -= 1
        yield Token(kind, text.upper() if kind == "word" else text, match.start(), depth)
        if text == "{":
            depth += 1


@dataclass(frozen=True, slots=True)
class Scan:
    """What the tokens of a query or an update tell.

    Args:
        form: The form of a query in lower case; ``select`` where it has none, and will be found malformed.
        dataset: Whether a query says itself which graphs it is about (``FROM``).
        outer: The words and braces that stand in no braces, which tell the operations of an update apart.
    """

    form: str
    dataset: bool
    outer: tuple[Token, ...]


def scan(sparql: str, most: int | None = None) -> Scan:
    """Look a query or an update over.

    Args:
        sparql: The text.
        most: How many tokens to look at; what is asked for stands at the beginning of a query.
    """
    form, dataset, outer = "", False, []
    for token in islice(tokens(sparql), most):
        if token.kind == "word":
            form = form or (token.text if token.text in _FORMS else "")
            dataset = dataset or token.text == "FROM"
        if token.depth == 0 and token.kind in {"word", "sign"}:
            outer.append(token)
    return Scan((form or "SELECT").lower(), dataset, tuple(outer))


def with_using(update: str, found: Scan, using: Sequence[str], named: Sequence[str]) -> str:
    """Return an update whose operations look for what they change in the graphs given, as the protocol lets one say.

    Args:
        update: The update.
        found: What its tokens tell.
        using: IRIs of the graphs that make up the default graph.
        named: IRIs of the named graphs.

    Raises:
        Problem: When the update says so itself.
    """
    if not using and not named:
        return update
    outer = found.outer
    if any(token.text in {"USING", "WITH"} for token in outer):
        told = "the update has USING or WITH; then using-graph-uri and using-named-graph-uri cannot be given as well"
        raise Problem(400, "Two datasets", told)
    clause = " ".join([*(f"USING <{iri}>" for iri in using), *(f"USING NAMED <{iri}>" for iri in named)])
    parts, done = [], 0
    for before, token in zip([None, *outer], outer, strict=False):
        if token.text != "WHERE":
            continue
        parts.append(update[done : token.start])
        if before is not None and before.text == "DELETE":  # the short form, of which USING is no part
            parts.append(_block(update, outer, token))
        parts.append(f" {clause} ")
        done = token.start
    return "".join([*parts, update[done:]])


def _block(update: str, outer: Sequence[Token], where: Token) -> str:
    """Return the braces after *where* with what is in them."""
    signs = [token.start for token in outer if token.start > where.start and token.text in "{}"]
    return update[signs[0] : signs[1] + 1] if len(signs) > 1 else ""
