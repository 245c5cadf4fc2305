"""What can go wrong at the face that is not a matter of the graph: a wrong choice, a library that is not here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final

from graph.errors import GraphError
from ontology.lexicon import name_key

_NEAREST: Final = 3
_LISTED: Final = 20


class ChoiceError(GraphError):
    """Something is asked for that there is not; the message names the nearest that there is."""


class MissingExtraError(GraphError, ImportError):
    """A library of an optional extra is needed and not installed."""


def needed(module: str, extra: str, what: str) -> Any:
    """Return a library of an extra.

    Args:
        module: The library.
        extra: The extra that brings it.
        what: What needs it, to begin the message with.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"{what} needs {module}: pip install 'zhitu[{extra}]'") from error


def chosen(text: str, known: Mapping[str, str], what: str) -> str:
    """Return the name that *text* means.

    Args:
        text: What was given: a name or a label, in any script and case.
        known: Names by what they are called, folded by :func:`ontology.lexicon.name_key`.
        what: What is chosen, for the message.

    Raises:
        ChoiceError: Nothing is called so; with the nearest, or all that there are.
    """
    key = name_key(text.removeprefix("zt:"))
    if key in known:
        return known[key]
    near = [known[each] for each in get_close_matches(key, known, n=_NEAREST, cutoff=0.5)]
    raise ChoiceError(f"no {what} is called '{text}'{_hint(near or sorted(set(known.values())), bool(near))}")


def _hint(names: Iterable[str], near: bool) -> str:
    listed = list(dict.fromkeys(names))
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    told = ", ".join(listed[:_LISTED]) + more
    return f"; the nearest: {told}" if near else f"; there are {told}"
