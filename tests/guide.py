"""Follow a page of the guide: write the files that it shows, run its commands, keep what they say."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.graph.in_process import Zhitu
from tests.shared import ROOT, run

BLOCK = re.compile(r"^```(\w+)?(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Step(NamedTuple):
    """An output that a page shows, and what the commands before it really said."""

    shown: str
    said: str


def follow(page: Path, folder: Path, zhitu: Zhitu) -> list[Step]:
    """Do in *folder*, which is where the process stands, what *page* says.

    A block with a file's name is written; ``sh`` and ``python`` run; ``text`` is what they said; a block of no kind
    is only shown, because it would install something, open a port or never end.
    """
    said, steps = "", list[Step]()
    for kind, name, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(body, encoding="utf-8")
        elif kind == "sh":
            said = "".join(_ran(command, folder, zhitu) for command in commands(body))
        elif kind == "python":
            said = "".join(run("python", "-c", body, cwd=folder)[1:])
        elif kind == "text":
            steps.append(Step(body, said))
    return steps


def commands(body: str) -> Iterator[list[str]]:
    """Yield the words of every command of a shell block; quoted words may go over several lines."""
    held = ""
    for line in body.splitlines(keepends=True):
        held += line.removesuffix("\\\n")
        if line.endswith("\\\n"):
            continue
        try:
            words = shlex.split(held, comments=True)
        except ValueError:  # a quote is still open
            continue
        if words:
            yield words
        held = ""
    assert not held.strip(), held


def _ran(command: list[str], folder: Path, zhitu: Zhitu) -> str:
    program, *arguments = command
    if program != "zhitu":
        return "".join(run(program, *arguments, cwd=folder)[1:])
    code, out, err = zhitu(*arguments)
    assert code == 0, (command, err, out)
    return err + out


def told(step: Step) -> list[str]:
    """Return the lines that the page shows and the program did not say, in this order."""
    rest = iter([line.rstrip() for line in step.said.splitlines()])
    return [line for line in step.shown.splitlines() if line != "..." and line.rstrip() not in rest]


def blocks(page: str) -> list[tuple[str, str, str]]:
    """Return kind, file name and body of every block of a page of the guide; none where only the tests are."""
    file = ROOT / "docs" / page
    return BLOCK.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
