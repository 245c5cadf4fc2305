"""Open files that may be packed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import IO, Any, cast

from extract.errors import ReadError
from extract.reading.records import STANDARD_INPUT, Located


def open_bytes(located: Located) -> AbstractContextManager[IO[bytes]]:
    """Open the place for reading bytes, unpacked as its ending says.

    Raises:
        OSError: It cannot be opened.
        ReadError: A package that unpacks it is not installed.
    """
    if located.path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    if located.extension.endswith(".gz"):
        return cast("IO[bytes]", gzip.open(located.path))
    if located.extension.endswith(".zst"):
        return cast("IO[bytes]", io.BufferedReader(optional("zstandard", "zstd").open(located.path, "rb")))
    return located.path.open("rb")


def unpacking_errors() -> tuple[type[Exception], ...]:
    """Return what reading and unpacking raise on broken files."""
    zstandard = sys.modules.get("zstandard")
    return (ReadError, ValueError, OSError, EOFError, zlib.error, *((zstandard.ZstdError,) if zstandard else ()))


def optional(module: str, extra: str) -> Any:
    """Import a package that only some sources need.

    Raises:
        ReadError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ReadError(f"the package {module!r} is not installed: pip install 'zhitu[{extra}]'") from error
