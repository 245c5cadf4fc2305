"""Posts that somebody held before."""

from __future__ import annotations

import pytest

from extract.relations.former import is_past
from extract.relations.timing import PAST

from .claims import claims

ORG, PERSON = "\ue000", "\ue003"
NAMES = {"云川": "Company", "海鸥": "Company", "北海": "Company", "李明": "Person", "林一": "Person"}


def _past(text: str, employer: str, date: str | None = "2024-06-07") -> set[str | None]:
    """Return the times of the posts at *employer* that a text tells of."""
    return {c.time for c in claims(text, NAMES, date) if c.predicate == "worksFor" and c.object == employer}


@pytest.mark.parametrize(
    ("code", "past"),
    [
        (f"前{ORG}研究员{PERSON}", True),
        (f"原{ORG}副总裁{PERSON}", True),
        (f"{PERSON}曾任{ORG}首席执行官", True),
        (f"{PERSON}离开了{ORG}", True),
        (f"{PERSON}从{ORG}离职", True),
        (f"{ORG}前首席科学家{PERSON}", True),
        (f"{ORG}首席科学家{PERSON}", False),
        (f"目前{ORG}研究员{PERSON}", False),
        (f"{ORG}前端工程师{PERSON}", False),
        (f"{PERSON}现任{ORG}首席执行官", False),
        (f"{ORG}原生应用负责人{PERSON}", False),
        (f"{PERSON}是{ORG}早期员工", True),
        (f"{PERSON}在{ORG}任职多年", True),
        (f"{PERSON}在{ORG}任职多年来", False),
    ],
)
def test_posts_that_were_left(code: str, past: bool) -> None:
    start = min(code.index(ORG), code.index(PERSON))
    end = max(code.index(ORG), code.index(PERSON)) + 1
    if code.endswith(("官", "离职", "员工", "多年", "年来")):
        end = len(code)
    assert is_past(code, start, end) is past
    assert is_past(code, start, end, code.index(ORG)) is past


@pytest.mark.parametrize(
    ("code", "past"),
    [
        (f"{ORG}解雇了{PERSON}", True),
        (f"{PERSON}被{ORG}开除", True),
        (f"{ORG}董事会罢免了{PERSON}", True),
        (f"如果{ORG}解雇了{PERSON}", False),
        (f"{ORG}将解雇{PERSON}", False),
        (f"{ORG}董事会支持{PERSON}", False),
    ],
)
def test_who_was_dismissed_has_his_post_no_more(code: str, past: bool) -> None:
    assert is_past(code, 0, len(code), code.index(ORG), (), code.index(PERSON)) is past


@pytest.mark.parametrize(("told", "past"), [("前职员，", True), ("前职员，现", False), ("职员，", False)])
def test_former_goes_for_all_posts_of_a_bracket(told: str, past: bool) -> None:
    code = f"{PERSON}（{told}{ORG}总裁）"
    assert is_past(code, 0, len(code) - 1, code.index(ORG)) is past


def test_former_goes_for_all_posts_of_a_list() -> None:
    code = f"前{ORG}副总裁、{ORG}首席执行官{PERSON}"
    assert is_past(code, code.rindex(ORG), len(code), code.rindex(ORG))
    code = f"{ORG}副总裁、{ORG}首席执行官{PERSON}"
    assert not is_past(code, code.rindex(ORG), len(code), code.rindex(ORG))
    code = f"前{ORG}副总裁{PERSON}、{ORG}首席执行官{PERSON}"  # the list is of people
    assert not is_past(code, code.rindex(ORG), len(code), code.rindex(ORG))


def test_posts_that_a_former_one_is_told_by_are_over() -> None:
    code = f"{PERSON}曾在多家公司担任要职，包括{ORG}、{ORG}"
    assert is_past(code, 0, len(code), code.rindex(ORG), (), 0)
    code = f"{PERSON}在多家公司担任要职，包括{ORG}、{ORG}"
    assert not is_past(code, 0, len(code), code.rindex(ORG), (), 0)


def test_former_goes_for_no_post_of_the_next_person() -> None:
    code = f"前{ORG}副总裁{PERSON}、{ORG}教授{PERSON}"
    assert not is_past(code, code.rindex(ORG), len(code), code.rindex(ORG))


def test_a_former_post_is_past() -> None:
    found = claims("前谷歌研究员李明创办了新公司。", {"谷歌": "Company", "李明": "Person"})
    assert [(c.predicate, c.time) for c in found if c.predicate == "worksFor"] == [("worksFor", PAST)]


def test_a_post_is_not_past_for_what_its_holder_was_at_a_thing_before() -> None:
    names = {"云川": "Company", "海豚3": "Product", "李明": "Person"}
    found = claims("云川成立于2024年。首席技术官李明此前是海豚3平台负责人。", names)
    assert [(c.object, c.time) for c in found if c.predicate == "worksFor"] == [("云川", None)]
    found = claims("云川成立于2024年。前首席技术官李明现在负责海豚3平台。", names)
    assert ("云川", PAST) in [(c.object, c.time) for c in found if c.predicate == "worksFor"]


def test_a_post_held_before_is_past() -> None:
    just = claims("李明此前刚在谷歌任职。", {"谷歌": "Company", "李明": "Person"})
    assert [claim.time for claim in just] == ["past"]
    found = claims("李明此前在谷歌任职。", {"谷歌": "Company", "李明": "Person"})
    assert [(c.predicate, c.time) for c in found] == [("worksFor", PAST)]


@pytest.mark.parametrize(
    ("text", "employer", "past"),
    [
        ("云川研究员、前海鸥经理李明说，这很难。", "云川", False),
        ("云川研究员、前海鸥经理李明说，这很难。", "海鸥", True),
        ("云川首席执行官李明曾任海鸥产品经理。", "云川", False),
        ("云川首席执行官李明曾任海鸥产品经理。", "海鸥", True),
        ("云川任命前海鸥首席技术官李明为首席执行官。", "云川", False),
        ("云川的一位专家、前咨询公司研究员李明说，这很难。", "云川", False),
        ("云川创始人、前首席执行官李明说，这很难。", "云川", True),
        ("云川首席执行官李明在大会前夕讲话。", "云川", False),
        ("云川现任和前任工程师都喜欢总裁李明。", "云川", False),
        ("曾是云川老员工、现任海鸥副总裁的李明说，这很难。", "云川", True),
        ("曾是云川老员工、现任海鸥副总裁的李明说，这很难。", "海鸥", False),
        ("云川当时的首席执行官李明说，这很难。", "云川", True),
        ("时任云川首席执行官李明说，这很难。", "云川", True),
        ("这项奖以已故云川首席执行官李明命名。", "云川", True),
        ("李明曾短暂担任云川首席执行官。", "云川", True),
        ("云川首席执行官李明因此辞职。", "云川", True),
    ],
)
def test_what_ends_is_the_post_that_it_is_said_of(text: str, employer: str, past: bool) -> None:
    assert _past(text, employer) == {PAST if past else None}


@pytest.mark.parametrize(
    ("text", "employer", "past"),
    [
        ("在加入海鸥之前，李明担任云川的厂长。", "云川", True),
        ("在此之前，李明在云川担任工程师。", "云川", True),
        ("在此之前，云川首席执行官李明说，这很难。", "云川", False),
        ("李明曾在海鸥担任首席技术官，并在云川担任工程师。", "云川", True),
        ("李明曾在海鸥担任首席技术官，现在在云川担任工程师。", "云川", False),
        ("李明在云川工作期间，研究了芯片。", "云川", True),
        ("在云川工作多年之后，李明退休了。", "云川", True),
        ("李明在云川工作，随后，研究了芯片。", "云川", False),
        ("李明在云川担任工程师时，研究了芯片。", "云川", True),
        ("李明在云川担任工程师，研究芯片。", "云川", False),
        ("此前，李明担任海鸥的厂长，并在云川担任工程师。", "云川", True),
        ("目前，李明担任海鸥的厂长，并在云川担任工程师。", "云川", False),
        ("在海鸥之前，李明在云川担任工程师。", "云川", True),
        ("在海鸥，李明在云川的部门担任工程师。", "云川", False),
        ("李明此前的职务包括担任云川的总裁。", "云川", True),
        ("李明的职务包括担任云川的总裁。", "云川", False),
        ("李明曾担任多个职位，包括海鸥的总裁，该公司开发芯片，以及云川的总裁。", "云川", True),
        ("李明最近担任芯片公司云川的总裁。", "云川", True),
        ("李明最近被任命担任芯片公司云川的总裁。", "云川", False),
        ("最近，李明在云川担任工程师，负责芯片。", "云川", True),
        ("李明和林一在云川共事近十年。", "云川", True),
        ("在这之前，李明在云川担任工程师。", "云川", True),
        ("李明2015年加入云川，2018年离职创业。", "云川", True),
        ("李明担任过云川的总裁。", "云川", True),
        ("李明担任云川的总裁。", "云川", False),
        ("李明在云川工作，后来离职到海鸥领导研发。", "云川", True),
        ("李明在云川工作，后来到海鸥开会。", "云川", False),
        ("李明也曾短暂进入工业界，出任云川副总裁。", "云川", True),
        ("李明进入工业界，出任云川副总裁。", "云川", False),
        ("李明是海鸥的总裁，之前则是芯片公司云川的总裁。", "云川", True),
        ("李明曾任海鸥教授，于云川担任工程师。", "云川", True),
        ("李明任海鸥教授，于云川担任工程师。", "云川", False),
        ("李明（前北海，云川）被任命为海鸥的总裁。", "云川", True),
    ],
)
def test_posts_of_an_earlier_time(text: str, employer: str, past: bool) -> None:
    assert _past(text, employer) == {PAST if past else None}


@pytest.mark.parametrize(
    ("text", "employer", "past"),
    [
        ("云川副总裁李明宣布辞职。", "云川", True),
        ("云川副总裁李明已于上月退休。", "云川", True),
        ("云川副总裁李明转投海鸥。", "云川", True),
        ("云川副总裁李明转投海鸥。", "海鸥", False),
        ("云川副总裁李明被海鸥高薪挖走。", "云川", True),
        ("云川副总裁李明宣布离开云川。", "云川", True),
        ("云川副总裁李明离开北海董事会。", "云川", False),
        ("云川副总裁李明、首席财务官林一相继离职。", "云川", True),
        ("云川副总裁李明，目前也已经离职。", "云川", True),
        ("云川副总裁李明将于8月离职。", "云川", False),
        ("云川副总裁李明否认离职。", "云川", False),
        ("云川副总裁李明已从云川离职。", "云川", True),
        ("云川副总裁李明从北海离职。", "云川", False),
        ("云川去年成立。总裁李明曾任海鸥经理。", "云川", False),
        ("云川去年成立。总裁李明是前海鸥经理。", "云川", False),
        ("云川副总裁李明呼吁对手辞职。", "云川", False),
        ("海鸥挖走云川研究员李明。", "云川", True),
        ("海鸥从云川挖走李明。", "云川", True),
        ("海鸥从云川挖走李明。", "海鸥", False),
        ("李明从云川跳槽到海鸥。", "云川", True),
        ("李明此前是云川首席科学家。", "云川", True),
        ("云川副总裁李明没有卸任。", "云川", False),
        ("如果李明从云川离职，这很难。", "云川", False),
        ("如果云川副总裁李明辞职，这很难。", "云川", False),
        ("云川副总裁李明被解雇。", "云川", True),
        ("李明退出了云川董事会。", "云川", True),
        ("李明加入云川，担任副总裁，随后离职。", "云川", True),
        ("李明加入云川，担任副总裁，常常离职工很近。", "云川", False),
        ("云川副总裁李明因个人原因请辞。", "云川", True),
        ("云川副总裁李明求去。", "云川", True),
        ("云川副总裁李明遭撤换。", "云川", True),
        ("云川副总裁李明拟交棒。", "云川", False),
        ("云川副总裁李明不请辞。", "云川", False),
        ("云川副总裁李明因应员工离职潮。", "云川", False),
        ("云川副总裁李明为退休员工庆生。", "云川", False),
        ("云川副总裁李明交棒计划曝光。", "云川", False),
        ("股东要求云川副总裁李明请辞。", "云川", False),
        ("李明请辞云川总裁。", "云川", True),
        ("李明自云川退休。", "云川", True),
        ("李明待过云川。", "云川", True),
        ("出身云川的李明很忙。", "云川", True),
        ("李明任职于云川退休金部门。", "云川", False),
        ("李明早年在云川任职。", "云川", True),
    ],
)
def test_who_left_has_left_the_post_that_he_is_called_by(text: str, employer: str, past: bool) -> None:
    assert _past(text, employer) == {PAST if past else None}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("李明将离开云川，加入海鸥。", {("云川", None, "asserted"), ("海鸥", None, "planned")}),
        ("李明将离开云川加入海鸥。", {("云川", None, "asserted"), ("海鸥", None, "planned")}),
        ("李明没有卸任云川总裁。", {("云川", None, "asserted")}),
        ("如果李明离开云川，这很难。", {("云川", None, "asserted")}),
        ("如果李明加入云川，这很难。", {("云川", None, "hypothetical")}),
        ("李明大概率也将从云川离职。", {("云川", None, "asserted")}),
        ("云川否认董事会寻求替换李明作为总裁的报道。", {("云川", None, "asserted")}),
        ("云川总裁李明被罢免并迅速复职。", {("云川", None, "asserted")}),
        ("云川总裁李明被罢免。", {("云川", PAST, "asserted")}),
        ("海鸥将聘请前云川总裁李明。", {("云川", PAST, "asserted"), ("海鸥", None, "planned")}),
    ],
)
def test_who_is_to_leave_has_his_post_still(text: str, told: set[tuple[str, str | None, str]]) -> None:
    assert {(c.object, c.time, c.modality) for c in claims(text, NAMES)} == told


def test_who_takes_over_has_the_post_and_who_had_it_has_it_no_more() -> None:
    found = claims("李明接替林一出任云川首席执行官。", NAMES)
    assert {(c.subject, c.role, c.time) for c in found} == {
        ("李明", "首席执行官", None),
        ("林一", "首席执行官", PAST),
    }
    found = claims("云川任命李明为总裁，接替林一。", NAMES)
    assert {(c.subject, c.time) for c in found} == {("李明", None), ("林一", PAST)}
    assert _past("李明将接替林一担任云川总裁。", "云川") == {None}
    assert _past("李明接替了林一，林一则被任命为云川总裁。", "云川") == {None}
    found = claims("云川总裁林一请辞，职务由李明代理。", NAMES)
    assert {(c.subject, c.time) for c in found} == {("李明", None), ("林一", PAST)}
    found = claims("林一卸任云川总裁，李明将接任总裁。", NAMES)
    assert ("李明", None, "planned") in {(c.subject, c.time, c.modality) for c in found}


@pytest.mark.parametrize(
    "text", ["李明加入云川，担任副总裁。", "李明去年加入云川，并出任副总裁。", "李明转投云川任副总裁。"]
)
def test_the_post_of_who_joins_stands_in_the_next_clause(text: str) -> None:
    assert {(c.object, c.role) for c in claims(text, NAMES)} == {("云川", "副总裁")}


@pytest.mark.parametrize(
    ("text", "employer", "time"),
    [
        ("李明在2011至2013年间担任云川副总裁。", "云川", PAST),
        ("李明将在2025年至2028年担任云川副总裁。", "云川", "2028"),
        ("现任云川董事长的李明，2011年至2013年担任海鸥副总裁。", "云川", None),
        ("6月2日，云川首席执行官李明加入海鸥。", "云川", None),
        ("6月2日，云川首席执行官李明加入海鸥。", "海鸥", "2024-06-02"),
        ("6月2日，加入海鸥的还有李明。", "海鸥", "2024-06-02"),
    ],
)
def test_posts_with_dates(text: str, employer: str, time: str | None) -> None:
    assert _past(text, employer) == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("先后在海鸥、云川任职的李明办了公司。", PAST),
        ("李明先后考察了海鸥和云川，任云川总裁。", None),
        ("在此之前，李明在云川领导研究团队。", PAST),
        ("如今，李明在云川领导研究团队。", None),
        ("创业前，李明在云川担任工程师。", PAST),
        ("李明曾担任海鸥的总监，领导了公司的上市，担任云川的总裁。", PAST),
        ("李明曾担任海鸥的总监，带着团队去了别处，目前担任云川的总裁。", None),
        ("李明在云川工作到2020年。", PAST),
        ("李明在云川担任总裁直到2020年。", PAST),
        ("李明在云川工作了十年，随后创办了北海。", PAST),
        ("李明在云川工作了十年，随后拿到奖金。", None),
        ("李明2015年加入云川，但与林一有分歧，他于2018年离开了董事会。", PAST),
        ("李明提出接管云川后离开了云川。", PAST),
        ("李明任云川总裁后拒绝离开云川。", None),
        ("云川昔日总裁李明来了。", PAST),
        ("上月离职的云川总裁李明办了公司。", PAST),
        ("云川总裁李明与海鸥研究员林一相继离职。", PAST),
        ("云川总裁李明与海鸥研究员林一相继发言。", None),
        ("李明在云川期间担任总裁。", PAST),
        ("李明加入前，最近担任云川的总裁。", PAST),
        ("李明最近被任命担任云川的总裁。", None),
        ("前云川员工对总裁李明提出了指控。", None),
        ("前云川总裁李明提出了指控。", PAST),
        ("李明重返云川，2024年再次离职。", PAST),
    ],
)
def test_how_the_end_of_a_post_is_told(text: str, time: str | None) -> None:
    assert _past(text, "云川") == {time}
