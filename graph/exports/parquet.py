"""The table of claims as Parquet, a batch of rows at a time. Needs the extra ``[parquet]``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO, Final

from graph.exports.registry import ExportError
from graph.exports.tables import CLAIMS, REAL, TEXT, WHOLE
from graph.knowledge import KnowledgeGraph

_BATCH: Final = 65_536  # rows in a row group


def parquet(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write one claim a row, the columns of ``csv`` with their types; what is not stated is null.

    Raises:
        ExportError: pyarrow is not installed.
    """
    try:
        pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow: pip install 'zhitu[parquet]'") from error
    types = {TEXT: pa.string(), WHOLE: pa.int64(), REAL: pa.float64()}
    schema = pa.schema([(name, types[kind]) for name, kind in CLAIMS.columns])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        rows = CLAIMS.rows(graph)
        while batch := list(islice(rows, _BATCH)):
            columns = zip(*batch, strict=True)
            arrays = [pa.array(_typed(values, kind), kind) for kind, values in zip(schema.types, columns, strict=True)]
            writer.write_table(pa.table(arrays, schema=schema))


def _typed(values: Iterable[Any], kind: Any) -> list[Any]:
    """Return *values* as Arrow takes them: a whole number in a column of real ones becomes one, however large."""
    real = str(kind) == "double"
    return [float(each) if real and each is not None else each for each in values]
