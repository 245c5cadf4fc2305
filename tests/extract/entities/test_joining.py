"""Names of one entity that join within an article, and names that must not."""

from __future__ import annotations

import pytest

from extract.entities.candidates import name_key
from extract.entities.legal import cores

from .reading import classes, named, recognise

_TITLE = "A Long Title of a Paper on Robots That Walk and Never Fall"


def test_a_former_name_in_brackets_joins_even_two_known_companies() -> None:
    ids = named("Meta（原Facebook）发布财报。Facebook的用户增加。")
    assert ids["Meta"] == ids["Facebook"]
    apart = named("Meta旗下的Facebook增加了用户。")
    assert apart["Meta"] != apart["Facebook"]


def test_the_people_s_government_of_a_city_is_its_government() -> None:
    assert name_key("北湖市人民政府") == name_key("北湖市政府") != name_key("北湖市人民法院")


def test_an_event_with_its_year_is_the_event() -> None:
    ids = named("北湖机器人大会昨日开幕。2024北湖机器人大会有百家企业参展。")
    assert len(set(ids.values())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "QCON算力创新大赛昨日开幕。QCON2024很热闹，QCON也有新规则。QCON2024算力创新大赛有百家企业参展。",
        "今年夏天首届北湖机器人大会昨日开幕，北湖机器人大会很热闹。",
    ],
)
def test_an_event_is_one_with_its_year_glued_to_it_or_as_the_first(text: str) -> None:
    assert len(set(named(text).values())) == 1


def test_an_event_within_another_is_one_of_its_own() -> None:
    ids = named("QCON算力创新大赛昨日开幕。QCON2024很热闹。QCON产业发展论坛也开幕了。")
    assert ids["QCON2024"] != ids["QCON产业发展论坛"]


def test_an_event_of_two_years_is_two() -> None:
    ids = named("2023北湖机器人大会很冷清，2024北湖机器人大会很热闹。")
    assert len(set(ids.values())) == 2


@pytest.mark.parametrize(
    "text",
    [
        "深圳云岭未来科技有限公司（以下简称“云岭未来”）完成融资。云岭未来表示满意。",
        "供应商青禾科技，已经上市。青禾科技有限公司公布财报。",
        "蓝岭机器人（Blue Ridge Robotics）完成两亿元融资。",
        "供应商采用了T900芯片。T900由一家新公司推出。",
        "富岚精密宣布完成融资。富岚股价大涨。",
        "红岚时代（北京）科技有限公司致歉。红岚股价大跌。",
        "星渊智能更名为云岭科技。",
        "云岭实验室（后更名为“星渊研究院”）很忙。",
        "云岭科技（前身星渊智能）很忙。",
        "星渊智能今日宣布，公司正式更名为“云岭科技”。",
        "星淵智能改名雲嶺科技。",
        "由Veskora AI更名而来的Halmor很忙。Veskora AI宣布推出新品。",
        "公司Halmor（formerly Veskora AI）宣布推出新品。",
        "初创公司Halmor Robotics（中文名“海默机器人”）完成融资。海默机器人很忙。",
        "海默公司（Halmor Inc.）宣布裁员。Halmor表示满意。",
        "日本三星机电有限公司（下称“日本三星”）签约。他们来到日本三星总部。",
        "星渊智能（现为云岭科技）完成融资。",
        "星渊智能，现名云岭科技，完成融资。",
        "云岭科技（品牌名Halmor）完成融资。",
        "云岭科技（下稱雲岭）完成融资。",
        "云岭科技完成融资。这对云岭来说是好事。",
        "北京云岭智能科技有限公司完成融资。云岭智能表示满意。",
        "浙江云岭智能科技有限公司完成融资。供应商云岭智能表示满意，云岭股价大涨。",
        "云岭智能科技（深圳）有限公司完成融资。云岭智能表示满意。",
        "公司Halmor（贝岚德）很忙。贝岚德公司位于杭州。",
        "Halmor Quill宣布推出新品。Halmor Quill Holdings的股价大跌。",
        "Halmor & Companies公布财报。Halmor宣布裁员。",
        "Veskora-AI®（“Veskora”）宣布推出新品。Veskora公布财报。",
    ],
)
def test_short_and_long_names_are_one(text: str) -> None:
    assert len(recognise(text)[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "公司Halmor与公司Halmor Capital达成合作。",
        "公司Halmor的子公司Halmor Robotics完成融资。",
        "公司Halmor投资了Halmor Labs。",
        "云岭科技和云岭电子都已上市，云岭很忙。",
        "公司Halmor最初由公司Veskora AI孵化。",
        "公司Halmor宣布，公司从公司Veskora手中收购业务。",
        "他曾任职于星渊智能，现为云岭科技总监。",
    ],
)
def test_firms_named_side_by_side_are_two_however_alike(text: str) -> None:
    ids = named(text)
    assert len(ids) == len(set(ids.values())) == 2


def test_what_a_longer_name_begins_with_is_no_firm_called_in_short() -> None:
    assert "云岭" not in named("云岭科技很忙。他从云岭大学毕业。")


def test_what_only_begins_like_a_company_is_another() -> None:
    ids = named("Halmor Quill公布财报。Halmor Quill Labs公司裁员。")
    assert ids["Halmor Quill"] != ids["Halmor Quill Labs"]
    ids = named("Halmor Quill公布财报。Halmor Quill Holdings公司裁员。Halmor Quill Software公司招人。")
    assert len({*ids.values()}) == 3


def test_a_legal_name_is_that_of_the_known_company() -> None:
    assert named("华为技术有限公司公布财报。")["华为技术有限公司"] == "Huawei"


def test_a_local_company_is_not_the_known_one() -> None:
    assert named("上海华为技术服务有限公司公布财报。")["上海华为技术服务有限公司"] != "Huawei"


def test_cores_leave_out_form_then_seat_then_trade() -> None:
    assert list(cores("深圳市云岭科技有限公司")) == ["深圳市云岭科技", "云岭科技", "云岭"]
    assert list(cores("云岭科技")) == ["云岭科技", "云岭"]


def test_maker_and_thing_are_two_mentions() -> None:
    ids = named("他们用英特尔Gaudi和NVIDIA H100训练模型。")
    assert ids["NVIDIA"] == "NVIDIA"
    assert ids["H100"] == "H100"


def test_an_acronym_that_the_text_gives_to_another_name_is_not_the_known_one() -> None:
    ids = named("公益机构Seeds for Change（SFC）今年成立，项目由SFC资助。")
    assert ids["SFC"] == ids["Seeds for Change"] != "SFC"
    assert named("香港证监会（SFC）批准了交易平台。")["SFC"] == "SFC"
    ids = named("公益机构（Seeds for Change, SFC）今年成立，项目由SFC资助。")
    assert ids["SFC"] == ids["Seeds for Change"] != "SFC"
    assert named("监管机构（Securities and Futures Commission, SFC）批准了交易。")["SFC"] == "SFC"


def test_an_office_named_once_with_its_state_is_meant_without_it_too() -> None:
    ids = named("香港消防署和日本内政部签约。内政部长说，内政部的预算会增加。")
    assert ids["日本内政部"] == ids["内政部"] == "Interior_of_Japan"
    assert named("日本内政部长到访。" + "会谈很长。" * 300 + "内政部没有回应。")["日本内政部"] == "Interior_of_Japan"
    assert "内政部" not in named("日本内政部致函韩国内政部。内政部没有回应。")
    assert "内政部" not in named("日本内政部长到访。" + "会谈很长。" * 300 + "内政部没有回应。")


def test_a_known_thing_is_called_without_its_kind_too() -> None:
    ids = named("Lantern功能很安全，Lantern可以关闭。")
    assert ids["Lantern功能"] == ids["Lantern"] == "Huawei_Lantern"


def test_a_firm_is_called_by_its_first_word_though_its_things_are_called_so_too() -> None:
    ids = named("Zentavia Networks推出了Zentavia Lumora平台。Zentavia的客户很满意。")
    assert ids["Zentavia"] == ids["Zentavia Networks"] != ids["Zentavia Lumora"]


def test_a_thing_is_named_with_its_maker_and_without() -> None:
    ids = named("华为推出了Huawei Lumora Quine平台。Lumora Quine平台的用户很多。")
    assert ids["Lumora Quine"] == ids["Huawei Lumora Quine"]
    other = named("医院推出了Bright Lumora Quine平台。Lumora Quine平台的用户很多。")
    assert other["Lumora Quine"] != other["Bright Lumora Quine"]


def test_a_surname_of_two_words_is_that_of_the_only_one_called_so() -> None:
    ids = named("首席执行官Joanna Le Wilt博士来了。Le Wilt博士说，市场在变。")
    assert ids["Le Wilt"] == ids["Joanna Le Wilt"]
    ids = named("专员霍拉·英曼·布兰滕出席了会议。英曼·布兰滕说，市场在变。伊莱·布兰滕没来。")
    assert ids["英曼·布兰滕"] == ids["霍拉·英曼·布兰滕"] != ids["伊莱·布兰滕"]


def test_a_surname_is_somebody_rather_than_the_firm_named_after_them() -> None:
    ids = named("合伙人Joanna Modson离开了Modson Ventures。Modson说，市场在变。")
    assert ids["Modson"] == ids["Joanna Modson"] != ids["Modson Ventures"]


def test_an_initial_makes_nobody_else() -> None:
    ids = named("Joanna B. Modson博士和Joanna Modson博士，还有Alex Modson博士。")
    assert ids["Joanna B. Modson"] == ids["Joanna Modson"] != ids["Alex Modson"]


def test_a_person_is_called_by_the_full_name_however_often_the_surname_stands() -> None:
    entities = recognise("霍拉·布兰滕出席了会议。布兰滕说，市场在变。布兰滕还说，会议很好。")[1]
    assert [(each.id, each.label) for each in entities] == [("霍拉·布兰滕", "霍拉·布兰滕")]


def test_a_person_is_called_by_the_first_of_foreign_names() -> None:
    assert named("会议由胡安·布兰滕主持。胡安接替保罗·里德任主席。")["胡安"] == "胡安·布兰滕"


def test_a_first_name_of_two_people_is_neither() -> None:
    assert named("胡安·布兰滕与胡安·里德出席。胡安接替保罗·莫雷任主席。").get("胡安", "胡安") == "胡安"


def test_a_word_before_a_known_foreign_name_is_no_part_of_it() -> None:
    assert named("因萨姆·奥尔特曼离职，员工写了信。")["萨姆·奥尔特曼"] == "Sam_Altman"


def test_careless_punctuation_does_not_make_another_company() -> None:
    assert named("运营商BTT宣布涨价，BT&T否认。")["BTT"] == "BTandT"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("其中包括青禾视界（002999.SZ）等。", "青禾视界", "Company"),
        ("这家公司推出名为“星尘引擎”的软件。", "星尘引擎", "Product"),
        ("他在首届「北湖算力峰会」上发言。", "北湖算力峰会", "Event"),
        ("他在「北湖开放日」上发言。", "北湖开放日", "Event"),
        ("一种名为“回声织网”的注意力机制更省内存。", "回声织网", "Technology"),
        ("他创立了名为“沧浪图形”的公司。", "沧浪图形", "Company"),
        ("它开发了强化学习框架“织锦”。", "织锦", "Product"),
        ("到场的有柔性机器人“远步A2-W”。", "远步A2-W", "Product"),
        ("相机首发了“四格人像”功能。", "四格人像", "Product"),
        ("参展的有华为、微软、蓝溪和青禾视界等。", "青禾视界", "Company"),
        ("由华为资本，领投。", "华为资本", "Company"),
        ("英特尔中部汽车研究院公布了报告。", "英特尔中部汽车研究院", "Organization"),
        ("部长苗海近年多次谈到此事。", "苗海", "Person"),
        ("首席财务官伊藤健一指出，成本下降。", "伊藤健一", "Person"),
        ("微软的周炜明指出，需求强劲。", "周炜明", "Person"),
        ("创始人巴姆·延克曼-罗里德被判有罪。", "巴姆·延克曼-罗里德", "Person"),
        ("服务器用的是Intel i7-11800H。", "i7-11800H", "Chip"),
        ("论文题为Learning to Walk a Robot。", "Learning to Walk a Robot", "Report"),
        ("他写了题为“机器人会不会做梦”的公开信。", "机器人会不会做梦", "Report"),
        ("她发表论文《A Long Title of a Paper on Robots That Walk and Never Fall》。", _TITLE, "Report"),
        ("分析师陆远之认为，需求强劲。", "陆远之", "Person"),
        ("投资人姚远因此总结，钱不好拿。", "姚远", "Person"),
        ("声明由云岭时代（北京）科技有限公司发布。", "云岭时代（北京）科技有限公司", "Company"),
        ("参展的华为智能眼镜很轻。", "华为智能眼镜", "Product"),
        ("华为AI助手昨日上线。", "华为AI助手", "Product"),
        ("他在微软AI峰会上致辞。", "微软AI峰会", "Event"),
        ("華為城市峰會昨日開幕。", "華為城市峰會", "Event"),
        ("微软在峰会上致辞，华为AI大会上也有它。", "微软", "Company"),
        ("联合创始人王晓东和李海峰都毕业了。", "李海峰", "Person"),
        ("李木子（化名）曾在这里工作。", "李木子", "Person"),
        ("他是云岭资本合伙人。", "云岭资本", "Company"),
        ("基金投给了诸暨青禾投资管理合伙企业。", "诸暨青禾投资管理合伙企业", "Company"),
    ],
)
def test_forms_that_tell_a_class(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


@pytest.mark.parametrize(
    "text",
    [
        "每秒可传输9PB，重52g，达到5petaFLOP。",
        "公司完成了F-1轮融资。",
        "这一阶段是安装期（Installation）。",
        "巨头们“背道而驰”，被称作大模型“最烧脑”的测试。",
        "一个叫做“助手”的机器人角色会说话。",
        "可以在设置里关掉“声音”功能。",
        "他说这个框架“不好用”。",
        "随着加息和经济放缓，微软增速下滑。",
        "人人都必须学会使用微软，治疗联盟更强了。",
        "微软在24Q1和FY2025都增长，On-premises的收入下降。",
        "我们和微软都认为，成本和高管都变了。",
        "他告诉微软，允许科技发展，提供云计算。",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert set(named(text)) <= {"微软"}


def test_a_seat_in_brackets_is_left_out_with_the_form() -> None:
    assert list(cores("云岭时代（北京）科技有限公司")) == ["云岭时代科技", "云岭时代"]
    assert list(cores("云岭智能科技（南州）有限公司")) == ["云岭智能科技", "云岭智能", "云岭"]


def test_a_year_glued_to_a_name_is_no_part_of_it() -> None:
    ids = named("OpenAI2023年融资，Zentavia2024年上市。")
    assert set(ids) == {"OpenAI", "Zentavia"}


def test_a_form_never_cuts_a_known_name() -> None:
    assert named("月之岭科技，完成融资。月之岭表示满意。")["月之岭"] == "Moonridge"


def test_what_a_body_lends_its_name_to_is_not_the_body() -> None:
    text = "南州仓储协会（NSCHO）年会举行。旗舰是名为NSCHO Cyber Shield的解决方案。NSCHO会员都可以用。"
    found = named(text)
    assert found["NSCHO"] == found["南州仓储协会"] != found["NSCHO Cyber Shield"]


@pytest.mark.parametrize(
    ("kind", "name", "same"), [("大模型", "Lumora-4 Mini", False), ("眼镜", "Lumora-4 Beacon", True)]
)
def test_a_version_with_a_number_is_not_its_smaller_one(kind: str, name: str, same: bool) -> None:
    ids = named(f"云岭科技发布{kind}{name}。{kind}Lumora-4很轻。")
    assert (ids["Lumora-4"] == ids[name]) is same


def test_a_paper_is_not_the_thing_that_its_title_begins_with() -> None:
    text = (
        "林远提出了模型Halmor。该研究以「Halmor: a careful reader of long and winding articles」为题。Halmor模型很小。"
    )
    found = classes(text)
    assert found["Halmor"] == "Model"
    assert found["Halmor: a careful reader of long and winding articles"] == "Report"


def test_a_university_is_known_though_half_of_its_name_is_translated() -> None:
    assert named("他毕业于Northridge大学。")["Northridge大学"] == "North_Ridge_University"
    assert named("他毕业于Southridge大学。")["Southridge大学"] != "North_Ridge_University"
