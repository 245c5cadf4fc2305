"""From clean text to mentions resolved to entities."""

from .recogniser import Recogniser

__all__ = ["Recogniser"]
