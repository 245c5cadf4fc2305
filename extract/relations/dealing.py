"""Lists of names whose figures are dealt out in order: A、B和C分别为1、2和3, of whatever classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Mention
from .clauses import bounds
from .parallel import DEALS, is_of_unnamed, last_deal
from .phrase_slots import ANY_NAME, COUNT, PERCENT, TIMES, WHEN, Slot
from .scene import Scene

_SUM = re.compile(  # what several have together is none's, but 均 and 各 speak of each again
    "(?:合计|总计|加起来|之和|合起来|共同(?:投资|出资|投入)|(?<!公)共(?![同享识和赢建济振鸣创]))(?!.*(?:均|都|各|皆|每家))"
)
_EACH = re.compile(f"均|都|各|皆|每家|{DEALS.pattern}")
_REACH = 60  # characters from the first name of a list to what deals out
_JOINT = r"(?:[、和与及]|以及|还有)\s?"
_MEMBER = rf"[{ANY_NAME}](?:的?\s?[{ANY_NAME}])*"  # a thing behind its maker: 云川的海豚3
_LIST = re.compile(rf"(?P<names>{_MEMBER}(?:{_JOINT}{_MEMBER})+)等?[^，。；：！？、和与及{ANY_NAME}]{{0,16}}$")
_THOSE = re.compile(  # those named before, by how many they are: 这两家公司去年的营收分别为1和2
    rf"(?:^|[，。；：！？,])(?:不过|目前|截至目前|而|但|[{WHEN}])*(?:这|上述|以上)?(?P<count>{COUNT})"
    r"[^，。；：！？、的一被与和对向给中]{0,6}?(?:公司|企业|巨头|厂商|机构|银行|车企)(?!的?(?:之一|客户|股东))"
    rf"[^。；：！？{ANY_NAME}]*$"
)
_HAD = re.compile(rf"(?:的|在|于|对)[^，。；：{ANY_NAME}]{{0,6}}")
_BETWEEN = re.compile(r"\s?(?:[、和与及/]|以及|或)\s?(?:约|近|超过?|逾)?")


def dealt(
    raw: Scene, position: int, mention: Mention, each: bool, past: Sequence[Sequence[Slot]] = ()
) -> tuple[Mention, ...]:
    """
    Return whom of a list a figure belongs to: A和B分别为1和2 deals them out in order.

    Args:
        raw: The sentence.
        position: Where the figure stands.
        mention: The first of the list.
        each: Whether a figure of its kind is said of every member without a word such as 均.
        past: The subjects of the sentences before, nearest first, for 两家公司分别为1和2.
    """
    code, slots = raw.code, raw.slots
    if is_of_unnamed(raw, position, mention):
        return ()
    marker = last_deal(code, position)
    if (meant := _those(raw, position, past)) is not None:
        return _each_of(meant, raw, marker, position)
    if marker >= 0 and (in_turn := _by_turns(raw, marker, position, mention)) is not None:
        return (in_turn,)
    begin = next((at for at, slot in slots.items() if len(slot.mentions) > 1 and mention in slot.mentions), None)
    if begin is None:
        return (mention,)
    listed = slots[begin].mentions
    if marker < 0:
        if _SUM.search(code, begin, position):
            return ()
        in_row = _row(code, slots, begin, position)
        if position in in_row and len(in_row) == len(listed):
            return (listed[in_row.index(position)],)
    same = [at for at in slots if at > marker and _kin(slots[at]) == _kin(slots[position])]
    if marker >= 0 and position in same and len(same) >= len(listed):
        return (listed[min(same.index(position), len(listed) - 1)],)
    left = max((bound for bound in bounds(code) if bound < position), default=0)
    return _once(listed) if each or _EACH.search(code, left, position) else (mention,)


def _once(listed: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the names of a list, of two for the same one only the first: 微信和WeChat."""
    return tuple({mention.entity: mention for mention in reversed(listed)}.values())[::-1]


def _each_of(meant: tuple[Mention, ...], raw: Scene, marker: int, position: int) -> tuple[Mention, ...]:
    """Return whose of those that are meant a figure is: dealt out behind a 分别 at *marker*, or of each of them."""
    code = raw.code
    if marker < 0:
        return meant if _EACH.search(code, 0, position) else ()
    figures = _row(code, raw.slots, marker, position)
    return (meant[figures.index(position)],) if position in figures and len(figures) == len(meant) else ()


def _those(raw: Scene, position: int, past: Sequence[Sequence[Slot]]) -> tuple[Mention, ...] | None:
    """
    Return whom 两家公司 and its like before a figure mean; ``None`` if nothing of the kind stands there.

    Args:
        raw: The sentence.
        position: Where the figure stands.
        past: The subjects of the sentences before, nearest first.

    Returns:
        The names of the last list of as many, none if there is no such list.
    """
    found = _THOSE.search(raw.code, 0, position)
    if found is None:
        return None
    before = [slot for at, slot in raw.slots.items() if at < found.start("count")]
    listed = [slot.mentions for slot in (*reversed(before), *(slot for slots in past for slot in slots))]
    counted = raw.slots[found.start("count")].quantity
    return next((each for each in listed if counted is not None and len(each) == counted.value), ())


def _by_turns(raw: Scene, marker: int, position: int, mention: Mention) -> Mention | None:
    """Return whose a figure is in a list of names of several classes, or of things and their makers."""
    code, slots = raw.code, raw.slots
    figures = _row(code, slots, marker, position)
    if position not in figures:
        return None
    having = _each_having(raw, position, mention)
    if len(having) == len(figures):
        return having[figures.index(position)]
    while not (listed := _members(code, slots, marker)):  # 分别为1和2，同比分别增长3和4
        earlier = last_deal(code, marker)
        if earlier < 0 or any(slots[at].mentions for at in slots if earlier < at < marker):
            return None
        marker = earlier
    if len(listed) != len(figures) or not any(mention in each for each in listed):
        return None
    return listed[figures.index(position)][-1]


def _each_having(raw: Scene, position: int, mention: Mention) -> tuple[Mention, ...]:
    """Return the list before a name that each of it has (A、B的海豚3份额分别为1和2), or that each does something in."""
    at = raw.place(mention)
    if at is None or at > position:
        return ()
    lists = ((start, slot.mentions) for start, slot in raw.slots.items() if start < at and len(slot.mentions) > 1)
    return next((names for start, names in lists if _HAD.fullmatch(raw.code, start + 1, at)), ())


def _members(code: str, slots: Mapping[int, Slot], marker: int) -> list[list[Mention]]:
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


def _row(code: str, slots: Mapping[int, Slot], marker: int, position: int) -> list[int]:
    """Return where the figures that are dealt out stand: those of a kind behind *marker*, in one row."""
    figures: list[int] = []
    for at in sorted(slots):
        if at <= marker or _kin(slots[at]) != _kin(slots[position]):
            continue
        if figures and not _BETWEEN.fullmatch(code, figures[-1] + 1, at):
            break
        figures.append(at)
    return figures


def _kin(slot: Slot) -> str:
    """Return the kind of a figure; rates of change may be given in per cent or as multiples: 1倍、2倍和3成."""
    return PERCENT if slot.code == TIMES else slot.code


def row_of(scene: Scene, position: int) -> list[int]:
    """Return where the figures of a kind stand that follow in one row from *position*: 1和2."""
    return _row(scene.code, scene.slots, position - 1, position)


def alike(slot: Slot, other: Slot) -> bool:
    """Tell whether two figures may stand in one row; the same amount in two currencies does not."""
    one, two = slot.quantity, other.quantity
    return slot.code == other.code and one is not None and two is not None and one.unit == two.unit
