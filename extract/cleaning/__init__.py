"""From a decoded document to clean text."""

from extract.cleaning.cleaner import STEPS, Cut, Swap, clean
from extract.cleaning.script import fold

__all__ = ["STEPS", "Cut", "Swap", "clean", "fold"]
