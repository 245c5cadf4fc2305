"""Corrections over HTTP: only with the token, and what they change shows in the next answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from graph.build import build
from graph.web.app import application
from graph.web.served import Served
from graph.web.settings import Settings
from tests.graph.fixtures import COSTS, MONEY, LineExtractor, write
from tests.graph.web.api.client import Client

TOKEN = {"Authorization": "Bearer secret"}
FILES = {"a.txt": COSTS, "b.txt": MONEY, "c.txt": "entity|老英:Company\nentity|NVIDIA:Company\n"}


@pytest.fixture(name="served")
def _served(tmp_path: Path) -> Iterator[Served]:
    build([write(tmp_path / "in", FILES)], tmp_path / "graph", extractor=LineExtractor())
    opened = Served(tmp_path / "graph")
    yield opened
    opened.close()


@pytest.fixture(name="curator")
def _curator(served: Served) -> Client:
    return Client(application(served, Settings(writable=True, token="secret")))


def post(client: Client, status: int, body: Any, **headers: str) -> Any:
    answer = client.send("POST", "/corrections", json=body, headers=headers or TOKEN)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_correction_shows_at_once_and_can_be_taken_back(curator: Client) -> None:
    claim = curator.all("/claims", predicate="trainingCost")[0]["id"]
    done = post(curator, 200, {"kind": "wrong", "claim": claim, "note": "said of another", "by": "ann"})

    assert done["documents"] == ["a.txt"]
    assert curator.all("/claims", predicate="trainingCost") == []
    told = curator.get("/corrections")
    assert [(each["number"], each["kind"], each["note"], each["by"]) for each in told] == [
        (1, "wrong", "said of another", "ann")
    ]
    assert curator.send("DELETE", "/corrections/1", headers=TOKEN).json()["correction"] == told[0]
    assert [each["id"] for each in curator.all("/claims", predicate="trainingCost")] == [claim]
    assert curator.get("/corrections") == []


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "merge", "entity": "老英", "into": "NVIDIA"},
        {"kind": "rename", "entity": "老英", "label": "英伟", "type": "Product"},
        {"kind": "split", "entity": "老英", "name": "老英", "into": "新英", "doc": "c.txt"},
    ],
)
def test_entities_are_corrected(curator: Client, body: dict[str, str]) -> None:
    done = post(curator, 200, body)
    schemas = curator.get("/openapi.json")["components"]

    jsonschema.Draft202012Validator(
        {"$ref": "#/components/schemas/Amended", "components": schemas}
    ).validate(done)  # fmt: skip
    assert done["correction"]["kind"] == body["kind"]
    labels = {each["id"]: (each["label"], each["type"]) for each in curator.all("/entities")}
    assert labels.get("老英") == (("英伟", "Product") if body["kind"] == "rename" else None)
    assert ("新英" in labels) == (body["kind"] == "split")


def test_an_entity_tells_why_it_is_what_it_is(curator: Client) -> None:
    post(curator, 200, {"kind": "merge", "entity": "老英", "into": "NVIDIA", "note": "one firm"})
    why = curator.get("/entities/NVIDIA/why")

    assert [each["reason"] for each in why["corrections"]] == ["one firm"]
    assert "老英" in {each["text"] for each in why["names"]}


def test_nobody_corrects_without_the_token(served: Served, curator: Client) -> None:
    body = {"kind": "merge", "entity": "老英", "into": "NVIDIA"}
    closed = Client(application(served, Settings()))

    assert post(curator, 401, body, Authorization="Bearer wrong")["title"] == "The token is missing or wrong"
    assert post(curator, 401, body, Accept="*/*")["status"] == 401
    assert post(closed, 403, body)["status"] == 403
    assert curator.send("DELETE", "/corrections/1").status_code == 401
    assert curator.get("/corrections") == []
    assert (curator.get("/")["curation"], closed.get("/")["curation"]) == (True, False)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ([], "JSON object"),
        ({"kind": "marry"}, "merge, split, rename, wrong"),
        ({"kind": "merge", "entity": "老英"}, "needs 'into'"),
        ({"kind": "merge", "entity": "老英", "into": "NVIDIA", "label": "x"}, "has no 'label'"),
        ({"kind": "merge", "entity": "老英", "into": 3}, "a text"),
        ({"kind": "merge", "entity": "老鹰", "into": "NVIDIA"}, "no entity is called '老鹰'"),
        ({"kind": "wrong", "claim": "no id"}, "no claim of the graph"),
        ({"kind": "rename", "entity": "老英", "type": "Firm"}, "none of Company"),
        ({"kind": "merge", "entity": "老英", "into": "NVIDIA", "date": "soon"}, "no day, month or year"),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_said(curator: Client, body: Any, what: str) -> None:
    assert what in post(curator, 400, body)["detail"]
    assert curator.get("/corrections") == []


def test_malformed_bodies_and_unknown_numbers(curator: Client) -> None:
    answer = curator.send("POST", "/corrections", content=b"{", headers=TOKEN)
    assert (answer.status_code, answer.json()["title"]) == (400, "Malformed body")
    answer = curator.send("DELETE", "/corrections/7", headers=TOKEN)
    assert (answer.status_code, answer.json()["choices"]) == (404, [])
    assert curator.send("DELETE", "/corrections/x", headers=TOKEN).status_code == 400
