"""What is wrong with a request is said with its place and with what was meant."""

from typing import Any

import pytest

from tests.graph.web.api.client import Client


@pytest.mark.parametrize(
    ("path", "given", "parameter", "nearest"),
    [
        ("/claims", {"predicate": "traningCost"}, "predicate", "trainingCost"),
        ("/claims", {"modality": "asserte"}, "modality", "asserted"),
        ("/claims", {"sort": "tim"}, "sort", "time"),
        ("/entities", {"type": "Compny"}, "type", "Company"),
        ("/entities", {"lang": "zh-hans"}, "lang", "zh-Hans"),
    ],
)
def test_a_word_that_is_none_is_met_with_the_nearest(
    client: Client, path: str, given: dict[str, str], parameter: str, nearest: str
) -> None:
    problem = client.refused(path, **given)

    assert (problem["status"], problem["parameter"], problem["choices"][0]) == (400, parameter, nearest)
    assert next(iter(given.values())) in problem["detail"]


@pytest.mark.parametrize(
    ("path", "given", "parameter"),
    [
        ("/claims", {"limit": "0"}, "limit"),
        ("/claims", {"limit": "501"}, "limit"),
        ("/claims", {"offset": "-1"}, "offset"),
        ("/claims", {"since": "yesterday"}, "since"),
        ("/claims", {"minConfidence": "2"}, "minConfidence"),
        ("/claims", {"minConfidence": "much"}, "minConfidence"),
        ("/claims", {"limt": "3"}, "limt"),
        ("/claims", {"limit": ["3", "4"]}, "limit"),
        ("/entities", {"unknown": "maybe"}, "unknown"),
        ("/search", {}, "q"),
        ("/document", {}, "id"),
    ],
)
def test_a_wrong_parameter_is_named(client: Client, path: str, given: dict[str, Any], parameter: str) -> None:
    problem = client.refused(path, **given)

    assert (problem["status"], problem["parameter"]) == (400, parameter)


@pytest.mark.parametrize(
    ("path", "given", "nearest"),
    [
        ("/entities/Mircosoft", {}, "Microsoft"),
        ("/entities/輝達", {}, "NVIDIA"),
        ("/entities/Open/neighbours", {}, "OpenAI"),
        ("/claims", {"entity": "英伟达"}, "NVIDIA"),
        ("/graph", {"ids": "OpenAI,微軟"}, "Microsoft"),
        ("/document", {"id": "training-costs"}, "01-training-costs.txt"),
    ],
)
def test_an_unknown_id_is_met_with_the_nearest(client: Client, path: str, given: dict[str, str], nearest: str) -> None:
    problem = client.refused(path, **given)

    assert problem["status"] == 404
    assert nearest in problem["choices"]


def test_what_is_nowhere_is_not_found(client: Client) -> None:
    assert client.refused("/nothing")["status"] == 404


@pytest.mark.parametrize("path", ["/search", "/entities", "/claims", "/documents"])
def test_endless_words_find_nothing(client: Client, path: str) -> None:
    assert client.get(path, q="没有这样的话" * 1000)["total"] == 0


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("/entities/" + "微软" * 2000, {}),
        ("/claims/" + "ab" * 4000, {}),
        ("/document", {"id": "x" * 20000}),
        ("/claims", {"predicate": "x" * 20000}),
        ("/claims", {"x" * 20000: "1"}),
        ("/questions/" + "x" * 8000, {}),
    ],
)
def test_endless_values_are_refused_as_short_ones_are(client: Client, path: str, given: dict[str, str]) -> None:
    assert client.refused(path, **given)["status"] in (400, 404)


@pytest.mark.parametrize("text", ["\x00", "\ud800", "%", "'", '"', "<>", "\\", "*?[", "\u202e"])
def test_odd_characters_are_words_like_others(client: Client, text: str) -> None:
    for path in ("/search", "/entities", "/claims", "/documents"):
        assert client.send("GET", path, params={"q": text.encode("utf-8", "surrogatepass")}).status_code == 200
    problem = client.send("GET", "/claims", params={"entity": text.encode("utf-8", "surrogatepass")})
    assert problem.status_code == 404
