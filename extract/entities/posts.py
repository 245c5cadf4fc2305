"""Chinese names of people whom only what is said of their posts tells: 任命林远为, 林远将加入, 由林远接任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .candidates import Candidate, free
from .person_names import double, is_allowed, sounding
from .segmenting import is_common
from .words import alternatives, groups, pattern, words

_HAN = "[\u4e00-\u9fff]"
_END = "(?![说称的是和与及也则被都已在于对将向等就所还又曾并便却才再自从即出担接兼继现历离辞任由为系副亦昨续转调暂])"
_BEHIND = ("aged", "born", "from")  # what such rows say stands before the name, with 的: 曾在云川工作的林远
_BODIES = frozenset({"Organization", "Government"})  # of whom somebody is a professor


def posted(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield people by the words on both sides of their names.

    Args:
        folded: The folded text.
        found: What the lexicon found, in order, which no such name touches.
    """
    ends = {c.end for c in found if c.type in _BODIES}
    for group, frame in _frames():
        for match in frame.finditer(folded):
            at = match.start("a")
            if group == "institute" and at not in ends and not _follows(folded, at, "post.institute"):
                continue
            if group == "titled" and not any(_follows(folded, at - 1 - size, "title") for size in (2, 3)):
                continue  # 创办人林远今和何松表示
            if folded[at - 1 : at] == "的" and group not in _BEHIND and not _follows(folded, at - 1, "title"):
                continue
            names = [match.span(part) for part in ("a", "b") if match[part] is not None]
            if all(_is_free_name(folded, found, *span) for span in names):
                yield from (Candidate(*span, "Person", "post", None, 2) for span in names)


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what stands around names: the rows of ``posted.``, where <> is a name, <&> one or two, <~> a foreign one.

    What stands before is looked at behind the first character: a search passes over all that begin no name.
    """
    doubles = sorted(double())
    single = "".join(sorted(word for word in words("surnames") if len(word) == 1))
    second = "".join(sorted({word[1] for word in doubles}))
    surname = f"(?:[{second}](?<={'|'.join(doubles)})|(?<=[{single}]))"
    first = "[" + "".join(sorted({word[0] for word in words("surnames")})) + "]"
    frames = []
    for group in groups("posted."):
        left = alternatives(f"post_left.{group}") if group in groups("post_left.") else ""
        one = f"(?P<a>{first}{left}{surname}{_HAN}?{_END}{_HAN})"
        both = f"{one}(?:[、和与及](?P<b>{first}{surname}{_HAN}?{_END}{_HAN}))?"
        row = alternatives(f"posted.{group}").replace("<&>", both).replace("<>", f"{one}(?P<b>(?!))?")
        row = row.replace("<~>", f"(?P<a>{sounding().pattern})(?P<b>(?!))?")
        frames.append((group, re.compile(row)))
    return tuple(frames)


def _follows(folded: str, at: int, group: str) -> bool:
    """Tell whether a word of *group* ends at *at*."""
    return pattern(group, r"<>\Z").search(folded, max(0, at - 8), at) is not None


def _is_free_name(folded: str, found: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether what stands there can be a name, and is neither a word nor part of a known name."""
    name = folded[start:end]
    return is_allowed(name) and not is_common(name) and free(found, start, end)
