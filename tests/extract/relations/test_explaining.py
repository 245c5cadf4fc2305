"""Why a frame fired or did not: every reason that a sentence can give."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Source
from extract.pipeline import Extractor
from extract.relations.examples import failures
from extract.relations.explaining import explain, sentences_of
from extract.relations.patterns import compile_pattern
from ontology.domain import Domain, load_domain
from ontology.errors import DomainError, FrameError
from ontology.frames import Frames, RelationFrame, load_frames
from ontology.lexicon import COLUMNS

ENTITIES = (("Lin_Yuan", "Person", "林远"), ("Xinghai", "Company", "星海智能"), ("Yunchuan", "Company", "云川公司"),
            ("Haitun", "Model", "海豚大模型"))  # fmt: skip
ROWS = [f"{id_}\t{kind}\t{name}\t{name}\t\t\t\t\t" for id_, kind, name in ENTITIES]
NAMES = "\n".join(["\t".join(COLUMNS), *ROWS, ""])
DECLARED = "- {relation: advises, domain: [Person], range: [Organization], label: {en: advises, zh-Hans: 担任顾问}}\n"


def _frame(pattern: str, more: str = "") -> str:
    return f'- {{id: advises.post, predicate: advises, cues: [顾问], patterns: ["{pattern}"]{more}}}\n'


def _domain(folder: Path, *rows: str) -> Domain:
    names, frames = folder / "names.tsv", folder / "own.yaml"
    names.write_text(NAMES, encoding="utf-8")
    frames.write_text("".join(rows), encoding="utf-8")
    return load_domain(lexicons=[names], frames=[frames])


@pytest.fixture(scope="module", name="extractor")
def _extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    return Extractor(_domain(tmp_path_factory.mktemp("own"), DECLARED, _frame("{s}担任{o}顾问")))


def _own(folder: Path, *rows: str) -> RelationFrame:
    path = folder / "own.yaml"
    path.write_text("".join(rows), encoding="utf-8")
    return load_frames(folder / "none", [path]).relations[-1]


@pytest.mark.parametrize(
    ("text", "pattern", "relaxed", "reason"),
    [
        ("林远去年春天悄悄地担任星海智能顾问。", "{s}{-2}担任{o}顾问", ("gap",), "the gap {-2} is too small"),
        (
            "林远离职，担任星海智能顾问。",
            "{s}{-8}担任{o}顾问",
            ("mark",),
            "ends with its clause, and a '，' stands there",
        ),
        (
            "林远对云川公司说担任星海智能顾问。",
            "^{s}{-8}担任{o}顾问",
            ("names",),
            "takes no names, and one stands there",
        ),
        ("林远担任海豚大模型顾问。", "{s}担任{o}顾问", ("class",), "the object 海豚大模型 is of class Model"),
        (
            "林远担任星海智能顾问团的秘书。",
            "{s}担任{o}顾问(?!团)",
            ("look",),
            "a look-around speaks against it: (?!团)",
        ),
        (
            "林远担任被星海智能聘请的顾问。",
            "{s}担任{=4}{o}聘请的顾问",
            ("words",),
            "words of another statement stand there: 被",
        ),
        ("林远担任一家公司的顾问。", "{s}担任{o}的顾问", ("party",), "the object is missing: no name (Organization)"),
        ("林远成了星海智能的顾问。", "{s}担任{o}的顾问", (), "it matches up to {s} and stops before 担任{o}的顾问"),
        (
            "担任星海智能的顾问很难。",
            "{topic!}担任{o}的顾问",
            (),
            "its subject is inherited, and nothing before is about one",
        ),
    ],
)
def test_what_keeps_a_frame_from_firing(
    extractor: Extractor, tmp_path: Path, text: str, pattern: str, relaxed: tuple[str, ...], reason: str
) -> None:
    frame = _own(tmp_path, DECLARED, _frame(pattern))
    (found,) = explain(extractor(Source("a.txt", text.encode())), Frames((frame,)), {frame.id})
    (miss,) = found.near

    assert miss.relaxed == relaxed
    assert any(reason in each for each in miss.reasons), miss.reasons
    assert (miss.predicate, miss.pattern) == ("advises", pattern)


def test_what_fires_is_told_with_its_pattern(extractor: Extractor) -> None:
    analysis = extractor(Source("a.txt", "天气很好。林远担任星海智能顾问。".encode()))
    found = list(explain(analysis, extractor._domain.frames, {"advises.post"}))

    told = next(told for told in found[1].told if told.claim.predicate == "advises")
    assert [fired.pattern for fired in told.fired] == ["{s}担任{o}顾问"]
    assert (told.claim.subject, told.claim.object) == ("Lin_Yuan", "Xinghai")
    assert sentences_of(analysis, told.claim.evidence) == [2]
    assert found[1].raw == "⟨Person 林远⟩担任⟨Company 星海智能⟩顾问。"
    assert found[1].phrase == ""
    assert not [miss for miss in found[0].near if miss.frame == "advises.post"]


def test_all_claims_of_a_document_are_told_once(extractor: Extractor) -> None:
    text = "微软向OpenAI投资100亿美元。谷歌发布了Gemini，该公司2024年营收为3500亿美元。"
    analysis = extractor(Source("a.txt", text.encode()))
    found = list(explain(analysis, extractor._domain.frames))

    assert [told.claim for each in found for told in each.told] == list(analysis.claims)
    assert all(told.fired for each in found for told in each.told if told.claim.rule == "investsIn.into")


def test_a_round_that_goes_on_is_told_with_its_frame(extractor: Extractor) -> None:
    analysis = extractor(Source("a.txt", "红杉资本投资了云川公司。其他投资方包括星海智能。".encode()))
    *_, last = explain(analysis, extractor._domain.frames, numbers=[2])

    (told,) = (told for told in last.told if told.claim.predicate == "investsIn")
    assert (told.claim.subject, told.claim.object) == ("Xinghai", "Yunchuan")
    assert told.fired


def test_what_researchers_told_of_before_made_is_told_with_its_frame(extractor: Extractor) -> None:
    text = "远山大学的研究人员发了文章。该团队开发了名为海豚3的深度学习模型。"
    *_, last = explain(extractor(Source("a.txt", text.encode())), extractor._domain.frames)

    assert [fired.frame for told in last.told for fired in told.fired] == ["develops.by_team"]


def test_only_the_sentences_that_are_wanted(extractor: Extractor) -> None:
    analysis = extractor(Source("a.txt", "林远很忙。担任星海智能顾问。".encode()))

    assert [each.number for each in explain(analysis, extractor._domain.frames, numbers=[2])] == [2]


def test_figures_without_a_metric(extractor: Extractor) -> None:
    (found,) = explain(extractor(Source("a.txt", "微软的会议室长30米。".encode())), extractor._domain.frames)
    assert [(each.words, bool(each.reasons)) for each in found.unmeasured] == [("30米", True)]


class TestFramesOfOnesOwn:
    def test_the_fingerprint_covers_them(self, tmp_path: Path) -> None:
        prints = {
            _domain(tmp_path, DECLARED, _frame(pattern)).fingerprint for pattern in ("{s}担任{o}顾问", "{s}任{o}顾问")
        }
        assert len(prints | {load_domain().fingerprint}) == 3

    def test_they_come_after_the_shipped_ones(self, tmp_path: Path) -> None:
        domain, shipped = _domain(tmp_path, _frame("{s}担任{o}顾问"), DECLARED), load_domain()

        assert domain.frames.relations[:-1] == shipped.frames.relations
        assert list(domain.relations) == [*shipped.relations, "advises"]
        assert domain.declared[0].labels == (("zh-Hans", "担任顾问"), ("en", "advises"))
        assert domain.frames.relations[-1].relation.domain == ("Person",)

    @pytest.mark.parametrize(
        ("rows", "message"),
        [
            (_frame("{s}担任{o}"), "unknown relation 'advises'"),
            ("- {relation: worksFor, domain: [Person], range: [Company]}\n", "is a name of the vocabulary already"),
            ("- {relation: role, domain: [Person], range: [Company]}\n", "is a name of the vocabulary already"),
            ("- {relation: Advises, domain: [Person], range: [Company]}\n", "the first a small letter"),
            ("- {relation: advises, domain: [Human], range: [Company]}\n", "domain must name classes, got ['Human']"),
            ("- {relation: advises, domain: [Person]}\n", "has no range"),
            ("- {relation: advises, domain: [Person], range: [Company], label: 顾问}\n", "label must give a text"),
            ("- {relation: advises, domain: [Person], range: [Company], symmetric: 1}\n", "must be true or false"),
            (DECLARED + "- {relation: advises, domain: [Company], range: [Company]}\n", "declared twice"),
            (DECLARED + _frame("{s}担任{o}") * 2, "frame id used twice"),
            ("- {id: a.b, metric: headcount, units: [count]}\n", "unknown metric 'headcount'"),
            ('- {id: a.b, metric: users, units: [count], before: ["("]}\n', "is no regular expression"),
        ],
    )
    def test_mistakes_are_told(self, tmp_path: Path, rows: str, message: str) -> None:
        with pytest.raises(DomainError) as caught:
            _own(tmp_path, rows)
        assert message in str(caught.value)
        assert "own.yaml" in str(caught.value) or "twice" in message

    def test_a_pattern_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(FrameError, match=r"advises\.post"):
            compile_pattern("{s}({o}", _own(tmp_path, DECLARED, _frame("{s}({o}")))

    def test_a_folder_without_frames(self, tmp_path: Path) -> None:
        with pytest.raises(DomainError, match="holds no frames"):
            load_domain(frames=[tmp_path])

    def test_examples_are_tried(self, tmp_path: Path) -> None:
        example = "text: 林远担任星海智能顾问。, entities: {林远: Person, 星海智能: Company}"
        claims = "claims: [[林远, advises, 星海智能]]"
        good = f", positive: [{{{example}, {claims}}}], negative: [{{text: 林远很忙。, entities: {{林远: Person}}}}]"
        bad = f", positive: [{{text: 林远很忙。, {claims}}}], negative: [{{{example}}}]"
        frames = [_own(tmp_path, DECLARED, _frame("{s}担任{o}顾问", more)) for more in (good, bad)]

        assert list(failures(frames[0])) == []
        assert list(failures(frames[1])) == [
            "advises.post: 林远 advises 星海智能 is not found in 林远很忙。",
            "advises.post: 林远 advises 星海智能 must not be found in 林远担任星海智能顾问。",
        ]


def test_the_shipped_frames_are_those_of_the_folder() -> None:
    domain = load_domain()
    assert domain.frames == load_frames(domain.folder / "frames")
    assert domain.declared == ()
