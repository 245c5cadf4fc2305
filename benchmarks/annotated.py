"""Annotated articles, and who of what was found in them the annotators mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.model import Analysis, Source
from extract.reading import find_sources, read_located
from graph.evaluation import name_key


def texts(folders: Sequence[Path]) -> list[Source]:
    """Return the articles of folders."""
    return [each for each in read_located(find_sources(folders)) if isinstance(each, Source)]


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
