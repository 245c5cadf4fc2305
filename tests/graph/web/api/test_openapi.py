"""The description, the routes and the answers agree: whoever reads the description knows what he gets."""

import re
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from graph.web.api.addresses import ADDRESSES
from tests.graph.web.api.client import Client

FIRST_CLAIM = "first claim"

ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("/", "/", {}),
    ("/openapi.json", "/openapi.json", {}),
    ("/vocabulary", "/vocabulary", {}),
    ("/search", "/search", {"q": "微软"}),
    ("/search", "/search", {"q": "wr", "lang": "en"}),
    ("/search", "/search", {"q": "投资", "type": "Company", "limit": 3}),
    ("/entities", "/entities", {"sort": "degree", "limit": 500}),
    ("/entities", "/entities", {"unknown": "true", "q": "公司"}),
    ("/entities/{id}", "/entities/OpenAI", {}),
    ("/entities/{id}", "/entities/GPT-4", {"lang": "zh-Hant"}),
    ("/entities/{id}", "/entities/NVIDIA", {"lang": "en"}),
    ("/entities/{id}/why", "/entities/NVIDIA/why", {}),
    ("/entities/{id}/neighbours", "/entities/Microsoft/neighbours", {"limit": 5}),
    ("/claims", "/claims", {"limit": 500}),
    ("/claims/{id}", f"/claims/{FIRST_CLAIM}", {}),
    ("/facts", "/facts", {"limit": 500, "lang": "en"}),
    ("/documents", "/documents", {"since": "2024"}),
    ("/document", "/document", {"id": "05-glossed-review.txt"}),
    ("/document", "/document", {"id": "09-export-controls-big5.txt", "lang": "zh-Hant"}),
    ("/conflicts", "/conflicts", {}),
    ("/conflicts", "/conflicts", {"entity": "GPT-4", "lang": "en"}),
    ("/overview", "/overview", {}),
    ("/overview", "/overview", {"limit": 20, "modality": "forecast"}),
    ("/graph", "/graph", {"ids": "OpenAI,Microsoft,NVIDIA"}),
    ("/paths", "/paths", {"from": "Microsoft", "to": "NVIDIA"}),
    ("/timeline", "/timeline", {"entity": "OpenAI"}),
    ("/compare", "/compare", {"entity": ["OpenAI", "Anthropic", "DeepSeek"]}),
    ("/corrections", "/corrections", {}),
    ("/questions", "/questions", {}),
    ("/questions/{name}", "/questions/training-costs", {"model": "GPT-4"}),
]


@pytest.fixture(scope="module")
def description(client: Client) -> Mapping[str, Any]:
    found: Mapping[str, Any] = client.get("/openapi.json")
    return found


def test_the_description_has_the_addresses_that_are_routed(client: Client, description: Mapping[str, Any]) -> None:
    assert isinstance(client.app, Starlette)
    mount = next(each for each in client.app.routes if isinstance(each, Mount) and each.path == "/api")
    routed = {
        ("/api" + re.sub(r":\w+\}", "}", route.path), method)
        for route in mount.routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }

    assert routed == {
        (path, method.upper()) for path, operations in description["paths"].items() for method in operations
    }


def test_every_operation_has_a_name_of_its_own_and_says_what_it_gives(description: Mapping[str, Any]) -> None:
    told = [operation for operations in description["paths"].values() for operation in operations.values()]
    names = [each["operationId"] for each in told]

    assert len(set(names)) == len(names)
    assert all(each["summary"].endswith(".") for each in told)
    assert all(parameter["description"] for each in told for parameter in each["parameters"])


def test_the_schemas_are_schemas(description: Mapping[str, Any]) -> None:
    for schema in description["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_all_addresses_are_asked_below() -> None:
    assert {each.path for each in ADDRESSES} == {path for path, _, _ in ASKED}


@pytest.mark.parametrize(("path", "address", "given"), ASKED, ids=[f"{path} {given}" for _, path, given in ASKED])
def test_an_answer_is_as_described(
    client: Client, description: Mapping[str, Any], path: str, address: str, given: dict[str, Any]
) -> None:
    if FIRST_CLAIM in address:
        address = address.replace(FIRST_CLAIM, client.get("/claims", limit=1)["items"][0]["id"])
    answers = description["paths"][f"/api{path}"]["get"]["responses"]["200"]["content"]
    schema = {**answers["application/json"]["schema"], "components": description["components"]}

    jsonschema.Draft202012Validator(schema).validate(client.get(address, **given))


def test_a_problem_is_as_described(client: Client, description: Mapping[str, Any]) -> None:
    schema = description["components"]["schemas"]["Problem"]

    for path, given in (("/claims", {"sort": "x"}), ("/entities/nobody", {}), ("/nowhere", {})):
        jsonschema.Draft202012Validator(schema).validate(client.refused(path, **given))


def test_parameters_are_described_with_their_choices(description: Mapping[str, Any]) -> None:
    told = {each["name"]: each["schema"] for each in description["paths"]["/api/claims"]["get"]["parameters"]}

    assert "investsIn" in told["predicate"]["items"]["enum"]
    assert told["limit"] == {"type": "integer", "minimum": 1, "maximum": 500, "default": 50}
    assert told["sort"]["default"] == "time"
