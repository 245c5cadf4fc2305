"""A relation of a person's own frames counts in the API as those of the vocabulary do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.build import build
from graph.web.app import application
from graph.web.served import Served
from graph.web.settings import Settings
from ontology.domain import load_domain
from tests.graph.fixtures import write
from tests.graph.web.api.client import Client

FRAMES = """
- relation: allyOf
  domain: [Person, Organization]
  range: [Organization]
  symmetric: true
  label: {en: is an ally of, zh-Hans: 结盟}

- id: allyOf.with
  predicate: allyOf
  confidence: 0.8
  cues: [盟友]
  patterns:
    - "{s}成为{o}的盟友"
  positive:
    - {text: "微软成为英伟达的盟友。", entities: {微软: Company, 英伟达: Company}, claims: [[微软, allyOf, 英伟达]]}
  negative:
    - {text: "微软没有盟友，英伟达也没有。", entities: {微软: Company, 英伟达: Company}}
"""


@pytest.fixture(name="own", scope="module")
def _own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    place: Path = tmp_path_factory.mktemp("own")
    write(place / "frames", {"ally.yaml": FRAMES})
    write(place / "in", {"a.txt": "微软成为英伟达的盟友。\n"})
    build([place / "in"], place / "graph", extractor=Extractor(load_domain(frames=[place / "frames"])))
    served = Served(place / "graph")
    yield Client(application(served, Settings()))
    served.close()


def test_it_is_told_with_the_others(own: Client) -> None:
    told = {each["name"]: each for each in own.get("/vocabulary")["relations"]}["allyOf"]

    assert (told["domain"], told["range"]) == (["Person", "Organization"], ["Organization"])
    assert (told["symmetric"], told["family"]) == (True, None)
    assert (told["labels"]["en"], told["labels"]["zh-Hans"]) == ("is an ally of", "结盟")


def test_it_can_be_asked_for(own: Client) -> None:
    claim = own.all("/claims", predicate="allyOf", subject="NVIDIA")[0]
    edge = own.get("/entities/NVIDIA/neighbours", relation="allyOf")["edges"][0]

    assert {claim["subject"]["id"], claim["object"]["id"]} == {"NVIDIA", "Microsoft"}
    assert (edge["relation"], edge["symmetric"]) == ("allyOf", True)
    assert own.refused("/claims", predicate="alyOf")["choices"][0] == "allyOf"
