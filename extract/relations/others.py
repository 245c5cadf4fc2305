"""Relations of a thing with a body that is known not to be its maker, or to be: who only ships, offers or shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ontology.frames import RelationFrame

from ..model import Mention
from .known import BODIES, Known
from .related import Related

_HOSTED = RelationFrame("known.host", "uses", (), confidence=0.7)
_BESIDE = frozenset(  # no word says who makes it
    {"develops.possessive", "develops.debut", "develops.release_topic", "known.its", "pair.develops"}
)
_BY = ("develops.passive", "develops.jointly")  # 海豚3由…开发: that somebody made it is what is said
# What a speaker does, too; a maker 开发, 设计, 发明.
_SHOWING = re.compile("发布|推出|公布|发表|宣布|官宣|亮相|亮出|上线|展示|演示|揭晓|带来|开源")
# What runs on or appears in another's thing: 云川发布iOS应用, 云川的X账号.
_RUNS_ON = re.compile(
    r"\s?(?:(?:手机|桌面|移动)?(?:应用(?:程序)?(?!商店)|App(?![a-z])|app(?![a-z])|APP|客户端|扩展|插件|小程序)|账[号户]|帐[号户]|帖子|推文|主页|频道|页面|内容(?!推荐))"
)
_AT_HOME = re.compile("内部|员工|团队|工程师")  # 云川员工在用小海: a maker's own people use it, too
_TAKES_UP = re.compile(f"{_AT_HOME.pattern}|已经?(?:采用|使用|依靠)|选择")  # nor does 云川已经采用小海 offer it
_EACH = re.compile("分别|相继|先后|接连|纷纷|陆续|各自")
_OWNED = re.compile("旗下|拥有")
_NO_THING = re.compile(  # 星海NextGen大奖, 云川飞鱼基金: a prize, a fund or a contract is nothing that is made
    r"[™®]?[”」』]?\s?(?:[大银金]?奖|奖[项金]|[半总]?决赛|入围|基金|合同|认证|许可|合作伙伴(?!计划|生态)|委托|License|"
    r"(?:评估|调查|研究)(?![人团院所中室平工助]))"
)
_HOSTING = re.compile("上[线架](?!的)|接入|部署|集成")  # 云川上线DeepSeek: it is offered, by who did not make it


def of_ones_own(known: Known, found: Related) -> bool:
    """Tell whether somebody is said to use what he is known to make, as who offers it; chips of one's own are used."""
    if found.frame.predicate == "uses" and _are_kin(found.subject, found.object):
        return True
    maker = next(iter(known.of_thing(found.object)), "")
    own = maker == found.subject.entity or found.object.entity.startswith(f"{found.subject.entity}_")
    if found.frame.predicate != "uses" or not own or found.object.type == "Chip":
        return False
    return _AT_HOME.search(found.scene.code, found.start, found.end) is None


def drop_ones_own(related: Sequence[list[Related]]) -> None:
    """Drop, from what is found sentence by sentence, that somebody uses what the text itself says that he makes."""
    made = {_pair(each) for found in related for each in found if each.frame.predicate == "develops"}
    for found in related:
        found[:] = [each for each in found if not (_pair(each) in made and _is_offered(each))]


def _pair(found: Related) -> tuple[str, str]:
    return found.subject.entity, found.object.entity


def _is_offered(found: Related) -> bool:
    """Tell whether who makes a product or a model is only said to offer it where he is said to use it."""
    if found.frame.predicate != "uses" or found.object.type not in ("Product", "Model"):
        return False
    return _TAKES_UP.search(found.scene.code, found.start, found.end) is None


def _are_kin(one: Mention, other: Mention) -> bool:
    """Tell whether a product is of the family of another, or both of one: 小海3 has what 小海2 had, not 小海2."""
    if one.type != other.type or one.type != "Product":
        return False
    family = other.family or other.entity
    return family in (one.family, one.entity) or one.entity.startswith(f"{family}_")


def of_another(known: Known, found: Related) -> bool:
    """
    Tell whether a thing is known to be somebody else's, though a frame finds it made by a body.

    So is what only stands beside anybody (云川 YouTube频道), and what a known body ships (联想推出Windows电脑).
    """
    frame, body = found.frame, found.subject.entity
    makers = _makers(known, found.object) if frame.predicate == "develops" and not _made_by(found) else ()
    beside = frame.id in _BESIDE and found.subject.type != "Person"
    ships = body in known.bodies or found.subject.type == "Government"
    speaks = beside or (ships and not _is_its_own(known, found.object)) or _runs_on(found)
    if not makers or not speaks or _owns(known, found) or _beside_maker(known, found, makers):
        return False
    return not any(owner in makers for owner in known.line(body))


def _is_its_own(known: Known, thing: Mention) -> bool:
    """Tell whether a product bears the name of its company and nobody is known to make it; somebody may yet say so."""
    return bool(thing.also) and not known.of_thing(thing) and thing.entity not in known.bodies


def _owns(known: Known, found: Related) -> bool:
    """Tell whether a body is said to own a thing that is not known to be somebody else's: 云川旗下的小海."""
    return not known.of_thing(found.object) and _OWNED.search(found.scene.code, found.start, found.end) is not None


def _runs_on(found: Related) -> bool:
    """Tell whether a thing is named only for what runs on it: iOS应用."""
    place = found.scene.place(found.object)
    return place is not None and _RUNS_ON.match(found.scene.code, place + 1) is not None


def of_an_owner(known: Known, found: Related) -> bool:
    """Tell whether a body is said to be a person's that is known to be another body's: 他的Facebook is an account."""
    person = found.frame.predicate == "subsidiaryOf" and found.object.type == "Person"
    return person and len(known.line(found.subject.entity)) > 1


def _made_by(found: Related) -> bool:
    """Tell whether a frame says by whom a thing was made; in 云川推出的…海豚3 two things may be told of."""
    at, place = found.scene.place(found.subject), found.scene.place(found.object)
    loosely = found.frame.id == _BY[0] and at is not None and place is not None and at < place
    return found.frame.id in _BY and not loosely


def is_beside_its_own(known: Known, found: Related) -> bool:
    """Tell whether a known body that is nobody's stands but beside what is somebody's: 腾讯 of 谷歌旗下GV和腾讯."""
    at = found.scene.place(found.subject) if found.frame.predicate == "subsidiaryOf" else None
    if (
        at is None
        or found.subject not in found.scene.slots[at].mentions[1:]
        or at < (found.scene.place(found.object) or 0)
    ):
        return False
    return found.subject.entity in known.bodies and found.object.entity not in known.line(found.subject.entity)


def _makers(known: Known, thing: Mention) -> tuple[str, ...]:
    """
    Return who makes a thing; of a company and its product in one that is the company, and who owns it.

    Of a thing that is not known, it is the known body that its name opens with: Cohere of Cohere Command.
    """
    if makers := known.of_thing(thing):
        return makers
    if thing.entity in known.bodies or thing.also:
        return tuple(known.line(thing.entity))
    words = thing.entity.split("_")
    opening = ("_".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((tuple(known.line(name)) for name in opening if name in known.bodies), ())


def _beside_maker(known: Known, found: Related, makers: tuple[str, ...]) -> bool:
    """
    Tell whether a thing's maker is named in one breath with the subject: 星海与云川推出海豚3.

    Where two of a list of makers are those of two things, each made its own: 星海和云川推出海豚3和飞鸟2;
    and so they did one after the other: 星海和云川相继推出海豚3.
    """
    if _EACH.search(found.scene.code, found.start, found.end):
        return False
    at, place = found.scene.place(found.subject), found.scene.place(found.object)
    named = {each.entity for each in found.scene.slots[at].mentions} if at is not None else set()
    things = found.scene.slots[place].mentions if place is not None else ()
    own = {frozenset(named.intersection(_makers(known, each))) for each in things}
    return not named.isdisjoint(makers) and len(own - {frozenset()}) < 2


def is_nothing_made(found: Related) -> bool:
    """Tell whether a thing, that no frame says to be made, is none by what stands behind it: 星海NextGen大奖."""
    at = found.scene.place(found.object) if found.frame.predicate == "develops" else None
    return at is not None and _NO_THING.match(found.scene.code, at + 1) is not None


def is_gloss(known: Known, found: Related) -> bool:
    """Tell whether a thing that nobody knows is but the foreign name of the body it stands behind: 远山（Farmount）."""
    at, place = found.scene.place(found.subject), found.scene.place(found.object)
    if found.frame.predicate != "develops" or at is None or place != at + 2 or known.of_thing(found.object):
        return False
    around = found.scene.code[at + 1] + found.scene.code[place + 1 : place + 2]
    alone = len(found.scene.slots[place].mentions) == 1
    return alone and around in ("（）", "()") and found.object.text.isascii() and not found.subject.text.isascii()


def only_shows(known: Known, found: Related, all_found: Iterable[Related]) -> bool:
    """Tell whether a person is said to release what a firm makes: the maker is known, or named beside."""
    if found.frame.predicate != "develops" or found.subject.type != "Person":
        return False
    if not _SHOWING.search(found.scene.code, found.start, found.end):
        return False
    return any(maker in known.bodies for maker in known.of_thing(found.object)) or any(
        each.frame.predicate == "develops" and each.object == found.object and each.subject.type != "Person"
        for each in all_found
    )


def is_a_body(found: Related, all_found: Iterable[Related]) -> bool:
    """Tell whether what a frame finds made is a company, said to be its maker's own: 云川旗下的云帆."""
    if found.frame.predicate != "develops" or found.object.type not in BODIES:
        return False
    owner, body = found.subject.entity, found.object.entity
    return any(
        each.frame.predicate == "subsidiaryOf" and (each.subject.entity, each.object.entity) == (body, owner)
        for each in all_found
    )


def hosts(known: Known, stated: Iterable[Related]) -> Iterator[Related]:
    """Yield who offers what is known to be another's, though a frame finds it made by him: 云川上线了DeepSeek."""
    for each in stated:
        hosted = _HOSTING.search(each.scene.code, each.start, each.end) and of_another(known, each)
        if hosted and _HOSTED.relation.fits(each.subject.type, each.object.types[-1]):
            yield each._replace(frame=_HOSTED)
