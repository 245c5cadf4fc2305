"""How results show themselves: as text, as HTML that nothing in an article can break, as a picture and a widget."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from graph.face.building import build
from graph.face.kg import KnowledgeGraph
from graph.face.listing import Table
from graph.face.views import Conflicts
from tests.graph.fixtures import COSTS, LineExtractor, write
from tests.shared import ROOT, run

VOID = {"br"}
ALLOWED = {"div", "span", "b", "mark", "br", "table", "thead", "tbody", "tr", "th", "td"}

RESULTS: dict[str, Callable[[KnowledgeGraph], Any]] = {
    "graph": lambda kg: kg,
    "entity": lambda kg: kg.entity("微软"),
    "odd entity": lambda kg: kg.entity("甲 & <乙>"),
    "entities": lambda kg: kg.entities(),
    "claims": lambda kg: kg.claims(),
    "claim": lambda kg: kg.claims()[0],
    "figures": lambda kg: kg.quantities(),
    "timeline": lambda kg: kg.timeline(),
    "comparison": lambda kg: kg.compare("OpenAI", "甲 & <乙>"),
    "conflicts": lambda kg: kg.conflicts(),
    "path": lambda kg: kg.path("OpenAI", "甲 & <乙>", modality=["asserted", "planned"]),
    "rows": lambda kg: kg.query("SELECT ?s ?o { ?s rdfs:label ?o }"),
    "questions": lambda kg: kg.questions(),
    "document": lambda kg: kg.document("plans"),
    "sources": lambda kg: kg.sources(),
    "central": lambda kg: kg.central(),
    "communities": lambda kg: kg.communities(),
}
each_result = pytest.mark.parametrize("make", RESULTS.values(), ids=RESULTS)


class Checked(HTMLParser):
    """Refuses what is not closed, what we never write, and what would load or run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= {"style", "title"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


@each_result
def test_html_is_well_formed_and_only_ours(kg: KnowledgeGraph, make: Callable[[KnowledgeGraph], Any]) -> None:
    shown = make(kg)._repr_html_()
    assert shown
    Checked(shown)


@each_result
def test_text_is_there_and_short(kg: KnowledgeGraph, make: Callable[[KnowledgeGraph], Any]) -> None:
    told = repr(make(kg))
    assert told
    assert len(told.splitlines()) <= 80


def test_the_quote_is_marked_in_its_words_and_hostile_text_is_text(kg: KnowledgeGraph) -> None:
    shown = kg.claims(relation="acquires")._repr_html_()
    assert "甲&lt;/script&gt;公司</mark>" in shown
    assert "甲</script>公司" in Checked(shown).said
    assert "planned" in shown


def test_a_document_shows_its_names_and_the_words_of_its_claims(kg: KnowledgeGraph) -> None:
    shown = kg.document("money")._repr_html_()
    assert "标题 news/money.txt" in Checked(shown).said
    assert kg.document("money").text.replace("\n", "") in Checked(shown).said
    assert 'title="英伟达 supplies 微软"' in shown
    assert 'title="英伟达 (Company)">英伟达</span>' in shown
    assert "标题 news/money.txt" in repr(kg.document("money"))


def test_long_tables_say_how_much_is_left_out() -> None:
    table = Table(("n",), [(n,) for n in range(60)])
    assert repr(table).endswith("… and 40 more")
    assert "… and 10 more" in table._repr_html_()
    assert "(nothing)" in repr(Table(("n",), []))


def test_two_sides_of_a_conflict_stand_side_by_side(tmp_path: Path) -> None:
    other = "quantity|GPT-4:Model|trainingCost|63000000|USD|2023|asserted\n"
    folder = write(tmp_path / "texts", {"a.txt": COSTS, "b.txt": other})
    with build(folder, tmp_path / "g", extractor=LineExtractor()) as kg:
        found = kg.conflicts("GPT-4")
        assert isinstance(found, Conflicts)
        assert [{row["says"], row["saysOther"]} for row in found.rows()] == [{"78,000,000 USD", "63,000,000 USD"}]
        assert "63,000,000 USD" in Checked(found._repr_html_()).said
        assert "≠" in repr(found)


def test_a_plot_is_a_picture_wherever_it_is_shown(kg: KnowledgeGraph, tmp_path: Path) -> None:
    plot = kg.plot()
    bundle = plot._repr_mimebundle_()
    root = ET.fromstring(bundle["image/svg+xml"])
    assert "甲 & <乙>" in {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "entities" in bundle["text/plain"]
    plot.save(tmp_path / "plot.svg")
    assert (tmp_path / "plot.svg").read_text(encoding="utf-8") == plot.svg


def test_a_plot_of_one_entity_shows_who_is_next_to_it(kg: KnowledgeGraph) -> None:
    assert {node["id"] for node in kg.plot("輝達").data["nodes"]} == {"NVIDIA", "Microsoft", "OpenAI"}


def test_every_relation_of_a_plot_has_its_words(kg: KnowledgeGraph) -> None:
    for edge in kg.plot().data["edges"]:
        assert edge["claims"]
        assert all(claim["quote"] for claim in edge["claims"])
        relation = edge["said"].split()[1]
        assert all(f" {relation} " in claim["line"] for claim in edge["claims"])


def test_a_relation_that_goes_back_has_its_own_words(tmp_path: Path) -> None:
    told = "relation|A:Company|supplies|B:Company|asserted\nrelation|B:Company|supplies|A:Company|asserted\n"
    with build(write(tmp_path / "texts", {"a.txt": told}), extractor=LineExtractor()) as kg:
        lines = {edge["source"]: [claim["line"] for claim in edge["claims"]] for edge in kg.plot().data["edges"]}
    assert lines == {"A": ["A supplies B"], "B": ["B supplies A"]}


@pytest.mark.skipif(find_spec("anywidget") is None, reason="anywidget, of the extra [notebook], is not here")
def test_what_is_chosen_in_the_widget_is_known_here(kg: KnowledgeGraph) -> None:
    plot = kg.plot()
    assert "application/vnd.jupyter.widget-view+json" in plot._repr_mimebundle_()
    plot.widget.selected = "OpenAI"
    assert plot.selected == "OpenAI"


def test_without_extras_it_works_and_says_what_to_install(tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", {"a.txt": COSTS})
    code = f"""
import sys
for name in ("pandas", "polars", "matplotlib", "matplotlib.pyplot", "anywidget", "ipykernel"):
    sys.modules[name] = None
import zhitu
from tests.graph.fixtures import LineExtractor
with zhitu.build({str(folder)!r}, extractor=LineExtractor()) as kg:
    print(kg, kg.claims(), kg.plot(), sep="\\n")
    for call in (kg.claims().to_pandas, kg.claims().to_polars, zhitu.lettering, lambda: kg.plot().selected):
        try:
            call()
        except zhitu.ZhituError as error:
            print(error)
"""
    _, told, _ = run(sys.executable, "-c", code, cwd=ROOT)
    assert "a picture only: for a widget, pip install 'zhitu[notebook]'" in told
    for extra in ("pandas", "polars", "notebook"):
        assert f"pip install 'zhitu[{extra}]'" in told
    assert "to_pandas() needs pandas" in told
