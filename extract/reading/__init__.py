"""From files, folders and streams to decoded documents."""

from extract.reading.bylines import Found, fill, find
from extract.reading.decoding import decode
from extract.reading.files import settled
from extract.reading.finding import find_sources
from extract.reading.readers import READERS, load_reader
from extract.reading.records import Failure, Located, Reader, Skipped
from extract.reading.sources import read_located, read_sources

__all__ = [
    "READERS",
    "Failure",
    "Found",
    "Located",
    "Reader",
    "Skipped",
    "decode",
    "fill",
    "find",
    "find_sources",
    "load_reader",
    "read_located",
    "read_sources",
    "settled",
]
