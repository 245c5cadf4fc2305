"""What tests share: where things are, and the marks for what may not be there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import extract
import graph
import ontology

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ZHITU_SHARED") or ROOT.parent / "shared").resolve()
ROOMS = {room.__name__: Path(room.__path__[0]) for room in (ontology, extract, graph)}
SAMPLES = ROOMS["extract"] / "samples" / "articles"

needs_shared = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason="no measuring corpus beside the project (ZHITU_SHARED says where it is)"
)
needs_checkout = pytest.mark.skipif(
    not (ROOT / "README.md").is_file(), reason="looks at the checkout, and only the tests are here"
)


def run(*command: str | Path, cwd: Path | None = None, stdin: str = "", check: bool = True) -> tuple[int, str, str]:
    """Run a command of this environment and return its exit code, standard output and standard error."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    if check and done.returncode:
        raise AssertionError(
            f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        )
    return done.returncode, done.stdout, done.stderr


def zhitu(*arguments: str | Path, cwd: Path | None = None, stdin: str = "", check: bool = True) -> tuple[int, str, str]:
    """Run the command line in a process of its own, as a person does."""
    return run(Path(sys.executable).parent / "zhitu", *arguments, cwd=cwd, stdin=stdin, check=check)
