"""Lines of N-Quads: what is written reads back as the very same terms."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.nquads import iri, lines_of, lines_of_quads, quads_of, string, tagged, typed

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
NODE = ox.NamedNode("https://example.org/一")
GRAPH = ox.NamedNode("https://example.org/graph")


def read(term: str) -> object:
    (quad,) = quads_of(lines_of([(iri(NODE.value), NODE, term)]))
    return quad.object


@given(TEXTS)
@example('"\\\r\n\t\0\u2028"')
def test_every_text_is_read_back(text: str) -> None:
    assert read(string(text)) == ox.Literal(text)
    assert read(typed(text, str(NODE))) == ox.Literal(text, datatype=NODE)
    for language in ("zh-Hans", "en", ""):
        expected = ox.Literal(text, language=language) if language else ox.Literal(text)
        assert read(tagged(text, language)) == expected


@pytest.mark.parametrize("graph", [None, GRAPH])
def test_rows_and_quads_are_written_alike(graph: ox.NamedNode | None) -> None:
    quad = ox.Quad(NODE, NODE, ox.Literal("一\n二", language="zh-Hans"), graph or ox.DefaultGraph())
    row = (str(NODE), NODE, tagged("一\n二", "zh-Hans"))

    lines = lines_of([row], "" if graph is None else str(graph))

    assert list(quads_of(lines)) == list(quads_of(lines_of_quads([quad]))) == [quad]
    assert lines_of_quads([]) == ""
