"""A small graph with everything that can make an export stumble: made by hand, built by the real build."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.model import (
    Analysis,
    Claim,
    CleanText,
    Document,
    Encoding,
    Entity,
    Evidence,
    Metadata,
    Name,
    OffsetMap,
    Source,
    Span,
)
from extract.reading.decoding import digest
from graph.build import build
from graph.knowledge import KnowledgeGraph

ENTITIES = {
    "OpenAI": Entity("OpenAI", "OpenAI", "Company", (Name("OpenAI", "en"),), known=True, wikidata="Q21708200"),
    "Microsoft": Entity(
        "Microsoft",
        "微软",
        "Company",
        (Name("微软", "zh-Hans"), Name("微軟", "zh-Hant"), Name("Microsoft", "en")),
        known=True,
    ),
    "NVIDIA": Entity(
        "NVIDIA",
        "英伟达",
        "Company",
        (Name("英伟达", "zh-Hans"), Name("輝達", "zh-Hant"), Name("NVIDIA", "en")),
        known=True,
    ),
    "GPT-4": Entity("GPT-4", "GPT-4", "Model", (Name("GPT-4", "en"),), known=True),
    "甲 & <乙>": Entity("甲 & <乙>", "甲 & <乙>", "Person", (Name('甲 & <乙> "丙"', "zh-Hans"),)),
    "US": Entity("US", "美国", "Place", (Name("美国", "zh-Hans"),), known=True),
}

COSTS = "微軟斥資100億美元投資OpenAI。\r\nGPT-4的訓練成本為7800萬至8500萬美元，\x0b據甲 & <乙>稱。"
MONEY = "微软与OpenAI合作，并于2019年投资OpenAI。\n英伟达向微软供应芯片。甲 & <乙>是微软的前顾问。"
PLANS = "OpenAI 计划收购 甲</script>公司。OpenAI没有起诉微软。OpenAI\t亏损 5.4 亿美元，增长 (同比) 12.5%。"

Spec = dict[str, Any]

TEXTS = {"costs.txt": COSTS, "news/money.txt": MONEY, "news/plans.txt": PLANS}
CLAIMS: dict[str, list[Spec]] = {
    "costs.txt": [
        {
            "quote": "微軟斥資100億美元投資OpenAI",
            "subject": "Microsoft",
            "predicate": "investsIn",
            "object": "OpenAI",
            "amount": (Decimal(10) ** 10, "USD"),
            "confidence": 0.9,
        },
        {
            "quote": "GPT-4的訓練成本為7800萬至8500萬美元，\x0b據甲 & <乙>稱",
            "subject": "GPT-4",
            "predicate": "trainingCost",
            "value": Decimal(78_000_000),
            "value_max": Decimal(85_000_000),
            "unit": "USD",
            "attributed_to": "甲 & <乙>",
        },
    ],
    "news/money.txt": [
        {"quote": "微软与OpenAI合作", "subject": "Microsoft", "predicate": "partnersWith", "object": "OpenAI"},
        {
            "quote": "微软与OpenAI合作，并于2019年投资OpenAI",
            "subject": "Microsoft",
            "predicate": "investsIn",
            "object": "OpenAI",
            "time": "2019",
        },
        {"quote": "英伟达向微软供应芯片", "subject": "NVIDIA", "predicate": "supplies", "object": "Microsoft"},
        {
            "quote": "甲 & <乙>是微软的前顾问",
            "subject": "甲 & <乙>",
            "predicate": "worksFor",
            "object": "Microsoft",
            "role": "顾问",
            "time": "past",
        },
    ],
    "news/plans.txt": [
        {
            "quote": "OpenAI 计划收购 甲</script>公司",
            "subject": "OpenAI",
            "predicate": "acquires",
            "object": "NVIDIA",
            "modality": "planned",
        },
        {
            "quote": "OpenAI没有起诉微软",
            "subject": "OpenAI",
            "predicate": "sues",
            "object": "Microsoft",
            "modality": "denied",
        },
        {
            "quote": "OpenAI\t亏损 5.4 亿美元",
            "subject": "OpenAI",
            "predicate": "profit",
            "value": Decimal(-540_000_000),
            "unit": "USD",
            "time": "2024-Q2",
        },
        {
            "quote": "增长 (同比) 12.5%",
            "subject": "OpenAI",
            "predicate": "growth",
            "value": Decimal("12.5"),
            "unit": "%",
            "change": "营收",
            "modality": "forecast",
        },
    ],
}


@dataclass
class HandExtractor:
    """Knows the texts above, and says of each exactly what stands there."""

    fingerprint: str = "by-hand"

    def __call__(self, source: Source) -> Analysis:
        text = source.data.decode("utf-8")
        clean = CleanText(text, text, OffsetMap((0,), (0,), (len(text),), (True,)))
        metadata = Metadata(title=f"标题 {source.doc}", date="2024-07-28", url="https://example.org/a?b=1&c=2")
        document = Document(source.doc, text, Encoding("utf-8", "by hand"), metadata=metadata, digest=digest(source))
        claims = tuple(_claim(source.doc, text, dict(spec)) for spec in CLAIMS[source.doc])
        named = sorted({id_ for claim in claims for id_ in (claim.subject, claim.object) if id_})
        entities = tuple(_with_mentions(ENTITIES[id_], text) for id_ in named)
        return Analysis(document, clean, sentences=(Span(0, len(text)),), entities=entities, claims=claims)


def _claim(doc: str, text: str, spec: Spec) -> Claim:
    evidence = _evidence(text, spec.pop("quote"))
    kind = "relation" if "object" in spec else "quantity"
    return Claim(doc, kind, spec.pop("subject"), spec.pop("predicate"), evidence, **spec)


def _with_mentions(entity: Entity, text: str) -> Entity:
    names = [entity.label, *(name.text for name in entity.names)]
    found = [_evidence(text, name) for name in dict.fromkeys(names) if name in text]
    return Entity(entity.id, entity.label, entity.type, entity.names, entity.known, entity.wikidata, tuple(found))


def _evidence(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote)


def write_texts(folder: Path) -> Path:
    """Write the texts, byte for byte."""
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
    return folder


def build_small(place: Path) -> Path:
    """Build the graph in a folder of *place* and return that folder."""
    report = build([write_texts(place / "texts")], place / "graph", extractor=HandExtractor())
    assert not report.failed, report.failed
    return place / "graph"


def open_small(place: Path) -> KnowledgeGraph:
    """Build the graph and open it."""
    return KnowledgeGraph.open(build_small(place))
