"""Builds: what goes in, what the report says, and that the way there does not matter."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import ReadError
from graph.build import build, forget
from graph.errors import BuildError, NoGraphError
from graph.knowledge import KnowledgeGraph
from graph.report import BuildReport
from tests.graph.fixtures import CHIPS, COSTS, DENIAL, MONEY, LineExtractor, write

FILES = {"a.txt": COSTS, "news/b.txt": MONEY, "c.txt": CHIPS}


def made(folder: Path, files: dict[str, str], name: str = "graph", **options: object) -> BuildReport:
    """Build *files* into the graph folder *name* below *folder*."""
    return build([write(folder / "sources", files)], folder / name, extractor=LineExtractor(), **options)  # type: ignore[arg-type]


def dump(folder: Path, name: str = "graph") -> str:
    with KnowledgeGraph.open(folder / name) as kg:
        assert len(kg) == len(kg.store)
        return "".join(kg.nquads())


def clean(folder: Path, files: dict[str, str]) -> str:
    """Return the dump of a graph built at once from *files*."""
    made(folder, files, "clean")
    return dump(folder, "clean")


def statuses(report: BuildReport) -> dict[str, str]:
    return {row.doc: row.status for row in report.rows}


class TestFirstBuild:
    def test_report(self, tmp_path: Path) -> None:
        report = made(tmp_path, FILES)

        assert statuses(report) == {"a.txt": "added", "c.txt": "added", "news/b.txt": "added"}
        assert (report.changed, report.documents, report.stale) == (True, 3, 0)
        row = report.rows[0]
        assert (row.encoding, row.encoding_reason, row.script) == ("utf-8", "test", "zh-Hans")
        assert (row.characters, row.sentences, row.mentions, row.entities, row.claims) == (len(COSTS), 1, 3, 2, 2)
        assert (row.removed, row.aside, row.notes) == ((("test", 0),), (("test", 0),), (("test", 1),))

    def test_report_as_json(self, tmp_path: Path) -> None:
        report = made(tmp_path, {**FILES, "d.txt": "broken"})
        body = json.loads(report.to_json())

        assert body["totals"]["inputs"] == 4
        assert body["totals"]["claims"] == 5
        assert body["totals"]["notes"] == {"test": 3}
        assert body["totals"]["statuses"]["failed"] == 1
        assert [row["doc"] for row in body["rows"]] == ["a.txt", "c.txt", "d.txt", "news/b.txt"]
        assert made(tmp_path, {**FILES, "d.txt": "broken"}, "again").to_json() == report.to_json().replace(
            str(tmp_path / "graph"), str(tmp_path / "again")
        )

    def test_progress_comes_to_the_end(self, tmp_path: Path) -> None:
        calls: list[tuple[int, int, str]] = []

        made(tmp_path, FILES, progress=lambda *call: calls.append(call))
        made(tmp_path, {**FILES, "a.txt": DENIAL}, progress=lambda *call: calls.append(call))

        assert calls == [
            (0, 3, ""),
            (1, 3, "a.txt"),
            (2, 3, "c.txt"),
            (3, 3, "news/b.txt"),
            (2, 3, ""),
            (3, 3, "a.txt"),
        ]

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="does not exist"):
            build([tmp_path / "nowhere"], tmp_path / "graph", extractor=LineExtractor())

        assert not (tmp_path / "graph").exists()

    def test_a_graph_folder_among_the_sources_is_no_source(self, tmp_path: Path) -> None:
        sources = write(tmp_path / "sources", FILES)
        build([sources], sources / "graph", extractor=LineExtractor())

        report = build([sources], sources / "graph", extractor=LineExtractor())

        assert (report.changed, len(report.rows)) == (False, 3)


class TestSameGraphWhateverTheWay:
    def test_another_order_and_another_folder(self, tmp_path: Path) -> None:
        sources = write(tmp_path / "sources", {"a.txt": COSTS, "b.txt": MONEY, "c.txt": CHIPS, "d.txt": DENIAL})
        names = ["a.txt", "b.txt", "c.txt", "d.txt"]

        for name, order in (("there", names), ("back", names[::-1])):
            build([sources / each for each in order], tmp_path / name, extractor=LineExtractor())
        for each in (names[2], names[0], names[3], names[1]):
            build([sources / each], tmp_path / "one by one", extractor=LineExtractor())

        assert dump(tmp_path, "there") == dump(tmp_path, "back") == dump(tmp_path, "one by one")

    def test_workers(self, tmp_path: Path) -> None:
        files = {f"{n}.txt": text for n in range(10) for text in [[COSTS, MONEY, CHIPS, DENIAL, "broken"][n % 5]]}

        alone, together = made(tmp_path, files, "alone"), made(tmp_path, files, "together", workers=2)

        assert dump(tmp_path, "alone") == dump(tmp_path, "together")
        assert alone.rows == together.rows

    def test_no_triple_stands_in_two_graphs(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            triples = [str(quad.triple) for quad in kg.quads()]
        assert len(set(triples)) == len(triples)

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data())
    def test_any_history(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        """Add, edit, break, forget in any order: the graph is the one a clean build makes."""
        folder = tmp_path_factory.mktemp("history")
        texts = st.sampled_from([COSTS, MONEY, CHIPS, DENIAL, COSTS + CHIPS, DENIAL + MONEY])
        files = {f"{n}.txt": data.draw(texts) for n in range(8)}
        made(folder, files)
        for _ in range(data.draw(st.integers(1, 4))):
            edits = data.draw(st.dictionaries(st.integers(0, 9), texts, max_size=3))
            files.update({f"{n}.txt": text for n, text in edits.items()})
            made(folder, files)
            for doc in data.draw(st.sets(st.sampled_from(sorted(files)), max_size=2)):
                forget([doc], folder / "graph")
                del files[doc]

        assert dump(folder) == clean(folder, files)


class TestSecondBuild:
    def test_same_sources_change_nothing(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)
        before, files = dump(tmp_path), sorted((tmp_path / "graph").rglob("*.sst"))

        report = made(tmp_path, FILES)

        assert (report.changed, report.documents) == (False, 3)
        assert set(statuses(report).values()) == {"unchanged"}
        assert report.rows[0].claims == 2
        assert report.summary().startswith("nothing changed")
        assert dump(tmp_path) == before
        assert sorted((tmp_path / "graph").rglob("*.sst")) == files

    def test_other_sources_are_added(self, tmp_path: Path) -> None:
        made(tmp_path, {"a.txt": COSTS})
        report = made(tmp_path, {"news/b.txt": MONEY, "c.txt": CHIPS})

        assert (report.documents, statuses(report)) == (3, {"c.txt": "added", "news/b.txt": "added"})
        assert dump(tmp_path) == clean(tmp_path, FILES)

    @pytest.mark.parametrize("others", [0, 20])
    def test_an_edited_source_is_read_again(self, tmp_path: Path, others: int) -> None:
        """With few documents a new store is made, with many a copy is changed."""
        many = {**FILES, **{f"x{n}.txt": COSTS for n in range(others)}}
        made(tmp_path, many)
        report = made(tmp_path, {**many, "news/b.txt": DENIAL})

        assert statuses(report)["news/b.txt"] == "changed"
        assert report.count("unchanged") == 2 + others
        assert dump(tmp_path) == clean(tmp_path, {**many, "news/b.txt": DENIAL})

    @pytest.mark.parametrize("others", [0, 20])
    def test_other_settings_read_everything_again(self, tmp_path: Path, others: int) -> None:
        files = {**FILES, **{f"x{n}.txt": COSTS for n in range(others)}}
        made(tmp_path, files)
        newer = LineExtractor("0.2-test")

        report = build([tmp_path / "sources/a.txt"], tmp_path / "graph", extractor=newer)
        assert (statuses(report), report.stale) == ({"a.txt": "changed"}, 2 + others)
        report = build([tmp_path / "sources"], tmp_path / "graph", extractor=newer)
        assert (report.count("changed"), report.stale) == (2 + others, 0)

        build([tmp_path / "sources"], tmp_path / "clean", extractor=newer)
        assert dump(tmp_path) == dump(tmp_path, "clean")


class TestFacts:
    def facts(self, folder: Path, name: str = "graph") -> set[tuple[str, str, str]]:
        with KnowledgeGraph.open(folder / name) as kg:
            return set(kg.facts())

    def test_asserted_relations_become_plain_triples(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)

        assert self.facts(tmp_path) == {
            ("OpenAI", "develops", "GPT-4"),
            ("Microsoft", "investsIn", "OpenAI"),
            ("OpenAI", "partnersWith", "Microsoft"),
            ("Microsoft", "partnersWith", "OpenAI"),
        }

    @pytest.mark.parametrize("others", [0, 20])
    def test_a_denial_takes_the_triple_away_and_its_removal_brings_it_back(self, tmp_path: Path, others: int) -> None:
        files = {**FILES, **{f"x{n}.txt": COSTS for n in range(others)}}
        fact = ("Microsoft", "investsIn", "OpenAI")
        made(tmp_path, files)
        assert fact in self.facts(tmp_path)
        made(tmp_path, {**files, "denial.txt": DENIAL})
        assert fact not in self.facts(tmp_path)
        forget(["denial.txt"], tmp_path / "graph")
        assert fact in self.facts(tmp_path)

    @pytest.mark.parametrize("others", [0, 20])
    def test_a_version_is_linked_as_long_as_its_family_is_spoken_of(self, tmp_path: Path, others: int) -> None:
        files = {"v.txt": "version|GPT-4o:Model|GPT-4\n", **{f"x{n}.txt": CHIPS for n in range(others)}}
        made(tmp_path, files)
        assert self.versions(tmp_path) == []
        made(tmp_path, {**files, "a.txt": COSTS})
        assert self.versions(tmp_path) == [("GPT-4o", "GPT-4")]
        forget(["a.txt"], tmp_path / "graph")
        assert self.versions(tmp_path) == []

    def versions(self, folder: Path) -> list[tuple[str, str]]:
        """Return what is linked as a version, which the store and the ledger must tell alike."""
        with KnowledgeGraph.open(folder / "graph") as kg:
            assert bool(kg.query("ASK { ?one zt:versionOf ?other }")) == bool(list(kg.versions()))
            return list(kg.versions())

    def test_a_planned_relation_is_found_as_a_claim_only(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert not kg.query("ASK { ze:NVIDIA zt:supplies ze:Microsoft }")
            assert kg.query("ASK { ?c rdf:subject ze:NVIDIA ; rdf:predicate zt:supplies ; zt:modality zt:planned }")


class TestFailures:
    def test_the_rest_goes_on(self, tmp_path: Path) -> None:
        report = made(tmp_path, {**FILES, "bad.txt": "broken", "worse.txt": "crash"})

        assert {row.doc: row.message for row in report.failed} == {
            "bad.txt": "bad.txt: broken",
            "worse.txt": "internal error, please report it: RuntimeError('a defect')",
        }
        assert report.failed[0].origin.endswith("sources/bad.txt")
        assert dump(tmp_path) == clean(tmp_path, FILES)

    def test_an_unreadable_new_version_leaves_the_old_one(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)
        before = dump(tmp_path)
        report = made(tmp_path, {**FILES, "a.txt": "broken"})

        assert (report.changed, statuses(report)["a.txt"]) == (False, "failed")
        assert "what was read from it before stays" in report.failed[0].message
        assert dump(tmp_path) == before

    def test_nothing_but_failures_makes_no_graph(self, tmp_path: Path) -> None:
        report = made(tmp_path, {"a.txt": "broken"})

        assert (report.changed, report.documents) == (False, 0)
        with pytest.raises(NoGraphError, match="no graph has been built here yet"):
            KnowledgeGraph.open(tmp_path / "graph")

    @pytest.mark.parametrize("others", [0, 20])
    @pytest.mark.parametrize("workers", [1, 2])
    def test_strict_stops_and_changes_nothing(self, tmp_path: Path, others: int, workers: int) -> None:
        files = {**FILES, **{f"x{n}.txt": COSTS for n in range(others)}}
        made(tmp_path, files)
        before, records = dump(tmp_path), sorted((tmp_path / "graph/records").rglob("*.z"))

        with pytest.raises(BuildError, match=r"d\.txt: broken"):
            made(tmp_path, {**files, "c.txt": MONEY, "d.txt": "broken"}, strict=True, workers=workers)

        assert dump(tmp_path) == before
        assert sorted((tmp_path / "graph/records").rglob("*.z")) == records
        assert len(list((tmp_path / "graph/generations").iterdir())) == 1


class TestForget:
    def test_removes_what_only_that_document_says(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)
        report = forget(["news/b.txt"], tmp_path / "graph")

        assert (report.changed, report.documents, statuses(report)) == (True, 2, {"news/b.txt": "removed"})
        assert dump(tmp_path) == clean(tmp_path, {"a.txt": COSTS, "c.txt": CHIPS})

    def test_everything(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)
        report = forget(FILES, tmp_path / "graph")

        assert (report.documents, report.quads, dump(tmp_path)) == (0, 0, "")

    def test_an_unknown_document_is_said_and_nothing_removed(self, tmp_path: Path) -> None:
        made(tmp_path, FILES)
        before = dump(tmp_path)

        with pytest.raises(NoGraphError, match=r"no document 'z\.txt'; nothing was removed"):
            forget(["a.txt", "z.txt"], tmp_path / "graph")
        assert dump(tmp_path) == before

    def test_no_graph(self, tmp_path: Path) -> None:
        with pytest.raises(NoGraphError, match="no such folder"):
            forget(["a.txt"], tmp_path / "graph")
        assert not (tmp_path / "graph").exists()
