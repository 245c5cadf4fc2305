"""Write what a query gives, row by row, until it is whole or long enough.

The head of an answer is written last, when it is known whether something was cut: it stands apart from the rows.
This runs in the workers and imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring  # type: ignore[attr-defined, unused-ignore]
from types import MappingProxyType
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Iterable[Term | None]

CUT: Final = "https://w3id.org/zhitu/cut?rows="
"""The link in the head of an answer that was cut (JSON and XML)."""

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_XML_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
)

RDF: Final[Mapping[str, ox.RdfFormat]] = MappingProxyType(
    {
        "turtle": ox.RdfFormat.TURTLE,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "rdfxml": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
        "n3": ox.RdfFormat.N3,
        "nquads": ox.RdfFormat.N_QUADS,
        "trig": ox.RdfFormat.TRIG,
    }
)
"""Formats of triples by our names."""


@dataclass(slots=True)
class Written:
    """What was written of an answer.

    Args:
        rows: How many rows or triples.
        cut: Whether there were more.
        head: What stands before the rows.
        tail: What stands after them.
    """

    rows: int = 0
    cut: bool = False
    head: str = ""
    tail: str = ""


class Bound:
    """Give the first rows of an answer, and tell whether there were more.

    Args:
        rows: All rows.
        most: How many of them at most.
        out: Where they are written to.
        size: Bytes after which it is enough, too.
    """

    def __init__(self, rows: Iterable[ox.Triple] | Iterable[Row], most: int, out: BinaryIO, size: int) -> None:
        self._rows, self._most, self._out, self._size = rows, most, out, size
        self.given, self.cut = 0, False

    def __iter__(self) -> Iterator[ox.Triple | Row]:
        for row in self._rows:
            if self.given >= self._most or (self.given % 256 == 0 and self._out.tell() > self._size):
                self.cut = True
                return
            self.given += 1
            yield row


def write_rows(solutions: ox.QuerySolutions, form: str, out: BinaryIO, most: int, size: int) -> Written:
    """Write rows in one of the formats json, xml, csv and tsv."""
    names = [variable.value for variable in solutions.variables]
    bound = Bound(solutions, most, out, size)
    head, line, tail = _FORMS[form]
    written = line(names)
    out.writelines(written(row, bound.given == 1).encode("utf-8", "surrogatepass") for row in bound)
    return Written(bound.given, bound.cut, head(names, bound.given if bound.cut else None), tail)


def write_triples(
    triples: ox.QueryTriples, form: str, out: BinaryIO, most: int, size: int, names: dict[str, str]
) -> Written:
    """Write triples in one of the formats of RDF, with the prefixes *names*."""
    bound = Bound(triples, most, out, size)
    ox.serialize(bound, out, format=RDF[form], prefixes=names)  # type: ignore[arg-type]
    return Written(bound.given, bound.cut)


def truth(yes: bool, form: str) -> Written:
    """Return the answer to a question that is answered by yes or no."""
    told = "true" if yes else "false"
    texts = {
        "json": f'{{"head":{{}},"boolean":{told}}}',
        "xml": f"{_XML_HEAD}</head><boolean>{told}</boolean></sparql>",
    }
    return Written(1, head=texts.get(form, told))


# --- JSON ---


def _json_head(names: list[str], cut: int | None) -> str:
    listed = ",".join(map(encode_basestring, names))
    link = "" if cut is None else f',"link":[{encode_basestring(CUT + str(cut))}]'
    return f'{{"head":{{"vars":[{listed}]{link}}},"results":{{"bindings":['


def _json_line(names: list[str]) -> Callable[[Row, bool], str]:
    keys = [f"{encode_basestring(name)}:" for name in names]

    def line(row: Row, first: bool) -> str:
        cells = [key + _json(term) for key, term in zip(keys, row, strict=True) if term is not None]
        return f"{'' if first else ','}{{{','.join(cells)}}}"

    return line


def _json(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{encode_basestring(term.value)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{encode_basestring(term.value)}}}'
    if isinstance(term, ox.Literal):
        return f'{{"type":"literal","value":{encode_basestring(term.value)}{_json_kind(term)}}}'
    parts = (f'"subject":{_json(term.subject)},"predicate":{_json(term.predicate)},"object":{_json(term.object)}',)
    return f'{{"type":"triple","value":{{{parts[0]}}}}}'


def _json_kind(literal: ox.Literal) -> str:
    if literal.language:
        direction = getattr(literal, "direction", None)
        told = f',"its:dir":{encode_basestring(direction.value)}' if direction else ""
        return f',"xml:lang":{encode_basestring(literal.language)}{told}'
    kind = literal.datatype.value
    return "" if kind == _STRING else f',"datatype":{encode_basestring(kind)}'


# --- XML ---


def _xml_head(names: list[str], cut: int | None) -> str:
    listed = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    link = "" if cut is None else f"<link href={quoteattr(CUT + str(cut))}/>"
    return f"{_XML_HEAD}{listed}{link}</head><results>"


def _xml_line(names: list[str]) -> Callable[[Row, bool], str]:
    opened = [f"<binding name={quoteattr(name)}>" for name in names]

    def line(row: Row, _first: bool) -> str:
        cells = (f"{tag}{_xml(term)}</binding>" for tag, term in zip(opened, row, strict=True) if term is not None)
        return f"<result>{''.join(cells)}</result>"

    return line


def _xml(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_escaped(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_escaped(term.value)}</bnode>"
    if isinstance(term, ox.Literal):
        return f"<literal{_xml_kind(term)}>{_escaped(term.value)}</literal>"
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return f"<triple>{''.join(f'<{name}>{_xml(part)}</{name}>' for name, part in parts.items())}</triple>"


def _escaped(text: str) -> str:
    """Return text for XML; what XML 1.0 cannot say at all becomes the replacement character."""
    plain = "".join(char if char >= " " or char in "\t\n\r" else "\ufffd" for char in text)
    return escape(plain, {"\r": "&#xD;"})


def _xml_kind(literal: ox.Literal) -> str:
    if literal.language:
        return f" xml:lang={quoteattr(literal.language)}"
    kind = literal.datatype.value
    return "" if kind == _STRING else f" datatype={quoteattr(kind)}"


# --- CSV and TSV ---


def _csv_line(_names: list[str]) -> Callable[[Row, bool], str]:
    return lambda row, _first: ",".join(map(_csv, row)) + "\r\n"


def _csv(term: Term | None) -> str:
    if term is None:
        return ""
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else _turtle(term)
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in ',"\r\n') else text


def _tsv_line(_names: list[str]) -> Callable[[Row, bool], str]:
    return lambda row, _first: "\t".join(map(_tsv, row)) + "\n"


def _turtle(term: Term) -> str:
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)


_PLAIN_IN_TSV: Final = {f"http://www.w3.org/2001/XMLSchema#{kind}" for kind in ("integer", "decimal", "double")}


def _tsv(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.Literal) and term.datatype.value in _PLAIN_IN_TSV and _turtle_number(term):
        return term.value
    return _turtle(term)


def _turtle_number(literal: ox.Literal) -> bool:
    """Whether the plain spelling of a number means the same number of the same kind."""
    text, kind = literal.value.lstrip("+-"), literal.datatype.value
    if kind.endswith("integer"):
        return text.isascii() and text.isdigit()
    mantissa, e, exponent = text.lower().partition("e")
    whole, dot, fraction = mantissa.partition(".")
    digits = (whole + fraction).isascii() and (whole + fraction).isdigit()
    if kind.endswith("decimal"):
        return digits and bool(dot and fraction) and not e
    return digits and bool(e) and exponent.lstrip("+-").isascii() and exponent.lstrip("+-").isdigit()


Head = Callable[[list[str], int | None], str]
Line = Callable[[list[str]], Callable[[Row, bool], str]]

_FORMS: Final[Mapping[str, tuple[Head, Line, str]]] = MappingProxyType(
    {
        "json": (_json_head, _json_line, "]}}"),
        "xml": (_xml_head, _xml_line, "</results></sparql>"),
        "csv": (lambda names, _cut: ",".join(names) + "\r\n", _csv_line, ""),
        "tsv": (lambda names, _cut: "\t".join(f"?{name}" for name in names) + "\n", _tsv_line, ""),
    }
)
