"""The OpenAPI description of the read API, made from the table of addresses that its routes are made from too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, Final, TypeAlias

from graph.web.api.parameters import Parameter
from graph.web.api.schemas import PAGED, SCHEMAS, component, page, ref
from graph.web.api.view import Reading

Schema: TypeAlias = dict[str, Any]

VERSION: Final = "3.1.0"
_TIME: Final = r"^\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?$"
_TYPES: Final[Mapping[str, Schema]] = {
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "time": {"type": "string", "pattern": _TIME},
}


def described(reading: Reading, addresses: Iterable[Any]) -> Schema:
    """Return the description of some addresses, with the words that the graph knows.

    Args:
        reading: The graph.
        addresses: Those of :mod:`graph.web.api.addresses`.
    """
    table = list(addresses)
    paths: dict[str, Schema] = {}
    for each in table:
        paths.setdefault(f"/api{each.path}", {})[each.method.lower()] = _operation(reading, each)
    return {
        "openapi": VERSION,
        "info": {
            "title": "zhitu",
            "version": version("zhitu"),
            "summary": "A knowledge graph of Chinese AI-industry news: entities, claims with their quotes, facts.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {"schemas": _schemas(table), "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _schemas(addresses: Iterable[Any]) -> Schema:
    pages = {each.shape for each in addresses if each.shape.startswith(PAGED)}
    found = {**SCHEMAS, **{component(name): page(name.removeprefix(PAGED)) for name in pages}}
    return {name: found[name] for name in sorted(found)}


def _operation(reading: Reading, address: Any) -> Schema:
    problem = {"description": "What is wrong.", "content": {"application/problem+json": {"schema": ref("Problem")}}}
    told: Schema = {
        "operationId": address.name,
        "summary": address.said,
        "parameters": [_parameter(reading, each) for each in address.parameters],
        "responses": {
            "200": {
                "description": address.said,
                "content": {"application/json": {"schema": ref(address.shape)}},
            },
            "default": problem,
        },
    }
    if address.method != "GET":
        told["security"] = [{"token": []}]
    if address.body:
        told["requestBody"] = {"required": True, "content": {"application/json": {"schema": ref(address.body)}}}
    return told


def _parameter(reading: Reading, parameter: Parameter) -> Schema:
    schema = _schema(reading, parameter)
    told: Schema = {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.said,
        "required": parameter.required,
        "schema": schema,
    }
    return told


def _schema(reading: Reading, parameter: Parameter) -> Schema:
    """Return the schema of a parameter's value."""
    one: Schema = dict(_TYPES.get(parameter.kind, {"type": "string"}))
    if parameter.choices is not None:
        one["enum"] = list(parameter.choices(reading))
    if parameter.repeated:
        limits = {"minItems": parameter.least, "maxItems": parameter.most}
        return {"type": "array", "items": one, **{name: value for name, value in limits.items() if value}}
    if parameter.kind in ("whole", "number"):
        one["minimum"] = parameter.least or 0
        if parameter.most is not None:
            one["maximum"] = parameter.most
    if parameter.default is not None:
        one["default"] = int(parameter.default) if parameter.kind == "whole" else parameter.default
    return one
