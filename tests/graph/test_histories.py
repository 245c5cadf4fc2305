"""Whatever the way, the graph is the one of a clean build: facts, contradictions and corrections by hand included.

``ZHITU_HISTORIES`` says how many random histories are gone through: a few by default, 100 before a release.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.reading import files
from graph.build import build, forget
from graph.corrections import Correction
from graph.curation import add, corrections_of, undo
from graph.knowledge import KnowledgeGraph
from tests.graph.fixtures import LineExtractor, write

pytestmark = pytest.mark.once

HISTORIES = int(os.environ.get("ZHITU_HISTORIES", "15"))

LINES = [
    "quantity|GPT-4:Model|trainingCost|78000000|USD|2023|asserted|about",
    "quantity|GPT-4:Model|trainingCost|78000000|USD||asserted",
    "quantity|GPT-4:Model|trainingCost|78300000|USD||asserted",
    "quantity|GPT-4:Model|trainingCost|63000000|USD||asserted",
    "quantity|GPT-4:Model|trainingCost|63000000|USD||denied",
    "quantity|GPT-4:Model|trainingCost|900000000|USD||forecast",
    "quantity|OpenAI:Company|revenue|3700000000|USD|2024|asserted",
    "quantity|OpenAI:Company|revenue|3400000000|USD|2024|asserted",
    "quantity|OpenAI:Company|valuation|86000000000|USD||asserted|over",
    "quantity|OpenAI:Company|valuation|29000000000|USD|2024-05|asserted",
    "relation|Microsoft:Company|investsIn|OpenAI:Company|asserted|2019",
    "relation|Microsoft:Company|investsIn|OpenAI:Company|asserted",
    "relation|Microsoft:Company|investsIn|OpenAI:Company|denied|2024",
    "relation|OpenAI:Company|partnersWith|Microsoft:Company|asserted",
    "relation|Microsoft:Company|partnersWith|OpenAI:Company|denied",
    "relation|GitHub:Company|subsidiaryOf|Microsoft:Company|asserted",
    "relation|GitHub:Company|subsidiaryOf|OpenAI:Company|asserted",
    "relation|OpenAI:Company|subsidiaryOf|Microsoft:Company|asserted",
    "relation|OpenAI:Company|subsidiaryOf|NVIDIA:Company|asserted",
    "relation|甲:Person|founderOf|OpenAI:Company|asserted|2015",
    "relation|甲:Person|founderOf|OpenAI:Company|asserted|2016",
    "relation|乙:Person|founderOf|OpenAI:Company|asserted",
    "entity|NVIDIA:Company",
    "version|GPT-4o:Model|GPT-4",
    "version|GPT-4:Model|NVIDIA",
    "date|2024-05-03",
    "date|2024-05-20",
    "title|更正",
]
IDS = ["OpenAI", "GPT-4", "GPT-4o", "NVIDIA", "Microsoft", "GitHub", "甲", "新"]


def text(lines: list[str], number: int) -> str:
    """Return a text with *lines*; those with one number tell much of the same, as reprints do."""
    digest = hashlib.sha512(str(number).encode("ascii")).hexdigest()
    return "\n".join([*lines, f"note|{digest * 3}", ""])


TEXTS = st.builds(text, st.lists(st.sampled_from(LINES), min_size=1, max_size=5, unique=True), st.integers(0, 20))
WAYS = ["add", "edit", "remove", "rename", "merge", "split", "undo", "copy"]


@pytest.fixture(autouse=True)
def _trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files tell at once by their state that they are the same, not a minute later."""
    monkeypatch.setattr(files, "SETTLING", 0)


@dataclass
class History:
    """A graph that changes step by step, and the files that it is made from."""

    folder: Path
    draw: Callable[[st.SearchStrategy[Any]], Any]
    texts: dict[str, str] = field(default_factory=dict)
    number: int = 100

    @property
    def graph(self) -> Path:
        """The graph folder."""
        return self.folder / "graph"

    def build(self, name: str = "graph", corrections: Path | None = None) -> None:
        """Build the files."""
        sources = write(self.folder / "sources", self.texts)
        build([sources], self.folder / name, extractor=LineExtractor(), corrections=corrections)

    def step(self) -> None:
        """Do something."""
        way = self.draw(st.sampled_from(WAYS))
        some = self.draw(st.sampled_from(sorted(self.texts)))
        if way in ("add", "edit", "copy"):
            name = some if way == "edit" else f"new{len(self.texts)}.txt"
            self.texts[name] = self.texts[some] if way == "copy" else self.draw(TEXTS)
            self.build()
        elif way == "remove":
            forget([some], self.graph)
            del self.texts[some]
            self.texts.setdefault("last.txt", LINES[0])
            self.build()
        elif way == "undo":
            if known := corrections_of(self.graph):
                undo(self.graph, self.draw(st.sampled_from([each.id for each in known])))
        else:
            self.correct(way)

    def correct(self, way: str) -> None:
        """Correct something by hand."""
        self.number += 1
        one, other = self.draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True))
        doc = self.draw(st.sampled_from(["", *sorted(self.texts)]))
        made = {
            "merge": Correction(self.number, "merge", one, other),
            "split": Correction(self.number, "split", one, other, name=one, type="Company", doc=doc),
            "rename": Correction(self.number, "rename", one, label="某某", type="Company"),
        }[way]
        add(self.graph, lambda _: made)


def dump(folder: Path) -> str:
    with KnowledgeGraph.open(folder) as kg:
        assert len(kg) == len(kg.store)
        return "".join(kg.nquads())


@settings(
    max_examples=HISTORIES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_any_history(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Add, edit, remove, copy, correct, merge, split, take back, in any order."""
    history = History(tmp_path_factory.mktemp("history"), data.draw)
    history.texts = {f"{n:02}.txt": data.draw(TEXTS) for n in range(9)}
    history.build()
    for _ in range(data.draw(st.integers(1, 5))):
        history.step()

    kept = history.graph / "corrections.jsonl"
    given_file = history.folder / "given.jsonl"
    given_file.write_bytes(kept.read_bytes() if kept.exists() else b"")
    history.build("clean", given_file)
    assert dump(history.graph) == dump(history.folder / "clean")


def test_the_lines_make_every_kind_of_link(tmp_path: Path) -> None:
    texts = {f"{n:02}.txt": text([line], n) for n, line in enumerate(LINES)}
    texts["notice.txt"] = text(["title|更正", LINES[3]], 100)
    build([write(tmp_path / "sources", texts)], tmp_path / "graph", extractor=LineExtractor())

    with KnowledgeGraph.open(tmp_path / "graph") as kg:
        for link in ("contradicts", "corrects", "corroborates", "supportedBy", "versionOf"):
            assert kg.query(f"ASK {{ ?one zt:{link} ?other }}"), link
