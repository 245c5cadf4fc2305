"""The guide "Add a relation" is followed as it stands: its files are written, its commands run, its outputs shown."""

import re
import shlex
from pathlib import Path

import pytest

from tests.shared import ROOT, needs_checkout, zhitu

pytestmark = [needs_checkout, pytest.mark.once]

GUIDE = ROOT / "docs" / "how-to" / "add-a-relation.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def told(said: str, shown: str) -> list[str]:
    """Return the lines that the guide shows and the program did not say, in this order."""
    rest = iter([line.rstrip() for line in said.splitlines()])
    return [line for line in shown.splitlines() if line != "..." and line.rstrip() not in rest]


@pytest.fixture(scope="module", name="steps")
def _steps(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Follow the guide; return each shown output with what the commands before it really said."""
    folder, said, steps = tmp_path_factory.mktemp("guide"), "", []
    for kind, name, body in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        if name:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif kind == "sh":
            said = "".join(ran(line, folder) for line in body.splitlines())
        else:
            steps.append((body, said))
    return steps


def ran(line: str, folder: Path) -> str:
    program, *arguments = shlex.split(line)
    assert program == "zhitu"
    _, out, err = zhitu(*arguments, cwd=folder)
    return err + out


def test_every_output_is_the_real_one(steps: list[tuple[str, str]]) -> None:
    assert len(steps) == 3
    for shown, said in steps:
        assert told(said, shown) == [], said


def test_the_first_frame_fails_its_example_and_the_second_does_not(steps: list[tuple[str, str]]) -> None:
    (_, first), (_, second), _ = steps

    assert "is not found in" in first
    assert "is not found in" not in second
    assert "nearly fired\n    advises" not in second


def test_the_plan_is_no_fact_and_the_graph_is_valid(steps: list[tuple[str, str]]) -> None:
    assert "ze:Microsoft" not in steps[-1][1]
    assert "the graph satisfies all shapes" in steps[-1][1]
