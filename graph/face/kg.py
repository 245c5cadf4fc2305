"""The graph as a researcher meets it: questions in words, answers that show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

import pyoxigraph as ox

from graph import asking, conflicts, finding
from graph.face import markup
from graph.face.answers import Rows, answer
from graph.face.cards import Card
from graph.face.choosing import Names, choice, chosen_class, chosen_document, chosen_unit, predicates
from graph.face.claims import Claims, Figures, Said, Teller
from graph.face.errors import ChoiceError
from graph.face.joined import Joined
from graph.face.listing import Table
from graph.face.papers import Paper, Report
from graph.face.views import Comparison, Conflicts, Timeline
from graph.knowledge import KnowledgeGraph as Reader
from graph.record import Record

if TYPE_CHECKING:
    import rdflib

    from graph.face.scores import Scores
    from graph.validation import ValidationReport

_NAMES: Final = 8


class KnowledgeGraph(Joined):
    """A graph that is open for exploring; get one from ``zhitu.build`` or ``zhitu.open``.

    Entities are given by any of their names, in any script and case; relations, metrics and modalities by their names
    or labels (``investsIn``, ``投资``). It is a context manager; what it shows does not change while it is open.

    Args:
        graph: The graph as programs read it; it stays at hand as :attr:`graph`.
        report: What the build did, where one was done.
        held: What is let go of with the graph.
    """

    def __init__(self, graph: Reader, report: Report | None = None, held: ExitStack | None = None) -> None:
        super().__init__(graph)
        self.report = report
        self._held = held or ExitStack()
        self._teller = Teller(graph)

    @classmethod
    def open(cls, folder: str | Path, *, infer: bool = False) -> KnowledgeGraph:
        """Open the graph kept in *folder*.

        Args:
            folder: The graph folder.
            infer: Whether to show, in a named graph of its own, what follows by the ontology.

        Raises:
            NoGraphError: When there is no graph in it.
        """
        return cls(Reader.open(folder, infer=infer))

    def close(self) -> None:
        """Let go of the folder."""
        self.graph.close()
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self.graph)

    def __bool__(self) -> bool:
        """A graph is true even when it is empty."""
        return True

    @property
    def folder(self) -> Path:
        """The graph folder."""
        return self.graph.folder

    # --- questions in SPARQL ---

    def query(self, sparql: str) -> Rows | bool:
        """Answer a SPARQL query over all graphs at once; the prefixes of the project need not be declared.

        Returns:
            The rows of a ``SELECT``, the triples of a ``CONSTRUCT``, or yes or no.

        Raises:
            QueryError: When the query is malformed, with line and column.
        """
        return answer(self.graph.query(sparql))

    def ask(self, question: str, **values: str | int) -> Rows | bool:
        """Answer a question of the library: ``kg.ask("training-costs", model="GPT-4")``.

        Raises:
            AskError: There is no such question, or it cannot be asked so; with the nearest.
        """
        return answer(asking.ask(self.graph, question, {name: str(value) for name, value in values.items()}))

    def questions(self) -> Table:
        """Return the questions of the library, with what each can be asked about."""
        return Table(
            ("question", "title", "标题", "parameters"),
            [
                (each.name, each.titles["en"], each.titles["zh-Hans"], " ".join(p.name for p in each.parameters))
                for each in asking.questions()
            ],
        )

    # --- entities ---

    def entity(self, name: str) -> Card:
        """Return what is known and said of an entity.

        Raises:
            EntityError: No entity is called so, with the nearest; or several are, with all of them.
        """
        entity, others = finding.find(self.graph, name)
        told = self.graph.mentions_of(entity.id)
        documents = tuple(doc for doc, _ in told)
        mentions = sum(number for _, number in told)
        return Card(entity, mentions, documents, self.claims(entity=entity.id), tuple(o.entity.id for o in others))

    def entities(self, text: str = "", *, type: str | None = None) -> Table:  # noqa: A002 - the word that one looks for
        """Return the entities that a text is part of a name of, those with most mentions first."""
        found = finding.search(self.graph, text=text, type_=chosen_class(type) if type else "")
        return Table(
            ("id", "label", "type", "mentions", "documents", "known"),
            [(e.entity.id, e.entity.label, e.entity.type, e.mentions, e.documents, e.entity.known) for e in found],
        )

    # --- claims ---

    def claims(
        self,
        subject: str | None = None,
        relation: Names = None,
        object: str | None = None,  # noqa: A002 - subject, relation, object
        *,
        entity: str | None = None,
        modality: Names = None,
        since: str | int | None = None,
        until: str | int | None = None,
        document: str | None = None,
    ) -> Claims:
        """Return claims by document and place in the text.

        Args:
            subject: Of whom they are.
            relation: One or several relations or metrics.
            object: To whom.
            entity: Subject or object.
            modality: How they are put: ``asserted``, ``planned``, ``forecast``, ``denied``, ``hypothetical``.
            since: Those about a time not before this (``2024``, ``2024-Q2``, ``2024-06-05``); where a claim states no
                time, the date of its document counts.
            until: Those about a time not after this.
            document: Id of the document, or a part of it.

        Raises:
            ChoiceError: There is no such relation, modality, document or time; with the nearest that there is.
            EntityError: No entity is called so, or several are.
        """
        return Claims(
            self._said(
                subject=subject, object_=object, entity=entity, predicate=relation, modality=modality, since=since,
                until=until, document=document,
            )
        )  # fmt: skip

    def quantities(
        self,
        metric: Names = None,
        subject: str | None = None,
        *,
        unit: str | None = None,
        modality: Names = None,
        since: str | int | None = None,
        until: str | int | None = None,
    ) -> Figures:
        """Return the claims of figures, as :meth:`claims` does: ``kg.quantities("trainingCost").to_pandas()``."""
        known = predicates(self.graph, "metric")
        wanted = sorted(set(known.values())) if metric is None else metric
        said = self._said(subject=subject, predicate=wanted, what="metric", modality=modality, since=since, until=until)
        measure = None if unit is None else chosen_unit(self.graph, unit)
        return Figures(each for each in said if measure in (None, each.unit))

    def timeline(
        self,
        entity: str | None = None,
        *,
        relation: Names = None,
        modality: Names = None,
        since: str | int | None = None,
        until: str | int | None = None,
    ) -> Timeline:
        """Return the claims that state a time, the earliest first; of those that say the same, the surest."""
        return Timeline(self._said(entity=entity, predicate=relation, modality=modality, since=since, until=until))

    def compare(self, *names: str) -> Comparison:
        """Return entities side by side: their asserted figures and relations.

        Raises:
            ChoiceError: Fewer than two are given.
        """
        if len(names) < 2:
            raise ChoiceError(f"to compare takes two entities or more, and {len(names)} was given")
        return Comparison([self.entity(name) for name in names])

    def conflicts(self, entity: str | None = None) -> Conflicts:
        """Return what sources disagree on, of one entity or of all."""
        id_ = None if entity is None else finding.find(self.graph, entity)[0].id
        return Conflicts(conflicts.conflicts(self.graph, id_))

    def _said(self, **given: Any) -> Iterator[Said]:
        wanted = choice(self.graph, **given)
        for record in wanted.records(self.graph):
            date = record.document.metadata.date
            yield from self._teller.tell(record, (each for each in record.claims if wanted.fits(each, date)))

    # --- the documents, and how well they were read ---

    def sources(self) -> Table:
        """Return the documents: where from, of when, in which script, and how much was read."""
        rows, originals = [], self.graph.reprints()
        for record in self.graph.documents():
            told, report = record.document.metadata, record.report
            head = (record.doc, told.title, told.publisher, told.date, record.document.encoding.name, record.script)
            kind = (report.spun, originals.get(record.doc))
            rows.append((*head, *kind, report.characters, len(record.entities), len(record.claims)))
        names = ("document", "title", "publisher", "date", "encoding", "script", "spun", "reprintOf")
        return Table((*names, "characters", "entities", "claims"), rows)

    def documents(self) -> Iterator[Paper]:
        """Yield all documents by id, with text, metadata, entities and claims."""
        for record in self.graph.documents():
            yield self._paper(record)

    def document(self, doc: str) -> Paper:
        """Return a document by its id, or a part of it: its text with names underlined and claims marked.

        Raises:
            ChoiceError: There is none, with the nearest; or several have the part.
        """
        return self._paper(self.graph.document(chosen_document(self.graph, doc)))

    def _paper(self, record: Record) -> Paper:
        return Paper(record, Claims(self._teller.tell(record, record.claims)))

    def evaluate(self, gold: str | Path, *, surer: float = 0.0, below: float | None = None) -> Scores:
        """Compare what was read with gold annotations, all claims or those of a confidence.

        Args:
            gold: Folder of annotations, a JSON file for each document.
            surer: Only claims at least so sure.
            below: Only claims less sure than this.

        Raises:
            EvaluationError: There are no annotations, or one is not what it should be.
        """
        from graph.face.scores import scores  # noqa: PLC0415 - used here alone

        return scores(self.graph, Path(gold), surer, below)

    # --- RDF ---

    def validate(self, shapes: str | Path | None = None) -> ValidationReport:
        """Check the graph against the SHACL shapes, and those of a file besides: ``.conforms``, ``.violations``."""
        from graph.validation import validate  # noqa: PLC0415 - pyshacl takes a while to load

        return validate(self.graph, None if shapes is None else Path(shapes))

    def export(self, format: str, path: str | Path) -> None:  # noqa: A002 - the word of the command line
        """Write the graph to a file, in any format of ``zhitu export``: ``turtle``, ``graphml``, ``csv`` and so on.

        Raises:
            ExportError: There is no such format, or the file cannot be written.
        """
        from graph.exports.registry import export  # noqa: PLC0415 - used here alone

        export(self.graph, format, path)

    def rdflib(self) -> rdflib.Dataset:
        """Return the graph as a Dataset of rdflib over the same store, as long as this graph is open."""
        return self.graph.rdflib()

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all quads."""
        return self.graph.quads()

    # --- how it shows itself ---

    def __repr__(self) -> str:
        return f"KnowledgeGraph({self._counts()})"

    def _repr_html_(self) -> str:
        top = finding.search(self.graph)[:_NAMES]
        names = ", ".join(f"{each.entity.label} ({each.mentions})" for each in top)
        statuses = self.report.statuses() if self.report else {}
        report = markup.faint(", ".join(f"{number} {status}" for status, number in statuses.items() if number))
        return markup.card(f"<b>知图 zhitu</b> {markup.text(self._counts())}<br>", f"{markup.text(names)}<br>", report)

    def _counts(self) -> str:
        documents = sum(1 for _ in self.graph.reports())
        entities, claims = sum(1 for _ in self.graph.fused()), sum(1 for _ in self.graph.told())
        return f"{documents} documents, {entities} entities, {claims} claims, {len(self)} quads"
