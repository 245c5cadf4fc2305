"""``zhitu explain``, and relations of one's own in a graph."""

import json
from pathlib import Path

import pytest

from graph.build import forget
from graph.knowledge import KnowledgeGraph
from graph.validation import validate
from tests.graph.in_process import Zhitu, caller

TEXT = "微软向OpenAI投资100亿美元。天气很好。李飞飞担任谷歌顾问。\n"
OWN = """\
- relation: advises
  domain: [Person]
  range: [Organization, Product]
  label: {en: advises, zh-Hans: 担任顾问}
- relation: alliedWith
  domain: [Organization]
  range: [Organization]
  symmetric: true
  same_kind: true
- {id: advises.post, predicate: advises, cues: [顾问], patterns: ["{s}担任{o}顾问"]}
- {id: alliedWith.with, predicate: alliedWith, cues: [结盟], patterns: ["{pair}结盟"]}
"""


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Zhitu:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("own").mkdir()
    Path("own/own.yaml").write_text(OWN, encoding="utf-8")
    return caller(monkeypatch, capfd)


class TestExplain:
    def test_a_file(self, zhitu: Zhitu) -> None:
        code, out, _ = zhitu("explain", "a.txt")

        assert code == 0
        assert "\x1b" not in out
        assert "  code    ⟨Company 微软⟩向⟨Company OpenAI⟩投资⟨money 100亿美元⟩。\n" in out
        assert "微软 investsIn OpenAI, asserted, amount 10000000000 USD, confidence" in out
        assert [f"a.txt, sentence {n} of 3" in out for n in (1, 2, 3)] == [True] * 3

    def test_one_sentence(self, zhitu: Zhitu) -> None:
        out = zhitu("explain", "a.txt", "--sentence", "2")[1]
        assert out.splitlines()[:2] == ["a.txt, sentence 2 of 3", "天气很好。"]
        assert "sentence 1" not in out

        code, _, err = zhitu("explain", "a.txt", "--sentence", "9")
        assert (code, err) == (2, "zhitu: a.txt: has 3 sentences, none with the number 9\n")

    def test_json_and_one_claim(self, zhitu: Zhitu) -> None:
        found = json.loads(zhitu("explain", "a.txt", "--json")[1])
        assert [each["number"] for each in found["sentences"]] == [1, 2, 3]
        for each in found["sentences"]:
            for piece in (each, *each["names"], *each["figures"]):
                assert TEXT[piece["start"] : piece["end"]] == piece["text"]
        claim = found["sentences"][0]["claims"][0]
        assert (claim["subject"], claim["predicate"], claim["object"]) == ("Microsoft", "investsIn", "OpenAI")
        assert claim["patterns"]

        for id_ in (claim["id"], claim["id"][:8], f"zc:{claim['id']}"):
            only = json.loads(zhitu("explain", "a.txt", "--claim", id_, "--json")[1])
            assert [each["claims"] for each in only["sentences"]] == [[claim]]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["a.txt", "--claim", "ffffffff"], "a.txt: gives no claim ffffffff"),
            (["a.txt", "--claim", "ff"], "--claim needs 4 digits"),
            (["nothing.txt"], "nothing.txt"),
            (["a.txt", "-g", "nothing"], "nothing: there is no such folder"),
            (["a.txt", "--frames", "nowhere"], "nowhere: holds no frames"),
        ],
    )
    def test_what_is_wrong_is_told(self, zhitu: Zhitu, arguments: list[str], message: str) -> None:
        code, out, err = zhitu("explain", *arguments)
        assert (code, out) == (2, "")
        assert message in err

    def test_a_document_of_a_graph(self, zhitu: Zhitu) -> None:
        zhitu("build", "a.txt", "-g", "g", "--frames", "own", "-q")
        with KnowledgeGraph.open("g") as kg:
            ids = [claim.predicate for claim in kg.claims()]
        assert "advises" in ids

        out = zhitu("explain", "a.txt", "-g", "g", "--frames", "own", "--sentence", "3")[1]
        assert "李飞飞 advises 谷歌" in out
        code, _, err = zhitu("explain", "b.txt", "-g", "g")
        assert (code, err) == (2, "zhitu: g: holds no document 'b.txt'\n")


class TestARelationOfOnesOwn:
    def test_it_is_declared_in_the_graph(self, zhitu: Zhitu) -> None:
        zhitu("build", "a.txt", "-g", "g", "--frames", "own", "-q")
        with KnowledgeGraph.open("g") as kg:
            assert validate(kg).conforms
            lines = [line for line in kg.nquads() if line.startswith("<https://w3id.org/zhitu/ontology#")]
            assert ("Fei-Fei_Li", "advises", "Google") in list(kg.facts())
        assert not [line for line in lines if "alliedWith" in line], "no claim uses it"
        assert sum("#label>" in line for line in lines) == 2

    def test_a_symmetric_one_is_said_both_ways(self, zhitu: Zhitu) -> None:
        Path("a.txt").write_text("微软与OpenAI结盟。\n", encoding="utf-8")
        zhitu("build", "a.txt", "-g", "g", "--frames", "own", "-q")
        with KnowledgeGraph.open("g") as kg:
            facts = [fact for fact in kg.facts() if fact[1] == "alliedWith"]
            assert validate(kg).conforms
        assert facts == [("Microsoft", "alliedWith", "OpenAI"), ("OpenAI", "alliedWith", "Microsoft")]

    def test_the_graph_is_the_same_whatever_way_it_came_about(self, zhitu: Zhitu) -> None:
        for n in range(9):
            Path(f"b{n}.txt").write_text(f"天气第{n}天很好。\n", encoding="utf-8")
        rest = [f"b{n}.txt" for n in range(9)]
        zhitu("build", *rest, "-g", "g", "-q", "--frames", "own")
        with KnowledgeGraph.open("g") as kg:
            before = list(kg.nquads())
        zhitu("build", "a.txt", "-g", "g", "-q", "--frames", "own")  # a small change: a copy of the store is changed
        zhitu("build", "a.txt", *rest, "-g", "h", "-q", "--frames", "own")
        with KnowledgeGraph.open("g") as one, KnowledgeGraph.open("h") as other:
            assert list(one.nquads()) == list(other.nquads())
            assert len(one) == len(list(one.nquads()))

        forget(["a.txt"], "g")
        with KnowledgeGraph.open("g") as kg:
            assert list(kg.nquads()) == before
