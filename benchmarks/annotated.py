"""Articles as scripts that learn and count see them: what is read of each sentence, and whom annotators mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.model import Analysis, Source
from extract.pipeline import Extractor
from extract.reading import find_sources, read_located
from extract.relations import Reading
from extract.relations.related import Related
from graph.evaluation import name_key
from ontology.domain import Domain


def texts(folders: Sequence[Path]) -> list[Source]:
    """Return the articles of folders."""
    return [each for each in read_located(find_sources(folders)) if isinstance(each, Source)]


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
