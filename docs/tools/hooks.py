"""What mkdocs does beside its plugins: pages that are made, and links that GitHub and the site both follow."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # the pages tell of this checkout, whatever else is installed

ROOT_PAGES = {
    "README.md": "index.md",
    "README.zh.md": "index.zh.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "LICENSE": "license.md",
}
_ORIGIN = {uri: name for name, uri in ROOT_PAGES.items()}
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")
_FENCE = re.compile(r"^```(\w+) (\S+)$", re.MULTILINE)
_BLOCK = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand in the root of the repository, and those that are made from the code."""
    made = {uri: (ROOT / name).read_text(encoding="utf-8") for name, uri in ROOT_PAGES.items()}
    made["license.md"] = f"# Licence\n\n```\n{made['license.md']}```\n"
    made |= {"commands.md": commands_page(), "python.md": python_page(), "decisions/index.md": decisions_page()}
    for uri, content in made.items():
        files.append(File.generated(config, uri, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Turn links into the repository into links of the site, and the file name of a block into its title."""
    parts = _BLOCK.split(markdown)
    for n, part in enumerate(parts):
        if n % 2:
            parts[n] = _FENCE.sub(r'```\1 title="\2"', part)
        else:
            parts[n] = _LINK.sub(lambda link: _relinked(link, page.file.src_uri, files), part)
    return "".join(parts)


def _relinked(link: re.Match[str], uri: str, files: Files) -> str:
    image, text, target, anchor = link.groups()
    origin = _ORIGIN.get(uri) or f"docs/{uri}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), target))
    there = ROOT_PAGES.get(path) or path.removeprefix("docs/")
    there = "decisions/index.md" if there == "decisions" else there
    if files.get_file_from_path(there) is None:
        return text  # a file of the repository that is no page, such as a folder of the code
    return f"{image}[{text}]({posixpath.relpath(there, posixpath.dirname(uri) or '.')}{anchor or ''})"


def commands_page() -> str:
    """Return what every command says of itself."""
    import typer.main  # noqa: PLC0415 - only the page needs them
    from click import Context  # noqa: PLC0415

    from graph.cli import app  # noqa: PLC0415

    lines = [
        "# Commands",
        "",
        "What `zhitu COMMAND --help` says. Results go to standard output, messages to standard error.",
        "",
    ]
    for words, command in _commands(typer.main.get_command(app)):
        context = Context(command, info_name=f"zhitu {words}", terminal_width=100, max_content_width=100)
        lines += [f"## zhitu {words}", "", "```text", command.get_help(context), "```", ""]
    return "\n".join(lines)


def _commands(group: Any, words: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{words}{name} ")
        else:
            yield words + name, command


def python_page() -> str:
    """Return the public names of ``zhitu``, from where each really stands."""
    import zhitu  # noqa: PLC0415

    lines = ["# Python", "", "`import zhitu` gives these names; each is loaded when it is used.", ""]
    for name in zhitu.__all__:
        if place := zhitu._PLACES.get(name):
            module, _, inner = place.partition(":")
            also = inner.rpartition(".")[2] not in {"", name}
            lines += [
                *([f"`zhitu.{name}` is what stands next.", ""] if also else []),
                f"::: {module}.{inner or name}",
                "",
            ]
    return "\n".join(lines)


def decisions_page() -> str:
    """Return the list of decision records."""
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [record.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for record in records]
    listed = [f"- [{title}]({record.name})" for title, record in zip(titles, records, strict=True)]
    return "\n".join(
        ["# Decisions", "", "Why things are as they are, in the order in which it was decided.", "", *listed, ""]
    )
