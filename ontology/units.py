"""Units and currencies as they are written, read from reviewed TSV files.

``units.tsv`` and ``currencies.tsv`` stand in the domain's folder: a header line,
sorted by surface, every surface once. ``unless`` holds what may not follow the
surface, parted by ``|``: 元 is no yuan in 元宇宙, 台 counts nothing in 台湾.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ontology.errors import DomainError

UNITS = "units.tsv"
CURRENCIES = "currencies.tsv"
_COLUMNS = {
    UNITS: ("surface", "unit", "factor", "kind", "unless"),
    CURRENCIES: ("surface", "code", "factor", "place", "unless"),
}
KINDS = frozenset(("measure", "money", "noun", "physical", "ratio", "time"))
PLACES = frozenset(("after", "both"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to write a unit: ``factor`` takes the number to ``code``, the unit that we report.

    ``kind`` is one of :data:`KINDS`; ``before`` tells that it may stand before the number ($, 人民币).
    """

    surface: str
    code: str
    factor: Decimal
    kind: str
    unless: tuple[str, ...] = ()
    before: bool = False


def load_units(folder: Path | None = None, more: Path | None = None) -> Mapping[str, Unit]:
    """Return all units and currencies of a domain's folder by surface, by default the shipped ones.

    Args:
        folder: A folder with both files.
        more: A folder with one, both or none of them; a surface that stands there too means what it says there.

    Raises:
        DomainError: With every mistake found, each with its file and line.
    """
    folder = Path(__file__).parent / "ai" if folder is None else folder
    units: dict[str, Unit] = {}
    own: dict[str, Unit] = {}
    problems: list[str] = []
    for name in (CURRENCIES, UNITS):
        _read(folder / name, units, problems)
        if more is not None and (more / name).exists():
            _read(more / name, own, problems)
    if problems:
        raise DomainError("the units have mistakes, please correct:\n" + "\n".join(problems))
    return {**units, **own}


def _read(path: Path, units: dict[str, Unit], problems: list[str]) -> None:
    """Add the rows of one file to *units*, and what is wrong with them to *problems*."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = _COLUMNS[path.name]
    if not lines or tuple(lines[0].split("\t")) != columns:
        problems.append(f"{path}:1: the header must be {' '.join(columns)}, parted by tabs")
        return
    last = ""
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        wrong = _fault(fields, columns, last, units)
        if wrong:
            problems.append(f"{path}:{number}: {wrong}")
            continue
        last, code, factor, kind, unless = fields
        money = path.name == CURRENCIES
        units[last] = Unit(
            last,
            code,
            Decimal(factor),
            "money" if money else kind,
            tuple(unless.split("|")) if unless else (),
            money and kind == "both",
        )


def _fault(fields: list[str], columns: tuple[str, ...], last: str, units: Mapping[str, Unit]) -> str:
    """Say what is wrong with a row; empty where nothing is."""
    if len(fields) != len(columns):
        return f"{len(fields)} columns where {len(columns)} are expected"
    surface, code, factor, kind, _ = fields
    if not surface or not code:
        return "a surface and a unit are needed"
    if surface in units:
        return f"{surface} stands here twice, or in the other file too"
    if surface < last:
        return f"{surface} stands after {last}; please sort by surface"
    if kind not in (PLACES if "place" in columns else KINDS - {"money"}):
        return f"unknown {columns[3]} {kind!r}"
    try:
        return "" if Decimal(factor) > 0 else f"the factor {factor} must be above 0"
    except InvalidOperation:
        return f"the factor {factor!r} is no number"
