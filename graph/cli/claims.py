"""``zhitu claims``: what is said of an entity, claim by claim, and which of it was read wrongly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Final

import typer

from extract.model import Claim
from graph import amendments
from graph.cli.console import AsJson, Graph, out, out_table, say
from graph.exports.jsonlines import number
from graph.finding import find
from graph.knowledge import KnowledgeGraph
from graph.results import text_table
from graph.terms import claim_id

SHOWN: Final = 50

EXAMPLES: Final = """\
\b
Examples:
  zhitu claims list GPT-4 -g my-graph
  zhitu claims list 微软 -g my-graph --json
  zhitu claims wrong 1dbaa91e65f2c0d99a0c6e11 --reason "said of another model" -g my-graph
  zhitu entities undo 4 -g my-graph
"""

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at the claims about an entity, and mark those that were read wrongly.",
    epilog=EXAMPLES,
)


@app.command("list")
def list_claims(
    name: Annotated[str, typer.Argument(metavar="NAME-or-ID", help="A name in any script and case, or the id.")],
    graph: Graph,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="Show so many; 0 shows all.")] = SHOWN,
    as_json: AsJson = False,
) -> None:
    """List the claims about an entity with their ids and quotes, by document and place."""
    with KnowledgeGraph.open(graph) as kg:
        entity, _ = find(kg, name)
        found = list(_about(kg, entity.id))
    shown = found[: limit or len(found)]
    if as_json:
        out("".join(json.dumps(_json(each), ensure_ascii=False) + "\n" for each in shown))
        return
    out_table(text_table(["id", "claim", "modality", "document", "quote"], [_cells(each) for each in shown]))
    if len(shown) < len(found):
        say(f"zhitu: {len(shown)} of {len(found)} claims; --limit 0 shows all")


@app.command("wrong")
def mark_wrong(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its IRI.")],
    graph: Graph,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, to be kept with the correction.")] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="When, to be kept with the correction.")] = "",
) -> None:
    """Take a claim that was read wrongly out of the graph, now and in every later build."""
    done = amendments.mark_wrong(graph, claim, reason=reason, date=date)
    out(f"correction {done.correction.id}: {done.correction.told()}; {done.quads:,} quads\n")


def _about(graph: KnowledgeGraph, entity: str) -> Iterator[Claim]:
    for record in graph.documents_of(entity):
        yield from (claim for claim in record.claims if entity in (claim.subject, claim.object))


def _said(claim: Claim) -> str:
    figure = "" if claim.value is None else f"{number(claim.value):,} {claim.unit or ''}"
    return " ".join(filter(None, [claim.subject, claim.predicate, claim.object, figure, claim.time])).strip()


def _cells(claim: Claim) -> list[str]:
    quote = " ".join(claim.evidence.quote.split())
    return [claim_id(claim), _said(claim), claim.modality, claim.doc, f"「{quote}」"]


def _json(claim: Claim) -> dict[str, Any]:
    at = claim.evidence
    return {
        "id": claim_id(claim),
        "doc": claim.doc,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "value": number(claim.value),
        "unit": claim.unit,
        "time": claim.time,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "evidence": {"start": at.start, "end": at.end, "quote": at.quote},
    }
