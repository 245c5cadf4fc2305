"""zhitu (知图): Chinese AI-industry news in, an RDF knowledge graph out.

The front door: the public names of the project, loaded when they are used.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.model import Analysis, Claim, Document, Entity, Evidence, Source
    from extract.pipeline import Extractor
    from graph.build import build, forget
    from graph.knowledge import KnowledgeGraph
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
    "load_domain",
    "open",
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
    "KnowledgeGraph": "graph.knowledge",
    "Source": "extract.model",
    "ZhituError": "ontology.errors",
    "build": "graph.build",
    "forget": "graph.build",
    "load_domain": "ontology.domain",
    "open": "graph.knowledge:KnowledgeGraph",
    "validate": "graph.validation",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("zhitu")
    if name not in _PLACES:
        raise AttributeError(f"module 'zhitu' has no attribute '{name}'")
    module, _, owner = _PLACES[name].partition(":")
    found = import_module(module)
    return getattr(getattr(found, owner) if owner else found, name)


def __dir__() -> list[str]:
    return sorted(__all__)
