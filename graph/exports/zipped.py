"""Zip files that are the same for the same content: no date of writing, no owner, one order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # the first day that the format knows
_MODE: Final = 0o644 << 16


def zipped(files: Mapping[str, Callable[[BinaryIO], None]], out: BinaryIO) -> None:
    """Write a zip file.

    Args:
        files: Names of the files in it, each with what writes its content, in the order wanted.
        out: Where to write; it need not be seekable.
    """
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, write in files.items():
            info = ZipInfo(name, _LONG_AGO)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _MODE, 3
            with archive.open(info, "w", force_zip64=True) as file:
                write(cast("BinaryIO", file))
