"""The documents cannot rot: their commands run, and what they list is what there is."""

import re
import shutil
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import rdflib
import typer.main
from rdflib.namespace import RDFS

from extract.reading.readers import READERS
from graph.cli import app
from graph.exports.registry import EXPORTERS
from ontology.declared import KEYS, METRIC_KEYS
from ontology.domain import TEMPLATE
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS, ZT
from tests.shared import ROOMS, ROOT, SAMPLES, needs_checkout, run

pytestmark = [needs_checkout, pytest.mark.once]

READMES = ("README.md", "README.zh.md")
PAGES = sorted(
    file.relative_to(ROOT).as_posix()
    for file in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    if ROOT in file.parents
)
SET_UP = ("git ", "cd ", "make ", ". ")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shell_blocks(name: str) -> list[str]:
    """Return the fenced blocks of shell commands in a page."""
    return re.findall(r"^```sh\n(.*?)^```$", read(name), re.DOTALL | re.MULTILINE)


def outside_blocks(name: str) -> str:
    """Return a page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", read(name), flags=re.DOTALL | re.MULTILINE)


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading of the reference."""
    section = read("docs/reference.md").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split(" | ")] for line in table]


@pytest.mark.parametrize("readme", READMES)
def test_the_commands_of_a_readme_run(readme: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "extract" / "samples" / "articles")
    script = "".join(
        line
        for block in shell_blocks(readme)
        for line in block.splitlines(keepends=True)
        if not line.startswith(SET_UP)
    )

    assert "zhitu query" in script
    run("sh", "-eu", "-c", script, cwd=tmp_path)


@pytest.mark.parametrize("readme", READMES)
def test_the_answer_of_a_readme_is_the_real_one(readme: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "extract" / "samples" / "articles")
    asking = shell_blocks(readme)[1].removeprefix(". .venv/bin/activate\n")
    answer = re.findall(r"^```\n(model.*?)^```$", read(readme), re.DOTALL | re.MULTILINE)[0]
    _, out, _ = run("sh", "-eu", "-c", asking, cwd=tmp_path)

    figures = [re.split(r"\s{2,}", line)[:3] for line in answer.splitlines()]
    assert [row for row in figures if row not in [re.split(r"\s{2,}", line)[:3] for line in out.splitlines()]] == []


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", read(page), re.MULTILINE))

    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", outside_blocks(page))
    links += re.findall(r'(?:src|href)="(?!https?:|#)([^"#]+)"', outside_blocks(page))

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_the_readmes_say_the_same() -> None:
    english, chinese = (shell_blocks(name) for name in READMES)
    shapes = [
        [heading.count("#") for heading in re.findall(r"^(#+) ", outside_blocks(name), re.MULTILINE)]
        for name in READMES
    ]
    tables = [outside_blocks(name).count("\n|") for name in READMES]

    assert english == chinese
    assert shapes[0] == shapes[1]
    assert tables[0] == tables[1]


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command below a group."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


def test_the_commands_are_the_real_ones() -> None:
    documented = {tuple(takewhile(re.compile("[a-z][a-z-]*$").match, row[0].split()[1:])) for row in rows("Commands")}

    assert documented == set(commands(typer.main.get_command(app)))


def test_the_exports_are_the_real_ones() -> None:
    assert [row[0] for row in rows("Exports")] == list(EXPORTERS)


def test_the_endings_are_the_real_ones() -> None:
    assert {ending for row in rows("Sources") for ending in re.findall(r"\.[a-z.]+\b", row[1])} == {*READERS}


def test_what_may_be_declared_is_the_real_thing() -> None:
    listed = {key for row in rows("Domains") for key in re.findall(r"[a-z_]+", row[0].replace("`", ""))}

    assert {*KEYS, *METRIC_KEYS} <= listed
    assert {path.name for path in TEMPLATE.iterdir()} - {"README.md", "articles", "lexicon", "frames"} <= {
        name for row in rows("Domains") for name in re.findall(r"[a-z-]+\.[a-z]+", row[0])
    }


@pytest.mark.parametrize(
    ("heading", "real"),
    [
        ("Classes of entities", CLASSES),
        ("Relations", RELATIONS),
        ("Metrics", METRICS),
        ("Modalities", MODALITIES),
    ],
)
def test_the_reference_lists_the_vocabulary(heading: str, real: tuple[str, ...]) -> None:
    assert [row[0] for row in rows(heading)] == list(real)


@pytest.mark.parametrize(
    ("heading", "column"), [("Classes of entities", 2), ("Relations", 1), ("Metrics", 1), ("Modalities", 1)]
)
def test_the_chinese_labels_are_those_of_the_ontology(heading: str, column: int) -> None:
    ontology = rdflib.Graph().parse(ROOMS["ontology"] / "zhitu.ttl")
    labels = {row[0]: row[column] for row in rows(heading)}
    real = {
        name: str(label)
        for name in labels
        for label in ontology.objects(rdflib.URIRef(ZT + name), RDFS.label)
        if isinstance(label, rdflib.Literal) and label.language == "zh-Hans"
    }

    assert labels == real


def test_relations_of_the_reference_have_their_real_ends() -> None:
    ends = {row[0]: (row[2], row[3]) for row in rows("Relations")}
    real = {
        name: (
            "any" if len(relation.domain) == len(CLASSES) else ", ".join(relation.domain),
            "the same kind" if relation.same_kind else ", ".join(relation.range),
        )
        for name, relation in RELATIONS.items()
    }

    assert ends == real


def test_decision_records_are_numbered_and_complete() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. ")
        assert all(part in text for part in ("\n## Context\n", "\n## Decision\n", "\n## Consequences\n")), record.name
