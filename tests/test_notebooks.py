"""Every notebook runs from top to bottom in a clean kernel, without a network, and shows what is stored in it."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT, run

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LARGEST = 400_000  # bytes: outputs are kept small
SECONDS = 300  # for one cell, on a machine that has other work to do
NEEDED = ("nbclient", "ipykernel", "matplotlib", "pandas", "anywidget")
WIDGET = "application/vnd.jupyter.widget-view+json"  # never stored: its model would be missing

missing = [name for name in NEEDED if find_spec(name) is None]
needs_notebooks = pytest.mark.skipif(not NOTEBOOKS, reason="no notebooks beside the tests")
needs_notebook = pytest.mark.skipif(bool(missing), reason=f"of the extra [notebook] there is no {', '.join(missing)}")
each_notebook = pytest.mark.parametrize("file", NOTEBOOKS, ids=[file.stem for file in NOTEBOOKS])

# Python imports this first of all; kernels talk over sockets of their own library, which it does not touch.
NO_NETWORK = """
import socket

def _near(address):
    return not isinstance(address, tuple) or str(address[0]).startswith("127.") or address[0] in ("::1", "localhost")

def _guarded(call):
    def guarded(self, *given):
        if not _near(given[-1]):
            raise OSError(f"the network is blocked: {given[-1]!r}")
        return call(self, *given)
    return guarded

class _Socket(socket.socket):
    connect = _guarded(socket.socket.connect)
    connect_ex = _guarded(socket.socket.connect_ex)
    sendto = _guarded(socket.socket.sendto)

def _lookup(host, *given, _asked=socket.getaddrinfo, **named):
    if host is not None and not _near((host,)):
        raise socket.gaierror(f"the network is blocked: {host!r}")
    return _asked(host, *given, **named)

socket.socket = _Socket
socket.getaddrinfo = _lookup
"""


@pytest.fixture(name="offline")
def _offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Take the network from every Python that starts, and return an empty folder."""
    guard, empty = tmp_path / "guard", tmp_path / "empty"
    guard.mkdir()
    empty.mkdir()
    (guard / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(guard), os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    return empty


def read(file: Path) -> Any:
    return import_module("nbformat").read(file, as_version=4)  # of the extra


def shown(cell: Any) -> list[tuple[str, ...]]:
    """Return what a cell shows, without its words: figures change when more is read."""
    found = [
        (output["output_type"], *sorted(set(output.get("data", ())) - {WIDGET}))
        for output in cell["outputs"]
        if output["output_type"] != "stream" or output["name"] == "stdout"
    ]
    return list(dict.fromkeys(found))


@pytest.mark.once
@needs_notebooks
@needs_notebook
@each_notebook
@pytest.mark.filterwarnings("ignore")  # those of Jupyter's own libraries
def test_a_notebook_runs_and_shows_what_it_did(file: Path, offline: Path) -> None:
    from nbclient import NotebookClient  # noqa: PLC0415 - of the extra

    stored = [shown(cell) for cell in read(file).cells if cell.cell_type == "code"]
    notebook = read(file)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell["outputs"] = []
    NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(offline)}}
    ).execute()

    assert [shown(cell) for cell in notebook.cells if cell.cell_type == "code"] == stored
    assert any(stored)


@needs_notebooks
@needs_notebook
@each_notebook
def test_a_notebook_is_small_and_tells_nothing_of_the_machine(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.encode("utf-8")) < LARGEST
    assert WIDGET not in text
    assert not [line for line in text.splitlines() if "/home/" in line or "/tmp/" in line]


@needs_notebooks
def test_notebooks_use_public_names_only() -> None:
    for file in NOTEBOOKS:
        text = file.read_text(encoding="utf-8")
        assert not [
            room for room in ("graph", "extract", "ontology") if f"from {room}" in text or f"import {room}" in text
        ]


def test_the_network_is_really_blocked(offline: Path) -> None:
    code = (
        "import socket, urllib.request\n"
        "for call in (lambda: socket.create_connection(('192.0.2.1', 80), 1),\n"
        "             lambda: urllib.request.urlopen('http://example.org')):\n"
        "    try:\n"
        "        call()\n"
        "    except OSError as error:\n"
        "        assert 'blocked' in str(error), error\n"
        "    else:\n"
        "        raise SystemExit('the network is there')\n"
    )
    run(sys.executable, "-c", code, cwd=offline)
