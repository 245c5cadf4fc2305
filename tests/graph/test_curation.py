"""Corrections by hand: what they change, that they last, and that they can be taken back to the byte."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.model import Analysis, Evidence, Source
from extract.pipeline import Extractor
from graph.amendments import merge, rename, split
from graph.build import build, forget
from graph.correcting import BOTH, SELF
from graph.corrections import Correction, CorrectionError, parse_corrections, to_line
from graph.curation import Amended, add, corrections_of, undo
from graph.errors import BuildError, NoGraphError
from graph.finding import EntityError, find
from graph.knowledge import KnowledgeGraph
from graph.pool import read_one
from graph.reasons import why
from graph.record import decode, encode
from graph.report import BuildReport
from ontology.domain import load_domain
from tests.graph.fixtures import CHIPS, COSTS, DENIAL, MONEY, LineExtractor, write
from tests.shared import SAMPLES

FILES = {"a.txt": COSTS, "news/b.txt": MONEY, "c.txt": CHIPS}
ALIASED = (
    "entity|NVIDIA:Company\nrelation|老英:Company|supplies|Microsoft:Company|asserted\n"
    "quantity|老英:Company|revenue|5|USD||asserted\n"
)
ARTICLES = {
    "plain.txt": "星河智算发布了凌霄大模型。星河智算的估值为30亿美元。\n",
    "alias.txt": "星河科技（StarCompute）完成融资5亿元。StarCompute的员工有300人。\n",
    "cloud.txt": "华为发布了昇腾910C芯片。华为云2024年营收为380亿元。华为2024年营收为8600亿元。\n",
    "other.txt": "OpenAI的GPT-4训练成本约为7800万美元。\n",
}


class Wide:
    """An extractor whose claims quote the whole text."""

    def __init__(self, inner: Extractor) -> None:
        self._inner = inner
        self.fingerprint = "wide"

    def __call__(self, source: Source) -> Analysis:
        analysis = self._inner(source)
        text = analysis.document.text
        claims = (replace(each, evidence=Evidence(0, len(text), text)) for each in analysis.claims)
        return replace(analysis, claims=tuple(claims))


@pytest.fixture(name="extractor", scope="module")
def _extractor() -> Extractor:
    return Extractor(load_domain())


def made(folder: Path, files: dict[str, str] = FILES, name: str = "graph", **options: object) -> BuildReport:
    options.setdefault("extractor", LineExtractor())
    return build([write(folder / f"{name}-sources", files)], folder / name, **options)  # type: ignore[arg-type]


def quads(folder: Path, name: str = "graph") -> list[str]:
    with KnowledgeGraph.open(folder / name) as kg:
        assert len(kg) == len(kg.store)
        return list(kg.nquads())


def lines(folder: Path, name: str = "graph") -> list[str]:
    path = folder / name / "corrections.jsonl"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def clean(folder: Path, files: dict[str, str], corrections: list[str], **options: object) -> list[str]:
    """Return the quads of a graph built at once from *files* with *corrections*."""
    given_file = folder / "given.jsonl"
    given_file.write_text("".join(line + "\n" for line in corrections), encoding="utf-8")
    name = f"clean{len(list(folder.glob('clean*')))}"
    made(folder, files, name, corrections=given_file, **options)
    return quads(folder, name)


class TestMerge:
    def test_moves_names_mentions_and_claims(self, tmp_path: Path) -> None:
        made(tmp_path, {**FILES, "d.txt": ALIASED})
        before = quads(tmp_path)
        done = merge(tmp_path / "graph", "老英", "英伟达")

        assert (done.correction.told(), done.documents) == ("老英 is NVIDIA", ("d.txt",))
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert kg.query("ASK { ze:NVIDIA zt:supplies ze:Microsoft ; skos:altLabel '老英'@zh-Hans }")
            assert [claim.subject for claim in kg.document("d.txt").claims] == ["NVIDIA", "NVIDIA"]
            assert not any(entity.id == "老英" for entity in kg.fused())
            entity = kg.entity("NVIDIA")
        assert (entity.known, entity.label, entity.type) == (True, "NVIDIA", "Company")
        changed = set(before) ^ set(quads(tmp_path))
        assert all("老英" in line or "NVIDIA" in line or "document/d.txt" in line for line in changed)

    def test_where_the_document_does_not_speak_of_the_other(self, tmp_path: Path) -> None:
        made(tmp_path, {**FILES, "d.txt": ALIASED.replace("entity|NVIDIA:Company\n", "")})
        merge(tmp_path / "graph", "老英", "NVIDIA")

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            names = {name.text for name in kg.entity("NVIDIA").names}
            assert kg.entity("NVIDIA").label == "NVIDIA"
        assert {"老英", "英伟达", "輝達"} <= names

    def test_versions_of_it_are_of_the_other(self, tmp_path: Path) -> None:
        files = {"a.txt": "entity|甲:Model\n", "b.txt": "version|甲2:Model|甲\n", "c.txt": "entity|乙:Model\n"}
        made(tmp_path, files)
        before = quads(tmp_path)
        done = merge(tmp_path / "graph", "甲", "乙", into="乙")

        assert done.documents == ("a.txt", "b.txt")
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert kg.query("ASK { ze:甲2 zt:versionOf ze:乙 }")
        assert quads(tmp_path) == clean(tmp_path, files, lines(tmp_path))
        undo(tmp_path / "graph", done.correction.id)
        assert quads(tmp_path) == before

    def test_a_relation_to_itself_goes_and_is_counted(self, tmp_path: Path) -> None:
        made(tmp_path, {"a.txt": "relation|甲:Company|acquires|乙:Company|asserted\n" + COSTS})
        done = merge(tmp_path / "graph", "甲", "乙", into="甲")

        assert done.notes == ((SELF, 1),)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert [claim.predicate for claim in kg.claims()] == ["develops", "trainingCost"]
            assert dict(kg.document("a.txt").report.notes)[SELF] == 1
            assert next(kg.reports()).claims == 2

    def test_the_known_one_stays_else_the_more_frequent(self, tmp_path: Path) -> None:
        made(tmp_path, {"a.txt": "entity|甲:Company\nentity|乙:Company\nentity|乙:Company\nentity|OpenAI:Company\n"})

        assert merge(tmp_path / "graph", "甲", "乙").correction.into == "乙"
        assert merge(tmp_path / "graph", "OpenAI", "乙").correction.into == "OpenAI"

    def test_different_classes_need_force(self, tmp_path: Path) -> None:
        made(tmp_path, {"a.txt": "entity|甲:Company\nentity|乙:Model\n"})

        with pytest.raises(CorrectionError, match="甲 is a Company and 乙 is a Model; --force"):
            merge(tmp_path / "graph", "甲", "乙", into="乙")
        assert lines(tmp_path) == []
        merge(tmp_path / "graph", "甲", "乙", into="乙", force=True)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert [(each.id, each.type) for each in kg.fused()] == [("乙", "Model")]

    def test_two_of_the_lexicon_need_force(self, tmp_path: Path) -> None:
        made(tmp_path)

        with pytest.raises(
            CorrectionError, match=r"the lexicon tells (Microsoft and OpenAI|OpenAI and Microsoft) apart"
        ):
            merge(tmp_path / "graph", "微软", "OpenAI")

    def test_one_with_itself(self, tmp_path: Path) -> None:
        made(tmp_path)

        with pytest.raises(CorrectionError, match="are one entity already: Microsoft"):
            merge(tmp_path / "graph", "微軟", "microsoft")
        with pytest.raises(CorrectionError, match="is NVIDIA, which is neither"):
            merge(tmp_path / "graph", "微軟", "OpenAI", into="NVIDIA", force=True)


class TestSplit:
    def test_moves_the_mentions_with_that_name_and_their_claims(self, tmp_path: Path, extractor: Extractor) -> None:
        made(tmp_path, ARTICLES, extractor=extractor)
        merge(tmp_path / "graph", "华为云", "华为", into="华为", force=True)
        before = quads(tmp_path)
        done = split(tmp_path / "graph", "Huawei", "華為雲", into="Huawei_Cloud", type_="Company")

        assert done.documents == ("cloud.txt",)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            said = {claim.value: claim.subject for claim in kg.claims() if claim.predicate == "revenue"}
            record = kg.document("cloud.txt")
        assert said == {38_000_000_000: "Huawei_Cloud", 860_000_000_000: "Huawei"}
        called = {each.entity: {one.text for one in record.found if one.entity == each.entity} for each in record.found}
        assert (called["Huawei_Cloud"], called["Huawei"]) == ({"华为云"}, {"华为"})
        changed = set(before) ^ set(quads(tmp_path))
        assert changed
        assert all("Huawei" in line or "document/cloud.txt" in line for line in changed)

    def test_only_in_one_document(self, tmp_path: Path) -> None:
        made(tmp_path)
        split(tmp_path / "graph", "微软", "Microsoft", into="微软酒店", doc="c.txt")

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert [entity.id for entity in kg.document("c.txt").entities] == ["NVIDIA", "微软酒店"]
            assert [entity.id for entity in kg.document("news/b.txt").entities] == ["Microsoft", "OpenAI"]
            assert kg.entity("微软酒店").known is False

    def test_a_claim_that_names_both_stays_and_is_counted(self, tmp_path: Path, extractor: Extractor) -> None:
        made(tmp_path, {"a.txt": "华为旗下华为云2024年营收为380亿元。"}, extractor=Wide(extractor))
        merge(tmp_path / "graph", "华为云", "华为", into="华为", force=True)
        done = split(tmp_path / "graph", "Huawei", "华为云", into="Huawei_Cloud")

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            claims = [claim.subject for claim in kg.claims()]
        assert claims == ["Huawei"] * len(claims)
        assert done.notes == ((BOTH, len(claims)),)

    @pytest.mark.parametrize(
        ("name", "options", "told"),
        [
            ("谷歌", {}, r"Microsoft is nowhere called '谷歌'; its mentions are: Microsoft \(3\)"),
            ("Microsoft", {}, "would be Microsoft again; say by another id"),
            ("Microsoft", {"into": "a b"}, "has a character that an IRI may not have"),
            ("Microsoft", {"into": "微软云", "type_": "Firm"}, "class 'Firm' is none of Company"),
            ("Microsoft", {"into": "OpenAI", "type_": "Model"}, "OpenAI is a Company already, no Model"),
            ("Microsoft", {"into": "x", "doc": "a.txt"}, "'a.txt' does not speak of Microsoft"),
        ],
    )
    def test_bad_input(self, tmp_path: Path, name: str, options: dict[str, str], told: str) -> None:
        made(tmp_path)
        before = quads(tmp_path)

        with pytest.raises(CorrectionError, match=told):
            split(tmp_path / "graph", "微软", name, **options)
        assert (quads(tmp_path), lines(tmp_path)) == (before, [])


class TestRename:
    def test_label_and_class(self, tmp_path: Path) -> None:
        made(tmp_path)
        rename(tmp_path / "graph", "GPT-4", "GPT-四號", type_="Product")

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            entity = kg.entity("GPT-4")
            assert kg.query("ASK { ze:GPT-4 rdfs:label 'GPT-四號'@zh-Hant ; skos:altLabel 'GPT-4'@en }")
        assert (entity.label, entity.type) == ("GPT-四號", "Product")

    def test_nothing_new(self, tmp_path: Path) -> None:
        made(tmp_path)

        with pytest.raises(CorrectionError, match="is GPT-4"):
            rename(tmp_path / "graph", "gpt4", "GPT-4", type_="Model")


Step = Callable[[Path], Amended]
STEPS: dict[str, Step] = {
    "merge": lambda graph: merge(graph, "GPT-4", "NVIDIA", force=True),
    "merge into an unknown": lambda graph: merge(graph, "OpenAI", "GPT-4", into="GPT-4", force=True),
    "split": lambda graph: split(graph, "Microsoft", "Microsoft", into="微软云"),
    "split to another": lambda graph: split(graph, "Microsoft", "Microsoft", into="NVIDIA", doc="news/b.txt"),
    "rename": lambda graph: rename(graph, "OpenAI", "开放智能"),
}


class TestExactness:
    @pytest.mark.parametrize("name", STEPS)
    def test_as_built_at_once_and_back_to_the_byte(self, tmp_path: Path, name: str) -> None:
        made(tmp_path)
        before = quads(tmp_path)
        done = STEPS[name](tmp_path / "graph")
        after = quads(tmp_path)

        assert after != before
        assert after == clean(tmp_path, FILES, lines(tmp_path))
        assert not made(tmp_path).changed
        assert quads(tmp_path) == after
        assert undo(tmp_path / "graph", done.correction.id).documents == done.documents
        assert quads(tmp_path) == before
        assert not (tmp_path / "graph/corrections.jsonl").exists()

    def test_one_of_several_is_taken_back(self, tmp_path: Path) -> None:
        made(tmp_path)
        for name in ("merge", "rename", "split"):
            STEPS[name](tmp_path / "graph")
        undo(tmp_path / "graph", 2)

        assert [each.id for each in corrections_of(tmp_path / "graph")] == [1, 3]
        assert quads(tmp_path) == clean(tmp_path, FILES, lines(tmp_path))

    def test_new_documents_are_corrected_too(self, tmp_path: Path) -> None:
        files = {**FILES, "d.txt": ALIASED}
        made(tmp_path, files)
        merge(tmp_path / "graph", "老英", "NVIDIA")
        more = {**files, "e.txt": "relation|老英:Company|develops|甲:Chip|asserted\n"}
        made(tmp_path, more)

        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert ("NVIDIA", "develops", "甲") in set(kg.facts())
        assert quads(tmp_path) == clean(tmp_path, more, lines(tmp_path))
        forget(["d.txt"], tmp_path / "graph")
        del more["d.txt"]
        assert quads(tmp_path) == clean(tmp_path, more, lines(tmp_path))

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data())
    def test_any_history(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        """Correct, take back, add, edit, forget in any order: the graph is the one a clean build makes."""
        folder = tmp_path_factory.mktemp("history")
        texts = st.sampled_from([COSTS, MONEY, CHIPS, DENIAL, ALIASED, COSTS + ALIASED])
        files = {f"{n}.txt": data.draw(texts) for n in range(6)}
        made(folder, files)
        ids = st.sampled_from(["OpenAI", "GPT-4", "NVIDIA", "Microsoft", "老英", "新"])
        for number in range(1, data.draw(st.integers(1, 5)) + 1):
            kind = data.draw(st.sampled_from(["merge", "split", "rename", "undo", "edit", "forget"]))
            a, b = data.draw(st.lists(ids, min_size=2, max_size=2, unique=True))
            doc = data.draw(st.sampled_from(["", *sorted(files)]))
            known = corrections_of(folder / "graph")
            if kind == "undo" and known:
                undo(folder / "graph", data.draw(st.sampled_from([each.id for each in known])))
            elif kind == "edit":
                files[data.draw(st.sampled_from(["0.txt", "1.txt", "9.txt"]))] = data.draw(texts)
                made(folder, files)
            elif kind == "forget":
                forget([gone := min(files)], folder / "graph")
                del files[gone]
            elif kind != "undo":
                n = number + 100
                correction = {
                    "merge": Correction(n, "merge", a, b),
                    "split": Correction(n, "split", a, b, name=a, type="Company", doc=doc),
                    "rename": Correction(n, "rename", a, label="某某", type="Product"),
                }[kind]
                add(folder / "graph", lambda _, new=correction: new)  # type: ignore[misc]

        assert quads(folder) == clean(folder, files, lines(folder))

    def test_only_the_documents_concerned_are_redone(self, tmp_path: Path) -> None:
        files = {**FILES, **{f"x{n}.txt": COSTS for n in range(20)}}
        made(tmp_path, files)
        records = {path: path.stat().st_mtime_ns for path in (tmp_path / "graph/records").rglob("*.z")}

        done = rename(tmp_path / "graph", "NVIDIA", "英偉達公司")

        assert done.documents == ("c.txt",)
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "graph/records").rglob("*.z")} == records


class TestTheFile:
    def test_it_says_what_was_done(self, tmp_path: Path) -> None:
        made(tmp_path, {**FILES, "d.txt": ALIASED})
        merge(tmp_path / "graph", "老英", "NVIDIA", reason="一家公司", date="2024-07-28")

        assert lines(tmp_path) == [
            '{"id": 1, "kind": "merge", "entity": "老英", "into": "NVIDIA", "reason": "一家公司", "date": "2024-07-28"}'
        ]

    def test_it_may_be_edited_by_hand(self, tmp_path: Path) -> None:
        made(tmp_path)
        before = quads(tmp_path)
        path = tmp_path / "graph/corrections.jsonl"
        path.write_text('\n{"kind":"merge","id":7,"into":"NVIDIA","entity":"OpenAI"}\n\n', encoding="utf-8")
        report = made(tmp_path)

        assert (report.changed, report.corrected) == (True, 2)
        assert "2 redone for the corrections" in report.summary()
        assert quads(tmp_path) == clean(tmp_path, FILES, lines(tmp_path))
        rename(tmp_path / "graph", "NVIDIA", "某某")
        assert lines(tmp_path)[:3] == ["", '{"kind":"merge","id":7,"into":"NVIDIA","entity":"OpenAI"}', ""]
        assert [each.id for each in corrections_of(tmp_path / "graph")] == [7, 8]
        path.unlink()
        made(tmp_path)
        assert quads(tmp_path) == before

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('{"id":1,"kind":"merge","entity":"a","into":"b"}\n{oops\n', r":2: is not JSON .*'\{oops'"),
            ("[]\n", r":1: is no JSON object"),
            ('\n{"id":1,"kind":"marry"}\n', r":2: kind 'marry' is none of merge, split, rename"),
            ('{"id":0,"kind":"merge","entity":"a","into":"b"}\n', r":1: id 0 is no whole number"),
            ('{"id":1,"kind":"merge","entity":"a"}\n', r":1: a merge needs 'into'"),
            ('{"id":1,"kind":"merge","entity":"a","into":"a"}\n', r":1: 'a' can neither be merged into"),
            ('{"id":1,"kind":"merge","entity":"a","into":"b","why":"x"}\n', r":1: a merge has no 'why'; it has"),
            ('{"id":1,"kind":"merge","entity":"a","into":3}\n', r":1: 'into' must be a text"),
            ('{"id":1,"kind":"rename","entity":"a"}\n', r":1: a rename needs 'label' or 'type'"),
            ('{"id":1,"kind":"rename","entity":"a","type":"Firm"}\n', r":1: type 'Firm' is none of"),
            ('{"id":1,"kind":"rename","entity":"a","label":"b","date":"gestern"}\n', r":1: date 'gestern' is no day"),
            ('{"id":1,"kind":"rename","entity":"a","label":"b"}\n' * 2, r":2: number 1 stands already in line 1"),
        ],
    )
    def test_mistakes_are_told_with_their_line(self, tmp_path: Path, text: str, told: str) -> None:
        made(tmp_path)
        before = quads(tmp_path)
        (tmp_path / "graph/corrections.jsonl").write_text(text, encoding="utf-8")

        for use in (lambda: made(tmp_path), lambda: rename(tmp_path / "graph", "NVIDIA", "x")):
            with pytest.raises(CorrectionError, match=told):
                use()
        assert quads(tmp_path) == before
        assert (tmp_path / "graph/corrections.jsonl").read_text(encoding="utf-8") == text

    def test_lines_read_back(self) -> None:
        each = Correction(3, "split", "a", "b", name="c", type="Model", doc="d.txt", reason="e", date="2024")

        assert parse_corrections(to_line(each), "here") == (each,)

    def test_a_given_file_takes_its_place(self, tmp_path: Path) -> None:
        made(tmp_path)
        rename(tmp_path / "graph", "NVIDIA", "某某")
        own = lines(tmp_path)
        given_file = tmp_path / "mine.jsonl"
        given_file.write_text('{"id":1,"kind":"rename","entity":"OpenAI","label":"开放"}\n', encoding="utf-8")
        made(tmp_path, corrections=given_file)

        assert lines(tmp_path) == given_file.read_text(encoding="utf-8").splitlines()
        assert (tmp_path / "graph/corrections.before.jsonl").read_text(encoding="utf-8").splitlines() == own
        assert not made(tmp_path).changed
        assert quads(tmp_path) == clean(tmp_path, FILES, lines(tmp_path))

    def test_a_build_that_fails_leaves_it(self, tmp_path: Path) -> None:
        made(tmp_path)
        rename(tmp_path / "graph", "NVIDIA", "某某")
        own, before = lines(tmp_path), quads(tmp_path)
        given_file = tmp_path / "mine.jsonl"
        given_file.write_text('{"id":1,"kind":"rename","entity":"OpenAI","label":"开放"}\n', encoding="utf-8")

        with pytest.raises(BuildError):
            made(tmp_path, {**FILES, "z.txt": "broken"}, corrections=given_file, strict=True)
        with pytest.raises(CorrectionError, match="no such file of corrections"):
            made(tmp_path, corrections=tmp_path / "nowhere.jsonl")
        assert (lines(tmp_path), quads(tmp_path)) == (own, before)

    def test_no_graph(self, tmp_path: Path) -> None:
        with pytest.raises(NoGraphError):
            merge(tmp_path / "graph", "a", "b")
        with pytest.raises(NoGraphError, match="no such folder"):
            undo(tmp_path / "graph", 1)


class TestFinding:
    @pytest.mark.parametrize(
        "name",
        [
            "NVIDIA",
            "nvidia",
            "英伟达",
            "輝達",
            "英偉達",
            "ze:NVIDIA",
            "https://w3id.org/zhitu/entity/NVIDIA",
            "ＮＶＩＤＩＡ",
        ],
    )
    def test_any_name_in_any_script(self, tmp_path: Path, name: str) -> None:
        made(tmp_path)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            assert find(kg, name)[0].id == "NVIDIA"

    def test_nobody(self, tmp_path: Path) -> None:
        made(tmp_path)
        with (
            KnowledgeGraph.open(tmp_path / "graph") as kg,
            pytest.raises(
                EntityError, match=r"no entity is called '英伟'; the nearest:\n  NVIDIA  NVIDIA \(Company, 2"
            ),
        ):
            find(kg, "英伟")

    def test_several(self, tmp_path: Path) -> None:
        made(tmp_path, {**FILES, "d.txt": "entity|乙:Company\nentity|丙:Model\n"})
        rename(tmp_path / "graph", "乙", "甲科技")
        rename(tmp_path / "graph", "丙", "甲科技")
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            with pytest.raises(EntityError, match="2 entities are called '甲科技'; give the id") as error:
                find(kg, "甲科技")
            assert "  丙  甲科技 (Model, 1 mentions)\n  乙  甲科技 (Company, 1 mentions)" in str(error.value)
            assert find(kg, "乙")[0].type == "Company"


class TestWhy:
    def test_every_node_of_the_samples(self, tmp_path: Path, extractor: Extractor) -> None:
        build([SAMPLES], tmp_path / "graph", extractor=extractor)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            texts = {record.doc: record.document.text for record in kg.documents()}
            counts = {id_: (mentions, documents) for id_, mentions, documents in kg.mentioned()}
            for entity in kg.fused():
                told = why(kg, entity)
                assert (sum(each.mentions for each in told.called), len(told.documents)) == counts[entity.id]
                for each in told.called:
                    assert each.reasons
                    for reason in each.reasons:
                        place = reason.place
                        assert reason.rule not in ("", "unknown")
                        assert texts[place.doc][place.start : place.end] == place.quote

    def test_names_joined_in_brackets(self, tmp_path: Path, extractor: Extractor) -> None:
        made(tmp_path, ARTICLES, extractor=extractor)
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            told = why(kg, find(kg, "StarCompute")[0])

        reasons = {(each.text, one.rule, one.other, one.place.quote) for each in told.called for one in each.reasons}
        assert ("StarCompute", "bracket", "星河科技", "星河科技（StarCompute）") in reasons

    def test_corrections(self, tmp_path: Path) -> None:
        made(tmp_path, {**FILES, "d.txt": ALIASED})
        merge(tmp_path / "graph", "老英", "NVIDIA", reason="一家")
        with KnowledgeGraph.open(tmp_path / "graph") as kg:
            told = why(kg, kg.entity("NVIDIA"))

        assert [(each.text, each.mentions, [one.rule for one in each.reasons]) for each in told.called] == [
            ("NVIDIA", 3, ["test"]),
            ("老英", 2, ["test", "correction"]),
        ]
        assert [each.reason for each in told.corrections] == ["一家"]
        assert json.loads(json.dumps(told.to_json(), ensure_ascii=False))["corrections"][0]["entity"] == "老英"


def test_records_keep_how_every_mention_was_found(extractor: Extractor) -> None:
    for name, text in ARTICLES.items():
        outcome = read_one(extractor, Source(name, text.encode()))
        assert outcome.record is not None
        record = decode(outcome.data)
        assert record == outcome.record
        assert encode(record) == outcome.data
        kept = sorted((f.entity, place.start, place.end) for f in record.found for place in f.places)
        assert kept == sorted((e.id, place.start, place.end) for e in record.entities for place in e.mentions)
