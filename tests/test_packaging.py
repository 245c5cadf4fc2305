"""The rules of packaging: names that do not clash, data that ships, one version."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points, packages_distributions, version
from pathlib import Path

import pytest
import yaml

import zhitu
from tests.shared import ROOMS, ROOT, needs_checkout
from tests.test_imports import imported

DATA = {
    ".npz",
    ".tsv",
    ".yaml",
    ".yml",
    ".ttl",
    ".rq",
    ".html",
    ".htm",
    ".txt",
    ".json",
    ".jsonl",
    ".csv",
    ".md",
    ".js",
    ".css",
    ".svg",
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel and return the names in it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_every_test_folder_is_a_package() -> None:
    tests = Path(__file__).parent
    bare = {file.parent for file in tests.rglob("*.py") if not (file.parent / "__init__.py").is_file()}

    assert bare == set()


def test_every_code_folder_is_a_package() -> None:
    bare = {
        file.parent
        for room in ROOMS.values()
        for file in room.rglob("*.py")
        if not (file.parent / "__init__.py").is_file()
    }

    assert bare == set()


def test_top_level_names_are_no_standard_library_names() -> None:
    assert not {*ROOMS, "zhitu", "tests"} & sys.stdlib_module_names


def test_no_module_carries_a_standard_library_name() -> None:
    clashing = {file for room in ROOMS.values() for file in room.rglob("*.py") if file.stem in sys.stdlib_module_names}

    assert clashing == set()


@needs_checkout
def test_the_wheel_holds_all_code_and_data(shipped: set[str]) -> None:
    expected = {
        f"{room}/{file.relative_to(folder).as_posix()}"
        for room, folder in ROOMS.items()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
        if not file.is_relative_to(ROOMS["graph"] / "web" / "explorer")  # the page ships built
    }

    assert expected | {"zhitu.py"} == {name for name in shipped if ".dist-info/" not in name}


@needs_checkout
def test_data_has_known_endings(shipped: set[str]) -> None:
    odd = {name for name in shipped if ".dist-info/" not in name and Path(name).suffix not in DATA | {".py", ".typed"}}

    assert odd == set()


@needs_checkout
def test_the_wheel_carries_the_licence(shipped: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in shipped)


@needs_checkout
def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## \[(\d[^\]]*)\] - (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert newest is not None
    assert (cited["version"], cited["date-released"], cited["license"]) == (*newest.groups(), project["license"])
    assert {project["version"], newest[1], version("zhitu"), zhitu.__version__} == {project["version"]}


@needs_checkout
def test_the_container_serves_what_is_built_here() -> None:
    """No engine here builds it; so look at what can be wrong with it all the same."""
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    steps = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    named = {step[0]: step[1] for step in steps}
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    command = json.loads(named["ENTRYPOINT"]) + json.loads(named["CMD"])

    assert [step[0] for step in steps] == [
        "FROM",
        "COPY",
        "RUN",
        "USER",
        "WORKDIR",
        "VOLUME",
        "EXPOSE",
        "ENTRYPOINT",
        "CMD",
    ]
    assert tuple(map(int, re.findall(r"python:(\d+)\.(\d+)-slim$", named["FROM"])[0])) >= tuple(
        map(int, re.findall(r"\d+", requires))
    )
    assert [(ROOT / part).exists() for part in named["COPY"].split()[:-2]] == [True]
    assert "--require-hashes -r /tmp/runtime.txt" in named["RUN"]
    assert named["USER"] != "root"
    assert command[:4] == ["zhitu", "serve", "-g", named["VOLUME"]]
    assert command[command.index("--port") + 1] == named["EXPOSE"]
    assert {word for word in command if word.startswith("--")} <= {*re.findall(r"--[a-z]+", _help("serve"))}


def _help(command: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", "from graph.cli import main; main()", command, "--help"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@needs_checkout
def test_requirements_are_hashed_and_name_no_host() -> None:
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9].*==.*$", text, re.MULTILINE)

        assert pins, file
        assert all(pin.endswith("\\") for pin in pins), f"{file.name}: a pin without hashes"
        assert not re.search(r"://|--index-url|--find-links", text), f"{file.name} names a host"


@needs_checkout
def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=~\[ ]", need)[0].lower() for need in project["dependencies"]}
    locked = {
        line.split("==")[0]
        for line in (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }

    assert wanted <= locked


@needs_checkout
def test_every_import_is_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~\[ ]", need)[0].lower() for need in project["dependencies"]}
    distributions = packages_distributions()
    third_party = {
        name
        for room in ROOMS.values()
        for file in room.rglob("*.py")
        for name in imported(file)
        if name not in sys.stdlib_module_names | {*ROOMS, "zhitu"}
    }

    assert {distributions[name][0].lower() for name in third_party} == declared


def test_entry_points_load() -> None:
    ours = [
        point
        for group in ("console_scripts", "spacy_factories")
        for point in entry_points(group=group)
        if point.dist is not None and point.dist.name == "zhitu"
    ]

    assert {point.name for point in ours} == {"zhitu", "zhitu_claims", "zhitu_entities"}
    assert all(callable(point.load()) for point in ours)
