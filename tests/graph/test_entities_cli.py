"""``zhitu entities`` as a person meets it: what is told, what changes, and what is refused."""

import json
from pathlib import Path

import pytest

from graph.build import build
from graph.knowledge import KnowledgeGraph
from graph.reasons import why
from tests.graph.fixtures import CHIPS, COSTS, MONEY, LineExtractor, write
from tests.graph.in_process import Zhitu, caller

FILES = {
    "a.txt": COSTS,
    "b.txt": MONEY,
    "c.txt": CHIPS,
    "d.txt": "relation|老英:Company|supplies|Microsoft:Company|asserted\nentity|老英:Company\n",
}


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Zhitu:
    """Run the command line in this process, in a folder with the graph ``g``."""
    build([write(tmp_path / "sources", FILES)], tmp_path / "g", extractor=LineExtractor())
    monkeypatch.chdir(tmp_path)
    zhitu = caller(monkeypatch, capfd)
    return lambda *arguments: zhitu("entities", *arguments, "-g", "g")


def quads() -> list[str]:
    with KnowledgeGraph.open("g") as kg:
        return list(kg.nquads())


COMMANDS = ("list", "show", "why", "merge", "split", "rename", "undo", "corrections")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(zhitu: Zhitu, command: str) -> None:
    code, out, _ = zhitu(command, "--help")

    assert code == 0
    described = out.split("Options:")[1].split("-h, --help")[0].strip().splitlines()
    assert all(len(line.split("  ")) > 1 or line.startswith("      ") for line in described)


def test_list(zhitu: Zhitu) -> None:
    code, out, _ = zhitu("list", "--unknown")

    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["id", "label", "class", "lexicon", "mentions", "documents"],
        *(["GPT-4", "GPT-4", "Model", "unknown", "2", "1"], ["老英", "老英", "Company", "unknown", "2", "1"]),
    ]


@pytest.mark.parametrize("text", ["微軟", "微软", "micro", "MICROSOFT"])
def test_list_by_part_of_a_name(zhitu: Zhitu, text: str) -> None:
    _, out, _ = zhitu("list", "--search", text, "--json")

    assert [each["id"] for each in json.loads(out)] == ["Microsoft"]


def test_list_says_what_it_leaves_out(zhitu: Zhitu) -> None:
    _, out, err = zhitu("list", "--type", "Company", "--limit", "1")

    assert len(out.splitlines()) == 2
    assert "1 of 4 entities; --limit 0 shows all" in err


def test_show(zhitu: Zhitu) -> None:
    _, out, _ = zhitu("show", "微軟")

    assert out.splitlines() == [
        "Microsoft  Microsoft (Company)",
        "  iri        https://w3id.org/zhitu/entity/Microsoft",
        "  zh-Hans    微软",
        "  zh-Hant    微軟",
        "  en         Microsoft",
        "  said       4 mentions in 3 documents, 4 claims",
        "  fact       Microsoft investsIn OpenAI",
        "  fact       Microsoft partnersWith OpenAI",
        "  fact       OpenAI partnersWith Microsoft",
        "  fact       老英 supplies Microsoft",
    ]
    body = json.loads(zhitu("show", "微軟", "--json")[1])
    assert (body["claims"], body["mentions"], body["known"]) == (4, 4, True)


def test_why(zhitu: Zhitu) -> None:
    zhitu("merge", "老英", "英伟达", "--reason", "绰号")
    code, out, _ = zhitu("why", "輝達")

    assert code == 0
    row = out.splitlines()[1]
    assert row.startswith("  lexicon row NVIDIA: Company; 英伟达; ")
    assert out.splitlines() == [
        "NVIDIA  NVIDIA (Company, known to the lexicon)",
        row,
        "  NVIDIA  2 mentions in 1 document",
        "    found by rule test, 2 mentions in 1 document",
        "      c.txt 0–21: entity|NVIDIA:Company relation|NVIDIA",
        "  老英  2 mentions in 1 document",
        "    found by rule test, 2 mentions in 1 document",
        "      d.txt 0–55: relation|老英:Company|supplies|Microsoft:Company|asserted entity|老英:Compa",
        "    by correction: 老英 is NVIDIA, 2 mentions in 1 document",
        "      d.txt 0–55: relation|老英:Company|supplies|Microsoft:Company|asserted entity|老英:Compa",
        "  other names, in no text of the graph: 英伟达; 輝達",
        "  correction 1: 老英 is NVIDIA (绰号)",
    ]
    body = json.loads(zhitu("why", "輝達", "--json")[1])
    with KnowledgeGraph.open("g") as kg:
        told = json.loads(json.dumps(why(kg, kg.entity("NVIDIA")).to_json()))
    assert {key: body[key] for key in body if key != "lexicon"} == {key: told[key] for key in told if key != "lexicon"}
    assert body["lexicon"]["id"] == "NVIDIA"


def test_merge_split_rename_and_undo(zhitu: Zhitu) -> None:
    before = quads()
    assert zhitu("merge", "老英", "nvidia")[1].startswith("correction 1: 老英 is NVIDIA; 1 document redone, ")
    merged = quads()
    assert "correction 2: GPT-4 is called GPT-四; 1 document redone" in zhitu("rename", "gpt4", "GPT-四")[1]
    done = zhitu(
        "split", "NVIDIA", "老英", "--as", "Laoying", "--type", "Person", "--date", "2024-07", "--doc", "d.txt"
    )
    assert "correction 3: 老英 in d.txt is Laoying, not NVIDIA; 1 document redone" in done[1]

    _, out, _ = zhitu("corrections")
    assert [line.split()[:2] for line in out.splitlines()[1:]] == [["1", "merge"], ["2", "rename"], ["3", "split"]]
    _, out, _ = zhitu("corrections", "--json")
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 2, 3]
    for number in (3, 2):
        assert zhitu("undo", str(number))[1].startswith(f"took back correction {number}: ")
    assert quads() == merged
    zhitu("undo", "1")
    assert quads() == before


def test_corrections_that_wait_are_told(zhitu: Zhitu) -> None:
    Path("g/corrections.jsonl").write_text('{"id":1,"kind":"rename","entity":"GPT-4","label":"四"}\n', encoding="utf-8")

    assert "not carried out yet: 1; the next build does" in zhitu("corrections")[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("why", "微数"), "no entity is called '微数'"),
        (
            ("why", "英伟"),
            "no entity is called '英伟'; the nearest:\n  NVIDIA  NVIDIA (Company, 2 mentions, in the lexicon)",
        ),
        (("merge", "GPT-4", "OpenAI"), "GPT-4 is a Model and OpenAI is a Company; --force merges them all the same"),
        (("merge", "OpenAI", "openai"), "are one entity already: OpenAI"),
        (("split", "微软", "谷歌"), "Microsoft is nowhere called '谷歌'; its mentions are: Microsoft (4)"),
        (("rename", "OpenAI"), "OpenAI is OpenAI (Company) already"),
        (("undo", "5"), "has no correction 5; there are: none"),
    ],
)
def test_mistakes_get_one_message_and_change_nothing(zhitu: Zhitu, arguments: tuple[str, ...], told: str) -> None:
    before = quads()
    code, out, err = zhitu(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("zhitu: ")
    assert told in err
    assert (quads(), Path("g/corrections.jsonl").exists()) == (before, False)


def test_an_id_goes_before_a_name_and_the_others_are_told(zhitu: Zhitu) -> None:
    zhitu("rename", "GPT-4", "OpenAI")
    code, out, err = zhitu("show", "OpenAI")

    assert (code, out.splitlines()[0]) == (0, "OpenAI  OpenAI (Company)")
    assert "OpenAI is taken as OpenAI; called so too: GPT-4  OpenAI (Model, 2 mentions)" in err
    code, _, err = zhitu("show", "openai")
    assert code == 2
    assert "2 entities are called 'openai'" in err
