"""Hand-made analyses: a line language that says exactly which entities and claims a document has.

One statement a line, fields separated by ``|``::

    relation|OpenAI:Company|develops|GPT-4:Model|asserted
    quantity|GPT-4:Model|trainingCost|78000000|USD|2023|asserted
    relation|GM:Company|acquires|Cruise:Company|asserted|2016
    quantity|GPT-4:Model|trainingCost|78000000|USD|2023|asserted|about
    entity|NVIDIA:Company
    version|GPT-4:Model|GPT
    date|2024-05-01
    title|更正

The time of a relation and the bound of a figure may be left out. The evidence of a claim is its whole line.
A line ``broken`` makes the document fail, ``crash`` is a defect of the extractor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from extract.errors import ReadError
from extract.model import (
    Analysis,
    Aside,
    Claim,
    CleanText,
    Document,
    Edit,
    Encoding,
    Entity,
    Evidence,
    Mention,
    Metadata,
    Name,
    OffsetMap,
    Source,
    Span,
)
from extract.reading.decoding import digest

KNOWN = {
    "OpenAI": (Name("OpenAI", "en"), Name("开放人工智能研究中心", "zh-Hans")),
    "NVIDIA": (Name("NVIDIA", "en"), Name("英伟达", "zh-Hans"), Name("輝達", "zh-Hant")),
    "Microsoft": (Name("Microsoft", "en"), Name("微软", "zh-Hans"), Name("微軟", "zh-Hant")),
}
WIKIDATA = {"OpenAI": "Q21708200"}

COSTS = (
    "relation|OpenAI:Company|develops|GPT-4:Model|asserted\n"
    "quantity|GPT-4:Model|trainingCost|78000000|USD|2023|asserted\n"
)
MONEY = (
    "relation|Microsoft:Company|investsIn|OpenAI:Company|asserted\n"
    "relation|OpenAI:Company|partnersWith|Microsoft:Company|asserted\n"
)
CHIPS = "entity|NVIDIA:Company\nrelation|NVIDIA:Company|supplies|Microsoft:Company|planned\n"
DENIAL = "relation|Microsoft:Company|investsIn|OpenAI:Company|denied\n"


@dataclass(frozen=True)
class LineExtractor:
    """An extractor for the line language."""

    fingerprint: str = "0.1-test"

    def __call__(self, source: Source) -> Analysis:
        return analyse(source.doc, source.data.decode("utf-8"), digest(source))


def analyse(doc: str, text: str, digest_: str = "0" * 64) -> Analysis:
    """Return what *text* says."""
    if "broken" in text:
        raise ReadError(f"{doc}: broken")
    if "crash" in text:
        raise RuntimeError("a defect")
    claims: list[Claim] = []
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    start = 0
    for line in text.splitlines(keepends=True):
        evidence = Evidence(start, start + len(line.rstrip("\n")), line.rstrip("\n"))
        fields = evidence.quote.split("|")
        if fields[0] in ("entity", "relation", "quantity", "version"):
            claim = _claim(doc, fields, evidence)
            for field in fields[1:4]:
                if ":" in field:
                    _mention(field, evidence, entities, mentions)
            if fields[0] == "version":
                id_ = fields[1].split(":")[0]
                entities[id_] = replace(entities[id_], family=fields[2])
            if claim is not None:
                claims.append(claim)
        start += len(line)
    clean = CleanText(
        text,
        text,
        OffsetMap((0,), (0,), (len(text),), (True,)),
        edits=(Edit(Span(0, 0), "test"),),
        asides=(Aside(Span(0, 0), "test"),),
    )
    lines = [line.split("|") for line in text.splitlines()]
    told = {kind: values[0] for kind, *values in lines if kind in ("date", "title")}
    document = Document(doc, text, Encoding("utf-8", "test"), metadata=Metadata(**told), digest=digest_)
    return Analysis(
        document,
        clean,
        sentences=(Span(0, len(text)),),
        mentions=tuple(mentions),
        entities=tuple(entities.values()),
        claims=tuple(claims),
        notes=(("test", 1),),
    )


def _claim(doc: str, fields: list[str], evidence: Evidence) -> Claim | None:
    subject = fields[1].split(":")[0]
    if fields[0] == "relation":
        _, _, predicate, object_, modality, *time = fields
        to, when = object_.split(":")[0], time[0] if time else None
        return Claim(doc, "relation", subject, predicate, evidence, object=to, time=when, modality=modality)
    if fields[0] == "quantity":
        _, _, metric, value, unit, stated, modality, *bound = fields
        return Claim(
            doc,
            "quantity",
            subject,
            metric,
            evidence,
            value=Decimal(value),
            unit=unit,
            time=stated or None,
            modality=modality,
            bound=bound[0] if bound else "",
        )
    return None


def _mention(field: str, evidence: Evidence, entities: dict[str, Entity], mentions: list[Mention]) -> None:
    id_, type_ = field.split(":")
    entity = entities.get(id_) or Entity(
        id_, id_, type_, KNOWN.get(id_, (Name(id_),)), known=id_ in KNOWN, wikidata=WIKIDATA.get(id_)
    )
    entities[id_] = replace(entity, mentions=(*entity.mentions, evidence))
    mentions.append(Mention(Span(evidence.start, evidence.end), id_, type_, id_, "test"))


def write(folder: Path, files: dict[str, str]) -> Path:
    """Make *files* all that stands in *folder*, and return it; a file that is as it should be is not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        path, data = folder / name, text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return folder
