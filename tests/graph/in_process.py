"""The command line, run in the process of the tests."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import main

Result = tuple[int, str, str]
Zhitu = Callable[..., Result]


def caller(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Zhitu:
    """Return a function that runs ``zhitu`` with its arguments and gives exit code, output and messages."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["zhitu", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        code = ended.value.code
        assert isinstance(code, int | None)
        assert "Traceback" not in err
        return code or 0, out, err

    return call
