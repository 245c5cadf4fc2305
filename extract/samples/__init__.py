"""Sample articles that come with the project, and what each of them says.

The sentences are invented, the companies are real, and the figures are ones
that were made public. ``README.md`` tells what each article shows.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def sample_folder(*, more: bool = False) -> Path:
    """Return the folder of the sample articles: something to build a graph from.

    Args:
        more: Those beside them that the notebooks need: bills of training over the years, a reprint of them, forecasts
            a year later, and a second estimate.
    """
    return _part(more) / "articles"


def gold_folder(*, more: bool = False) -> Path:
    """Return the folder of what the sample articles say: one JSON file per document, for ``zhitu eval``.

    Args:
        more: What those say that only the notebooks need.
    """
    return _part(more) / "gold"


def _part(more: bool) -> Path:
    return _HERE / "more" if more else _HERE
