"""``zhitu explain``: show what was read from each sentence, by which frame, and which frames nearly fired."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from extract.model import Analysis, Claim, Document
from graph.cli.console import AsJson, Frames, Lexicons, Ontology, fail, out, say, screen_width
from graph.cli.explained import as_json, as_text
from graph.knowledge import KnowledgeGraph
from graph.terms import claim_id

if TYPE_CHECKING:
    from extract.relations.explaining import Explained
    from ontology.domain import Domain

EXAMPLES: Final = """\
\b
Examples:
  zhitu explain article.txt
  zhitu explain article.txt --sentence 3
  echo 微软向OpenAI投资100亿美元。 | zhitu explain -
  zhitu explain article.txt --frames my-frames/ --lexicon my-names.tsv
  zhitu explain -g my-graph article.txt --claim 3f2a
  zhitu explain article.txt --ontology my-domain/
"""
_SHORTEST: Final = 4  # digits of a claim's id that a person must give


def explain_text(
    *,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A file, - for standard input, or with -g a document of the graph.")
    ],
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", metavar="GRAPH", help="The folder of the graph that FILE is in.")
    ] = None,
    sentence: Annotated[
        int | None, typer.Option("--sentence", metavar="N", min=1, help="Show this sentence only, counted from 1.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="ID", help="Show this claim only: its id, or how it begins.")
    ] = None,
    lexicon: Lexicons = None,
    frames: Frames = None,
    ontology: Ontology = None,
    json_: AsJson = False,
) -> None:
    """Show for each sentence its names, figures and times, its claims, and what fired or nearly fired.

    It is how to find out where a claim comes from, why one is missing, and how to write a new frame: of the frames
    in --frames and --ontology everything is told, of the shipped ones what nearly fired.
    """
    from extract.pipeline import Extractor  # noqa: PLC0415 - help needs no lexicon
    from ontology.domain import load_domain  # noqa: PLC0415

    domain = load_domain(ontology, tuple(lexicon or ()), tuple(frames or ()))
    extractor = Extractor(domain)
    own = _own(domain) if frames or ontology else frozenset()
    _try_examples(domain, own, ontology)
    pages: list[str] = []
    objects: list[object] = []
    for document in _documents(file, graph):
        analysis = extractor.analyse(document)
        wanted = None if claim is None else _claim(analysis, _id(claim), graph)
        found = list(_sentences(analysis, domain, own, wanted, sentence))
        if sentence is not None and not found:
            fail(f"{document.doc}: has {len(analysis.sentences)} sentences, none with the number {sentence}")
        objects.append(as_json(analysis, found, wanted))
        pages.append(as_text(analysis, found, wanted, width=screen_width()))
    if json_:
        out(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2) + "\n")
    else:
        out("\n".join(pages))


def _own(domain: Domain) -> frozenset[str]:
    """Return the ids of the relation frames that a person added."""
    from ontology.domain import SHIPPED  # noqa: PLC0415
    from ontology.frames import load_frames  # noqa: PLC0415

    shipped = frozenset(load_frames(SHIPPED / "frames").relations)
    return frozenset(frame.id for frame in domain.frames.relations if frame not in shipped)


def _try_examples(domain: Domain, own: Collection[str], ontology: Path | None) -> None:
    """Tell which examples of a person's own frames do not do what they should, of a whole domain all that is wrong."""
    from extract.checking import check_domain  # noqa: PLC0415
    from extract.relations.examples import failures  # noqa: PLC0415
    from ontology.domain import load_domain  # noqa: PLC0415

    if ontology is not None:
        for problem in check_domain(load_domain(ontology)):
            say(f"zhitu: {problem}")
        return
    for frame in domain.frames.relations:
        for problem in failures(frame) if frame.id in own else ():
            say(f"zhitu: {problem}")


def _documents(file: str, graph: Path | None) -> Iterator[Document]:
    """Yield the documents that a person means."""
    from extract.reading import Failure, Skipped, decode, read_sources  # noqa: PLC0415

    if graph is not None:
        with KnowledgeGraph.open(graph) as kg:
            try:
                yield kg.as_read(file).document
            except KeyError:
                fail(f"{graph}: holds no document {file!r}")
        return
    for found in read_sources([file]):
        if isinstance(found, Failure):
            fail(f"{found.origin}: {found.message}")
        elif isinstance(found, Skipped):
            fail(f"{found.origin}: {found.reason}")
        yield decode(found)


def _sentences(
    analysis: Analysis, domain: Domain, own: Collection[str], wanted: Claim | None, number: int | None
) -> Iterator[Explained]:
    """Yield the sentences that a person wants to see."""
    from extract.relations.explaining import explain, sentences_of  # noqa: PLC0415

    numbers = None if number is None else [number]
    if wanted is not None:
        numbers = sentences_of(analysis, wanted.evidence)
    yield from explain(analysis, domain.frames, own, numbers)


def _id(given: str) -> str:
    """Return a claim's id without what may stand before it."""
    id_ = given.rpartition("/")[2].removeprefix("zc:")
    if len(id_) < _SHORTEST:
        fail(f"--claim needs {_SHORTEST} digits or more of the id, got {given!r}")
    return id_


def _claim(analysis: Analysis, id_: str, graph: Path | None) -> Claim:
    """Return the claim of a document whose id begins with *id_*."""
    found = [claim for claim in analysis.claims if claim_id(claim).startswith(id_)]
    if len({claim_id(claim) for claim in found}) == 1:
        return found[0]
    doc = analysis.document.doc
    why = f"{len(found)} claims begin with {id_}; give more of the id" if found else f"gives no claim {id_}"
    if graph is not None and not found:
        why += " now; it was corrected, or built with other data (see --lexicon, --frames)"
    return fail(f"{doc}: {why}")
