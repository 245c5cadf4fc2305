"""Without the packages of the extras everything starts, and what needs one says which extra brings it."""

import tomllib
from pathlib import Path

import pytest

from tests.shared import ROOT, SAMPLES, needs_checkout, run

pytestmark = pytest.mark.once  # .ci/wheel-test.sh has an environment without extras, too

BLOCKED = "IPython anywidget ipykernel matplotlib pandas polars pyarrow pypdf zstandard"
WITHOUT = f"""
import sys
for name in "{BLOCKED}".split():
    sys.modules[name] = None
"""
COMMAND = f"{WITHOUT}\nfrom graph.cli import main\nmain()\n"
FACE = f"""{WITHOUT}
import zhitu
kg = zhitu.open("g")
try:
    {{}}
except zhitu.ZhituError as error:
    print(error)
"""
NEEDED = {
    "pdf": (COMMAND, ["build", "a.pdf", "-g", "new"]),
    "zstd": (COMMAND, ["build", "a.txt.zst", "-g", "new"]),
    "parquet": (COMMAND, ["export", "-g", "g", "-f", "parquet", "-o", "a.parquet"]),
    "pandas": (FACE.format("kg.claims().to_pandas()"), []),
    "polars": (FACE.format("kg.claims().to_polars()"), []),
    "notebook": (FACE.format("zhitu.lettering()"), []),
}


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a graph without any extra."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (folder / "a.txt.zst").write_bytes(b"\x28\xb5\x2f\xfd\x00")
    run("python", "-c", COMMAND, "build", SAMPLES / "01-training-costs.txt", "-g", "g", cwd=folder)
    return folder


@pytest.mark.parametrize("extra", NEEDED)
def test_the_message_names_the_extra(extra: str, place: Path) -> None:
    code, arguments = NEEDED[extra]
    _, out, err = run("python", "-c", code, *arguments, cwd=place, check=False)

    assert f"pip install 'zhitu[{extra}]'" in out + err
    assert "Traceback" not in err


def test_the_rest_works(place: Path) -> None:
    for arguments in (["--version"], ["stats", "-g", "g"], ["get", "/api/", "-g", "g"]):
        run("python", "-c", COMMAND, *arguments, cwd=place)


@needs_checkout
def test_every_extra_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert {*NEEDED} == {*project["optional-dependencies"]} - {"dev", "train"}
