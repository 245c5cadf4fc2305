"""People and organisations by the form of their Chinese names, with what only looks like one."""

from __future__ import annotations

import pytest

from .reading import classes, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司创始人陈一舟认为市场仍早。", "陈一舟"),
        ("董事长陈舟先生于今日卸任。", "陈舟"),
        ("副总理陈一舟出席会议。", "陈一舟"),
        ("经济大臣武藤春树出席会议。", "武藤春树"),
        ("财务长陈一舟认为市场仍早。", "陈一舟"),
        ("数学家陈一舟认为市场仍早。", "陈一舟"),
        ("邻国总理朔特茨（Olaf Shotts）说。", "朔特茨"),
        ("首席科学家周楠后来离职。", "周楠"),
        ("副总裁周晓冬升任研究院院长。", "周晓冬"),
        ("创始人周楠参与了本轮融资。", "周楠"),
        ("合伙人周晓冬参投了这家公司。", "周晓冬"),
        ("总经理翟明远表示赞成。", "翟明远"),
        ("区域经理伊莱·莫德森希望降价。", "伊莱·莫德森"),
        ("议员伊莱·莫德森提倡节俭。", "伊莱·莫德森"),
        ("新公司由朴成焕担任CEO。", "朴成焕"),
        ("区域经理伊莱·莫德森没有回答。", "伊莱·莫德森"),
        ("伊莱·莫德森加入了新公司。", "伊莱·莫德森"),
        ("董事长欧阳靖宇在会上发言。", "欧阳靖宇"),
        ("律师玛蒂娜·科尔·布朗在庭外等候。", "玛蒂娜·科尔·布朗"),
        ("行政總裁柯林（Mark Colin）拒絕評論。", "柯林"),
        ("“市场很大。”林之恒表示。", "林之恒"),
        ("清华大学的王守仁教授指出了问题。", "王守仁"),
        ("其CFO波兰特强调，成本会降。", "波兰特"),
        ("邻国司法部长巴顿在演说中批评对手。", "巴顿"),
        ("他与央行行长易明会面。", "易明"),
        ("咨询机构总经理李玉山预估，销量会涨。", "李玉山"),
        ("这家基金的老板周炜说，收益不错。", "周炜"),
        ("参议员伊丽莎白·沃伦表示反对。", "伊丽莎白·沃伦"),
        ("部长玛姬·琼斯表示赞成。", "玛姬·琼斯"),
        ("公司今天宣布阿隆·佩雷格加入。", "阿隆·佩雷格"),
        ("行政總裁柯林（Dr. Mark Colin）拒絕評論。", "柯林"),
        ("副总裁伊莱·钱德勒（Eli Chandler）离职。", "伊莱·钱德勒"),
        ("總經理伊萊·莫德森（Eli Modson）離職。", "伊萊·莫德森"),
        ("CEO让-吕克·黑尔表示满意。", "让-吕克·黑尔"),
        ("副总裁李-安妮·黑尔表示满意。", "李-安妮·黑尔"),
        ("创始人林远本科毕业于北湖大学。", "林远"),
        ("总统林远签署命令。", "林远"),
        ("执行长張簡志遠今天到访。", "張簡志遠"),
        ("资深产业观察家林之恒在采访时表示，亏损会持续。", "林之恒"),
    ],
)
def test_people(text: str, name: str) -> None:
    if name == "王守仁":  # nothing stands between the word before and the surname: left out
        assert name not in classes(text)
    else:
        assert classes(text)[name] == "Person"


@pytest.mark.parametrize(
    "text",
    [
        "负责人任何时候都要在场。",
        "分析师预计周一开盘走低。",
        "公司高管表示乐观。",
        "关键词配对（Keyword Pairing）已经过时。",
        "教授认为应该谨慎。",
        "总统多次批评盟友。",
        "老板任性也没有用。",
        "车主向记者透露，汽车失灵。",
        "这份报告《潮汐》向世人介绍了它。",
        "法官宣战，要他辞职。",
        "科学家曾虚假声称成功。",
        "科学家获得伊莱·钱德勒奖（Eli Chandler Award）。",
        "他们采用华为灯塔（Huawei Lantern）的方案。",
        "研究视觉的全职先生很忙。",
        "演员工会和编剧协会都反对。",
    ],
)
def test_what_only_looks_like_a_person(text: str) -> None:
    assert "Person" not in classes(text).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("总经理何松6月10日说明了计划。", "何松"),
        ("埃里克·桑德斯大赞产品。", "埃里克·桑德斯"),
        ("社长田中健太郎表示满意。", "田中健太郎"),
        ("曾研究视觉的周知远先生加盟新公司。", "周知远"),
        ("歌手林小野起诉英特尔。", "林小野"),
        ("演员林迅、导演陆川都反对。", "林迅"),
        ("田中健太郎表示满意。", "田中健太郎"),
        ("社长田中表示满意。", "田中"),
        ("他喜欢路易·J.K.的节目。", "路易·J.K."),
        ("华为副总裁陈立群2024年离开公司。", "陈立群"),
        ("英特尔任命赵明轩为首席技术官。", "赵明轩"),
        ("微软聘请了林远担任顾问。", "林远"),
        ("林远于2021年创办新公司。", "林远"),
        ("赵明轩被任命为副总裁。", "赵明轩"),
        ("据悉林远将加入华为。", "林远"),
        ("林远已从美团离职。", "林远"),
        ("今年3月，林远正式出任首席战略官。", "林远"),
        ("陈朗即将卸任，由林远接任。", "陈朗"),
        ("陈朗即将卸任，由林远接任。", "林远"),
        ("陈立文将接替周牧担任主席。", "周牧"),
        ("赵明轩和周牧创办了新公司。", "赵明轩"),
        ("公司由林远、陈思齐于2021年创立。", "林远"),
        ("公司由林远、陈思齐于2021年创立。", "陈思齐"),
        ("公司于2021年由林远和他的同学陈思齐创立。", "陈思齐"),
        ("公司由林远（CEO）和陈思齐（CTO）于2021年创立。", "陈思齐"),
        ("由林远、周牧两位博士创办的公司很忙。", "周牧"),
        ("新公司由前工程师林远与周牧于2021年创立。", "周牧"),
        ("他与师兄周牧在远山创办了公司。", "周牧"),
        ("上市前，林远持股32.1%。", "林远"),
        ("创始人林远持有三成股份。", "林远"),
        ("周牧，曾任研究院副院长。", "周牧"),
        ("林远，1985年出生，本科学的是物理。", "林远"),
        ("林远是华为的首席科学家。", "林远"),
        ("何松（华为CTO）、周牧（美团CFO）出席。", "周牧"),
        ("第一作者为林远（现微软首席科学家）。", "林远"),
        ("林远，华为首席科学家，昨日发表演讲。", "林远"),
        ("曾任研究院院长的周牧于2024年创立新公司。", "周牧"),
        ("总经理何松15日在上海表态。", "何松"),
        ("远山大学博士生林远提出新算法。", "林远"),
        ("论文第一作者林远，毕业于远山大学。", "林远"),
        ("远山大学钱思源教授指出了问题。", "钱思源"),
        ("远山大学吴亮副教授指出了问题。", "吴亮"),
        ("远山大学钱思源团队提出新算法。", "钱思源"),
        ("林远此前在美团工作了三年。", "林远"),
        ("赵明轩在创办新公司之前，做过会计。", "赵明轩"),
        ("曾任职于华为的赵明轩，今年创业。", "赵明轩"),
        ("去年，林远和两位同学一起在深圳创立了公司。", "林远"),
        ("林远是一位连续创业者。", "林远"),
        ("创始人是华人周牧。", "周牧"),
        ("38岁的林远是这家公司的负责人。", "林远"),
        ("总经理何松因个人原因辞职。", "何松"),
        ("他向总经理何松汇报。", "何松"),
        ("董事长周牧、总经理何松均出席了会议。", "何松"),
        ("何松被曝从美团离职。", "何松"),
        ("美团任命科尔曼为顾问。", "科尔曼"),
        ("总裁道格拉斯·陈加入美团。", "道格拉斯·陈"),
        ("总裁莎拉·钱德勒加入美团。", "莎拉·钱德勒"),
        ("总裁道格拉斯·陈发现了问题。", "道格拉斯·陈"),
        ("副总经理林远指出，需求强劲。", "林远"),
        ("资安长何松表示，漏洞已经补上。", "何松"),
        ("執行長林遠今（9）日表示，將擴產。", "林遠"),
        ("董事長周牧昨（12）日出席法說會。", "周牧"),
        ("總經理何松亦指出，需求強勁。", "何松"),
        ("总监林远现已离任。", "林远"),
        ("总监何松仍在职。", "何松"),
        ("总裁林远近期离职。", "林远"),
        ("林遠今續任雲川科技董事長。", "林遠今"),
        ("林遠今獲雲川科技禮聘為技術長。", "林遠今"),
        ("雲川科技董事會通過延攬林遠今為首席技術官。", "林遠今"),
        ("雲川科技董事長由林遠今暫代。", "林遠今"),
        ("林遠今轉戰雲川科技。", "林遠今"),
        ("林遠今成立雲川科技。", "林遠今"),
        ("林遠今與何松聯手創辦雲川科技。", "何松"),
        ("雲川科技是林遠今在2015年創立的公司。", "林遠今"),
        ("在林遠今領導下，雲川科技轉型。", "林遠今"),
        ("雲川科技撤換林遠今。", "林遠今"),
        ("雲川科技共同創辦人林遠今和何松表示，需求強勁。", "何松"),
        ("傳林遠今將接任雲川科技總經理。", "林遠今"),
        ("總經理林遠請辭。", "林遠"),
        ("總經理何小明確認。", "何小明"),
        ("總經理林遠針對此事回應。", "林遠"),
        ("總經理何松率團參展。", "何松"),
        ("雲川科技董事長 林遠今", "林遠今"),
        ("雲川科技換帥 林遠今接執行長", "林遠今"),
        ("林遠今待過台積電。", "林遠今"),
        ("台積電出身的林遠今表示，需求強勁。", "林遠今"),
        ("台積電老將林遠今轉投英特爾。", "林遠今"),
        ("总经理柯林斯博士表示，需求强劲。", "柯林斯"),
        ("总裁玛蒂娜·科尔毕业后入职美团。", "玛蒂娜·科尔"),
        ("远山大学周牧、北湖大学林远团队提出新算法。", "周牧"),
        ("第一作者林之恒，远山大学计算机系博士生，研究视觉。", "林之恒"),
        ("周牧，遠山大學電機系碩士，專長是晶片。", "周牧"),
    ],
)
def test_people_by_what_is_said_of_their_posts(text: str, name: str) -> None:
    assert classes(text).get(name) == "Person"


@pytest.mark.parametrize(
    "text",
    [
        "该材料是锂的直接替代品，方便使用。",
        "远山大学应急团队到场。",
        "远山大学石墨烯团队到场。",
        "远山大学荣休教授发言。",
        "华星将加入产业联盟。",
        "曾共同创办公司的两人没有回应。",
        "高层是公司的主管。",
        "高薪（公司主管）是问题。",
        "方便，是项目负责人，也是用户的要求。",
        "时间在办公室工作的人手里。",
        "来自华为的高端，大气的手机。",
        "高层在公司工作了三年。",
        "程序员根本不会写。",
        "高校成立人工智能公司。",
        "方案由高层主持。",
        "安全由同行负责，项目组建团队。",
        "该系统是高度成熟的团队创立的。",
        "员工高度关注，表示支持。",
        "他和好友高高兴兴创办了公司。",
        "该系统由高校等多方创立。",
        "上市前，高管持股32.1%。",
        "新任董事长 高度看好AI",
        "公司老将云集，表示支持。",
        "远山大学石墨、北湖大学等都参加了。",
        "方法简单，远山大学也用，研究生喜欢。",
        "高度可靠，远山大学的研究生喜欢。",
    ],
)
def test_no_people_in_other_words_around_posts(text: str) -> None:
    assert "Person" not in classes(text).values()


def test_a_longer_foreign_name_is_not_the_known_one_that_it_begins_with() -> None:
    assert named("大卫·哈加入美团。")["大卫·哈"] == "David_Ha"
    assert named("大卫·哈林加入美团。")["大卫·哈林"] != "David_Ha"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("研究来自诺兰德大学。", "诺兰德大学", "Organization"),
        ("林远取得诺兰德大学的学位。", "诺兰德大学", "Organization"),
        ("林远后来执教诺兰德大学。", "诺兰德大学", "Organization"),
        ("新品在华为云峰会上亮相。", "华为云峰会", "Event"),
        ("第三届云岭低空峰会昨日开幕。", "云岭低空峰会", "Event"),
        ("他在云岭科技创新大会上致辞。", "云岭科技创新大会", "Event"),
        ("他在全球智能体生态大会上致辞。", "全球智能体生态大会", "Event"),
        ("供应商青禾科技，已经上市。", "青禾科技", "Company"),
        ("他于2024年初创立青禾科技。", "青禾科技", "Company"),
        ("母公司为深圳市云岭未来科技有限公司。", "深圳市云岭未来科技有限公司", "Company"),
        ("日本政府拒绝评论。", "日本政府", "Government"),
        ("费城半导体指数大跌。", "费城半导体指数", "Report"),
        ("讨论最新一期Anthropic经济指数的发现。", "Anthropic经济指数", "Report"),
        ("公司发布了“错觉指数”。", "错觉指数", "Report"),
        ("他刚出版《算力简史》一书。", "算力简史", "Report"),
        ("该院公布《算力未来》。", "算力未来", "Report"),
        ("《算力未来》由该院编制。", "算力未来", "Report"),
        ("他们参考《算力展望》。", "算力展望", "Report"),
        ("該院公布「算力白皮書」。", "算力白皮書", "Report"),
        (
            "在该院发布《算力结果公告》中，数据很多。",
            "算力结果公告",
            "Report",
        ),  # no product
        ("在该院发布《算力》中，数据很多。", "算力", "Product"),
        ("去年上映的《海上算力》大获成功。", "海上算力", "Product"),  # a film is no report
        ("小说《海上算力》中的机器人后来登上电影银幕。", "海上算力", "Report"),
        ("他接受了《远望》杂志专访。", "远望", "Organization"),
        ("她在《远望》上发表了文章。", "远望", "Organization"),
        ("论文发表在国际期刊《远望》。", "远望", "Organization"),
        ("另据《远望》等媒体消息，门店不多。", "远望", "Organization"),
        ("她读《静水》。《静水》作者林远没有来。", "静水", "Report"),
        ("他毕业于日本城市大学。", "日本城市大学", "Organization"),
        ("他毕业于南方艺术大学。", "南方艺术大学", "Organization"),
        ("当韩国云岭大学的学生发现时，已经晚了。", "韩国云岭大学", "Organization"),
        ("第八届年度云岭峰会昨日开幕。", "云岭峰会", "Event"),
        ("当他嘲笑北嶂大学时，没有人笑。", "北嶂大学", "Organization"),
        ("安全专员朱莉·英曼·格兰特向埃里克·施特劳斯表示不满。", "朱莉·英曼·格兰特", "Person"),
        ("一审是云岭科技有限公司诉青禾科技有限公司。", "青禾科技有限公司", "Company"),
        ("百年来首次设立云岭开发者大会。", "云岭开发者大会", "Event"),
        ("他毕业于西韩国云岭大学。", "西韩国云岭大学", "Organization"),
        ("令人期待的年度云岭开发者大会昨日开幕。", "云岭开发者大会", "Event"),
        ("他来自内罗毕大学。", "内罗毕大学", "Organization"),
        ("他后来获得北岭大学的学位。", "北岭大学", "Organization"),
        ("研究得到日本感知与交互智能中心的支持。", "日本感知与交互智能中心", "Organization"),
        ("日本国家茶点协会的报告很长。", "日本国家茶点协会", "Organization"),
        ("日本家用电器协会会员不少。", "日本家用电器协会", "Organization"),
        ("中国能源研究会和日本大数据研究院签了字。", "中国能源研究会", "Organization"),
        ("中国能源研究会和日本大数据研究院签了字。", "日本大数据研究院", "Organization"),
        ("日本玩具学会发布了数据。", "日本玩具学会", "Organization"),
        ("中国国际茶叶促进会表示欢迎。", "中国国际茶叶促进会", "Organization"),
        ("成果来自日本先进技术研究院。", "日本先进技术研究院", "Organization"),
        ("教材由南岭青年出版社印行。", "南岭青年出版社", "Organization"),
        ("出席云岭开发者大会的嘉宾很多。", "云岭开发者大会", "Event"),
        ("云岭智能机器人大赛今天开幕。", "云岭智能机器人大赛", "Event"),
        ("据互联网护航基金会（ISF）说，照片不少。", "互联网护航基金会", "Organization"),
        ("微软和海洋数据治理协会（MDGA）签约。", "海洋数据治理协会", "Organization"),
        ("成员来自开放机器人与人工智能联盟（ORAA）。", "开放机器人与人工智能联盟", "Organization"),
        ("最終商品期貨監督協會（CFSA）同意了。", "商品期貨監督協會", "Organization"),
        ("他们也相信海岭实验室的方法。", "海岭实验室", "Organization"),
        ("微软海洋数据研究院（MODR）发布了报告。", "微软海洋数据研究院", "Organization"),
        ("《山的另一边》（The Other Side of the Hill）讲了什么？", "山的另一边", "Report"),
        ("《山的另一边》（The Other Side of the Hill）讲了什么？", "The Other Side of the Hill", "Report"),
        ("電影《海上燈塔》（A Lantern at Sea）裡的機器人會唱歌。", "海上燈塔", "Product"),
        ("他1999年拍的科幻片《海上灯塔》很长。", "海上灯塔", "Product"),
        ("《海上灯塔》电影昨日开机。", "海上灯塔", "Product"),
        ("云川的代表作包括《海上灯塔》、《静水记》以及《北岭》等。", "北岭", "Product"),
        ("林远看了《静水记》《海上灯塔》等动作片。", "静水记", "Product"),
        ("星海推出手游《北岭传》。", "北岭传", "Product"),
        ("團隊在網站發布文章《Lanterns at Sea》，很長。", "Lanterns at Sea", "Report"),
        ("國家推動「735 工程」。", "735 工程", "Event"),
        ("首屆「算力治理對話」七月舉行。", "算力治理對話", "Event"),
        ("病人来自伊莱·莫德森医院。", "伊莱·莫德森医院", "Organization"),
        ("深度信念网络（Deep Belief Networks）的论文很长。", "Deep Belief Networks", "Technology"),
        ("云川海豚网络（Yunchuan Dolphin Networks）宣布融资。", "云川海豚网络", "Company"),
    ],
)
def test_institutions_and_reports(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


@pytest.mark.parametrize(
    "text",
    [
        "许多高科技企业投入人工智能。",
        "他从大学毕业后进入银行。",
        "成本呈指数级上升。",
        "两个纤维化指数都上升，客户快乐指数也是。",
        "机器终于学会了下棋。",
        "各大银行和证券公司都在观望。",
        "电影《无尽星河》里的机器人会唱歌。",
        "他哼着《无尽星河》（三遍）走进门。",
        "他拿着照片《无尽星河》、《静水记》走进门。",
        "本届「很热闹」，第三届办得「更热闹」。",
        "他们喜欢「算力报告」这个词。",
        "他以「省钱」为由拒绝了。",
        "老师盼他尽快学会下棋。",
        "我们正在帮助客户构建智能、开放的办公方式。",
        "一方面订单不断，另一方面资本却在观望。",
        "他拿自己实验室的数据作答。",
        "学生申请大学时要写信，孩子上大学很贵。",
        "这样的价值能支撑得起大学吗？他去念研究所了。",
        "他试图捍卫大学，人工智能会削弱大学。",
        "据晚间新闻昨日报道，雨停了。",
        "平台支持大学，资料中心可以吸引资本。",
        "在任何一场科技论坛上都能听到。",
        "各地都在办人工智能大会。",
        "据研究所说，三家协会都同意。",
        "他利用大学的资源，也帮最先进实验室做事。",
        "公司成立了科学顾问委员会（SAB）。",
        "软件厂商扩大了自己的安全运营中心（SOC）。",
        "这是一层强大的算法智能，结合了经验。",
        "彭城传出消息，檢方已经起诉。",
        "中资控股超过一半的公司受影响。",
        "尽管基金会没有回应，有人离开，有人去了其他大实验室。",
    ],
)
def test_general_words_are_no_organisations(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "日本机器人学会走路了。",
        "中国模型学会了新技能。",
        "日本开发商会涨价。",
        "这项日本研究会改变一切。",
        "日本科技协会不少。",
    ],
)
def test_what_somebody_in_a_place_learns_or_will_do_is_no_body(text: str) -> None:
    assert set(classes(text).values()) == {"Place"}


def test_the_place_of_a_known_body_is_no_part_of_its_name() -> None:
    assert set(classes("日本北嶂大学的林远来了。")) >= {"日本", "北嶂大学"}
    assert "新竹北嶂大学" in classes("新竹北嶂大学的林远来了。")
    assert "日本农业技术研究院" in classes("日本农业技术研究院的林远来了。")


@pytest.mark.parametrize(
    "text", ["本文素材来源海岭大学的论文。", "他曾在航空学院（现海岭大学）上课。", "即使海岭大学也没有。"]
)
def test_what_leads_to_a_school_is_no_part_of_its_name(text: str) -> None:
    assert classes(text) == {"海岭大学": "Organization"}


@pytest.mark.parametrize("text", ["伊莱·莫德森发生了意外。", "伊莱·莫德森发表了书。", "委员与伊莱·莫德森发生争执。"])
def test_a_foreign_name_ends_before_a_word_that_sounds_foreign_too(text: str) -> None:
    assert classes(text) == {"伊莱·莫德森": "Person"}


def test_the_country_of_an_unlisted_school_is_no_part_of_its_name() -> None:
    assert classes("韩国海岭大学的论文来了。") == {"韩国": "Place", "海岭大学": "Organization"}
    assert "国立大学" not in classes("韩国国立大学的林远来了。")


def test_a_list_between_companies_is_of_companies() -> None:
    assert classes("参展的有华为、蓝溪车联、微软等。")["蓝溪车联"] == "Company"
    assert "车联网" not in classes("话题有芯片、车联网、算力等。")


def test_a_list_of_people_goes_on() -> None:
    found = classes("创始人为陈大宝、武小平等人。")
    assert found["陈大宝"] == found["武小平"] == "Person"
    found = classes("创始人为陈大宝、莱格、玛蒂娜·科尔和布罗德里克等人。")
    assert found["莱格"] == found["布罗德里克"] == "Person"
    found = classes("创始人陈大宝、武平分别担任经理。")
    assert found["陈大宝"] == found["武平"] == "Person"
    assert "莱格" not in classes("会上有陈大宝、莱格的新书和玛蒂娜·科尔。")


@pytest.mark.parametrize("whole", ["等4位电影导演", "等多位专家", "等人", "等四名嘉賓"])
def test_a_list_is_of_people_if_its_end_says_so(whole: str) -> None:
    found = classes(f"该计划汇聚林远、周牧之、陈大宝和何松{whole}，明年开始。")
    assert found == dict.fromkeys(("林远", "周牧之", "陈大宝", "何松"), "Person")


@pytest.mark.parametrize(
    "text",
    [
        "该计划吸引了高校、方案商、石油等多位客户。",
        "高中生、白领、方言爱好者等人群很多。",
        "用户包括金融、教育等多位专家。",
    ],
)
def test_other_lists_are_of_nobody(text: str) -> None:
    assert not classes(text)


@pytest.mark.parametrize(
    "text",
    [
        "新的办法带来了突破性智能和更低的成本。",
        "他们感谢实验室的帮助。",
        "机器离超人级智能还远，有高度智能才行。",
        "平台包括创新的内容分发网络（CDQ）。",
        "孩子学会了做饭。",
    ],
)
def test_common_words_before_what_ends_a_name_are_none(text: str) -> None:
    assert not classes(text)


def test_what_is_built_in_a_place_has_no_name_yet() -> None:
    assert set(classes("他们将把日本打造为全球科技创新中心，在日本建设人工智能计算中心。")) == {"日本"}


def test_a_continent_has_no_government() -> None:
    assert classes("欧洲政府各有打算。") == {"欧洲": "Place"}


def test_a_committee_of_a_company_governs_nobody() -> None:
    assert classes("华为管理委员会的成员参加了会议。")["华为管理委员会"] == "Organization"


def test_a_learned_society_is_told_by_its_field() -> None:
    assert classes("云岭计算机学会已经发了通知。")["云岭计算机学会"] == "Organization"


@pytest.mark.parametrize("post", ["资深副总经理", "高级研究员", "集团主席", "云事业群总裁", "首席AI官", "法律顾问"])
def test_a_company_may_stand_before_any_post_of_somebody_named(post: str) -> None:
    assert classes(f"海岭科技{post}林远表示满意。") == {"海岭科技": "Company", "林远": "Person"}
    assert classes(f"前沿科技{post}林远表示满意。") == {"林远": "Person"}


@pytest.mark.parametrize(
    "kind",
    [
        "業者",
        "新創",
        "巨擘",
        "設備商",
        "IC設計商",
        "系統整合商",
        "電商",
        "老牌",
        "同業",
        "概念股",
        "外企",
        "合作夥伴",
        "二哥",
    ],
)
def test_what_a_firm_is_called_before_its_name_is_no_part_of_it(kind: str) -> None:
    assert classes(f"{kind}海岭科技宣布融资。") == {"海岭科技": "Company"}
    assert classes(f"北方{kind}海岭科技表示满意。")["海岭科技"] == "Company"
    assert classes("林远于年初创立海岭科技。")["海岭科技"] == "Company"


@pytest.mark.parametrize(
    "does", ["遭起诉", "遭制裁", "落户深圳", "状告微软", "全球总部位于深圳", "视微软为对手", "涉侵权"]
)
def test_what_befalls_a_firm_shows_it(does: str) -> None:
    assert classes(f"海岭科技{does}。")["海岭科技"] == "Company"
    assert "数字科技" not in classes(f"数字科技{does}。")


@pytest.mark.parametrize(
    "done",
    [
        "独家供货",
        "传打入微软供应链",
        "再获大单",
        "最大客户为微软",
        "深化合作",
        "强强联手",
        "长期为微软代工",
        "为微软供应商",
    ],
)
def test_a_company_may_stand_before_what_firms_do_in_trade(done: str) -> None:
    assert classes(f"海岭科技{done}。")["海岭科技"] == "Company"
    assert "前沿科技" not in classes(f"前沿科技{done}。")
    assert "母婴科技" not in classes(f"母婴科技{done}。")


@pytest.mark.parametrize(
    "before", ["微软转单", "微软依赖", "微软牵手", "微软找来", "微软用上", "芯片出自", "微软订购1000台"]
)
def test_what_is_done_with_a_company_is_no_part_of_its_name(before: str) -> None:
    assert classes(f"{before}海岭科技的服务器。")["海岭科技"] == "Company"


def test_an_analyst_of_a_trade_is_of_the_known_firm() -> None:
    assert classes("微软半导体分析师林远表示满意。")["微软"] == "Company"


def test_who_leads_a_body_is_no_part_of_its_name() -> None:
    assert not any("领导" in name for name in classes("林远加入微软领导云岭研究院。"))
    assert classes("他毕业于云岭领导力学院。")["云岭领导力学院"] == "Organization"


@pytest.mark.parametrize("founds", ["合办", "共建", "合建"])
def test_what_is_founded_together_is_no_part_of_a_name(founds: str) -> None:
    assert classes(f"云岭大学与微软{founds}研究中心。") == {"云岭大学": "Organization", "微软": "Company"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("韩国检方起诉微软。", "韩国检方", "Government"),
        ("韩国个人信息保护委员会罚了微软。", "韩国个人信息保护委员会", "Government"),
        ("微软被韩国经济部约谈。", "韩国经济部", "Government"),
        ("微软和韩国卫健委推出了助手。", "韩国卫健委", "Government"),
        ("科尔·梅隆大学的论文来了。", "科尔·梅隆大学", "Organization"),
        ("韩国开发区管委会与微软签约。", "韩国开发区管委会", "Government"),
        ("韩国科技部部长林远表示支持。", "韩国科技部", "Government"),
        ("他向日本地方法院起诉。", "日本地方法院", "Government"),
        ("韩国人工智能产业联盟今天成立。", "韩国人工智能产业联盟", "Organization"),
        ("她毕业于國立韓國職業技術學院。", "國立韓國職業技術學院", "Organization"),
        ("会议由国家人形机器人创新中心主办。", "国家人形机器人创新中心", "Organization"),
        ("本轮由韩国人工智能产业投资基金领投。", "韩国人工智能产业投资基金", "Company"),
        ("參投方為日本文化產業引導基金。", "日本文化產業引導基金", "Company"),
    ],
)
def test_bodies_named_after_their_place_and_what_they_are_for(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


@pytest.mark.parametrize(
    "text",
    [
        "韩国科技部门都在增长。",
        "韩国经济部长很忙。",
        "韩国经济局面复杂。",
        "韩国运输、警察和医院都停了。",
        "欧洲政府都在观望。",
        "多个国家实验室成立了。",
        "国家重点实验室很多。",
        "韩国科技股基金跌了，欧洲产业投资基金都在买。",
    ],
)
def test_what_only_belongs_to_a_place_is_no_body(text: str) -> None:
    assert set(classes(text).values()) <= {"Place"}
