"""zhitu (知图): Chinese AI-industry news in, an RDF knowledge graph out.

The front door: the public names of the project, loaded when they are used.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.model import Analysis, Claim, Document, Entity, Evidence, Source
    from extract.pipeline import Extractor
    from extract.samples import gold_folder, sample_folder
    from extract.spacy_pipeline import pipeline as nlp
    from graph.build import forget
    from graph.face.building import build
    from graph.face.kg import KnowledgeGraph
    from graph.face.lettering import lettering
    from graph.report import BuildReport
    from graph.validation import validate
    from ontology.domain import load_domain
    from ontology.errors import ZhituError

    __version__: str
    open = KnowledgeGraph.open  # noqa: A001 - zhitu.open(folder) reads like gzip.open(file)

__all__ = [
    "Analysis",
    "BuildReport",
    "Claim",
    "Document",
    "Entity",
    "Evidence",
    "Extractor",
    "KnowledgeGraph",
    "Source",
    "ZhituError",
    "__version__",
    "build",
    "forget",
    "gold_folder",
    "lettering",
    "load_domain",
    "nlp",
    "open",
    "sample_folder",
    "validate",
]

_PLACES = {
    "Analysis": "extract.model",
    "BuildReport": "graph.report",
    "Claim": "extract.model",
    "Document": "extract.model",
    "Entity": "extract.model",
    "Evidence": "extract.model",
    "Extractor": "extract.pipeline",
    "KnowledgeGraph": "graph.face.kg",
    "Source": "extract.model",
    "ZhituError": "ontology.errors",
    "build": "graph.face.building",
    "forget": "graph.build",
    "gold_folder": "extract.samples",
    "lettering": "graph.face.lettering",
    "load_domain": "ontology.domain",
    "nlp": "extract.spacy_pipeline:pipeline",
    "open": "graph.face.kg:KnowledgeGraph.open",
    "sample_folder": "extract.samples",
    "validate": "graph.validation",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("zhitu")
    if name not in _PLACES:
        raise AttributeError(f"module 'zhitu' has no attribute '{name}'")
    module, _, path = _PLACES[name].partition(":")
    return attrgetter(path or name)(import_module(module))


def __dir__() -> list[str]:
    return sorted(__all__)
