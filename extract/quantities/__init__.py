"""Quantities and times: numbers with their units in base units, and dates anchored on the article's own."""

from .finder import find_quantities
from .numerals import NumeralError, parse_number
from .whens import find_whens

__all__ = ["NumeralError", "find_quantities", "find_whens", "parse_number"]
