"""Sample articles that come with the project, and what each of them says.

The sentences are invented, the companies are real, and the figures are ones
that were made public. ``README.md`` tells what each article shows.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def sample_folder() -> Path:
    """Return the folder of the sample articles: something to build a graph from."""
    return _HERE / "articles"


def gold_folder() -> Path:
    """Return the folder of what the sample articles say: one JSON file per document, for ``zhitu eval``."""
    return _HERE / "gold"
