"""The page about notebooks names what there is, and its Python runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import zhitu
from graph.face.kg import KnowledgeGraph
from graph.face.lettering import Lettering, lettering
from tests.graph.fixtures import write
from tests.shared import ROOT, needs_checkout

pytestmark = needs_checkout
PAGE = ROOT / "docs" / "how-to" / "notebooks.md"


def test_every_name_on_the_page_is_there(kg: KnowledgeGraph) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert not [name for name in re.findall(r"\bkg\.([a-z_]+)", text) if not hasattr(kg, name)]
    assert not [name for name in re.findall(r"\bzhitu\.([a-z_]+)", text) if not hasattr(zhitu, name)]


def test_the_first_cell_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "articles", {"a.txt": "微软2019年向OpenAI投资10亿美元。"})
    monkeypatch.chdir(tmp_path)
    cell = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)[0]
    names: dict[str, Any] = {}
    exec(cell, names)
    with names["kg"] as built:
        assert [claim.line for claim in built.claims(relation="投资")] == ["微软 investsIn OpenAI (2019)"]


def test_every_way_of_asking_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    asked = {name for name in dir(KnowledgeGraph) if not name.startswith("_")}
    left_out = {"open", "close", "folder", "quads", "documents", "entities"}
    assert not [name for name in sorted(asked - left_out) if f"kg.{name}" not in text]


def test_labels_have_both_languages_where_there_is_a_font() -> None:
    pytest.importorskip("matplotlib", reason="matplotlib, of the extra [notebook], is not here")
    label = lettering()
    assert label("cost", "成本") == ("cost 成本" if label.font else "cost")


def test_without_a_font_labels_are_english(kg: KnowledgeGraph) -> None:
    bare = Lettering(None)
    assert bare("cost", "成本") == "cost"
    assert [bare.of(kg.entity(name)) for name in ("英伟达", "OpenAI")] == ["NVIDIA", "OpenAI"]
    assert Lettering("Noto").of(kg.entity("英伟达")) == "英伟达"
