"""How well a graph was read, against gold annotations: the figures of ``zhitu eval`` at hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.evaluation import Evaluation, Miss, document_key, evaluate, load_gold
from graph.exports.jsonlines import claim_records, entity_records
from graph.face.listing import Table
from graph.knowledge import KnowledgeGraph

_COLUMNS = ("what", "precision", "recall", "f1", "found", "right", "gold", "matched")


class Scores(Table):
    """Precision, recall and F1 by task, relation and metric.

    Args:
        evaluation: The figures.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        rows = []
        for name, tally in sorted(evaluation.tallies.items(), key=lambda item: (":" in item[0], item[0])):
            figures = (round(tally.precision, 4), round(tally.recall, 4), round(tally.f1, 4))
            rows.append((name, *figures, tally.predicted, tally.hits, tally.gold, tally.matched))
        super().__init__(_COLUMNS, rows)

    @property
    def accuracies(self) -> Table:
        """How often class, modality, time and evidence of what was found agree with the gold."""
        told = {name: agreed for name, agreed in self.evaluation.agreement.items() if agreed.compared}
        rows = [(name, round(each.right / each.compared, 4), each.compared) for name, each in sorted(told.items())]
        return Table(("what", "accuracy", "compared"), rows)

    @property
    def missed(self) -> Table:
        """What the gold has and was not found."""
        return _misses(self.evaluation.missed)

    @property
    def wrong(self) -> Table:
        """What was found and the gold does not have."""
        return _misses(self.evaluation.spurious)


def scores(graph: KnowledgeGraph, gold: Path, surer: float = 0.0, below: float | None = None) -> Scores:
    """Compare a graph with gold annotations; claims less sure than *surer*, or not less than *below*, are left out."""
    texts = {document_key(record.doc): record.document.text for record in graph.documents()}
    kept = [
        claim
        for claim in claim_records(graph)
        if claim["confidence"] >= surer and (below is None or claim["confidence"] < below)
    ]
    return Scores(evaluate(load_gold(gold), entity_records(graph), kept, texts))


def _misses(found: Sequence[Miss]) -> Table:
    return Table(
        ("kind", "document", "what", "quote"),
        [(each.kind, each.doc, " · ".join(each.what), each.quote or None) for each in found],
    )
