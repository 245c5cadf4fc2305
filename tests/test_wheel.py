"""What ships works: the built wheel in a fresh environment, away from the checkout, without a network."""

import sys
import sysconfig
from pathlib import Path

import pytest

from tests.shared import ROOT, SAMPLES, needs_checkout, run

pytestmark = needs_checkout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a new environment and return its folder of commands.

    The dependencies are those of the running environment, lent by a path file: a path file inside a lent
    folder is not read, so the checkout that is installed there for editing stays out of sight.
    """
    place = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place, cwd=ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", place / "venv")
    python = place / "venv" / "bin" / "python"
    _, packages, _ = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    lent = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (Path(packages.strip()) / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    wheel = next(place.glob("*.whl"))
    run(sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps", "--quiet", "--python", python, wheel)
    return python.parent


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_wheel_is_what_is_imported(installed: Path, empty: Path) -> None:
    code = "import zhitu, ontology, extract, graph as g; print(*(m.__file__ for m in (zhitu, ontology, extract, g)))"
    _, out, _ = run(installed / "python", "-W", "error", "-c", code, cwd=empty)

    assert all(path.startswith(str(installed.parent)) for path in out.split())


def test_importing_does_no_work(installed: Path, empty: Path) -> None:
    heavy = "spacy pyshacl rdflib networkx trafilatura"
    code = f"import sys, extract.model, zhitu; print([name for name in {heavy!r}.split() if name in sys.modules])"
    _, out, _ = run(installed / "python", "-W", "error", "-c", code, cwd=empty)

    assert out.strip() == "[]"
    assert list(empty.iterdir()) == []


def test_the_command_line_starts(installed: Path, empty: Path) -> None:
    _, out, _ = run(installed / "zhitu", "--help", cwd=empty)

    assert "build" in out
    assert "query" in out


def test_the_wheel_builds_and_answers(installed: Path, empty: Path) -> None:
    run(installed / "zhitu", "build", SAMPLES, "-g", "g", cwd=empty)
    query = "PREFIX zt: <https://w3id.org/zhitu/ontology#> SELECT (COUNT(?c) AS ?n) WHERE { ?c a zt:Claim }"
    _, out, _ = run(installed / "zhitu", "query", "-g", "g", query, "-f", "csv", cwd=empty)
    name, count = out.split()

    assert name == "n"
    assert int(count) > 0


def test_no_package_of_the_developers_is_needed(installed: Path, empty: Path) -> None:
    code = """
import sys
for name in ("hatchling", "hypothesis", "mypy", "pytest", "ruff"):
    sys.modules[name] = None
sys.argv = ["zhitu", "stats", "--help"]
from graph.cli import main
main()
"""
    _, out, _ = run(installed / "python", "-c", code, cwd=empty)

    assert "stats" in out
