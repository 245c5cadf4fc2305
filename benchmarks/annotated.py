"""Articles as scripts that learn and count see them: what is read of each sentence, and whom annotators mean."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.model import Analysis, Source
from extract.pipeline import Extractor
from extract.reading import find_sources, read_located
from extract.relations import Reading
from extract.relations.related import Related
from graph.evaluation import document_key, load_gold, name_key
from ontology.domain import Domain

_LONGEST = 12_000  # characters of an article without annotations


def places_of(description: str | None) -> argparse.Namespace:
    """Return where a command line says that annotated articles, and those that were only read, lie."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--texts", "--gold", "--unlabelled", "--read"):
        parser.add_argument(name, type=Path, required=True)
    return parser.parse_args()


def gold_of(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return what annotators wrote of each article, by the name under which articles are compared."""
    return {document_key(str(article["doc"])): article for article in load_gold(folder)}


def texts(folders: Sequence[Path]) -> list[Source]:
    """Return the articles of folders."""
    return [each for each in read_located(find_sources(folders)) if isinstance(each, Source)]


def unlabelled(file: Path) -> list[Source]:
    """Return the articles of a JSON Lines file that are not too long."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Source(row["id"], row["text"].encode()) for row in rows if len(row["text"]) <= _LONGEST]


def half(article: str) -> str:
    """Return which half an article without annotations is of: A may be learned from, B is counted only."""
    return "AB"[hashlib.md5(article.encode(), usedforsecurity=False).digest()[0] % 2]


def readings(domain: Domain, sources: Iterable[Source]) -> Iterator[tuple[Analysis, Sequence[Reading]]]:
    """Yield the analysis of each source by frames alone, and what was read of its sentences."""
    held: list[Reading] = []

    def record(read: Sequence[Reading]) -> list[tuple[int, Related]]:
        held[:] = read
        return []

    extract = Extractor(domain, complete=record)
    for source in sources:
        analysis = extract(source)
        yield analysis, tuple(held)


def meant(analysis: Analysis, article: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return, for each annotated entity of an article, the entities found that share one of its names."""
    mine = {
        entity.id: {
            name_key(name)
            for name in (entity.label, *(n.text for n in entity.names), *(m.quote for m in entity.mentions))
        }
        for entity in analysis.entities
    }
    wanted = {each["id"]: {name_key(name) for name in (each["name"], *each["aliases"])} for each in article["entities"]}
    return {id_: {entity for entity, keys in mine.items() if keys & names} for id_, names in wanted.items()}
