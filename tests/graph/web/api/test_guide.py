"""The guide to the API lists the addresses that there are, and what each kind of correction needs."""

import re

from graph.web.api.addresses import ADDRESSES, CHANGES
from graph.web.api.corrections import KINDS
from tests.shared import ROOT, needs_checkout

pytestmark = needs_checkout


def rows(heading: str) -> list[list[str]]:
    text = (ROOT / "docs" / "how-to" / "api.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [line.strip("|").split("|") for line in table]


def test_all_addresses_are_listed() -> None:
    listed = {cells[0].strip().strip("`") for cells in rows("Addresses")}
    real = {f"{each.method} {each.path}" for each in ADDRESSES} | {f"{each.method} {each.path}" for each in CHANGES}

    assert listed == real


def test_what_corrections_need_is_listed() -> None:
    listed = {re.findall(r"`(\w+)`", cells[0])[0]: cells[1:] for cells in rows("Correct it")}

    assert listed.keys() == KINDS.keys()
    for name, kind in KINDS.items():
        needed, more = (re.findall(r"`(\w+)`", cell) for cell in listed[name])
        assert (tuple(needed), tuple(more)) == (kind.needed, kind.more)
