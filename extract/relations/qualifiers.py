"""What qualifies a statement: its clause, how surely it is made, when, and by whom."""

from __future__ import annotations

import re

from ontology.wording import MODALITY_ORDER, Wording

from .scene import WHEN, Scene

_BOUND = re.compile(r"[，。；：！？,;!?\n]")
_SENTENCE_WIDE = ("hypothetical", "planned", "forecast")
_LEAD_IN = re.compile(r"(?:预计|预测|如果|假如|计划|拟|打算|有望|若|一旦)[^，。；：]{0,14}$")


def clause(code: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause (between commas and stronger marks) around ``code[start:end]``."""
    left = 0
    for match in _BOUND.finditer(code, 0, start):
        left = match.end()
    after = _BOUND.search(code, end)
    return left, after.start() if after else len(code)


def modality(wording: Wording, code: str, start: int, end: int, *, figure: bool = False) -> str:
    """
    Return how surely the statement at ``code[start:end]`` is made.

    The scope is the clause: a plan in one clause says nothing of the next,
    except that a clause opened by 预计 or 如果 and a comma governs the one after it.

    Args:
        wording: The domain's wording.
        code: A code string.
        start: Where the statement starts.
        end: Where it ends.
        figure: Whether it is a figure (将 then forecasts; of an act it plans).
    """
    left, right = clause(code, start, end)
    scope = code[left:right] if figure else code[left:end]
    before = code[:left]
    lead = _BOUND.split(before)[-2] if before and before[-1] in "，," and len(_BOUND.split(before)) > 1 else ""
    if lead and _LEAD_IN.search(lead):
        scope = lead + "，" + scope
    order = ("denied", "hypothetical", "forecast", "planned") if figure else MODALITY_ORDER
    for name in order:
        if wording.modality[name].search(scope):
            return name
    return "asserted"


def time_of(scene: Scene, start: int, end: int) -> str | None:
    """Return the time said of the statement: in its clause, else the last one before it in the sentence."""
    left, right = clause(scene.code, start, end)
    inside, before = None, None
    for position, slot in scene.slots.items():
        if slot.when is None or slot.when.value is None:
            continue
        if left <= position < right:
            near = min(abs(position - start), abs(position - end))
            if inside is None or near < inside[0]:
                inside = (near, slot.when.value)
        elif position < left:
            before = slot.when.value
    return _plain(inside[1] if inside else before)


def _plain(value: str | None) -> str | None:
    """Reduce a time to what a claim may carry: of a range its end, of half a year the year."""
    return value.rsplit("/", 1)[-1].split("-H", 1)[0] if value else None


def attributed_to(wording: Wording, scene: Scene, position: int) -> str | None:
    """Return who is said to have stated it, in the text's own words, or ``None``."""
    head = scene.code[: max(position, 0)]
    for pattern in wording.attribution:
        match = pattern.search(head)
        if match:
            return _spell(scene, *match.span("who"))
    return None


def _spell(scene: Scene, start: int, end: int) -> str | None:
    """Return a piece of the code string with its slots written out; times and figures left out."""
    out: list[str] = []
    for position in range(start, end):
        slot = scene.slots.get(position)
        if slot is None:
            out.append(scene.code[position])
        elif slot.mentions:
            out.append("、".join(mention.text for mention in slot.mentions))
        elif slot.code == WHEN:
            continue
        else:
            return None
    return "".join(out).strip() or None
