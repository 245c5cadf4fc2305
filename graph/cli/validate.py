"""``zhitu validate``: check a graph against the shapes of the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

from graph.cli.console import CHECK_FAILED, AsJson, Graph, Ontology, out, say
from graph.knowledge import KnowledgeGraph
from graph.results import curie

if TYPE_CHECKING:
    from graph.validation import ValidationReport, Violation

EXAMPLES: Final = """\
\b
Examples:
  zhitu validate -g my-graph
  zhitu validate -g my-graph --json > report.json
  zhitu validate -g my-graph --ontology my-domain/
"""


def validate_graph(graph: Graph, as_json: AsJson = False, ontology: Ontology = None) -> None:
    """Check a graph against the shapes of the ontology, and those of your own domain.

    Exits with 1 on violations.
    """
    from graph.validation import validate  # noqa: PLC0415 - the validator takes a second to load
    from ontology.domain import shapes_of  # noqa: PLC0415

    shapes = None if ontology is None else shapes_of(ontology)
    with KnowledgeGraph.open(graph) as kg:
        report = validate(kg, shapes)
    if as_json:
        out(report.to_json())
    else:
        show_violations(report)
    if not report.conforms:
        raise typer.Exit(CHECK_FAILED)


def show_violations(report: ValidationReport) -> None:
    """Show each violation with the node, the document and the quote that it comes from."""
    if report.conforms and not report.violations:
        out("the graph satisfies all shapes\n")
        return
    for violation in report.violations:
        out(_told(violation))
    say(f"zhitu: {len(report.violations)} results, {'conforms' if report.conforms else 'does not conform'}")


def _told(violation: Violation) -> str:
    where = f" {_short(violation.path)}" if violation.path else ""
    value = f" = {_short(violation.value)}" if violation.value else ""
    lines = [f"{violation.severity}: {violation.message}", f"  {_short(violation.focus)}{where}{value}"]
    if violation.doc:
        lines.append(f"  {violation.doc}: {violation.quote}" if violation.quote else f"  {violation.doc}")
    return "\n".join(lines) + "\n"


def _short(term: str) -> str:
    return curie(term) if term.startswith(("http://", "https://")) else term
