"""Lists of names whose figures are dealt out in order: A、B和C分别为1、2和3, of whatever classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..model import Mention
from .phrase_slots import ANY_NAME, Slot

SUM: Final = re.compile(  # what several have together is none's, but 均 and 各 speak of each again
    "(?:合计|总计|加起来|之和|合起来|共同(?:投资|出资|投入)|(?<!公)共(?![同享识和赢建济振鸣创]))(?!.*(?:均|都|各|皆|每家))"
)
_REACH = 60  # characters from the first name of a list to 分别
_JOINT = r"(?:[、和与及]|以及|还有)\s?"
_MEMBER = rf"[{ANY_NAME}](?:的?\s?[{ANY_NAME}])*"  # a thing behind its maker: 云川的海豚3
_LIST = re.compile(rf"(?P<names>{_MEMBER}(?:{_JOINT}{_MEMBER})+)等?[^，。；：！？、和与及{ANY_NAME}]{{0,16}}$")
_SPLIT = re.compile(_JOINT)
_BETWEEN = re.compile(r"\s?(?:[、和与及]|以及|或)\s?(?:约|近|超过?|逾)?")


def members(code: str, slots: Mapping[int, Slot], marker: int) -> list[list[Mention]]:
    """Return the members of the list before a 分别 at *marker*, each with its makers before its own name."""
    found = _LIST.search(code, max(0, marker - _REACH), marker)
    if found is None:
        return []
    listed: list[list[Mention]] = []
    for part in re.finditer(_MEMBER, found["names"]):
        named = [
            slots[at].mentions
            for at in range(found.start("names") + part.start(), found.start("names") + part.end())
            if at in slots
        ]
        for mentions in named[:-1]:  # a list of its own may end in the maker of what follows: 云川、远山海豚3
            listed += [[mention] for mention in mentions[:-1]]
        makers = [mentions[-1] for mentions in named[:-1]]
        listed.append([*makers, named[-1][0]])
        listed += [[mention] for mention in named[-1][1:]]
    return listed


def row(code: str, slots: Mapping[int, Slot], marker: int, position: int) -> list[int]:
    """Return where the figures that are dealt out stand: those of a kind behind *marker*, in one row."""
    figures: list[int] = []
    for at in sorted(slots):
        if at <= marker or not alike(slots[at], slots[position]):
            continue
        if figures and not _BETWEEN.fullmatch(code, figures[-1] + 1, at):
            break
        figures.append(at)
    return figures


def alike(slot: Slot, other: Slot) -> bool:
    """Tell whether two figures may stand in one row; the same amount in two currencies does not."""
    one, two = slot.quantity, other.quantity
    return slot.code == other.code and one is not None and two is not None and one.unit == two.unit
