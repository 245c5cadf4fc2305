"""Score extracted entities and claims against gold annotations.

One fact counts once per article, however often the text repeats it; a second
node for an entity that was found already is a mistake, not a hit. Names are
compared folded (NFKC, Simplified, lower case, no punctuation), so any script
finds the gold entity.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import opencc

from ontology.errors import ZhituError

Record = Mapping[str, Any]

SYMMETRIC = frozenset({"partnersWith", "competesWith"})
OTHER = frozenset({"other", "otherMetric"})
NAMED = "quantity, named metric"
VALUE_TOLERANCE = 0.011
SUFFIXES = (".txt", ".html", ".md")
UNITS = {
    "percent": "%", "pct": "%", "times": "x", "倍": "x", "": "count", "1": "count", "people": "count", "rmb": "cny",
}  # fmt: skip
NOT_IN_NAMES = re.compile(r"[\W_]+")


class EvaluationError(ZhituError):
    """The gold annotations cannot be used."""


@dataclass(slots=True)
class Tally:
    """What was found and what there was to find, for one task or predicate."""

    predicted: int = 0
    hits: int = 0  # predictions that are right
    gold: int = 0
    matched: int = 0  # gold facts that were found

    @property
    def precision(self) -> float:
        """Return the share of the predictions that are right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the gold facts that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> dict[str, float]:
        """Return the figures as they are printed."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "predicted": self.predicted,
            "gold": self.gold,
            "matched": self.matched,
        }


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold fact that was not found, or a result that the gold does not have."""

    kind: str
    doc: str
    what: tuple[str, ...]
    quote: str = ""


@dataclass(slots=True)
class Agreement:
    """How often an attribute of something found agrees with the gold."""

    compared: int = 0
    right: int = 0

    def count(self, right: bool) -> None:
        """Add one comparison."""
        self.compared += 1
        self.right += right


@dataclass(slots=True)
class Evaluation:
    """All figures of one run."""

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    agreement: dict[str, Agreement] = field(default_factory=lambda: defaultdict(Agreement))
    split: int = 0  # entities found as two nodes
    missed: list[Miss] = field(default_factory=list)
    spurious: list[Miss] = field(default_factory=list)

    def rows(self) -> dict[str, dict[str, float] | float]:
        """Return the figures by name: tasks first, then each predicate, then the accuracies."""
        names = sorted(self.tallies, key=lambda name: (":" in name, name))
        rows: dict[str, dict[str, float] | float] = {name: self.tallies[name].row() for name in names}
        for what in ("type", "modality", "time", "evidence"):
            agreement = self.agreement[what]
            if agreement.compared:
                rows[f"{what} accuracy"] = round(agreement.right / agreement.compared, 4)
        rows["entities split in two"] = self.split
        return rows


def evaluate(
    gold: Iterable[Record],
    entities: Iterable[Record],
    claims: Iterable[Record],
    texts: Mapping[str, str] | None = None,
) -> Evaluation:
    """Compare the records of the ``entities`` and ``claims`` exports with gold annotations.

    Args:
        gold: One object per article.
        entities: Records of the ``entities`` export.
        claims: Records of the ``claims`` export.
        texts: The articles by document id; with them every evidence span is checked.

    Returns:
        Precision, recall and F1 by task and predicate, accuracies, and what went wrong.
    """
    result = Evaluation()
    found_entities, found_claims = _by_document(entities), _by_document(claims)
    for article in gold:
        doc = document_key(str(article["doc"]))
        result.articles += 1
        judge = _Judge(result, doc, article)
        judge.entities(found_entities.get(doc, ()))
        judge.claims(found_claims.get(doc, ()), None if texts is None else texts.get(doc, ""))
    return result


def load_gold(folder: Path) -> list[Record]:
    """Read the gold files of a folder, in the order of their names.

    Raises:
        EvaluationError: There are none, or one is not what it should be.
    """
    if not folder.is_dir():
        raise EvaluationError(f"{folder}: no such folder of gold annotations")
    gold = [_gold(path) for path in sorted(folder.glob("*.json"))]
    if not gold:
        raise EvaluationError(f"{folder}: no gold files (*.json) in it")
    return gold


def load_texts(folder: Path) -> dict[str, str]:
    """Read the UTF-8 articles of a folder by document id; those in another encoding are left to the reader."""
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            texts[document_key(path.name)] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def document_key(doc: str) -> str:
    """Return a document id without folder and extension."""
    name = Path(doc).name
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name


@functools.lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return a name folded for comparison."""
    simplified: str = _simplifier().convert(unicodedata.normalize("NFKC", name))
    return NOT_IN_NAMES.sub("", simplified.casefold())


def unit_key(unit: object) -> str:
    """Return a unit folded for comparison."""
    text = str(unit or "")
    text = text.rsplit("/", 1)[-1] if text.startswith("http") else text
    text = text.strip().lower()
    return UNITS.get(text, text)


def close(a: float | None, b: float | None) -> bool:
    """Tell whether two values agree within the tolerance."""
    if a is None or b is None:
        return a is b
    return a == b or abs(a - b) <= VALUE_TOLERANCE * max(abs(a), abs(b))


class _Judge:
    """Compare one article's results with its gold."""

    def __init__(self, result: Evaluation, doc: str, gold: Record) -> None:
        self.result, self.doc, self.gold = result, doc, gold
        self.by_id: dict[str, Record] = {entity["id"]: entity for entity in gold["entities"]}
        self.keys = {id_: _keys(entity) for id_, entity in self.by_id.items()}

    def entities(self, found: Sequence[Record]) -> None:
        """Match the entities found with the gold ones, each once."""
        tally, taken = self.result.tallies["entity"], set[str]()
        for entity in found:
            tally.predicted += 1
            match = next(iter(self._ids(entity)), None)
            if match is None:
                self._spurious("entity", entity.get("label"), entity.get("type"))
            elif match in taken:
                self.result.split += 1
                self._spurious("entity split", entity.get("label"), self.by_id[match]["name"])
            else:
                tally.hits += 1
                taken.add(match)
                self.result.agreement["type"].count(_local(entity.get("type")) == self.by_id[match]["type"])
        tally.gold += len(self.by_id)
        tally.matched += len(taken)
        for id_, entity in self.by_id.items():
            if id_ not in taken:
                self._missed("entity", entity["name"], entity["type"])

    def claims(self, found: Sequence[Record], text: str | None) -> None:
        """Match the claims found with the gold relations and quantities."""
        hit: set[tuple[str, int]] = set()
        said: set[tuple[str, ...]] = set()
        for claim in found:
            if text is not None:
                self.result.agreement["evidence"].count(_quotes(claim, text))
            if (fingerprint := _fingerprint(claim)) not in said:
                said.add(fingerprint)
                self._claim(claim, hit)
        for kind, pool, predicate in (("relation", "relations", "p"), ("quantity", "quantities", "metric")):
            for n, fact in enumerate(self.gold[pool]):
                self._gold_fact(kind, fact, fact[predicate], (kind, n) in hit)

    def _claim(self, claim: Record, hit: set[tuple[str, int]]) -> None:
        kind, predicate = _kind(claim), _local(claim.get("predicate"))
        tallies = self._tallies(kind, predicate)
        for tally in tallies:
            tally.predicted += 1
        pool = self.gold["relations" if kind == "relation" else "quantities"]
        same = self._same_relation if kind == "relation" else self._same_quantity
        n = next((n for n, fact in enumerate(pool) if same(claim, predicate, fact)), None)
        if n is None:
            self._spurious_claim(kind, predicate, claim)
            return
        for tally in tallies:
            tally.hits += 1
        if (kind, n) not in hit:
            self._attributes(claim, pool[n])
        hit.add((kind, n))

    def _same_relation(self, claim: Record, predicate: str, fact: Record) -> bool:
        if fact["p"] != predicate:
            return False
        subject, object_ = self._ids(claim.get("subject")), self._ids(claim.get("object"))
        if fact["s"] in subject and fact["o"] in object_:
            return True
        return predicate in SYMMETRIC and fact["o"] in subject and fact["s"] in object_

    def _same_quantity(self, claim: Record, predicate: str, fact: Record) -> bool:
        if fact["metric"] != predicate and not {fact["metric"], predicate} <= OTHER:
            return False
        if fact["s"] not in self._ids(claim.get("subject")) or unit_key(fact["unit"]) != unit_key(claim.get("unit")):
            return False
        value = claim.get("value")
        return close(fact["value"], value) or (value is not None and close(fact.get("value_max"), value))

    def _attributes(self, claim: Record, fact: Record) -> None:
        modality = _local(claim.get("modality")).lower()
        self.result.agreement["modality"].count(modality == fact.get("modality", "asserted"))
        if time := str(fact.get("time") or ""):
            self.result.agreement["time"].count(str(claim.get("time") or "")[: len(time)] == time)

    def _gold_fact(self, kind: str, fact: Record, predicate: str, found: bool) -> None:
        for tally in self._tallies(kind, predicate):
            tally.gold += 1
            tally.matched += found
        if not found:
            object_ = self.by_id[fact["o"]]["name"] if kind == "relation" else _figure(fact["value"], fact["unit"])
            self._missed(kind, self.by_id[fact["s"]]["name"], predicate, object_, quote=fact.get("evidence") or "")

    def _tallies(self, kind: str, predicate: str) -> list[Tally]:
        names = [kind, f"{kind}:{predicate}"]
        if kind == "quantity" and predicate not in OTHER:
            names.append(NAMED)
        return [self.result.tallies[name] for name in names]

    def _ids(self, entity: Record | None) -> list[str]:
        names = _keys(entity or {})
        return [id_ for id_, keys in self.keys.items() if keys & names]

    def _spurious_claim(self, kind: str, predicate: str, claim: Record) -> None:
        relation = kind == "relation"
        object_ = _label(claim.get("object")) if relation else _figure(claim.get("value"), claim.get("unit"))
        quote = (claim.get("evidence") or {}).get("quote") or ""
        self._spurious(kind, _label(claim.get("subject")), predicate, object_, quote=quote)

    def _spurious(self, kind: str, *what: object, quote: str = "") -> None:
        self.result.spurious.append(Miss(kind, self.doc, tuple(map(str, what)), quote))

    def _missed(self, kind: str, *what: object, quote: str = "") -> None:
        self.result.missed.append(Miss(kind, self.doc, tuple(map(str, what)), quote))


@functools.cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _gold(path: Path) -> Record:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not a gold file in JSON: {error}") from error
    if not isinstance(gold, dict) or not {"doc", "entities", "relations", "quantities"} <= gold.keys():
        raise EvaluationError(f"{path}: a gold file has 'doc', 'entities', 'relations' and 'quantities'")
    return gold


def _by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        grouped[document_key(str(record["doc"]))].append(record)
    return grouped


def _keys(entity: Record) -> set[str]:
    names = [entity.get("name"), entity.get("label"), *(entity.get("aliases") or [])]
    names += [mention.get("text") for mention in entity.get("mentions") or []]
    return {key for key in (name_key(str(name)) for name in names if name) if key}


def _kind(claim: Record) -> str:
    return "relation" if claim.get("object") else "quantity"


def _local(name: object) -> str:
    return str(name or "").rsplit("#", 1)[-1].rsplit(":", 1)[-1]


def _label(entity: Record | None) -> str:
    return str((entity or {}).get("label"))


def _figure(value: object, unit: object) -> str:
    return f"{value} {unit}"


def _fingerprint(claim: Record) -> tuple[str, ...]:
    predicate = _local(claim.get("predicate"))
    names = (_node(claim.get("subject")), predicate, _node(claim.get("object")))
    return _kind(claim), *names, str(claim.get("value")), unit_key(claim.get("unit"))


def _node(entity: Record | None) -> str:
    entity = entity or {}
    return str(entity.get("iri") or name_key(str(entity.get("label", ""))))


def _quotes(claim: Record, text: str) -> bool:
    evidence = claim.get("evidence") or {}
    quote = evidence.get("quote")
    return bool(quote) and text[evidence.get("start", 0) : evidence.get("end", 0)] == quote
