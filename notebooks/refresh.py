"""Run notebooks and store what they show: python notebooks/refresh.py [FILE...]

What depends on the machine or the moment is not stored: widgets without their model, times, counts of runs.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient


def joined(outputs):
    """Join what was printed in pieces, which is a matter of the moment."""
    kept = []
    for each in outputs:
        if each.get("name") == "stderr":
            continue
        if kept and each["output_type"] == kept[-1]["output_type"] == "stream":
            kept[-1]["text"] += each["text"]
        else:
            kept.append(each)
    return kept


WIDGET = "application/vnd.jupyter.widget-view+json"

for file in sorted(map(Path, sys.argv[1:])) or sorted(Path(__file__).parent.glob("*.ipynb")):
    notebook = nbformat.read(file, as_version=4)
    with TemporaryDirectory() as empty:
        NotebookClient(
            notebook, timeout=600, store_widget_state=False, record_timing=False, resources={"metadata": {"path": empty}}
        ).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"c{number:02}"
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(WIDGET, None)
        if cell["cell_type"] == "code":
            cell["outputs"] = joined(cell["outputs"])
    nbformat.write(notebook, file)
    print(file)
