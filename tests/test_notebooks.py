"""The notebooks run from top to bottom, offline, with what the project offers by itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT, needs_checkout

pytestmark = needs_checkout

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=[file.stem for file in NOTEBOOKS])
def test_a_notebook_runs(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(file.parent)
    names: dict[str, Any] = {}
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)

            assert bool(capsys.readouterr().out) is bool(cell["outputs"])
