"""The one error base, in the lowest room so that every room can use it."""


class ZhituError(Exception):
    """Base of all errors of this project: says what was wrong, the value, and what to do."""


class DomainError(ZhituError):
    """The data of a domain (lexicon, frames, shapes) is wrong."""


class FrameError(DomainError, ValueError):
    """A frame's pattern cannot be used."""
