"""``zhitu lexicon check``, and a lexicon of one's own beside the shipped one."""

from pathlib import Path

import pytest

from extract.model import Source
from extract.pipeline import Extractor
from graph.build import build
from graph.knowledge import KnowledgeGraph
from ontology.domain import SHIPPED, load_domain
from ontology.lexicon import COLUMNS
from tests.graph.in_process import Zhitu, caller

HEADER = "\t".join(COLUMNS)
OWN = [
    "NVIDIA\t\t英伟达集团\t英伟达集团;老英家\t\t\t\t\t",
    "Xinghe_Zhisuan\tCompany\t星河智算\t星河智算;星算\t星河智算\tXinghe Compute\t\t\t",
    "Lingxiao\tModel\t凌霄大模型\t凌霄大模型\t\tLingxiao\t\tXinghe_Zhisuan\t",
]
TEXT = "老英家向星算供应芯片。Xinghe Compute发布了凌霄大模型。英伟达2024年营收为609亿美元。\n"


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Zhitu:
    monkeypatch.chdir(tmp_path)
    return caller(monkeypatch, capfd)


def own(*rows: str, name: str = "own.tsv") -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


class TestCheck:
    def test_the_shipped_lexicon(self, zhitu: Zhitu) -> None:
        code, out, _ = zhitu("lexicon", "check")

        assert (code, out.splitlines()[-1].split(", ")[1]) == (0, "no problem")

    def test_a_file_of_ones_own(self, zhitu: Zhitu) -> None:
        assert zhitu("lexicon", "check", own(*sorted(OWN)))[:2] == (0, "3 entities in 1 files, no problem\n")

    def test_write_sorts(self, zhitu: Zhitu) -> None:
        path = own(*OWN)
        code, out, _ = zhitu("lexicon", "check", path)
        assert (code, out) == (
            1,
            "own.tsv:4: id 'Lingxiao' must stand before 'Xinghe_Zhisuan'; rows are sorted by id\n",
        )

        code, _, err = zhitu("lexicon", "check", path, "--write")
        assert (code, err) == (0, "zhitu: own.tsv: sorted\n")
        assert path.read_text(encoding="utf-8").splitlines() == [HEADER, *sorted(OWN)]
        assert zhitu("lexicon", "check", path, "--write")[2] == ""

    def test_write_leaves_what_is_no_lexicon(self, zhitu: Zhitu) -> None:
        path = Path("notes.tsv")
        path.write_text("z\na\n", encoding="utf-8")

        code, _, err = zhitu("lexicon", "check", path, "--write")
        assert (code, "is not sorted, for its header is not" in err) == (2, True)
        assert path.read_text(encoding="utf-8") == "z\na\n"

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (
                "My_Firm\tCompany\t我司\t英伟達;我司\t\t\t\t\t",
                "own.tsv:2: name '英伟達' of 'My_Firm' is also a name of 'NVIDIA'",
            ),
            (
                "My_Firm\tCompany\t我司\t人工智能\t\t\t\t\t",
                "own.tsv:2: '人工智能' is a generic word and may not be a name",
            ),
            ("My_Firm\tFirm\t我司\t\t\t\t\t\t", "own.tsv:2: unknown type 'Firm'"),
            ("My_Firm\tCompany\t我司\t\t\t\tNobody_Known\t\t", "own.tsv:2: parent 'Nobody_Known' of 'My_Firm'"),
            ("My_Firm\tCompany\t我司", "own.tsv:2: 9 cells expected, 3 found"),
        ],
    )
    def test_problems(self, zhitu: Zhitu, row: str, told: str) -> None:
        code, out, err = zhitu("lexicon", "check", own(row))

        assert code == 1
        assert out.startswith(told)
        assert err == "zhitu: 1 problems\n"

    def test_a_folder_is_checked_by_itself(self, zhitu: Zhitu) -> None:
        own("A\tCompany\t甲司\t\t\t\t\t\t", name="lex/a.tsv")
        own("B\tCompany\t甲司\t\t\t\t\t\t", name="lex/b.tsv")
        code, out, _ = zhitu("lexicon", "check", "lex")

        assert code == 1
        assert "name '甲司' of 'B' is also a name of 'A'" in out

    def test_nothing_there(self, zhitu: Zhitu) -> None:
        code, _, err = zhitu("lexicon", "check", "nowhere")

        assert (code, err) == (2, "zhitu: nowhere: is no lexicon: a TSV file, or a folder of *.tsv files\n")


class TestOwnLexicon:
    def test_adds_entities_and_names_and_corrects_a_label(self, zhitu: Zhitu) -> None:
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        shipped = {path: path.stat().st_mtime_ns for path in (SHIPPED / "lexicon").iterdir()}
        assert zhitu("build", "a.txt", "-g", "g", "--lexicon", own(*sorted(OWN)), "-q")[0] == 0

        with KnowledgeGraph.open("g") as kg:
            assert (kg.entity("NVIDIA").label, kg.entity("NVIDIA").known) == ("英伟达集团", True)
            assert (kg.entity("Xinghe_Zhisuan").type, kg.entity("Lingxiao").type) == ("Company", "Model")
            found = {(each.text, each.entity, each.rule) for each in kg.document("a.txt").found}
            names = {name.text for name in kg.entity("NVIDIA").names}
        assert {
            ("老英家", "NVIDIA", "lexicon"),
            ("星算", "Xinghe_Zhisuan", "lexicon"),
            ("Xinghe Compute", "Xinghe_Zhisuan", "lexicon"),
            ("英伟达", "NVIDIA", "lexicon"),
        } <= found
        assert {"英伟达", "輝達", "老英家"} <= names
        assert {path: path.stat().st_mtime_ns for path in (SHIPPED / "lexicon").iterdir()} == shipped

        assert "its lexicon row is in none of the files" in zhitu("entities", "why", "星算", "-g", "g")[1]
        told = zhitu("entities", "why", "星算", "-g", "g", "--lexicon", "own.tsv")[1]
        assert "lexicon row Xinghe_Zhisuan: Company; 星河智算; 星算; Xinghe Compute" in told

    def test_without_it_the_same_text_is_read_otherwise(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        build([tmp_path / "a.txt"], tmp_path / "g", extractor=Extractor(load_domain()))

        with KnowledgeGraph.open(tmp_path / "g") as kg:
            assert kg.entity("NVIDIA").label == "英伟达"
            assert "老英家" not in {name.text for name in kg.entity("NVIDIA").names}

    def test_a_change_of_it_is_a_change_of_settings(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        without, with_ = (Extractor(load_domain(lexicons=files)) for files in ((), (own(*OWN),)))

        assert without.fingerprint != with_.fingerprint
        assert with_(Source("a", TEXT.encode())).entities != without(Source("a", TEXT.encode())).entities
