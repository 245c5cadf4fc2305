"""Relations found in sentences: lists, parallels, inherited parties, and what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Mention, Span
from extract.relations.known import Known
from extract.relations.refuting import is_refuted, is_turned
from extract.relations.relating import Related, Relater
from extract.relations.roles import role_of
from extract.relations.scene import CODE
from extract.relations.topics import Topics
from extract.relations.unmade import Whose
from ontology.frames import RelationFrame
from ontology.lexicon import Entry

from .claims import claims
from .reading import scenes

BUYS = RelationFrame("acquires.buys", "acquires", ("{s}{-8}{cue}了?{o}", "{o}{-8}被{s}{cue}"), ("收购",))
OPENS = RelationFrame("acquires.opens", "acquires", ("{topic}{cue}了?{o}",), ("收购",))
POST = RelationFrame("worksFor.post", "worksFor", ("{topic}{role}{s}",), ("CEO",))
PAIR = RelationFrame("partnersWith.pair", "partnersWith", ("{pair}合作",), ("合作",))
ENTRIES = [
    Entry("深海", "Company", "深海"),
    Entry("星海", "Company", "星海", parent="深海"),
    Entry("海豚3", "Model", "海豚3", maker="星海"),
]
NAMES = {
    "星海": "Company",
    "云川": "Company",
    "远山": "Company",
    "深海": "Company",
    "林远": "Person",
    "海豚3": "Model",
    "飞鸟2": "Model",
    "白鲸1": "Model",
    "HBM4": "Technology",
    "星海地图": "Product",
    "星海计划": "Product",
    "3纳米制程": "Technology",
    "自动驾驶": "Technology",
}


def _found(text: str, *frames: RelationFrame, known: Known | None = None) -> list[Related]:
    relate, topics = Relater(frames, known), Topics()
    found: list[Related] = []
    for raw, phrase in scenes(text, {name: kind for name, kind in NAMES.items() if name in text}):
        found += relate(raw, phrase, topics)
        topics.remember(phrase)
    return found


def _said(found: list[Related]) -> list[str]:
    return [f"{each.subject.text} {each.frame.predicate} {each.object.text}" for each in found]


def test_lists_give_every_pair() -> None:
    assert _said(_found("星海和云川收购了远山。", BUYS)) == ["星海 acquires 远山", "云川 acquires 远山"]


@pytest.mark.parametrize(("rule", "firms"), [("test", ["星海"]), ("coreference", ["星海", "云川"])])
def test_of_the_homeland_is_every_firm_of_a_list(rule: str, firms: list[str]) -> None:
    beside = RelationFrame("locatedIn.beside", "locatedIn", ("{o}{s!}",), (), level="raw")
    [(raw, phrase)] = scenes("南岛星海、云川很忙。", {"南岛": "Place", "星海": "Company", "云川": "Company"})
    at = raw.code.index(CODE["Place"])
    place = raw.slots[at]
    slots = {**raw.slots, at: place._replace(mentions=tuple(replace(m, rule=rule) for m in place.mentions))}
    found = Relater([beside])(raw._replace(slots=slots), phrase, Topics())
    assert [each.subject.text for each in found] == firms


def test_of_one_with_others_they_are_not_with_one_another() -> None:
    assert _said(_found("星海与芯片公司云川和远山合作。", PAIR)) == ["星海 partnersWith 云川", "星海 partnersWith 远山"]


def test_parallel_lists_go_one_by_one() -> None:
    said = _said(_found("星海、云川分别被远山、深海收购。", BUYS))
    assert said == ["远山 acquires 星海", "深海 acquires 云川"]


def test_a_seat_is_of_the_first_alone_unless_names_stand_side_by_side() -> None:
    seat = RelationFrame("locatedIn.seat", "locatedIn", ("位于{o}的{s}",), ("位于",), level="raw")
    names = {**NAMES, "临江": "Place"}

    def seated(text: str) -> list[str]:
        ((raw, phrase),) = scenes(text, {name: kind for name, kind in names.items() if name in text})
        return [each.subject.text for each in Relater([seat])(raw, phrase, Topics())]

    assert seated("位于临江的星海与云川签约。") == ["星海"]
    assert seated("位于临江的星海与云川和远山签约。") == ["星海"]
    assert seated("位于临江的星海、云川和远山很忙。") == ["星海", "云川", "远山"]
    assert seated("位于临江的星海和云川等公司很忙。") == ["星海", "云川"]
    assert seated("位于临江的星海以及芯片巨头云川很忙。") == ["星海"]


@pytest.mark.parametrize(("place", "seated"), [("临江", ["星海"]), ("美", [])])
def test_nobody_is_in_a_state_that_one_character_names(place: str, seated: list[str]) -> None:
    seat = RelationFrame("locatedIn.seat", "locatedIn", ("{o}的?{s}",), (), level="raw")
    ((raw, phrase),) = scenes(f"{place}星海很忙。", {place: "Place", "星海": "Company"})
    assert [each.subject.text for each in Relater([seat])(raw, phrase, Topics())] == seated


@pytest.mark.parametrize(
    ("predicate", "text", "refuted"),
    [
        ("locatedIn", "位于临江的星海与云川签约。", True),
        ("locatedIn", "位于临江的星海、云川和远山签约。", False),
        ("locatedIn", "临江有两家公司（星海与云川）。", False),
        ("locatedIn", "临江公司星海以及芯片巨头云川签约。", True),
        ("locatedIn", "临江星海收购芯片公司云川。", True),
        ("locatedIn", "临江公司云川被收购。", False),
        ("locatedIn", "由前云川总裁林远创办，设在临江。", True),
        ("locatedIn", "由云川总裁林远创办，设在临江。", False),
        ("uses", "云川客户可以使用海豚3。", True),
        ("uses", "云川上周使用海豚3。", False),
        ("worksFor", "林远毕业于远山和云川。", True),
        ("worksFor", "林远在云川获得博士学位。", True),
        ("worksFor", "林远在云川做博士后。", False),
        ("worksFor", "周舟师从名家林远，曾在云川任职。", True),
        ("worksFor", "周舟师从云川教授林远。", False),
        ("worksFor", "公司在云川公告，林远辞任。", True),
        ("worksFor", "云川公告，林远辞任。", False),
        ("worksFor", "周舟离开云川，与林远创办新公司。", True),
        ("worksFor", "周舟离开云川，与前同事林远签约。", True),
        ("worksFor", "周舟加入云川，与林远搭档。", False),
        ("worksFor", "周舟是林远带的首位博士生，兼任云川顾问。", True),
        ("worksFor", "林远带过博士生，兼任云川顾问。", False),
        ("worksFor", "云川新任总裁向林远汇报。", True),
        ("worksFor", "云川对林远展开调查。", True),
        ("worksFor", "云川帮助军方追捕林远。", True),
        ("worksFor", "周舟曾任云川架构师，CTO林远很忙。", True),
        ("worksFor", "周舟曾任云川总裁，后来林远接任。", False),
        ("worksFor", "在云川公开课上，林远很忙。", True),
        ("worksFor", "林远任命周舟为云川总裁。", True),
        ("worksFor", "周舟任命林远为云川总裁。", False),
        ("worksFor", "林远仍是云川的股东。", True),
        ("worksFor", "林远仍是云川的顾问。", False),
        ("worksFor", "林远的学生周舟是云川的顾问。", True),
        ("worksFor", "林远说，其他四位创始人都是云川的顾问。", True),
        ("worksFor", "周舟是云川的院长，林远则是远山的顾问。", True),
        ("worksFor", "周舟是云川的院长，林远则是顾问。", False),
        ("worksFor", "云川的院长，林远是顾问。", False),
        ("worksFor", "林远对临江加入云川表示欢迎。", True),
        ("worksFor", "周舟（前云川研究员）和林远创办新公司。", True),
        ("worksFor", "林远（前云川研究员）和周舟创办新公司。", False),
        ("worksFor", "远山由前云川研究员创立，CEO为林远。", True),
        ("worksFor", "到场的有周舟，前云川高管，以及林远。", True),
        ("worksFor", "到场的有前云川高管，以及老板林远。", False),
        ("worksFor", "感谢云川给我的机会，以及林远等领导层。", False),
        ("investsIn", "远山的投资方包括云川创始人林远。", True),
        ("investsIn", "远山的投资方包括云川，林远很忙。", False),
        ("investsIn", "远山的投资方包括云川旗下星海。", True),
        ("develops", "云川收购的法国公司远山推出了海豚3。", True),  # who was bought made it
        ("develops", "云川收购的专利来自法国，它推出了海豚3。", False),
        ("develops", "云川前员工推出了海豚3。", True),
        ("develops", "远山（云川：YUN），推出了海豚3。", True),  # where its share is quoted
        ("develops", "远山（云川：林远），推出了海豚3。", False),
        ("develops", "云川6月接入海豚3。", True),
        ("develops", "云川、远山封禁海豚3。", True),
        ("develops", "云川封禁的海豚3很快。", True),
        ("develops", "云川与海豚3合作。", True),
        ("develops", "云川为海豚3提供电源。", True),
        ("develops", "云川模型名为海豚3。", False),
        ("develops", "云川推出比海豚3更快的模型。", True),
        ("develops", "云川打造国产版海豚3。", True),
        ("develops", "云川打造新版海豚3。", False),
        ("develops", "云川推出海豚3的竞品。", True),
        ("develops", "云川推出海豚3的新版。", False),
        ("develops", "云川的对手推出海豚3。", True),
        ("develops", "云川的竞争对手星海推出海豚3。", True),
        ("develops", "云川推出海豚3，竞争对手星海很忙。", False),
        ("develops", "云川客户端推出海豚3。", False),
        ("develops", "云川投资的公司推出海豚3。", True),
        ("develops", "云川支持的那家初创公司推出海豚3。", True),
        ("develops", "云川支持的新平台推出海豚3。", False),
        ("develops", "云川创始人离职后打造海豚3。", True),
        ("develops", "云川部署自研的海豚3。", False),
        ("develops", "云川提供集成的海豚3。", False),
        ("develops", "云川的海豚3很快。", False),
        ("develops", "云川，已经部署了海豚3。", True),
        ("develops", "云川获得了海豚3大奖。", True),
        ("develops", "云川用作海豚3。", True),
        ("develops", "将云川的算法集成到海豚3。", True),  # what is put into it is told of
        ("develops", "（代码：云川）宣布推出海豚3。", True),
        ("develops", "（简称：云川）宣布推出海豚3。", False),
        ("investsIn", "远山的投资方包括星海（云川的全资子公司）。", True),
        ("investsIn", "远山的投资方包括云川支持的星海。", True),
        ("investsIn", "云川支持的远山很忙。", False),
        ("investsIn", "远山旗下投资机构云川参与了星海的融资。", True),
        ("investsIn", "远山劲敌星海获云川投资。", True),
        ("investsIn", "远山完成融资，云川担任独家财务顾问。", True),
        ("investsIn", "远山完成融资，云川担任领投方。", False),
        ("investsIn", "远山完成融资，云川创始人领投。", True),
        ("investsIn", "远山获云川投资，成为星海的劲敌。", False),
        ("investsIn", "远山的投资方包括云川的客户星海。", False),
        ("investsIn", "远山的投资方包括云川的首批投资者星海。", True),
        ("investsIn", "远山获云川的投资，投资者很高兴。", False),
        ("investsIn", "在云川投资远山，很方便。", True),
        ("investsIn", "现在云川投资远山，很方便。", False),
    ],
)
def test_what_no_frame_states_may_be_refuted(predicate: str, text: str, refuted: bool) -> None:
    more = {"临江": "Place", "周舟": "Person"}
    names = {name: kind for name, kind in {**NAMES, **more}.items() if name in text}
    ((raw, _),) = scenes(text, names)
    named = {mention.text: mention for slot in raw.slots.values() for mention in slot.mentions}
    frame = RelationFrame(f"pair.{predicate}", predicate, ())
    subject, other = {
        "uses": ("云川", "海豚3"),
        "locatedIn": ("云川", "临江"),
        "worksFor": ("林远", "云川"),
        "investsIn": ("云川", "远山"),
        "develops": ("云川", "海豚3"),
    }[predicate]
    found = Related(frame, raw, named[subject], named[other], 0, len(raw.code), None, None, False)
    assert is_refuted(found) is refuted


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ([("uses.x", "云川")], True),  # who uses it
        ([("uses.x", "星海")], False),
        ([("develops.possessive", "远山")], True),  # whose own it is
        ([("develops.possessive", "星海")], False),  # its owner's
        ([("develops.possessive", "云川"), ("develops.possessive", "远山")], False),
        ([("develops.release", "远山")], False),
    ],
)
def test_what_others_have_as_their_own_is_not_made_by_whom_no_frame_says_so(
    said: list[tuple[str, str]], denied: bool
) -> None:
    names = {"云川": "Company", "远山": "Company", "星海": "Company", "海豚3": "Model"}
    ((raw, _),) = scenes("云川、远山、星海谈到海豚3。", names)
    named = {mention.text: mention for slot in raw.slots.values() for mention in slot.mentions}

    def related(id_: str, subject: str) -> Related:
        predicate = "uses" if id_.startswith("uses") else "develops"
        frame = RelationFrame(id_, predicate, ())
        return Related(frame, raw, named[subject], named["海豚3"], 0, len(raw.code), None, None, False)

    known = Known.of([Entry("星海", "Company", "星海"), Entry("云川", "Company", "云川", parent="星海")])
    assert Whose.of(related(*each) for each in said).denies(known, related("pair.develops", "云川")) is denied


@pytest.mark.parametrize(("told", "refuted"), [("报道，星海推出海豚3", True), ("推出海豚3", False)])
def test_a_medium_has_not_made_what_it_tells_of(told: str, refuted: bool) -> None:
    names = {"云川日报": "Organization", "星海": "Company", "海豚3": "Model"}
    ((raw, _),) = scenes(f"云川日报{told}。", {name: names[name] for name in names if name in f"云川日报{told}"})
    named = {mention.text: mention for slot in raw.slots.values() for mention in slot.mentions}
    frame = RelationFrame("pair.develops", "develops", ())
    found = Related(frame, raw, named["云川日报"], named["海豚3"], 0, len(raw.code), None, None, False)
    assert is_refuted(found) is refuted


def test_nobody_gives_money_to_a_paper_that_another_sentence_names() -> None:
    (first, _), (raw, _) = scenes("云川日报称，公司很忙。星海投资。", {"云川日报": "Organization", "星海": "Company"})
    paper, giver = (next(iter(each.slots.values())).mentions[0] for each in (first, raw))
    frame = RelationFrame("pair.investsIn", "investsIn", ())
    assert is_refuted(Related(frame, raw, giver, paper, 0, len(raw.code), None, None, False))


@pytest.mark.parametrize(("giver", "taker", "turned"), [("云川", "星海", True), ("云川", "远山", False)])
def test_who_is_stated_to_give_money_is_no_taker_of_what_no_frame_states(giver: str, taker: str, turned: bool) -> None:
    ((raw, _),) = scenes("星海投资了云川，远山很忙。", {name: NAMES[name] for name in ("星海", "云川", "远山")})
    named = {mention.text: mention for slot in raw.slots.values() for mention in slot.mentions}
    stated, read = (RelationFrame(f"{rule}.investsIn", "investsIn", ()) for rule in ("stated", "pair"))
    deal = Related(stated, raw, named["星海"], named["云川"], 0, 6, None, None, False)
    found = Related(read, raw, named[giver], named[taker], 0, len(raw.code), None, None, False)
    assert is_turned(found, [deal]) is turned


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("林远发布了海豚3。", []),
        ("林远开发了海豚3。", ["林远"]),
        ("林远发布了星海地图。", ["林远"]),
        ("林远发布了星海地图，它是云川的。", ["云川"]),
    ],
)
def test_who_presents_what_a_firm_makes_is_not_its_maker(text: str, makers: list[str]) -> None:
    frame = RelationFrame("develops.release", "develops", ("{s}{cue}了{o}",), ("发布", "开发"))
    always = RelationFrame("develops.of", "develops", ("{o}，它是{s}的",))
    found = _found(text, frame, always, known=Known.of(ENTRIES))
    assert [each.subject.text for each in found if each.frame.predicate == "develops"] == makers


def test_what_beats_another_is_what_its_sentence_names_first() -> None:
    names = dict.fromkeys(("飞鸟2", "海豚3", "海螺1"), "Model")
    found = claims("飞鸟2的性能不错。在测试中，海豚3得分90，高于海螺1。", names)
    assert {(claim.subject, claim.object) for claim in found if claim.object} == {("海豚3", "海螺1")}


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("新任CEO", "CEO"),
        ("前副总裁", "副总裁"),
        ("首席财务官一职由", "首席财务官"),
        ("起诉前高管", "高管"),
        ("在诉讼中指控前员工", "员工"),
        ("首席增长官（CGO）", "首席增长官"),
        ("CEO为", "CEO"),
        ("总经理职务改", "总经理"),
        ("总经理职缺由", "总经理"),
        ("其新总裁", "总裁"),
        ("新媒体总监", "新媒体总监"),
        ("前端主管", "前端主管"),
        ("兼职教授", "兼职教授"),
        ("AI的CEO", "CEO"),
        ("教授-", "教授"),
        ("技术授权并挖走其CEO", "CEO"),
        ("其他业务总裁", "其他业务总裁"),
        ("研究员多年", "研究员"),
        ("宣布董事长", "董事长"),
        ("副总裁十余年", "副总裁"),
        ("年度总监", "年度总监"),
        ("首席执行官Dr.", "首席执行官"),
        ("销售副总裁兼美洲", "销售副总裁"),
        ("销售副总裁兼总法律顾问", "销售副总裁兼总法律顾问"),
        ("董事会已批准向首席执行官", "首席执行官"),
        ("对外合作主管", "对外合作主管"),
        ("首席研究员之一", "首席研究员"),
        ("原执行长", "执行长"),
        ("被前安全主管", "前安全主管"),
        ("董事会成员包括", "董事会成员"),
    ],
)
def test_what_leads_to_or_from_a_post_is_no_part_of_it(said: str, role: str) -> None:
    assert role_of(said) == role


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("林远很忙。后来创办了云川。", ["林远"]),
        ("林远很忙。其他三人创办了云川。", []),
        ("林远很忙。其中有三位创建或创办了云川。", []),
        ("林远很忙。作为工程师创办了云川。", ["林远"]),
        ("林远很忙。那家早已倒闭多年的老公司的前经理周舟离开，创办了云川。", []),  # the sentence names who did
    ],
)
def test_what_others_do_is_not_told_of_the_person_before(text: str, founders: list[str]) -> None:
    frame = RelationFrame("founderOf.topic", "founderOf", ("{topic}创办了{o}",), ("创办",))
    names = {"林远": "Person", "周舟": "Person", "云川": "Company"}
    relate, topics, found = Relater([frame]), Topics(), []
    for raw, phrase in scenes(text, {name: kind for name, kind in names.items() if name in text}):
        found += [each.subject.text for each in relate(raw, phrase, topics)]
        topics.remember(phrase)
    assert found == founders


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("云川CEO周舟曾任远山架构师，CTO林远很忙。", ["云川"]),
        ("云川CEO周舟到场，与远山创始人林一和CTO林远会谈。", []),
    ],
)
def test_the_next_officer_is_of_the_same_firm(text: str, firms: list[str]) -> None:
    names = {name: kind for name, kind in {**NAMES, "周舟": "Person", "林一": "Person"}.items() if name in text}
    frame = RelationFrame("worksFor.post", "worksFor", ("{topic}(?P<role>CTO){s}",), ("CTO",))
    ((raw, phrase),) = scenes(text, names)
    found = Relater([frame])(raw, phrase, Topics())
    assert [each.object.text for each in found if each.subject.text == "林远"] == firms


def test_a_founder_is_of_no_university() -> None:
    founder = RelationFrame("founderOf.is", "founderOf", ("{topic}创始人{s}",), ("创始人",))
    names = {"远山大学": "Organization", "远山": "Company", "周舟": "Person", "林远": "Person"}

    def founded(text: str, frame: RelationFrame) -> list[str]:
        relate, topics, found = Relater([frame]), Topics(), []
        for raw, phrase in scenes(text, {name: kind for name, kind in names.items() if name in text}):
            found += [each.object.text for each in relate(raw, phrase, topics)]
            topics.remember(phrase)
        return found

    assert founded("周舟毕业于远山大学。创始人林远说。", founder) == []
    assert founded("远山大学很忙。创始人林远说。", founder) == []
    assert founded("远山很忙。创始人林远说。", founder) == ["远山"]
    assert founded("远山大学很忙。CEO林远说。", POST) == []
    chair = RelationFrame("worksFor.post", "worksFor", ("{topic}(?P<role>校长){s}",), ("校长",))
    assert founded("远山大学很忙。校长林远说。", chair) == ["远山大学"]


def test_of_who_is_joined_with_a_list_each_pair_is_with_its_members() -> None:
    assert _said(_found("星海与云川和远山合作。", PAIR)) == ["星海 partnersWith 云川", "星海 partnersWith 远山"]


def test_pairs_of_one_list() -> None:
    said = _said(_found("星海、云川和远山合作。", PAIR))
    assert said == ["星海 partnersWith 云川", "星海 partnersWith 远山", "云川 partnersWith 远山"]


def test_an_unnamed_subject_is_inherited() -> None:
    found = _found("星海很忙，昨天收购了远山。", OPENS)
    assert _said(found) == ["星海 acquires 远山"]
    assert found[0].inherited


def test_a_post_has_one_employer() -> None:
    assert _said(_found("星海发了财报。CEO林远很高兴。", POST)) == ["林远 worksFor 星海"]
    assert _said(_found("星海和云川发了财报。CEO林远很高兴。", POST)) == []


def test_no_cue_no_work() -> None:
    assert _found("星海买下了远山。", BUYS) == []


def test_known_of_a_lexicon() -> None:
    assert Known.of(ENTRIES).makers == {"海豚3": ("星海", "深海")}


def test_a_version_is_made_by_whom_its_family_is() -> None:
    known, span = Known.of(ENTRIES), Span(0, 5)
    assert known.of_thing(Mention(span, "海豚3 9", "Model", "海豚3_9", "version", family="海豚3")) == ("星海", "深海")
    assert known.of_thing(Mention(span, "海豚3 9", "Model", "海豚3_9", "version")) == ()


def test_a_known_maker_beside_its_product() -> None:
    known = Known.of(ENTRIES)
    assert _said(_found("星海说起海豚3。", known=known)) == ["星海 develops 海豚3"]
    assert _said(_found("云川说起海豚3。", known=known)) == []
    assert _said(_found("星海说起海豚3。")) == []
    assert _said(_found("深海说起海豚3。", known=known)) == ["深海 develops 海豚3"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("星海去年成立，三年后它终于拿出了人们等待的海豚3。", True),
        ("星海去年成立，三年后它与云川谈起了人们等待的海豚3。", False),  # what is said is of the two of them
        ("星海去年成立，三年后有一家医院整合了人们等待的海豚3。", False),
        ("星海和远山都谈到了海豚3。", True),  # one list
        ("星海、同行和海豚3。", False),  # a list of what is alike in nothing
        ("海豚3卖得很好，星海很高兴。", True),
        ("海豚3卖得很好，云川和林远与星海谈了谈。", False),
        ("海豚3卖得很好，几家医院里的人都在用，星海很高兴。", False),
        ("与海豚3一样，星海很高兴。", False),  # who is alike with it
        ("海豚3上线一周，星海很高兴。", True),
        ("海豚3有不同的尺寸，星海很高兴。", True),
        ("星海去年成立，三年后有人说新模型相比海豚3更快。", False),  # what is measured by it
    ],
)
def test_what_stands_between_a_maker_and_its_product(text: str, made: bool) -> None:
    said = _said(_found(text, known=Known.of(ENTRIES)))
    assert ("星海 develops 海豚3" in said) is made


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("星海很忙，海豚3产品负责人林远登台。", True),
        ("星海很忙，海豚3系列的首席设计官林远登台。", True),
        ("海豚3产品负责人林远登台。", False),  # nobody named the house
        ("星海很忙，采用海豚3的产品负责人林远登台。", False),
        ("星海很忙，海豚3的粉丝林远登台。", False),
        ("星海很忙，海豚3负责人批评了林远。", False),
        ("星海很忙，飞鸟2负责人林远登台。", False),
    ],
)
def test_who_heads_a_thing_is_of_the_house_that_makes_it(text: str, house: bool) -> None:
    said = _said(_found(text, known=Known.of(ENTRIES)))
    assert ("林远 worksFor 星海" in said) is house


def test_nobody_uses_what_he_is_known_to_make() -> None:
    uses = RelationFrame("uses.adopt", "uses", ("{s}{-4}{cue}了?{o}",), ("采用",))
    known = Known.of(ENTRIES)
    assert _said(_found("云川采用海豚3。", uses, known=known)) == ["云川 uses 海豚3"]
    assert _said(_found("星海采用海豚3。", uses, known=known)) == ["星海 develops 海豚3"]


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("云川推出了海豚3。借助海豚3，云川省下一半开支。", False),
        ("星海推出了海豚3。借助海豚3，云川省下一半开支。", True),
        ("云川推出了海豚3。云川已经采用海豚3。", True),
    ],
)
def test_nobody_uses_what_the_text_says_that_he_makes_unless_he_takes_it_up_himself(text: str, used: bool) -> None:
    names = {"云川": "Company", "星海": "Company", "海豚3": "Model"}
    said = claims(text, {name: kind for name, kind in names.items() if name in text})
    assert (("云川", "uses", "海豚3") in {(c.subject, c.predicate, c.object) for c in said}) is used


def test_a_body_that_is_known_to_be_anothers_is_no_persons() -> None:
    owns = RelationFrame(
        "subsidiaryOf.person", "subsidiaryOf", ("{o:Person}的{s}",), ("的",), "raw", object=("Person",)
    )
    known = Known.of(ENTRIES)
    assert _said(_found("林远的星海账户。", owns, known=known)) == []
    assert _said(_found("林远的云川很忙。", owns, known=known)) == ["云川 subsidiaryOf 林远"]


def test_a_known_body_is_not_of_whom_its_neighbour_is() -> None:
    owns = RelationFrame("subsidiaryOf.of", "subsidiaryOf", ("{o!}旗下{s}",), ("旗下",), level="raw")
    said = _said(
        _found("深海旗下星海、云川、远山很忙。", owns, known=Known.of([*ENTRIES, Entry("云川", "Company", "云川")]))
    )
    assert said == ["星海 subsidiaryOf 深海", "远山 subsidiaryOf 深海"]


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("远山旗下星海、云川很忙。", ["星海", "云川"]),
        ("客户包括远山旗下星海、云川。", ["星海"]),
        ("深海、远山旗下星海、云川很忙。", ["星海"]),
    ],
)
def test_what_follows_the_own_of_one_of_a_list_is_of_the_list(text: str, owned: list[str]) -> None:
    frame = RelationFrame("subsidiaryOf.of", "subsidiaryOf", ("{o!}旗下{s}",), ("旗下",), level="raw")
    assert [each.subject.text for each in _found(text, frame)] == owned


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("星海很忙。海豚3刚刚上线。", False),
        ("星海很忙。2.正式发布海豚3、飞鸟2。", True),  # an item that opens with what was done
        ("星海很忙。网络方面，还将推出海豚3。", True),
        ("云川很忙。发布海豚3。", False),
        ("星海很忙。采用海豚3。", False),
        ("星海很忙。推出新品，同行喜欢海豚3。", False),
        ("星海很忙。如果推出新品，发布海豚3也行。", False),
    ],
)
def test_a_known_maker_must_stand_in_the_sentence_unless_it_opens_with_what_was_done(text: str, made: bool) -> None:
    assert _said(_found(text, known=Known.of(ENTRIES))) == (["星海 develops 海豚3"] if made else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("飞鱼采用云川最新的3纳米制程。", ["云川 develops 3纳米制程"]),
        ("飞鱼采用云川3纳米制程。", ["云川 develops 3纳米制程"]),
        ("云川将率先量产3纳米制程。", ["云川 develops 3纳米制程"]),
        ("云川采用3纳米制程。", []),
        ("云川的自动驾驶走在前面。", []),  # a field of many
        ("云川的自动驾驶平台走在前面。", []),  # so is a platform for one
    ],
)
def test_a_special_technology_right_behind_a_company_is_its_own(text: str, said: list[str]) -> None:
    assert _said(_found(text)) == said


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("星海打算让客户试用海豚3。", "asserted"),  # taken for granted, whatever the plan
        ("星海不再推荐海豚3。", "asserted"),
        ("星海的海豚3将于明年发布。", "planned"),
        ("星海的海豚3将于明年涨价。", "asserted"),
        ("星海将在明年发布海豚3。", None),  # as surely as its clause says
        ("星海表示，云川将推出搭载海豚3的手机。", "asserted"),  # who ships it is another
        ("星海表示，与云川将推出海豚3。", None),
        ("海豚3由星海的伙伴云川测试，远山也将发布手机。", "asserted"),
        ("海豚3的母公司星海的客户云川将发布手机。", "asserted"),
        ("星海没有开发海豚3。", None),
        ("星海有望开放海豚3的代码。", None),
        ("云川将使用星海开发的海豚3。", "asserted"),
        ("云川将使用星海即将推出的海豚3。", None),
    ],
)
def test_what_is_made_already_is_taken_for_granted(text: str, modality: str | None) -> None:
    (found,) = _found(text, known=Known.of(ENTRIES))
    assert found.frame.modality == modality


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星海的深度榜出炉。", ["星海 publishes 深度榜"]),
        ("深度榜由星海编制。", ["星海 publishes 深度榜"]),
        ("星海很忙，林远在台上谈了很多次的那份深度榜出炉。", []),  # too far
        ("星海评选同行，那家老厂连续第四年入围深度榜。", ["星海 publishes 深度榜"]),
        ("星海收购深度榜。", []),
    ],
)
def test_a_report_that_is_known_is_published_not_made(text: str, said: list[str]) -> None:
    names = {"星海": "Company", "深度榜": "Report"}
    ((raw, phrase),) = scenes(text, names)
    known = Known.of([*ENTRIES, Entry("深度榜", "Report", "深度榜", maker="星海")])
    assert _said(list(Relater((), known)(raw, phrase, Topics()))) == said


@pytest.mark.parametrize(("journal", "refuted"), [("《自然》", True), ("Nature Maths", True), ("自然公司", False)])
def test_a_journal_has_not_made_what_is_told_of_in_it(journal: str, refuted: bool) -> None:
    ((raw, _),) = scenes(f"在{journal}上发文，提出海豚3。", {journal: "Organization", "海豚3": "Model"})
    named = {mention.text: mention for slot in raw.slots.values() for mention in slot.mentions}
    frame = RelationFrame("pair.develops", "develops", ())
    found = Related(frame, raw, named[journal], named["海豚3"], 0, len(raw.code), None, None, False)
    assert is_refuted(found) is refuted


def test_a_maker_in_the_product_name() -> None:
    assert _said(_found("星海很忙。远山喜欢星海地图。")) == ["星海 develops 星海地图"]
    assert _said(_found("星海很忙。远山在星海地图上露面。")) == []  # only where something is done
    assert _said(_found("星海很忙。远山加入星海计划。")) == []  # nor is it a thing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星海发布了其旗舰产品飞鸟2。", ["其 develops 飞鸟2"]),
        ("星海将其上市计划命名为飞鸟2。", []),
        ("星海称其员工使用飞鸟2。", []),
    ],
)
def test_a_pronoun_right_before_a_thing_tells_whose_it_is(text: str, said: list[str]) -> None:
    names = {"星海": "Company", "其": "Company", "飞鸟2": "Model"}
    ((raw, phrase),) = scenes(text, names)
    assert _said(list(Relater(())(raw, phrase, Topics()))) == said


@pytest.mark.parametrize(("thing", "said"), [("海豚3", []), ("飞鸟2", ["其 develops 飞鸟2"])])
def test_what_somebody_else_is_known_to_make_is_not_its_own(thing: str, said: list[str]) -> None:
    ((raw, phrase),) = scenes(f"远山在其{thing}上宣布了消息。", {"远山": "Company", "其": "Company", thing: "Model"})
    assert _said(list(Relater((), Known.of(ENTRIES))(raw, phrase, Topics()))) == said


def test_a_list_of_backers_is_not_what_others_back() -> None:
    text = "星海、云川分别持股。远山也参与了融资。"
    frame = RelationFrame("investsIn.x", "investsIn", ("{topic}{s}也参与了融资",), ("参与",))
    assert _said(_found(text, frame)) == []
    assert _said(_found("星海持续亏损。远山也参与了融资。", frame)) == ["远山 investsIn 星海"]


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("星海推出了海豚3。", ["星海"]),
        ("深海推出了海豚3。", ["深海"]),
        ("云川推出了海豚3。", []),
        ("星海和云川推出了海豚3。", ["星海", "云川"]),
        ("远山推出了海豚3。", ["远山"]),
        ("海豚3由云川开发。", ["云川"]),
        ("远山推出了海豚3插件。", []),
        ("星海推出了海豚3插件。", ["星海"]),
        ("云川研制的新方法才能追上海豚3。", []),
        ("远山研制的新方法才能追上海豚3。", ["远山"]),
    ],
)
def test_a_body_makes_no_thing_of_another_unless_just_that_is_said(text: str, makers: list[str]) -> None:
    release = RelationFrame("develops.release", "develops", ("{s}{cue}了?{o}",), ("推出",))
    said = RelationFrame("develops.passive", "develops", ("{o}由{s}{cue}", "{s}{cue}的{-9}{o}"), ("开发", "研制"))
    known = Known.of([*ENTRIES, Entry("云川", "Company", "云川")])
    found = _found(text, release, said, known=known)
    assert [each.subject.text for each in found if each.frame in (release, said)] == makers


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("远山的拾光账号很火。", []),  # a company and its product in one
        ("拾光的拾光地图很火。", ["拾光"]),
        ("远山旗下的拾光很火。", ["远山"]),
        ("远山的Yun_Mail很火。", []),  # a name that opens with that of a known body
        ("Yun的Yun_Mail很火。", ["Yun"]),
        ("远山的Sea_Mail很火。", ["远山"]),
    ],
)
def test_what_stands_beside_a_body_may_be_named_after_another(text: str, makers: list[str]) -> None:
    own = RelationFrame("develops.possessive", "develops", ("{s!}(?:旗下)?的{o}",), ("的",), level="raw")
    known = Known.of([Entry("Yun", "Company", "Yun")])
    names = {"远山": "Company", "拾光": "Product/Company", "拾光地图": "Product", "Yun": "Company"}
    names |= {"Yun_Mail": "Product", "Sea_Mail": "Product"}
    ((raw, phrase),) = scenes(text, names)
    found = Relater((own,), known)(raw, phrase, Topics())
    assert [each.subject.text for each in found if each.frame is own] == makers


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("远山（Farmount）很忙。", []),
        ("远山（Farmount、飞鸟2）很忙。", ["远山", "远山"]),
        ("远山（飞鸟2）很忙。", ["远山"]),
    ],
)
def test_a_foreign_name_in_brackets_is_no_product(text: str, makers: list[str]) -> None:
    own = RelationFrame("develops.possessive", "develops", ("{s!}（{o}",), ("（",), level="raw")
    ((raw, phrase),) = scenes(text, {"远山": "Company", "Farmount": "Product", "飞鸟2": "Model"})
    assert [each.subject.text for each in Relater((own,))(raw, phrase, Topics())] == makers


def test_whoever_is_named_nearer_was_founded() -> None:
    founded = RelationFrame("founderOf.is", "founderOf", ("{topic}{=12}{cue}{s}", "{o}，其{cue}{s}"), ("创始人",))
    assert _said(_found("星海收购了云川，其创始人林远很高兴。", founded)) == ["林远 founderOf 云川"]
    assert _said(_found("星海去年很忙，其创始人林远很高兴。", founded)) == ["林远 founderOf 星海"]


RELEASE = RelationFrame("develops.release", "develops", ("{s}{-6}{cue}了?{o}",), ("推出", "上线", "展示"))
MAKERS = (*ENTRIES, Entry("云川", "Company", "云川"), Entry("飞鸟2", "Model", "飞鸟2", maker="云川"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星海和云川推出了海豚3和飞鸟2。", {"星海 develops 海豚3", "云川 develops 飞鸟2"}),  # each its own
        ("星海和云川推出了飞鸟2。", {"星海 develops 飞鸟2", "云川 develops 飞鸟2"}),  # together
        ("星海和云川推出了海豚3和白鲸1。", {"星海 develops 白鲸1", "云川 develops 海豚3"}),  # nobody knows
    ],
)
def test_two_makers_of_two_things_made_each_its_own(text: str, said: set[str]) -> None:
    assert said <= set(_said(_found(text, RELEASE, known=Known.of(MAKERS))))
    assert ("云川 develops 海豚3" in _said(_found(text, RELEASE, known=Known.of(MAKERS)))) is ("白鲸1" in text)


@pytest.mark.parametrize("word", ["先后", "相继", "接连", "纷纷"])
def test_two_makers_of_two_things_one_after_the_other(word: str) -> None:
    frame = RelationFrame("develops.release", "develops", ("{s}{-6}{cue}了?{o}",), ("推出",))
    assert _said(_found(f"远山和云川{word}推出了海豚3和飞鸟2。", frame)) == [
        "远山 develops 海豚3",
        "云川 develops 飞鸟2",
    ]


def test_of_those_who_shipped_one_after_the_other_only_the_maker_made_it() -> None:
    said = _said(_found("星海和云川相继推出了飞鸟2。", RELEASE, known=Known.of(MAKERS)))
    assert set(said) == {"云川 develops 飞鸟2"}


def test_who_puts_online_what_another_made_uses_it() -> None:
    known = Known.of(MAKERS)
    assert _said(_found("云川上线了海豚3。", RELEASE, known=known)) == ["云川 uses 海豚3"]
    assert "星海 develops 海豚3" in _said(_found("星海上线了海豚3。", RELEASE, known=known))
    assert _said(_found("云川推出了海豚3。", RELEASE, known=known)) == []


def test_what_is_named_as_that_of_another_body_is_its_alone() -> None:
    own = RelationFrame("develops.possessive", "develops", ("{s}的{o}",), (), level="raw")
    assert _said(_found("远山推出了云川的白鲸1。", RELEASE, own)) == ["云川 develops 白鲸1"]
    assert _said(_found("云川的远山推出了白鲸1。", RELEASE, own)) == ["远山 develops 白鲸1"]


def test_a_person_who_shows_what_a_company_makes_did_not_make_it() -> None:
    known = Known.of(MAKERS)
    assert _said(_found("林远展示了海豚3。", RELEASE, known=known)) == []
    assert _said(_found("林远展示了白鲸1。", RELEASE, known=known)) == ["林远 develops 白鲸1"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星海供应云川HBM4。", []),
        ("星海是云川HBM4的主要供应商。", []),
        ("云川的HBM4走在前面。", ["云川 develops HBM4"]),
        ("星海采用云川3纳米制程。", ["云川 develops 3纳米制程"]),
        ("星海是云川3纳米制程的供应商。", ["云川 develops 3纳米制程"]),
    ],
)
def test_what_is_sold_to_a_company_is_not_its_own(text: str, said: list[str]) -> None:
    assert _said(_found(text)) == said


def test_what_is_yet_to_be_released_is_planned_whatever_else_was_shown() -> None:
    found = _found("星海公布了白鲸1，并预告海豚3将于明年推出。", known=Known.of(ENTRIES))
    assert [each.frame.modality for each in found if each.object.text == "海豚3"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("星海会长林远与周楠到场。", {"林远"}),
        ("星海研究员林远与周楠到场。", {"林远", "周楠"}),
    ],
)
def test_a_post_that_one_holds_is_not_the_next_one_s(text: str, held: set[str]) -> None:
    found = claims(text, {"星海": "Company", "林远": "Person", "周楠": "Person"})
    assert {claim.subject for claim in found if claim.predicate == "worksFor"} == held


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星海说起星海飞鸟。", ["星海 develops 星海飞鸟"]),
        ("星海说起星海飞鸟大奖。", []),
        ("星海说起星海飞鸟合作伙伴。", []),
        ("星海说起星海飞鸟研究人员。", ["星海 develops 星海飞鸟"]),
    ],
)
def test_what_bears_a_prize_is_nothing_that_is_made(text: str, said: list[str]) -> None:
    ((raw, phrase),) = scenes(text, {"星海": "Company", "星海飞鸟": "Product"})
    assert _said(list(Relater(())(raw, phrase, Topics()))) == said


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("星海的飞鸟很快。", True),
        ("星海的飞鸟平台很快。", True),
        ("星海的飞鸟课程很受欢迎。", False),
        ("星海的飞鸟 2.0许可很宽松。", False),
        ("将星海的算法嵌入到飞鸟平台。", False),
    ],
)
def test_what_is_a_course_or_takes_something_in_is_not_made_by_whose_it_is(text: str, made: bool) -> None:
    found = claims(text, {"星海": "Company", "飞鸟": "Product"})
    assert [claim.predicate for claim in found] == ["develops"] * made


def test_nobody_works_for_the_medium_that_tells_of_him() -> None:
    names = {"路透社": "Organization", "云川": "Company", "林远": "Person"}
    for told in ("据路透社消息，首席执行官林远很忙。", "路透社报道称，云川副总裁林远很忙。"):
        assert "路透社" not in {claim.object for claim in claims(told, names)}
    assert [claim.object for claim in claims("路透社首席执行官林远很忙。", names)] == ["路透社"]


def test_a_unit_behind_its_owner_is_one_member_of_a_list() -> None:
    names = {"云川": "Company", "星海": "Company", "星海云": "Company", "海螺": "Company", "海豚3": "Model"}
    found = {claim.subject for claim in claims("云川、星海星海云和海螺都采用了海豚3。", names)}
    assert found == {"云川", "星海云", "海螺"}
    assert {claim.subject for claim in claims("云川和星海都采用了海豚3。", names)} == {"云川", "星海"}


def test_what_says_that_something_came_about_is_no_post() -> None:
    assert [role_of(said) for said in ("上市了", "研究工作", "已有", "联合创始人")] == [None] * 3 + ["联合创始人"]
