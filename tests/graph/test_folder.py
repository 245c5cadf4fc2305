"""The graph folder: what is refused, who may do what at the same time, and builds killed at any moment."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from graph.build import build, forget
from graph.errors import FormatError, LockedError, NoGraphError
from graph.folder import current
from graph.knowledge import KnowledgeGraph
from tests.graph.fixtures import CHIPS, COSTS, DENIAL, MONEY, LineExtractor, write

HERE = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("ZHITU_KILLS", "14"))
"""How often builds are killed: a few times by default, 200 times before a release."""

FILES = {"a.txt": COSTS, "b.txt": DENIAL, "c.txt": CHIPS}

KILLED = """
import os, signal, sys
from tests.graph.fixtures import LineExtractor
from graph.build import build
source, folder, last = sys.argv[1], sys.argv[2], int(sys.argv[3])
events = ("open", "os.", "shutil.", "sqlite3.")
seen = 0
def watch(event, arguments):
    global seen
    if event.startswith(events):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
build([source], folder, extractor=LineExtractor())
print(seen)
"""
"""Builds, and is killed when it touches a file for the n-th time."""

WAITING = """
import sys, time
from dataclasses import dataclass
from tests.graph.fixtures import LineExtractor
from graph.build import build
def wait(done, total, doc):
    if doc:
        print("building", flush=True)
        time.sleep(60)
if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2], extractor=LineExtractor(), progress=wait, workers=int(sys.argv[3]))
"""
"""Builds, and waits in the middle of it."""


def run(folder: Path, name: str = "graph") -> None:
    build([folder / "sources"], folder / name, extractor=LineExtractor())


def dump(folder: Path) -> str:
    with KnowledgeGraph.open(folder) as kg:
        return "".join(kg.nquads())


def left(folder: Path) -> str:
    """Return what is there, nothing where no graph has been built yet."""
    try:
        return dump(folder)
    except NoGraphError:
        return ""


def made(folder: Path, more: dict[str, str] | None = None) -> Path:
    """Make a small graph and return its folder."""
    write(folder / "sources", {"a.txt": COSTS, "b.txt": MONEY, **(more or {})})
    run(folder)
    return folder / "graph"


@contextmanager
def another(folder: Path, workers: int = 1) -> Iterator[subprocess.Popen[str]]:
    """Let another process build ``sources`` into ``graph``, and hold it in the middle."""
    script = folder / "waiting.py"
    script.write_text(WAITING, encoding="utf-8")
    command = [sys.executable, str(script), str(folder / "sources"), str(folder / "graph"), str(workers)]
    path = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "building\n"
            yield process
        finally:
            process.kill()


class TestNoGraph:
    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(NoGraphError, match=r"nowhere: there is no such folder; build a graph first"):
            KnowledgeGraph.open(tmp_path / "nowhere")

    def test_empty(self, tmp_path: Path) -> None:
        with pytest.raises(NoGraphError, match="no graph has been built here yet"):
            KnowledgeGraph.open(tmp_path)

    def test_a_file(self, tmp_path: Path) -> None:
        write(tmp_path, {"sources/a.txt": COSTS, "graph": ""})

        with pytest.raises(NoGraphError, match="is a file"):
            KnowledgeGraph.open(tmp_path / "graph")
        with pytest.raises(NoGraphError, match="is a file"):
            run(tmp_path)

    def test_something_else(self, tmp_path: Path) -> None:
        write(tmp_path, {"sources/a.txt": COSTS, "photos/me.jpg": ""})

        with pytest.raises(NoGraphError, match="is not a graph folder"):
            KnowledgeGraph.open(tmp_path / "photos")
        with pytest.raises(NoGraphError, match="not empty; give a new or an empty folder"):
            run(tmp_path, "photos")
        assert [path.name for path in (tmp_path / "photos").iterdir()] == ["me.jpg"]

    @pytest.mark.parametrize(
        ("manifest", "told"),
        [
            ('{"kind": "zhitu graph", "format": 99}', "written in format 99, this version reads up to 2"),
            ('{"kind": "something else"}', "does not describe a zhitu graph"),
            ('{"kind": "zhitu graph", "format": 1}', "damaged"),
            ("not JSON", "cannot be read"),
            ("[]", "does not describe a zhitu graph"),
        ],
    )
    def test_another_format(self, tmp_path: Path, manifest: str, told: str) -> None:
        graph = made(tmp_path)
        (graph / "zhitu.json").write_text(manifest, encoding="utf-8")

        for use in (lambda: KnowledgeGraph.open(graph), lambda: run(tmp_path), lambda: forget([], graph)):
            with pytest.raises(FormatError, match=told):
                use()
        assert (graph / "zhitu.json").read_text(encoding="utf-8") == manifest

    @pytest.mark.parametrize("missing", ["ledger", "store/CURRENT"])
    def test_damaged(self, tmp_path: Path, missing: str) -> None:
        graph = made(tmp_path)
        (current(graph).path / missing).unlink()

        with pytest.raises(FormatError, match="cannot be read"):
            KnowledgeGraph.open(graph)

    def test_damaged_record(self, tmp_path: Path) -> None:
        graph = made(tmp_path)
        for path in graph.glob("records/*/*"):
            path.write_bytes(b"damaged")

        with KnowledgeGraph.open(graph) as kg, pytest.raises(FormatError, match="damaged"):
            list(kg.claims())


class TestManyAtOnce:
    def test_one_writer_and_readers_beside_it(self, tmp_path: Path) -> None:
        graph = made(tmp_path)
        before = dump(graph)
        write(tmp_path / "sources", {"a.txt": COSTS, "b.txt": DENIAL, "c.txt": CHIPS})

        with another(tmp_path) as process:
            with pytest.raises(LockedError, match=rf"another process \(pid {process.pid}\) is building this graph"):
                run(tmp_path)
            assert dump(graph) == before

    @pytest.mark.parametrize("workers", [1, 2])
    def test_the_lock_ends_with_its_process(self, tmp_path: Path, workers: int) -> None:
        graph = made(tmp_path)
        write(tmp_path / "sources", {"a.txt": COSTS, "b.txt": DENIAL, "c.txt": CHIPS})
        with another(tmp_path, workers) as process:
            process.kill()
            process.wait()
        for _ in range(100):  # workers notice within moments that their parent is gone
            try:
                run(tmp_path)
                break
            except LockedError:
                time.sleep(0.1)

        run(tmp_path, "clean")
        assert dump(graph) == dump(tmp_path / "clean")

    def test_an_open_graph_stays_as_it_was(self, tmp_path: Path) -> None:
        graph = made(tmp_path)
        with KnowledgeGraph.open(graph) as old, KnowledgeGraph.open(graph) as other:
            before = "".join(old.nquads())
            for text in (DENIAL, CHIPS, DENIAL + CHIPS):
                write(tmp_path / "sources", {"a.txt": text, "b.txt": MONEY})
                run(tmp_path)
            assert "".join(old.nquads()) == before
            assert [record.document.text for record in old.documents()] == [COSTS, MONEY]
            other.close()
            assert [record.document.text for record in old.documents()] == [COSTS, MONEY]
            assert len(list((graph / "generations").iterdir())) == 2

        run(tmp_path)
        assert len(list((graph / "generations").iterdir())) == 1
        assert len(list(graph.glob("records/*/*"))) == 2


@pytest.mark.once
class TestKilled:
    @pytest.mark.parametrize("part", range(1, KILLS // 2 + 1))
    def test_a_first_build_leaves_nothing_or_all(self, tmp_path: Path, part: int) -> None:
        write(tmp_path / "sources", FILES)
        touches = self.kill(tmp_path, "clean", 0)

        self.kill(tmp_path, "graph", self.moment(touches, part))

        assert left(tmp_path / "graph") in ("", dump(tmp_path / "clean"))
        self.completes(tmp_path)

    @pytest.mark.parametrize("part", range(1, KILLS // 2 + 1))
    def test_a_later_build_leaves_the_old_or_the_new(self, tmp_path: Path, part: int) -> None:
        """Every other one with so many documents that a copy of the store is changed."""
        more = {f"x{n}.txt": COSTS for n in range(20 * (part % 2))}
        graph = made(tmp_path, more)
        before = dump(graph)
        write(tmp_path / "sources", {**FILES, **more})
        touches = self.touches(tmp_path)

        self.kill(tmp_path, "graph", self.moment(touches, part))

        self.kill(tmp_path, "clean", 0)
        assert left(graph) in (before, dump(tmp_path / "clean"))
        self.completes(tmp_path, len(more))

    def moment(self, touches: int, part: int) -> int:
        """Return one of the moments, spread evenly with a jitter that is the same every time."""
        width = touches / (KILLS // 2 + 1)
        return max(1, min(touches, round(width * part + Random(part).uniform(-width, width) / 2)))

    def touches(self, folder: Path) -> int:
        """Return how often the build that is to come touches a file, tried out on a copy."""
        shutil.copytree(folder / "graph", folder / "tried")
        return self.kill(folder, "tried", 0)

    def completes(self, folder: Path, more: int = 0) -> None:
        """Show that the next build completes, and clears away what was left behind."""
        graph = folder / "graph"
        run(folder)
        assert dump(graph) == dump(folder / "clean")
        assert len(list((graph / "generations").iterdir())) == 1
        assert len(list(graph.glob("records/*/*"))) == len(FILES) + more
        assert not (graph / "zhitu.json.new").exists()

    def kill(self, folder: Path, name: str, last: int) -> int:
        """Build in another process that is killed at its *last* touch of a file; return how many there were."""
        command = [sys.executable, "-c", KILLED, str(folder / "sources"), str(folder / name), str(last)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=False)
        assert done.returncode == (-signal.SIGKILL if last else 0), done.stderr
        return int(done.stdout or 0)
