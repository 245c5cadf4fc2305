"""The front door: what it hands on, and that it does so lazily."""

from __future__ import annotations

import gc
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import zhitu
from graph.knowledge import KnowledgeGraph as Reader
from tests.graph.fixtures import COSTS, LineExtractor, write
from tests.graph.small_graph import build_small
from tests.shared import run
from tests.shared import zhitu as zhitu_command


def test_every_public_name_is_there() -> None:
    assert zhitu.__all__ == sorted(zhitu.__all__, key=lambda name: (name.islower(), name))
    for name in zhitu.__all__:
        assert getattr(zhitu, name) is not None
    assert set(zhitu.__all__) <= set(dir(zhitu))


def test_the_version_is_that_of_the_package() -> None:
    assert zhitu.__version__ == version("zhitu")


def test_a_graph_is_opened_by_the_front_door(tmp_path: Path) -> None:
    with zhitu.open(build_small(tmp_path)) as kg:
        assert isinstance(kg, zhitu.KnowledgeGraph)
        assert isinstance(kg.graph, Reader)
        assert kg.report is None


def test_a_graph_is_built_and_open(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"a.txt": COSTS})
    with zhitu.build(articles, tmp_path / "g", extractor=LineExtractor()) as kg:
        assert kg.report is not None
        assert kg.report.statuses()["added"] == 1
        assert [claim.predicate for claim in kg.claims()] == ["develops", "trainingCost"]
    with zhitu.build([articles], tmp_path / "g", extractor=LineExtractor()) as again:
        assert again.report is not None
        assert not again.report.changed


def test_a_graph_without_a_folder_goes_when_it_is_closed(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"a.txt": COSTS})
    with zhitu.build(str(articles), extractor=LineExtractor()) as kg:
        folder = kg.folder
        assert folder.is_dir()
    assert not folder.parent.exists()


def test_a_graph_without_a_folder_goes_when_nobody_holds_it(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"a.txt": COSTS})
    kg = zhitu.build(articles, extractor=LineExtractor())
    folder = kg.folder
    del kg
    gc.collect()
    assert not folder.parent.exists()


def test_the_report_has_a_row_for_every_input(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"a.txt": COSTS, "b.txt": "broken"})
    with zhitu.build(articles, extractor=LineExtractor()) as kg:
        assert kg.report is not None
        assert [(row["document"], row["status"], row["claims"]) for row in kg.report.rows()] == [
            ("a.txt", "added", 2),
            ("b.txt", "failed", 0),
        ]
        assert "broken" in kg.report.failed[0].message
        assert "failed" in repr(kg.report)


def test_sources_of_which_none_can_be_read_are_refused(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"a.txt": "broken"})
    with pytest.raises(zhitu.ZhituError, match=r"none of 1 inputs could be read; a\.txt: .*broken"):
        zhitu.build(articles, extractor=LineExtractor())


def test_a_domain_beside_an_extractor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(zhitu.ZhituError, match="give one of both"):
        zhitu.build(tmp_path, domain=tmp_path, extractor=LineExtractor())


def test_a_domain_of_ones_own_reads_and_is_asked_by_its_own_words(tmp_path: Path) -> None:
    domain = tmp_path / "coffee"
    zhitu_command("new-domain", domain)
    with zhitu.build(domain / "articles", domain=domain) as kg:
        assert [claim.subject for claim in kg.claims(relation="代工烘焙")] == ["云岭烘焙"]
        assert [claim.value for claim in kg.quantities("门店数")] == [3200]


def test_a_domain_with_mistakes_builds_nothing(tmp_path: Path) -> None:
    domain = tmp_path / "coffee"
    zhitu_command("new-domain", domain)
    frames = domain / "frames" / "roasting.yaml"
    frames.write_text(frames.read_text(encoding="utf-8").replace("(?:烘焙|代烤)", "{-16}烘焙"), encoding="utf-8")
    with pytest.raises(zhitu.ZhituError, match="the domain has mistakes"):
        zhitu.build(domain / "articles", domain=domain)


def test_the_sample_articles_are_at_hand() -> None:
    assert len(list(zhitu.gold_folder().glob("*.json"))) >= len(list(zhitu.sample_folder().glob("*.txt"))) > 0


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = zhitu.nonsense


def test_importing_loads_no_room() -> None:
    code = "import sys, zhitu; print([n for n in sys.modules if n.split('.')[0] in ('graph', 'extract', 'ontology')])"
    assert run(sys.executable, "-c", code)[1].strip() == "[]"
