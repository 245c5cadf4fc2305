"""A Cypher script that loads the CSV files of the Neo4j export with ``LOAD CSV``: no admin tool, no plug-in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_TYPES: Final = {"double": "toFloat", "int": "toInteger"}
_NODES: Final = ("Entity", "Document", "Claim")
_HEAD: Final = """\
// Loads the CSV files beside this one into a running database, with nothing but Cypher:
//   cypher-shell -f load.cypher        (the files being in the import folder of the database)
// It may be run again: what is there already stays as it is.
"""


def script(
    nodes: Iterable[tuple[str, Sequence[str]]],
    classes: Iterable[str],
    relationships: Iterable[tuple[str, Sequence[str], Iterable[str]]],
) -> str:
    """
    Return the script.

    Args:
        nodes: Files of nodes, each with its header; the first column is the identity.
        classes: The classes of entities, each of which becomes a label.
        relationships: Files of relationships, each with its header and the types in it.
    """
    nodes = list(nodes)
    steps = [
        *(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{kind}) REQUIRE n.iri IS UNIQUE;" for kind in _NODES),
        *(_node(file, header) for file, header in nodes),
        *(_label(nodes[0], name) for name in classes),
        *(step for file, header, types in relationships for step in _relationships(file, header, types)),
    ]
    return _HEAD + "\n" + "\n".join(steps) + "\n"


def _node(file: str, header: Sequence[str]) -> str:
    identity, *columns = header
    parts = (column.partition(":") for column in columns if not column.startswith(":"))
    told = ", ".join(f"n.{name} = {_value(name, kind)}" for name, _, kind in parts)
    return f"{_load(file)}\nMERGE (n:{_kind(identity)} {{iri: row.`{identity}`}}) SET {told};"


def _label(entities: tuple[str, Sequence[str]], name: str) -> str:
    file, (identity, *_) = entities
    return (
        f"{_load(file)} WITH row WHERE row.`:LABEL` = 'Entity;{name}'\n"
        f"MATCH (n:Entity {{iri: row.`{identity}`}}) SET n:`{name}`;"
    )


def _relationships(file: str, header: Sequence[str], types: Iterable[str]) -> Iterator[str]:
    start, end, kind = header
    for name in types:
        yield (
            f"{_load(file)} WITH row WHERE row.`{kind}` = '{name}'\n"
            f"MATCH (a:{_kind(start)} {{iri: row.`{start}`}}), (b:{_kind(end)} {{iri: row.`{end}`}})\n"
            f"MERGE (a)-[:`{name}`]->(b);"
        )


def _load(file: str) -> str:
    return f"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row"


def _kind(column: str) -> str:
    """Return the kind of node that a column identifies: ``Entity`` of ``:START_ID(Entity)``."""
    return column.partition("(")[2].removesuffix(")")


def _value(name: str, kind: str) -> str:
    cell = f"row.`{name}:{kind}`" if kind else f"row.`{name}`"
    return f"{_TYPES[kind]}({cell})" if kind else cell
