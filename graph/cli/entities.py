"""``zhitu entities``: look at the nodes of a graph, ask why they are there, and correct them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from graph import amendments, curation
from graph.cli.console import AsJson, Graph, Lexicons, Ontology, out, out_table, say
from graph.corrections import to_line
from graph.curation import Amended
from graph.finding import Listed, find, search
from graph.knowledge import KnowledgeGraph
from graph.reasons import CORRECTION, Called, Reason, Why, why
from graph.results import text_table
from graph.terms import entity_iri
from ontology.lexicon import Lexicon
from ontology.vocabulary import LANGUAGES

SHOWN: Final = 50

EXAMPLES: Final = """\
\b
Examples:
  zhitu entities list -g my-graph --unknown
  zhitu entities why 輝達 -g my-graph
  zhitu entities merge 深度求索公司 DeepSeek -g my-graph
  zhitu entities split Huawei 华为云 --as Huawei_Cloud --type Company -g my-graph
  zhitu entities undo 2 -g my-graph
"""

Who = Annotated[str, typer.Argument(metavar="NAME-or-ID", help="A name in any script and case, or the id.")]
Reasoned = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, to be kept with the correction.")]
Dated = Annotated[str, typer.Option("--date", metavar="DATE", help="When, to be kept with the correction.")]
Type = Annotated[str, typer.Option("--type", metavar="CLASS", help="A class, such as Company or Model.")]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at the entities of a graph, ask why they are there, and correct them.",
    epilog=EXAMPLES,
)


@app.command("list")
def list_entities(
    *,
    graph: Graph,
    type_: Type = "",
    unknown: Annotated[bool, typer.Option("--unknown", help="Only those that no lexicon knows.")] = False,
    text: Annotated[str, typer.Option("--search", metavar="TEXT", help="Only those with this in a name.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="Show so many; 0 shows all.")] = SHOWN,
    as_json: AsJson = False,
) -> None:
    """List entities, those with most mentions first."""
    with KnowledgeGraph.open(graph) as kg:
        found = search(kg, text=text, type_=type_, unknown=unknown)
    shown = found[: limit or len(found)]
    if as_json:
        out(_json([_entity_json(each) for each in shown]))
        return
    rows = [_cells(each) for each in shown]
    out_table(text_table(["id", "label", "class", "lexicon", "mentions", "documents"], rows, numeric=(4, 5)))
    if len(shown) < len(found):
        say(f"zhitu: {len(shown)} of {len(found)} entities; --limit 0 shows all")


@app.command("show")
def show_entity(name: Who, graph: Graph, as_json: AsJson = False) -> None:
    """Show an entity: its names, its facts, and how much is said of it."""
    with KnowledgeGraph.open(graph) as kg:
        entity, others = find(kg, name)
        _say_others(name, entity.id, others)
        counts = next((each for each in kg.mentioned() if each[0] == entity.id), (entity.id, 0, 0))
        claims = sum(
            entity.id in (claim.subject, claim.object)
            for record in kg.documents_of(entity.id)
            for claim in record.claims
        )
        facts = [fact for fact in kg.facts() if entity.id in (fact[0], fact[2])]
        facts += [(entity.id, "versionOf", family) for family in kg.families(entity.id)]
        facts += [(version, "versionOf", entity.id) for version in kg.versions_of(entity.id)]
    listed = Listed(entity, counts[1], counts[2])
    if as_json:
        out(_json({**_entity_json(listed), "claims": claims, "facts": [list(fact) for fact in facts]}))
        return
    out("".join(f"{line}\n" for line in _shown(listed, claims, facts)))


@app.command("why")
def explain_entity(
    name: Who, graph: Graph, lexicon: Lexicons = None, ontology: Ontology = None, as_json: AsJson = False
) -> None:
    """Tell why an entity is in the graph: its names, the rules that found them, and on which words."""
    with KnowledgeGraph.open(graph) as kg:
        entity, others = find(kg, name)
        _say_others(name, entity.id, others)
        told = why(kg, entity, _lexicon(lexicon, ontology) if entity.known else None)
    out(_json(told.to_json()) if as_json else "".join(f"{line}\n" for line in _explained(told)))


@app.command("merge")
def merge_entities(
    a: Who,
    b: Who,
    graph: Graph,
    into: Annotated[
        str, typer.Option("--into", metavar="NAME-or-ID", help="Which stays; else the known one, or the more frequent.")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Merge different classes, and entities that the lexicon tells apart.")
    ] = False,
    reason: Reasoned = "",
    date: Dated = "",
) -> None:
    """Make two entities one, now and in every later build."""
    _tell(amendments.merge(graph, a, b, into=into, force=force, reason=reason, date=date))


@app.command("split")
def split_entity(
    entity: Who,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that means something else.")],
    graph: Graph,
    into: Annotated[
        str, typer.Option("--as", metavar="ID", help="Id of the other entity, a new one or one of the graph.")
    ] = "",
    type_: Type = "",
    doc: Annotated[str, typer.Option("--doc", metavar="DOC", help="Only in this document.")] = "",
    reason: Reasoned = "",
    date: Dated = "",
) -> None:
    """Make the mentions with one name another entity, now and in every later build."""
    _tell(amendments.split(graph, entity, name, into=into, type_=type_, doc=doc, reason=reason, date=date))


@app.command("rename")
def rename_entity(
    entity: Who,
    graph: Graph,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="The new label.")] = "",
    type_: Type = "",
    reason: Reasoned = "",
    date: Dated = "",
) -> None:
    """Give an entity another label or class, now and in every later build; its id stays."""
    _tell(amendments.rename(graph, entity, label, type_=type_, reason=reason, date=date))


@app.command("undo")
def undo_correction(
    number: Annotated[int, typer.Argument(metavar="N", help="Number of the correction.")], graph: Graph
) -> None:
    """Take a correction back."""
    _tell(curation.undo(graph, number), "took back ")


@app.command("corrections")
def list_corrections(graph: Graph, as_json: AsJson = False) -> None:
    """List what was corrected by hand."""
    known = curation.corrections_of(graph)
    with KnowledgeGraph.open(graph) as kg:
        pending = [each for each in known if each.effect not in {one.effect for one in kg.corrections}]
    if as_json:
        out("".join(f"{to_line(each)}\n" for each in known))
    else:
        rows = [[str(each.id), each.kind, each.told(), each.reason, each.date] for each in known]
        out_table(text_table(["number", "kind", "what", "reason", "date"], rows, numeric=(0,)))
    if pending:
        numbers = ", ".join(str(each.id) for each in pending)
        say(f"zhitu: not carried out yet: {numbers}; the next build does")


def _lexicon(files: list[Path] | None, ontology: Path | None) -> Lexicon:
    from ontology.domain import load_lexicon_of  # noqa: PLC0415 - only a known entity needs the lexicon

    return load_lexicon_of(ontology, files or ())


def _say_others(name: str, id_: str, others: Iterable[Listed]) -> None:
    for each in others:
        say(f"zhitu: {name} is taken as {id_}; called so too: {each.told}")


def _tell(done: Amended, before: str = "") -> None:
    """Tell what a correction came to."""
    documents = f"{len(done.documents)} document{'' if len(done.documents) == 1 else 's'} redone"
    out(f"{before}correction {done.correction.id}: {done.correction.told()}; {documents}, {done.quads:,} quads\n")
    for what, number in done.notes:
        say(f"zhitu: {number} {what}")


def _cells(listed: Listed) -> list[str]:
    entity = listed.entity
    known = "" if entity.known else "unknown"
    return [entity.id, entity.label, entity.type, known, f"{listed.mentions:,}", f"{listed.documents:,}"]


def _shown(listed: Listed, claims: int, facts: list[tuple[str, str, str]]) -> Iterator[str]:
    entity = listed.entity
    yield f"{entity.id}  {entity.label} ({'/'.join(entity.types)}{'' if entity.known else ', unknown to the lexicon'})"
    yield f"  iri        {entity_iri(entity.id)}"
    if entity.wikidata:
        yield f"  wikidata   {entity.wikidata}"
    for language in (*LANGUAGES, ""):
        if texts := "; ".join(name.text for name in entity.names if name.language == language):
            yield f"  {language or 'names':<10} {texts}"
    yield f"  said       {listed.mentions:,} mentions in {listed.documents:,} documents, {claims:,} claims"
    for fact in facts:
        yield f"  fact       {' '.join(fact)}"


def _explained(told: Why) -> Iterator[str]:
    entity = told.entity
    known = ", known to the lexicon" if entity.known else ", unknown to the lexicon"
    yield f"{entity.id}  {entity.label} ({'/'.join(entity.types)}{known})"
    if told.entry is not None:
        entry = told.entry
        related = "".join(f", {what} {id_}" for what, id_ in (("parent", entry.parent), ("maker", entry.maker)) if id_)
        names = "; ".join(dict.fromkeys(text for text, _ in entry.names))
        yield f"  lexicon row {entry.id}: {'/'.join(entry.types)}{related}; {names}"
    elif entity.known:
        yield "  its lexicon row is in none of the files at hand; give yours by --lexicon FILE"
    for name in told.called:
        yield from _name(name)
    if told.silent:
        yield f"  other names, in no text of the graph: {'; '.join(told.silent)}"
    for correction in told.corrections:
        because = f" ({correction.reason})" if correction.reason else ""
        yield f"  correction {correction.id}: {correction.told()}{because}"


def _name(name: Called) -> Iterator[str]:
    yield f"  {name.text}  {_times(name.mentions, name.documents)}"
    for reason in name.reasons:
        place = reason.place
        yield f"    {_rule(reason)}, {_times(reason.mentions, reason.documents)}"
        yield f"      {place.doc} {place.start}–{place.end}: {place.context}"


def _rule(reason: Reason) -> str:
    if reason.rule == CORRECTION:
        return f"by correction: {reason.other}"
    return f"joined with {reason.other} by rule {reason.rule}" if reason.other else f"found by rule {reason.rule}"


def _times(mentions: int, documents: int) -> str:
    return f"{mentions:,} mention{'s' * (mentions != 1)} in {documents:,} document{'s' * (documents != 1)}"


def _entity_json(listed: Listed) -> dict[str, Any]:
    entity = listed.entity
    return {
        "id": entity.id,
        "iri": entity_iri(entity.id),
        "label": entity.label,
        "type": entity.type,
        "known": entity.known,
        "wikidata": entity.wikidata,
        "names": [{"text": name.text, "language": name.language} for name in entity.names],
        "mentions": listed.mentions,
        "documents": listed.documents,
    }


def _json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
