"""Errors of reading and extracting that a person can act on."""

from ontology.errors import ZhituError


class ReadError(ZhituError):
    """A source cannot be read."""
