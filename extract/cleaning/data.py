"""The reviewed tables that cleaning works from (``ontology/ai/cleaning/*.tsv``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ontology.errors import DomainError


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of table *name* below its header.

    Raises:
        DomainError: A row has another number of columns than the header.
    """
    text = files("ontology").joinpath("ai", "cleaning", f"{name}.tsv").read_text("utf-8")
    lines = text.splitlines()
    width = len(lines[0].split("\t"))
    found = tuple(tuple(line.split("\t")) for line in lines[1:] if line)
    for row in found:
        if len(row) != width:
            raise DomainError(
                f"{name}.tsv: {row!r} has {len(row)} columns instead of {width}; separate them with one tab"
            )
    return found
