"""Companies and models that the lexicon does not have, by what stands beside them, with what only looks like one."""

from __future__ import annotations

import pytest

from extract.entities.segmenting import is_worded, stands, worth

from .reading import classes, named, recognise


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云川公司位于杭州，成立于2019年。", "云川"),
        ("初创公司云川宣布完成新一轮融资。", "云川"),
        ("他们投资了初创企业云川科技。", "云川科技"),
        ("近日，云川正式完成新一轮融资。", "云川"),
        ("手机代工巨头维创达即将裁员。", "维创达"),
        ("咨询公司普岚永道估计，市场将翻倍。", "普岚永道"),
        ("网约车平台如岚出行，已经递交招股书。", "如岚出行"),
        ("云岚科技是一家专注于算法的公司。", "云岚科技"),
        ("岚山证券近期出具了一份研究报告。", "岚山证券"),
        ("已知只有锦岚资本投了这家企业。", "锦岚资本"),
        ("一家企业「酷岚机器人」已向有关部门交付产品。", "酷岚机器人"),
        ("这家名为云川的公司刚刚搬到深圳。", "云川"),
        ("云川（Yunchuan）由林远创立。", "云川"),
        ("云川机器人与华为达成合作。", "云川机器人"),
        ("她去年加入云川，负责销售。", "云川"),
        ("公司被贝岚德领投了一轮。", "贝岚德"),
        ("岚锋股价大跌。", "岚锋"),
        ("超岚电脑4月19日宣布，将在月底发布财报。", "超岚电脑"),
        ("去年上市的芯片龙头岚川股份（688888.SH）大涨。", "岚川股份"),
        ("云川与星海智能签署战略合作协议。", "云川"),
        ("去年英伟达收购了芯跃。", "芯跃"),
        ("随后三星领投了贝岚德。", "贝岚德"),
        ("云岚科技昨（9）日公布营收。", "云岚科技"),
        ("云岚科技今早推出新款手机。", "云岚科技"),
        ("云岚科技今宣布裁员。", "云岚科技"),
        ("岚海智能今年第三季推出新款手机。", "岚海智能"),
        ("岚海智能周三（9日）推出新款手机。", "岚海智能"),
        ("云岚科技当地时间周三公布营收。", "云岚科技"),
        ("云岚科技首度推出新款手机。", "云岚科技"),
        ("锦岚资本跟投云岚科技。", "云岚科技"),
        ("锦岚资本不会领投云岚科技。", "云岚科技"),
        ("锦岚资本下注云岚科技。", "云岚科技"),
        ("锦岚资本转投资云岚科技。", "云岚科技"),
        ("锦岚资本重仓云岚科技。", "锦岚资本"),
        ("锦岚资本战略投资云岚科技。", "锦岚资本"),
        ("锦岚资本并购云岚科技。", "云岚科技"),
        ("如果锦岚资本收购云岚科技，市场将生变。", "锦岚资本"),
        ("AI新创云岚科技完成募资。", "云岚科技"),
        ("云岚科技遭收购。", "云岚科技"),
        ("云岚科技募得3亿元。", "云岚科技"),
        ("三星收购云岚科技部分股权。", "云岚科技"),
        ("三星与云岚科技达成协议。", "云岚科技"),
        ("云岚科技获三星投资。", "云岚科技"),
        ("三星曾投资过云岚科技。", "云岚科技"),
        ("三星股东新增云岚科技。", "云岚科技"),
        ("投资方不乏云岚科技等机构。", "云岚科技"),
        ("云岚科技赴港上市。", "云岚科技"),
        ("该项目由岚川软件开发。", "岚川软件"),
        ("客户包括岚川电子、华为。", "岚川电子"),
        ("新产线由岚川生技负责。", "岚川生技"),
        ("韩国岚川通信入选了名单。", "岚川通信"),
        ("她离开岚川医疗，回到学校。", "岚川医疗"),
        ("岚川教育目前有两千名员工。", "岚川教育"),
        ("根据岚川咨询的数据，市场翻倍。", "岚川咨询"),
        ("“岚川机器人”完成融资。", "岚川机器人"),
        ("机器人公司“远岚”近日完成亿元融资。", "远岚"),
        ("算力公司“星脉智算”8月5日宣布完成近亿元天使轮融资。", "星脉智算"),
        ("世界模型公司“智在无界”获投。", "智在无界"),
        ("AI新創岚川科技完成募資。", "岚川科技"),
        ("晶片商岚川电子今年营收大增。", "岚川电子"),
        ("去年微软收购了零售商岚川科技。", "岚川科技"),
        ("软体業者云岚表示，需求强劲。", "云岚"),
        ("竞争对手岚川科技也在开发。", "岚川科技"),
        ("大股东岚川集团表示，不会减持。", "岚川集团"),
    ],
)
def test_companies_beside_words_that_tell_of_them(text: str, name: str) -> None:
    assert classes(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "该公司周一表示，业绩符合预期。",
        "科技公司有望成为赢家。",
        "国内厂商纷纷推出新产品。",
        "这家公司正式完成新一轮融资。",
        "与此同时，董事长宣布辞职。",
        "榜上最近添了几款是中国企业开发的。",
        "产品在机构投资者中很受欢迎。",
        "双方通力合作，完成了测试。",
        "多家企业逆势上涨。",
        "沿海小镇资本出手的次数屈指可数。",
        "林远发布了一段视频。",
        "斯塔默获得了议会的支持。",
        "一位名为格鲁特的角色登场。",
        "幻觉（Hallucination）是指模型编造内容。",
        "人工智能公司越来越多。",
        "顾客急于与公司“割席断交”：他们不满。",
        "公司“出海”战略已经完成，公司“绿色计算”近日上线。",
        "由割草机器人负责修剪。",
        "工厂使用岚形机器人。",
        "他们开发岚动游戏和应用。",
        "国有电信、公用事业都在投资。",
        "多间传媒报道了此事。",
        "他重新创业，公司很小。",
        "芯片原订今年推出，原拟明年量产。",
        "内布拉斯加健康中心很大。",
    ],
)
def test_what_only_looks_like_a_company(text: str) -> None:
    assert "Company" not in classes(text).values()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("英伟达投资了云川、远岚和星渊三家公司。", {"云川", "远岚", "星渊"}),
        ("小云智行、微软和文远岚行。", {"小云智行", "文远岚行"}),
        ("市场由英伟达和芯跃主导。", {"芯跃"}),
        ("英伟达、西岚电气等企业参与。", {"西岚电气"}),
    ],
)
def test_members_of_lists_of_companies(text: str, names: set[str]) -> None:
    assert names <= classes(text).keys()


@pytest.mark.parametrize(
    "text",
    [
        "英伟达、管理能力和福利待遇都很重要。",
        "英伟达和投资者都很满意。",
        "他谈到微软、数学和物理。",
        "合作方还有必和必岚、微软等公司。",
        "英伟达、知情人士、微软等公司参加了会议。",
    ],
)
def test_other_members_of_lists(text: str) -> None:
    assert classes(text).keys() <= {"英伟达", "微软", "必和必岚"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("该校研发的远岚大模型登上榜首。", "远岚大模型"), ("云川推出的大模型“远岚”已经上线。", "远岚")],
)
def test_models_called_so(text: str, name: str) -> None:
    assert classes(text)[name] == "Model"


@pytest.mark.parametrize(
    "text", ["各家的政务大模型纷纷落地。", "和云侧大模型相比，它更快。", "大模型“落地难”的问题仍在。"]
)
def test_kinds_of_models(text: str) -> None:
    assert "Model" not in classes(text).values()


def test_what_begins_a_clause_hides_no_company_before_it() -> None:
    assert set(named("英伟达发布了财报。云川公司位于杭州。")) == {"英伟达", "云川"}


def test_a_short_name_found_once_is_found_elsewhere_but_not_within_words() -> None:
    found = named("岚元公司位于杭州。后来岚元搬走了。")
    assert found == {"岚元": found["岚元"]}
    assert stands("后来元象搬走了", 2, 4)
    assert not stands("这是多元象征", 3, 5)


def test_a_name_costs_less_than_its_characters_as_words() -> None:
    assert worth("普岚永道") > 0 > worth("研究人员")
    assert is_worded("城市交通")
    assert not is_worded("云川")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云岭科技第一季度营收9亿元。", "云岭科技"),
        ("云岭科技去年收入3亿元，亏损1亿元。", "云岭科技"),
        ("云岭科技计划明年推出新品。", "云岭科技"),
        ("云岭科技经调整净利润5亿元。", "云岭科技"),
        ("云岭科技净赚5亿元。", "云岭科技"),
        ("云岭科技公布业绩。", "云岭科技"),
        ("星海智能和云岭科技以12%排名第二。", "云岭科技"),
        ("雲嶺科技ADR跌2%。", "雲嶺科技"),
        ("云岭科技以3亿元收购星岚机器人。", "云岭科技"),
        ("当局将云岭科技列入名单。", "云岭科技"),
        ("云岭科技被控侵权，被当局列入名单。", "云岭科技"),
        ("三星持有云岭科技15%的股份。", "云岭科技"),
        ("云岭科技涨超5%。", "云岭科技"),
        ("云岭科技原CTO林远已离开公司。", "云岭科技"),
        ("市场份额最高的云岭科技以侵权为由起诉星桥智能。", "星桥智能"),
        ("如今云岭科技的估值已升至50亿元。", "云岭科技"),
        ("林远离职后加盟星澜智能担任顾问。", "星澜智能"),
        ("散熱廠鴻曜電子宣布與輝達合作。", "鴻曜電子"),
        ("台廠瑞澤科技獲輝達訂單。", "瑞澤科技"),
        ("港商雲嶺控股收購鴻曜電子。", "雲嶺控股"),
        ("微軟夥拍雲嶺科技推出伺服器。", "雲嶺科技"),
        ("微軟制裁雲嶺科技。", "雲嶺科技"),
        ("華為、Zentavia和雲嶺科技分別佔三成。", "雲嶺科技"),
        ("鴻曜電子供應輝達電源。", "鴻曜電子"),
        ("鴻曜投控子公司瑞澤科技與輝達合作。", "鴻曜投控"),
        ("鴻曜電子（6999）今日宣布與輝達合作。", "鴻曜電子"),
        ("英特尔Kirin芯片由三星代工。", "三星"),
        ("这批芯片由华为、三星代工，明年量产。", "三星"),
        ("三星代工与微软签约。", "三星代工"),
        ("百度投资了云川。Zentavia大中华区总裁林远出席。", "Zentavia"),
        ("雲嶺科技祭出三款新機。", "雲嶺科技"),
        ("云岭科技重磅推出两款新品。", "云岭科技"),
        ("云岭科技一口气发表三款新品。", "云岭科技"),
        ("Zentavia预测明年营收20亿美元。", "Zentavia"),
        ("Zentavia 2024年营收5亿美元。", "Zentavia"),
        ("Zentavia 3月宣布完成2亿美元融资。", "Zentavia"),
        ("原云岭科技CEO林远离任。", "云岭科技"),
        ("原力科技CEO林远离任。", "原力科技"),
        ("瑞澤科技聘任原雲嶺科技副總裁林遠為技術長。", "雲嶺科技"),
        ("林遠獲聘雲嶺科技董事長。", "雲嶺科技"),
        ("林遠接掌雲嶺科技。", "雲嶺科技"),
        ("林遠10日請辭雲嶺科技董事長一職。", "雲嶺科技"),
        ("出身雲嶺科技的林遠表示，需求強勁。", "雲嶺科技"),
        ("左起為雲嶺科技董事長林遠、總經理何松。", "雲嶺科技"),
        ("雲嶺科技禮聘林遠為技術長。", "雲嶺科技"),
        ("雲嶺科技高層異動，林遠升任執行長。", "雲嶺科技"),
        ("雲嶺科技新任執行長林遠表示，需求強勁。", "雲嶺科技"),
        ("林遠從雲嶺科技跳槽。", "雲嶺科技"),
        ("雲嶺科技找來林遠擔任執行長。", "雲嶺科技"),
        ("對話雲嶺科技CEO林遠", "雲嶺科技"),
    ],
)
def test_companies_without_what_stands_beside_them(text: str, name: str) -> None:
    assert classes(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "数字科技计划明年落地。",
        "数字科技展示未来。",
        "绿色科技第一季度收入增长。",
        "足够智能以应对问题。",
        "鴻曜宣布策略聯盟。",
        "10日任命林遠今出任技術長。",
    ],
)
def test_what_companies_do_others_do_too(text: str) -> None:
    assert not {"Company", "Organization"} & set(classes(text).values())


def test_what_is_counted_before_a_known_company_is_no_part_of_it() -> None:
    assert "三台华为云" not in classes("仓库里有三台华为云的服务器。")
    assert "上一季度好未来集团" not in classes("上一季度好未来集团的收入增长。")


def test_the_code_of_a_share_names_nothing() -> None:
    assert set(classes("华为（HWEI.US）涨2.1%，微软（MSFT.O）涨0.8%，云岭科技（00099.HK）持平。")) == {
        *("华为", "微软", "云岭科技"),
    }


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("华为发布“沧浪”大模型。", "沧浪", "Model"),
        ("华为发布“沧浪大模型”。", "沧浪大模型", "Model"),
        ("华为推出模型“墨染”。", "墨染", "Model"),
        ("华为发布新一代大语言模型“沧浪2.0”。", "沧浪2.0", "Model"),
        ("华为开源沧浪-70B。", "沧浪-70B", "Model"),
        ("华为推出AI助手“小槎”，用户突破500万。", "小槎", "Product"),
        ("华为发布首款人形机器人“墨甲”。", "墨甲", "Product"),
        ("华为推出AI芯片“玄石一号”。", "玄石一号", "Chip"),
        ("Zentavia旗下的星语App用户超300万。", "星语", "Product"),
        ("Orvex是Zentavia推出的AI助手。", "Orvex", "Product"),
        ("Halmor是一款由Zentavia开发的开源大模型。", "Halmor", "Model"),
        ("Zentavia推出的ZX-9晶片很快。", "ZX-9", "Chip"),
        ("林远创办非营利组织Lumora。", "Lumora", "Organization"),
    ],
)
def test_what_is_launched_by_its_name(text: str, name: str, type_: str) -> None:
    assert classes(text).get(name) == type_


@pytest.mark.parametrize(
    "text",
    [
        "华为推出AI助手“智能客服”。",
        "华为认为“通用”大模型更难。",
        "华为推出的系统“不可能出错”。",
        "华为上线手机App。",
        "他说的“服务”机器人。",
    ],
)
def test_what_is_launched_may_be_quoted_for_what_it_does(text: str) -> None:
    assert set(classes(text)) <= {"华为"}


def test_what_stands_right_behind_a_company_is_its_own() -> None:
    assert classes("工程师林远参与了华为Lumora的研发。").get("Lumora") == "Product"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("云川科技发布大模型海豚3，参数达700亿。", "海豚3", "Model"),
        ("云川科技的海豚Code模型更快。", "海豚Code", "Model"),
        ("雲川科技推出名為雲雀2.0的模型。", "雲雀2.0", "Model"),
        ("云川科技推出名为远鹭的大模型。", "远鹭", "Model"),
        ("GPT-4、海豚3和Claude都支持。", "海豚3", "Model"),
        ("海豚3是云川科技推出的大语言模型。", "海豚3", "Model"),
        ("云川科技发布AI芯片玄川910。", "玄川910", "Chip"),
        ("雲川科技自研的玄川910晶片已經量產。", "玄川910", "Chip"),
        ("云川科技推出玄川910，这是其最新的AI芯片。", "玄川910", "Chip"),
        ("云川科技推出AI助手小槎，用户超过百万。", "小槎", "Product"),
        ("云川科技发布人形机器人玄岳，身高1.7米。", "玄岳", "Product"),
        ("云川科技的人形机器人远山一号亮相。", "远山一号", "Product"),
        ("云川AI宣布完成A轮融资。", "云川AI", "Company"),
        ("云川科技集团股价上涨5%。", "云川科技集团", "Company"),
    ],
)
def test_a_chinese_name_with_a_code_or_behind_its_kind(text: str, name: str, type_: str) -> None:
    assert classes(text).get(name) == type_


@pytest.mark.parametrize(
    "text",
    [
        "该模型扩展到13B参数。",
        "这款芯片采用5nm工艺。",
        "大模型推理16卡服务器很贵。",
        "在大模型上折戟的公司很多。",
        "他用机器人技术00开头的编号。",
        "名为人工智能的课程很多。",
        "开源AI模型很多，广邀AI社区参加。",
        "助理林远说，模型相差约30倍。",
    ],
)
def test_what_stands_beside_a_kind_and_a_number_is_seldom_a_name(text: str) -> None:
    assert set(classes(text)) <= {"林远"}


def test_a_thing_with_a_code_is_the_same_wherever_it_stands() -> None:
    assert [m.text for m in recognise("云川科技发布芯片玄川910。玄川910很快。")[0]].count("玄川910") == 2


def test_a_word_is_a_name_where_what_stands_beside_it_says_so() -> None:
    assert named("华为宣布收购远程协作公司Beacon。").get("Beacon") == "Beacon"
    assert "Beacon" not in named("华为在海上用Beacon导航。")


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("由中国弘芯投资、云川科技共同投资。", "中国弘芯投资", "Company"),
        ("投资方为中国城投集团下属基金。", "中国城投集团", "Company"),
        ("华为在HalmorCon上发布新品。", "HalmorCon", "Event"),
        ("年度活动Halmor将在中国举行。", "Halmor", "Event"),
        ("华为举办「云川晚宴」。", "云川晚宴", "Event"),
        ("记者与Halmor Orvex进行了交谈。", "Halmor Orvex", "Person"),
        ("来自名为“云上之川”的匿名团体。", "云上之川", "Organization"),
        ("超级计算机Halmor很快。", "Halmor", "Chip"),
        ("他们推出的Halmor LLM很快。", "Halmor", "Model"),
        ("halmor.ai，专注于手术机器人，今天融资。", "halmor.ai", "Company"),
        ("halmor.io的创始人林远很忙。", "halmor.io", "Company"),
    ],
)
def test_what_is_said_beside_a_name_tells_its_class(text: str, name: str, type_: str) -> None:
    assert classes(text).get(name) == type_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("华为在中国进行投资，云川科技也在。", "中国进行投资"),
        ("华为进行名为“云上之川”的演讲。", "云上之川"),
        ("他在一个名为“云上之川”的群里。", "云上之川"),
        ("他指向一块Halmor标识。", ""),
        ("请访问halmor.ai，总部位于中国。", "halmor.ai"),
        ("他用halmor.ai画画。", "halmor.ai"),
        ("更多信息见halmor.ai/docs。", "halmor.ai"),
    ],
)
def test_what_is_said_beside_words_makes_no_name_of_them(text: str, name: str) -> None:
    found = classes(text)
    assert name not in found
    assert "Chip" not in found.values()


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("潮汐云宣布裁员。", "潮汐云", "Company"),
        ("开发者在潮汐云上训练模型。", "潮汐云", "Product"),
        ("潮汐云是一款绘图工具。", "潮汐云", "Product"),
        ("潮汐云是一款绘图工具。潮汐云的估值翻倍。", "潮汐云", "Company"),
        ("潮汐云上线了，潮汐云上市了。", "潮汐云", "Company"),
        ("他用潮汐图画画。", "潮汐图", "Product"),
        ("潮汐图宣布裁员。", "潮汐图", "Company"),
        ("他用潮汐图画画，也教潮汐图课，潮汐图很忙。潮汐图宣布裁员。", "潮汐图", "Product"),
    ],
)
def test_what_is_a_firm_and_its_product_is_what_the_article_speaks_of(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


def test_a_part_of_a_company_that_manages_assets_is_a_firm_of_its_own() -> None:
    assert classes("三星资产管理领投。") == {"三星资产管理": "Company"}
    assert classes("三星资产管理的规模很大。") == {"三星": "Company"}


def test_whom_an_office_deals_with_is_no_office_but_what_it_stands_in_a_list_with_may_be() -> None:
    assert classes("日本政府与Halmor、Veskora签约。") == {
        "日本政府": "Government",
        "Halmor": "Company",
        "Veskora": "Company",
    }
    assert classes("日本政府和MQX都反对。")["MQX"] == "Government"


def test_a_verb_of_two_characters_is_within_no_name_of_a_firm() -> None:
    assert classes("市委书记孟凡利调研星海科技。") == {"孟凡利": "Person", "星海科技": "Company"}


def test_a_firm_is_found_behind_the_word_for_its_former_name() -> None:
    assert "名云川" not in classes("星海公司，原名云川公司。")


def test_a_latin_name_of_a_fund_ends_with_its_kind() -> None:
    assert classes("投资者包括Actual VC和Halmor Ventures。")["Actual VC"] == "Company"
    assert not classes("早期VC很多，VC和基金都在观望。")


def test_an_office_is_one_whosever_it_is() -> None:
    assert (
        classes("华为援引国防部的数据，并向財政部申请补贴。").items()
        >= {"国防部": "Government", "財政部": "Government"}.items()
    )
    assert set(classes("华为的能源部门和财政部长都来了，英国防部与国会山也是。").values()) == {"Company"}
