"""Results as one finds them in a notebook: a list that shows itself as a table and turns into a data frame."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from decimal import Decimal
from typing import Any, Final, Self, TypeAlias, TypeVar, overload

from graph.face import markup
from graph.face.errors import ChoiceError, needed
from graph.results import render, text_table
from graph.scene import clipped

T = TypeVar("T")
Record: TypeAlias = dict[str, Any]

TEXT_ROWS: Final = 20
HTML_ROWS: Final = 50
_NARROW: Final = 16  # characters that a column of short words may have in a line
_CELLS: Final = 48  # columns of the screen that one cell may take


class Listing(Sequence[T]):
    """A sequence of results.

    Args:
        items: The results.
    """

    _real: tuple[str, ...] = ()  # columns of measures

    def __init__(self, items: Iterable[T]) -> None:
        self.results = tuple(items)

    @property
    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""

    @abstractmethod
    def _cells(self, item: T) -> Sequence[Any]:
        """Return the values of a result, one for each column."""

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: int | slice) -> T | Self:
        return self._part(index) if isinstance(index, slice) else self.results[index]

    def _part(self, index: slice) -> Self:
        """Return some of the results, as what all of them are."""
        part = copy(self)
        part.results = self.results[index]
        return part

    def __len__(self) -> int:
        return len(self.results)

    def __iter__(self) -> Iterator[T]:
        return iter(self.results)

    def rows(self) -> list[Record]:
        """Return the table as dictionaries, a row each: numbers are numbers, what is not stated is ``None``."""
        return [dict(zip(self.columns, self._cells(item), strict=True)) for item in self.results]

    def to_pandas(self) -> Any:
        """Return the table as a ``pandas.DataFrame``.

        Raises:
            MissingExtraError: pandas, of the extra ``[pandas]``, is not installed.
        """
        pandas = needed("pandas", "pandas", "to_pandas()")
        return pandas.DataFrame(self._even_columns(), columns=list(self.columns))

    def to_polars(self) -> Any:
        """Return the table as a ``polars.DataFrame``.

        Raises:
            MissingExtraError: polars, of the extra ``[polars]``, is not installed.
        """
        polars = needed("polars", "polars", "to_polars()")
        columns = self._even_columns()
        schema = {name: polars.Float64 for name in self._real if name in columns}
        return polars.DataFrame(columns, schema_overrides=schema, strict=False)

    def _even_columns(self) -> dict[str, list[Any]]:
        """Return the columns, each of one type; those of measures are real numbers even where none is stated."""
        rows = self.rows()
        columns = {name: _even([row[name] for row in rows]) for name in self.columns}
        real = {name: list(map(_real, columns[name])) for name in self._real if name in columns}
        return columns | real

    def __repr__(self) -> str:
        shown = [[_plain(cell) for cell in self._cells(item)] for item in self.results[:TEXT_ROWS]]
        laid = text_table(self.columns, shown, numeric=self._numeric())
        return render(laid).rstrip("\n") + self._more(TEXT_ROWS, "\n")

    def _repr_html_(self) -> str:
        cells = [[_plain(cell, clip=False) for cell in self._cells(item)] for item in self.results[:HTML_ROWS]]
        narrow = [n for n in range(len(self.columns)) if all(len(row[n]) <= _NARROW for row in cells)]
        rows = [[markup.text(cell) for cell in row] for row in cells]
        return markup.table(self.columns, rows, self._numeric(), narrow) + markup.faint(self._more(HTML_ROWS))

    def _more(self, shown: int, before: str = "") -> str:
        """Return how many results are not shown, or that there are none."""
        if not self.results:
            return f"{before}(nothing)"
        return f"{before}… and {len(self) - shown} more" if len(self) > shown else ""

    def _numeric(self) -> list[int]:
        columns = list(zip(*(self._cells(item) for item in self.results[:HTML_ROWS]), strict=True))
        return [n for n, cells in enumerate(columns) if _numbers(cells)]


class Table(Listing[Record]):
    """Rows of named values.

    ``table["name"]`` is a column, ``table[0]`` a row.

    Args:
        columns: Their names.
        rows: The values of each row.
    """

    def __init__(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        super().__init__(dict(zip(columns, row, strict=True)) for row in rows)
        self._columns = tuple(columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._columns

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    @overload
    def __getitem__(self, index: str) -> list[Any]: ...

    def __getitem__(self, index: int | slice | str) -> Record | Self | list[Any]:
        if isinstance(index, slice):
            return self._part(index)
        if isinstance(index, int):
            return self.results[index]
        if index not in self._columns:
            raise ChoiceError(f"no column is called '{index}'; there are {', '.join(self._columns)}")
        return [row[index] for row in self.results]

    def _cells(self, item: Record) -> Sequence[Any]:
        return tuple(item.values())


def number(value: Decimal | None) -> int | float | None:
    """Return a value as data frames take it: a whole number stays whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _real(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _plain(value: object, *, clip: bool = True) -> str:
    """Return a value as a person reads it, on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.2f}"
    told = " ".join((", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)).split())
    return clipped(told, _CELLS) if clip else told


def _numbers(cells: Iterable[object]) -> bool:
    given = [cell for cell in cells if cell is not None]
    return bool(given) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in given)


def _even(values: list[Any]) -> list[Any]:
    """Return a column of one type: whole numbers beside real ones, or too large to be kept whole, become real."""
    if _numbers(values) and any(isinstance(each, float) or abs(each or 0) > 2**62 for each in values):
        return [None if each is None else float(each) for each in values]
    kinds = {type(each) for each in values if each is not None}
    unlike: Callable[[Any], Any] = str if len(kinds) > 1 and not _numbers(values) else lambda each: each
    return [None if each is None else unlike(each) for each in values]
