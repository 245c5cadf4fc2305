"""Quantities and times: numbers with their units in base units, and dates anchored on the article's own."""

from .finder import find_quantities
from .numerals import NumeralError, parse_number
from .units import Units
from .whens import find_whens

__all__ = ["NumeralError", "Units", "find_quantities", "find_whens", "parse_number"]
