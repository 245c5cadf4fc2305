"""The shipped lexicon is right, and wrong ones are refused with file and line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import ontology
from ontology.errors import DomainError
from ontology.lexicon import COLUMNS, TYPES, Lexicon, check_lexicon, load_lexicon, name_key

FOLDER = Path(ontology.__file__).parent / "ai" / "lexicon"
HEADER = "\t".join(COLUMNS)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(FOLDER)


@pytest.fixture(scope="module")
def owners(lexicon: Lexicon) -> dict[str, str]:
    return {name_key(name): entry.id for entry in lexicon.entries.values() for name, _ in entry.names}


def write(folder: Path, *lines: str, name: str = "a.tsv") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return path


def line(id_: str, type_: str = "Company", label: str = "", *rest: str) -> str:
    cells = (id_, type_, label or id_, *rest)
    return "\t".join(cells + ("",) * (len(COLUMNS) - len(cells)))


def test_the_shipped_lexicon_has_no_problem() -> None:
    assert check_lexicon(FOLDER) == []


def test_the_shipped_lexicon_is_large_enough_in_every_class(lexicon: Lexicon) -> None:
    counts = Counter(entry.type for entry in lexicon.entries.values())
    assert set(counts) == TYPES
    assert len(lexicon.entries) >= 2000
    assert min(counts.values()) >= 100


def test_a_company_and_its_product_in_one_has_two_classes(tmp_path: Path) -> None:
    write(tmp_path, line("A", "Product;Company"), line("B", "Product"))
    entries = load_lexicon(tmp_path).entries
    assert (entries["A"].type, entries["A"].types) == ("Product", ("Product", "Company"))
    assert entries["B"].types == ("Product",)


def test_a_row_of_ones_own_says_anew_of_which_classes_a_known_entity_is(tmp_path: Path) -> None:
    write(tmp_path, line("A", "Product;Company"), line("B", "Product;Company", "B", "乙"))
    own = write(tmp_path / "own", line("A", "Product"), line("B", "", "", "丙"))
    entries = load_lexicon(tmp_path, [own]).entries
    assert entries["A"].types == ("Product",)
    assert entries["B"].types == ("Product", "Company")


def test_entries_are_sorted_by_id(lexicon: Lexicon) -> None:
    assert list(lexicon.entries) == sorted(lexicon.entries)
    assert all(id_ == entry.id for id_, entry in lexicon.entries.items())


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("英伟达", "NVIDIA"),
        ("輝達", "NVIDIA"),
        ("英偉達", "NVIDIA"),
        ("nvidia", "NVIDIA"),
        ("深度求索", "DeepSeek"),
        ("DeepSeek", "DeepSeek"),
        ("微軟", "Microsoft"),
        ("臉書", "Facebook"),
        ("位元組跳動", "ByteDance"),
        ("字節跳動", "ByteDance"),
        ("台積電", "TSMC"),
        ("臺積電", "TSMC"),
        ("山姆·阿尔特曼", "Sam_Altman"),
        ("奥特曼", "Sam_Altman"),
        ("老黄", "Jensen_Huang"),
        ("祖克柏", "Mark_Zuckerberg"),
        ("川普", "Donald_Trump"),
        ("GPT4", "GPT-4"),
        ("LLaMA", "Llama"),
        ("通義千問", "Qwen"),
        ("昇騰910B", "Ascend_910B"),
        ("升腾910B", "Ascend_910B"),
        ("史丹佛大學", "Stanford"),
        ("那斯達克", "NASDAQ"),
        ("港交所", "HKEX"),
        ("矽谷", "Silicon_Valley"),
        ("生成式人工智慧", "Generative_AI"),
        ("GenAI", "Generative_AI"),
    ],
)
def test_a_name_leads_to_its_entity(owners: dict[str, str], name: str, id_: str) -> None:
    assert owners[name_key(name)] == id_


@pytest.mark.parametrize(
    "names",
    [
        ("GPT-4", "GPT-4o", "GPT-4 Turbo", "GPT-4o mini", "GPT-4.5", "ChatGPT"),
        ("Qwen", "Qwen2", "Qwen2.5", "Qwen2.5-72B", "Qwen3"),
        ("昇腾", "昇腾910B", "昇腾910C"),
        ("华为", "华为云", "海思"),
        ("腾讯", "腾讯音乐", "腾讯云"),
        ("Gemini", "Gemini 1.5 Pro", "Gemini Ultra"),
        ("百度", "百度智能云", "文心一言", "文心大模型"),
        ("苹果", "苹果手机"),
        ("DeepSeek", "DeepSeek-V3", "DeepSeek-R1"),
        ("Alphabet", "谷歌", "谷歌云", "DeepMind", "Gemini"),
        ("Meta", "Meta AI", "Llama"),
        ("OpenAI", "o1", "o1-preview", "o3"),
        ("A100", "H100", "H200", "H20", "H800", "GB200"),
        ("xAI", "X平台", "Grok"),
        ("清华大学", "國立清華大學"),
        ("M1芯片", "M1 Pro", "M1 Max", "M2 Max"),
        ("Pixel 9", "Pixel 9 Pro"),
        ("Tensor G3", "Tensor G4"),
        ("Ministral", "Ministral 3B", "Ministral 8B"),
    ],
)
def test_near_names_are_different_entities(owners: dict[str, str], names: tuple[str, ...]) -> None:
    ids = [owners[name_key(name)] for name in names]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("id_", "family"),
    [
        ("GPT-4o_mini", "GPT-4o"),
        ("GPT-4o", "GPT"),
        ("Qwen2.5-72B", "Qwen2.5"),
        ("Ascend_910C", "Ascend"),
        ("iPhone_16_Pro", "iPhone_16"),
        ("Llama_3.1_405B", "Llama_3.1"),
        ("RTX_4090", "GeForce_RTX"),
        ("DeepSeek-R1", None),
        ("Falcon_9", None),
        ("Visual_Studio_Code", None),
        ("Microsoft", None),
    ],
)
def test_a_version_is_of_the_nearest_family(lexicon: Lexicon, id_: str, family: str | None) -> None:
    assert lexicon.families.get(id_) == family


def test_no_version_is_of_itself(lexicon: Lexicon) -> None:
    for id_ in lexicon.families:
        line = [id_]
        while (family := lexicon.families.get(line[-1])) is not None:
            assert family not in line
            line.append(family)


@pytest.mark.parametrize("name", ["人工智能", "人工智慧", "AI", "大模型", "大语言模型", "芯片", "云计算", "科技巨头"])
def test_generic_words_are_no_names(owners: dict[str, str], name: str) -> None:
    assert name_key(name) not in owners


@pytest.mark.parametrize(
    ("child", "parent"), [("Google", "Alphabet"), ("DeepMind", "Google"), ("Alibaba_Cloud", "Alibaba")]
)
def test_subsidiaries_know_their_parent(lexicon: Lexicon, child: str, parent: str) -> None:
    assert lexicon.entries[child].parent == parent


def test_models_know_their_maker(lexicon: Lexicon) -> None:
    assert lexicon.entries["GPT-4"].maker == "OpenAI"
    assert lexicon.entries["Qwen2.5-72B"].maker == "Alibaba"


def test_names_come_with_tags_label_first_none_twice(lexicon: Lexicon) -> None:
    names = lexicon.entries["NVIDIA"].names
    assert names[0] == ("英伟达", "zh-Hans")
    assert {("輝達", "zh-Hant"), ("NVIDIA", "en")} <= set(names)
    assert all(len(set(entry.names)) == len(entry.names) for entry in lexicon.entries.values())


def test_no_two_wikidata_ids_are_the_same(lexicon: Lexicon) -> None:
    ids = [entry.wikidata for entry in lexicon.entries.values() if entry.wikidata]
    assert [id_ for id_, times in Counter(ids).items() if times > 1] == []


def test_no_chinese_name_is_a_single_character(lexicon: Lexicon) -> None:
    assert [e.id for e in lexicon.entries.values() for name, tag in e.names if tag != "en" and len(name) < 2] == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("A\tCompany\tA", "9 cells expected, 3 found"),
        (line("A b"), "has a character that an IRI may not have"),
        (line("A", "Firm"), "unknown type 'Firm'"),
        (line("A", "Company;Person"), "unknown type 'Company;Person'"),
        ("A\tCompany" + "\t" * 7, "the label is empty"),
        (line("A", "Company", "A", " 甲"), "white space"),
        (line("A", "Company", "A", "甲;;乙"), "a name is empty"),
        (line("A", "Company", "A", "甲;甲"), "stands twice"),
        (line("A", "Company", "A", "", "", "", "", "", "42"), "'42' is not of the form Q123"),
        (line("A", "Company", "A", "", "", "", "Nobody"), "parent 'Nobody'"),
        (line("A", "Model", "A", "", "", "", "", "Nobody"), "maker 'Nobody'"),
        (line("A", "Company", "A", "", "", "", "A"), "parent 'A'"),
    ],
)
def test_a_wrong_row_is_refused_with_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = write(tmp_path, row)
    with pytest.raises(DomainError) as caught:
        load_lexicon(tmp_path)
    assert f"{path}:2: " in str(caught.value)
    assert message in str(caught.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, line("A", "Firm"), line("B"), line("C", "Thing"))
    with pytest.raises(DomainError) as caught:
        load_lexicon(tmp_path)
    assert f"{path}:2: " in str(caught.value)
    assert f"{path}:4: " in str(caught.value)


def test_an_id_may_stand_once_in_all_files(tmp_path: Path) -> None:
    write(tmp_path, line("A"), name="a.tsv")
    path = write(tmp_path, line("A"), name="b.tsv")
    with pytest.raises(DomainError, match=f"{path}:2: id 'A' stands already"):
        load_lexicon(tmp_path)


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(DomainError, match=f"{path}:1: the header must be"):
        load_lexicon(tmp_path)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=r"no \*\.tsv file"):
        load_lexicon(tmp_path)


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(DomainError, match="cannot be read as UTF-8"):
        load_lexicon(tmp_path)


def test_checking_finds_what_loading_lets_pass(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    generic, unsorted, twice = ("B", "Company", "乙", "大模型"), ("A", "Company", "甲", "乙"), ("C", "Company", "丙")
    path = write(folder, line(*generic), line(*unsorted), line(*twice, "", "", "C C;CC"))
    problems = check_lexicon(folder)
    assert any(f"{path}:3: id 'A' must stand before 'B'" in problem for problem in problems)
    assert any(f"{path}:2: '大模型' is a generic word" in problem for problem in problems)
    assert any(f"{path}:3: name '乙' of 'A' is also a name of 'B'" in problem for problem in problems)
    assert any(f"{path}:4: 'CC' says the same" in problem for problem in problems)
    assert len(problems) == 4


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        ("Hai 9;Hai 9 Pro", "Hai 9 Pro"),
        ("Hai-7B;Hai-13B", "Hai-13B"),
        ("Hai;Hai 2.0", "Hai 2.0"),
        ("Hai 4;Hai 4.0", None),
        ("Hai Pro MoE;Hai Pro", None),
        ("Haiflash;Hai", None),
    ],
)
def test_a_row_has_the_names_of_one_version(tmp_path: Path, names: str, apart: str | None) -> None:
    folder = tmp_path / "lexicon"
    path = write(folder, line("A", "Model", names.partition(";")[0], "", "", names))
    problems = check_lexicon(folder)
    told = [problem for problem in problems if "another version" in problem]
    assert [problem.startswith(f"{path}:2: {apart!r}") for problem in told] == [True] * (apart is not None)


def test_a_shared_name_is_fine_where_a_homograph_says_whose_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    write(folder, line("A", "Company", "甲"), line("B", "Company", "乙", "甲"))
    (tmp_path / "homographs.yaml").write_text("- {name: 甲, entity: A, otherwise: keep}\n", encoding="utf-8")
    assert check_lexicon(folder) == []


def test_a_homograph_of_a_stranger_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    write(folder, line("A", "Company", "甲"))
    (tmp_path / "homographs.yaml").write_text("- {name: 乙, entity: A, otherwise: keep}\n", encoding="utf-8")
    assert len(check_lexicon(folder)) == 1


def test_the_users_rows_override_extend_and_add(tmp_path: Path) -> None:
    write(tmp_path / "lexicon", line("A", "Company", "甲", "甲", "", "Alpha"), line("B", "Company", "乙"))
    extra = write(tmp_path / "own", "A\t\t\t甲方\t\t\tB\t\t", line("N", "Model", "N", "", "", "", "", "A"))
    entries = load_lexicon(tmp_path / "lexicon", [extra]).entries
    assert list(entries) == ["A", "B", "N"]
    assert (entries["A"].type, entries["A"].label, entries["A"].parent) == ("Company", "甲", "B")
    assert (entries["A"].hans, entries["A"].en) == (("甲", "甲方"), ("Alpha",))
    assert entries["N"].maker == "A"


def test_a_mistake_of_the_users_file_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path / "lexicon", line("A"))
    extra = write(tmp_path / "own", line("N", "Thing"))
    with pytest.raises(DomainError, match=f"{extra}:2: unknown type 'Thing'"):
        load_lexicon(tmp_path / "lexicon", [extra])
