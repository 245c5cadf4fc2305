from __future__ import annotations

import pytest

from extract.entities import Recogniser
from extract.entities.latin_words import kind
from extract.model import Document, Encoding
from ontology.lexicon import Entry, Lexicon

from .reading import as_clean, classes, named, recognise


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("DeepMind", "strong"),
        ("H100", "strong"),
        ("Cognition", "name"),
        ("Learning", "common"),
        ("KAUST", "acronym"),
        ("CEO", "generic"),
        ("LLMs", "generic"),
        ("3.5", "number"),
        ("72B", "version"),
        ("of", "small"),
        ("CTOs", "generic"),
        ("QRNs", "acronym"),
        ("Top30", "number"),
        ("learning", "lower"),
        ("nn.linear", "broken"),
        ("my_model", "broken"),
    ],
)
def test_kind_of_a_word(token: str, expected: str) -> None:
    assert kind(token) == expected


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("初创公司Zentavia完成了融资。", "Zentavia", "Company"),
        ("领投方为Northlake Ventures和个人投资者。", "Northlake Ventures", "Company"),
        ("研究来自University of Norland的团队。", "University of Norland", "Organization"),
        ("团队发布了MiniFoo-V 2.6模型。", "MiniFoo-V 2.6", "Model"),
        ("新版Qwen2.5-72B-Instruct已经开源。", "Qwen2.5-72B-Instruct", "Model"),
        ("他们买了一万块K770芯片。", "K770", "Chip"),
        ("新款K770采用5nm制程。", "K770", "Chip"),
        ("K770今天上市。K770的车长五米，K770的座位有七个。", "K770", "Product"),
        ("Veskora，领先的仓储方案提供商，今天宣布开设工厂。Veskora平台好用，Veskora工具也是。", "Veskora", "Company"),
        ("她曾在VeskoTouch工作。", "VeskoTouch", "Company"),
        ("导演Oluchi Branten没有来。", "Oluchi Branten", "Person"),
        ("2017年Vaskerin等人发表了论文。", "Vaskerin", "Person"),
        ("他用Halmora编程语言写了三年。", "Halmora", "Technology"),
        ("Anthropic的Oluchi Branten和Gregory Fielding仍有热情。", "Oluchi Branten", "Person"),
        ("Anthropic的Veskor Halman和Gregory Fielding仍有热情。Halman强调，支出不变。", "Veskor Halman", "Person"),
        ("VeskoTouch黑客组织索要赎金。", "VeskoTouch", "Organization"),
        ("他们与VeskoTouch的合作已有三年。", "VeskoTouch", "Company"),
        ("在由穆林上将（Admiral Gregory Fielding）主导的会议上，没有人反对。", "Gregory Fielding", "Person"),
        ("他们用行为分析（Gestalt Matching Scheme）来防御。", "Gestalt Matching Scheme", "Technology"),
        ("首席执行官Gregory Fielding表示满意。", "Gregory Fielding", "Person"),
        ("首席执行官Max Fielding表示满意。", "Max Fielding", "Person"),
        ("杂志编辑Yurin V. Halmor则表示很好。", "Yurin V. Halmor", "Person"),
        ("《科学》资深撰稿人Yurin V. Halmor则很高兴。", "Yurin V. Halmor", "Person"),
        ("Halmor6CEO Gregory Fielding表示满意。", "Halmor6", "Company"),
        ("由微软的Research Lead Vesko深入剖析。Vesko表示满意。", "Vesko", "Person"),
        ("公司成立于北方，Halmor Wellness Inc.很忙。", "Halmor Wellness", "Company"),
        ("Halmor Wellness，LLC很忙。", "Halmor Wellness", "Company"),
        ("总裁D K Fielding（右）表示满意。", "D K Fielding", "Person"),
        ("主席H.H. Maarten bin Wilt Al Halmor表示满意。", "Maarten bin Wilt Al Halmor", "Person"),
        ("主席H.H. Sheikh Maarten bin Wilt表示满意。", "Sheikh Maarten bin Wilt", "Person"),
        ("老工程师Gregory “GF” Fielding也来了。", "Gregory “GF” Fielding", "Person"),
        ("物理学家Halmor Quill写了这封信。", "Halmor Quill", "Person"),
        ("歌手Halmor Quill写了这封信。", "Halmor Quill", "Person"),
        ("合伙人Quill Capital没有来。", "Quill Capital", "Company"),
        ("Oluchi Branten即刻担任首席技术官。", "Oluchi Branten", "Person"),
        ("Oluchi Branten被任命为首席技术官。", "Oluchi Branten", "Person"),
        ("Veskora发布了Veskora One。Veskora的客户很满意。", "Veskora One", "Product"),
        ("The Gazetteer报道了此事。", "The Gazetteer", "Organization"),
        ("Maarten de Wilt写了这封信。", "Maarten de Wilt", "Person"),
        ("他和女儿Joanna都到场。", "Joanna", "Person"),
        ("医院上线了电子处方簿（EPL）。护士们打开EPL系统查看。", "EPL", "Technology"),
        ("Norlight Robotics Awards的颁奖礼已经结束。", "Norlight Robotics Awards", "Event"),
        ("Japan Riverway的门店都用了新系统。", "Japan Riverway", "Company"),
        ("店里卖Halmor和Intel的耳机，Halmor SoundField最贵。", "Halmor SoundField", "Product"),
        ("她所著的「Quiet Machines」一书卖得很好。", "Quiet Machines", "Report"),
        ("Zentavia，一家做传感器的企业，在北方有工厂。", "Zentavia", "Company"),
        ("Zentavia今天说明了新的计划。", "Zentavia", "Company"),
        ("OpenHalmor很高兴地宣布新的计划。", "OpenHalmor", "Company"),
        ("平台叫Transformer Studio，已经开放。", "Transformer Studio", "Product"),
        ("Anthropic Alex Modson等人写了论文。", "Alex Modson", "Person"),
        ("Anthropic Alex Ventures领投。", "Anthropic Alex Ventures", "Company"),
        ("新产品叫Huawei Lantern Studio，已经开放。", "Huawei Lantern Studio", "Product"),
        ("公司改名为Claude Capital，领投了一轮。", "Claude Capital", "Company"),
        ("用Claude Lab做实验。", "Claude", "Model"),
        ("作者是Joanna Modson and Alex Branten。", "Joanna Modson", "Person"),
        ("Maarten bin Wilt Al Halmor来访。", "Maarten bin Wilt Al Halmor", "Person"),
        ("创始人Maarten van den Wilt离职。", "Maarten van den Wilt", "Person"),
        ("他们用上了Zentavia平台和Zentavia工具。Zentavia的首席执行官没有回应。", "Zentavia", "Company"),
        ("他们用上了Zentavia平台和Zentavia工具。Zentavia的首席设计师没有回应。", "Zentavia", "Company"),
        ("他们用上了Zentavia平台和Zentavia工具。Zentavia的首席没有回应。", "Zentavia", "Product"),
        ("Zentavia，传感器公司，在北方有工厂。", "Zentavia", "Company"),
        ("“很好，”Oluchi Branten，Zentavia的联合创始人兼首席执行官表示。", "Oluchi Branten", "Person"),
        ("我与Oluchi Branten（苹果的研究主管）一起去了。", "Oluchi Branten", "Person"),
        ("Harlow & Penrose担任苹果的法律顾问。", "Harlow & Penrose", "Company"),
        ("他是Zentavia的高级数据经理。", "Zentavia", "Company"),
        ("她此前担任Zentavia的顾问。", "Zentavia", "Company"),
        ("报表来自Zentavia（纳斯达克：ZNTV）。", "Zentavia", "Company"),
        ("旺季到了，Zentavia, Inc.的门店很忙。", "Zentavia", "Company"),
        ("Zentavia团队已经到场。", "Zentavia", "Company"),
        ("他们都在Norland Tech Week上演讲。", "Norland Tech Week", "Event"),
        ("数据存放在Veskora Cloud上。Veskora的客户很满意。", "Veskora Cloud", "Product"),
        ("研究在Norland Vision Lab完成。", "Norland Vision Lab", "Organization"),
        ("《静水》（Halmor Novel）很好看。", "Halmor Novel", "Report"),
        ("渔业署（HalMor）没有回答。", "HalMor", "Government"),
        ("这次节目的主持人Halmor Quill很风趣。", "Halmor Quill", "Person"),
        ("来的人里有Bettina Quill。", "Bettina Quill", "Person"),
        ("Halmor2 Update的价格不变。", "Halmor2 Update", "Product"),
        ("数据架构师Halmor Ozarin没有回答。", "Halmor Ozarin", "Person"),
        ("Zentavia架构师没有回答。", "Zentavia", "Company"),
        ("Halmor Ozarin是北湖学院的法律讲师。", "Halmor Ozarin", "Person"),
        ("到场的有Kwon Noh-seok。", "Kwon Noh-seok", "Person"),
        ("Zentavia的开放平台Halmor很好用。", "Halmor", "Product"),
        ("她推荐排班解决方案Halmor Quill。", "Halmor Quill", "Product"),
        ("他们提出了QT-Claude-S，效果不错。", "QT-Claude-S", "Model"),
        ("他们把数据交给互操作性工具集Halmor。", "Halmor", "Product"),
        ("她把片段放进Halmor Studio里。", "Halmor Studio", "Product"),
        ("他们靠Halmor Distillation压缩模型。", "Halmor Distillation", "Technology"),
        ("新模型在HalmorBench上得分最高。", "HalmorBench", "Report"),
        ("新模型在Halmor基准上得分最高。", "Halmor", "Report"),
        ("新模型在数学测试集Halmor上得分最高。", "Halmor", "Report"),
        ("他们用Halmor库处理图像。", "Halmor", "Product"),
        ("这就是附带复杂度（Halmor Quine）。", "Halmor Quine", "Technology"),
        ("买家是这家公司（Halmor Quine）。", "Halmor Quine", "Company"),
        ("他爱读哈默·奎因（Halmor Quine）的书。", "Halmor Quine", "Person"),
        ("他们买下一批Halmor CPU。", "Halmor", "Chip"),
        ("Halmor平台上线了。医生常用Halmor Quill Connect。", "Halmor Quill Connect", "Product"),
        ("她说一种名为Halmor的新架构更快。", "Halmor", "Technology"),
        ("她说一款名为“Halmor”（海默）的推理芯片更快。", "Halmor", "Chip"),
        ("他开放了一个名为Halmor的创新数据集。", "Halmor", "Report"),
        ("一位名叫Halmor的科技公司CEO认为不妥。", "Halmor", "Company"),
        ("他们得了三项Halmor奖。", "Halmor", "Event"),
        ("他们得了Halmor®科技奖。", "Halmor", "Event"),
        ("他们拿到Halmor奖学金。", "Halmor", "Company"),
        ("Halmor系列键盘卖得很好。", "Halmor", "Product"),
        ("Halmor系列融资已经结束。", "Halmor", "Company"),
        ("Halmor是一款写作软件。", "Halmor", "Product"),
        ("网友Halmor问得好。", "Halmor", "Person"),
        ("后来Halmor等人写了论文。", "Halmor", "Person"),
        ("后来Halmor等人工智能公司来了。", "Halmor", "Company"),
        ("独立乐队Halmor唱了三首歌。", "Halmor", "Organization"),
        ("展会在里兰州Halmor举行。", "Halmor", "Place"),
        ("展会在广州Halmor举行。", "Halmor", "Company"),
        ("他们提出了方法LM-Halmor。", "LM-Halmor", "Technology"),
        ("车队换上了Halmor-Systems的轮胎。", "Halmor-Systems", "Company"),
        ("车队换上了Halmor-Quine的轮胎。", "Halmor-Quine", "Technology"),
        ("论文是Wenyuan Liao写的。", "Wenyuan Liao", "Person"),
        ("论文是Liao Wenyuan写的。", "Liao Wenyuan", "Person"),
        ("论文是Wenyuan Halmor写的。", "Wenyuan Halmor", "Company"),
        ("他们买下透明数据加密（TDQ）。TDQ公司很忙。", "TDQ", "Technology"),
        ("他们买下感知交互中心（PCQ）。PCQ公司很忙。", "PCQ", "Company"),
        ("她宣布了公司Halmor平台的增长。", "Halmor", "Product"),
        ("她来自初创公司Halmor。", "Halmor", "Company"),
        ("Halmor Lantern的Oluchi Branten到场。", "Halmor Lantern", "Company"),
        ("新模型在Object HalmorBench上得分最高。", "Object HalmorBench", "Report"),
        ("Halmor Japan今日发布新产品。", "Halmor Japan", "Company"),
        ("Halmor Space表示，需求强劲。", "Halmor Space", "Company"),
        ("Halmor Brelix表示，需求强劲。", "Halmor Brelix", "Person"),
        ("HalmorAI指出，需求强劲。", "HalmorAI", "Company"),
        ("21Halmor的股东同意了。", "21Halmor", "Company"),
        ("HalmorTech近日宣布完成新一轮融资。", "HalmorTech", "Company"),
        ("HalmorTech目前有200名员工。", "HalmorTech", "Company"),
        ("HalmorTech将与微软合作。", "HalmorTech", "Company"),
        ("Halmor Co., Ltd.近日推迟了发射。", "Halmor", "Company"),
        ("Halmor Photonics今日发射卫星。", "Halmor Photonics", "Company"),
        ("Mark Japan今日发布新产品。", "Japan", "Place"),
        ("作者Rich Halmor曾经提到此事。", "Rich Halmor", "Person"),
        ("用户可以在HalmorApp里与朋友聊天。", "HalmorApp", "Product"),
        ("他们推出了Halmor 3 Pro手机。", "Halmor 3 Pro", "Product"),
        ("搭载Halmor Ultra 3芯片的服务器。", "Halmor Ultra 3", "Chip"),
        ("操作系统Halmor今天发布。", "Halmor", "Product"),
        ("Halmor今天宣布涨价。", "Halmor", "Company"),
        ("Halmor 3的参数量为70B。", "Halmor 3", "Model"),
        ("与此同时，HalmorLM更便宜。", "HalmorLM", "Model"),
        ("Halmor支持128K上下文。", "Halmor", "Model"),
        ("他们训练了Halmor，花了三天。", "Halmor", "Model"),
        ("她曾在Halmor担任销售副总裁。", "Halmor", "Company"),
        ("国会通过HLMRX法案，砸下数百亿美元。", "HLMRX", "Report"),
        ("他太太Halmora的专长是儿科。", "Halmora", "Person"),
        ("他主导Brelix Project，成员很多。", "Brelix Project", "Product"),
        ("团队改用Brelix-Driven Development，速度更快。", "Brelix-Driven Development", "Technology"),
        ("在北岭，Halmor担任首席财务官。", "Halmor", "Person"),
        ("公司任命T.R. Halmor为首席营收官。", "T.R. Halmor", "Person"),
        ("微软的Veskor Halmor说，需求强劲。", "Veskor Halmor", "Person"),
        ("在微软的Halmor领导下，团队转型。", "Halmor", "Person"),
        ("团队推出了HalmCBench，用来评估模型。", "HalmCBench", "Report"),
        ("新模型在HALM-Perturb上的得分不高。", "HALM-Perturb", "Report"),
        ("它采用了Halmor池化，速度更快。", "Halmor", "Technology"),
        ("他们采用Halmor-Augmented Generation，效果更好。", "Halmor-Augmented Generation", "Technology"),
    ],
)
def test_unknown_names_by_shape_and_context(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


@pytest.mark.parametrize(
    "text",
    [
        "她的头衔是Chief Research Officer。",
        "CEO和CTO都用AI工具，API成本下降。",
        "模型基于Deep Learning训练。",
        "芯片采用4nm工艺，功耗700W，内存80GB。",
        "we train the model with more data and see how it works",
        "代码里写着 my_model.fit(x) 和 nn.linear 两行。",
        "第2季度同比增长30%。",
        "全球TOP30的CTOs都来了，QRNs不多，Sir也在。",
        "新款® Corporation今天上市。",
        "医生在手术室（ORR）里用平台。",
        "题图上写着Small Teams Building Careful Machines Together Again。",
        "Introduction表示，1H25的股价上涨。",
        "由Version 2负责，采用Type-C接口。",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "他看两个特质：Halmorix（尖峰）和韧性。",
        "经济学有一条Halmor定律。",
        "他们用Halmor函数作近似。",
        "杂质有Si、Zn等。",
        "新的AI Agentic平台很快，AI Infra平台也是。",
        "她哼着《Halmor Quill》走进门。",
        "这是Halmoring收入来源。",
        "用HD-DC电感稳住电压。",
        "先部署（Deploying）再说。",
        "T.R没有回答。",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    assert classes(text) == {}


def test_who_is_glossed_by_sound_or_spoken_of_outside_a_title_is_somebody() -> None:
    assert classes("Halmor（哈尔默）在北方有工厂。")["Halmor"] == "Company"
    assert classes("她哼着《Halmor》走进门。Halmor在北方有工厂。")["Halmor"] == "Company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("隔壁的ZKMW770高速公路堵车。", "ZKMW770"),
        ("这就是所谓「Halmor」时刻。", "Halmor"),
        ("见Halmor, J. (2010)。", "Halmor"),
        ("位于残基K770的位点有四个。", "K770"),
        ("公司在展位K77展示。他们买了芯片。", "K77"),
        ("合同ZKM15SC03B已经签了。", "ZKM15SC03B"),
        ("会议于December 11-13举行。", "December 11-13"),
        ("我们在Part 2.1里讨论。", "Part 2.1"),
        ("会议在麦山展馆（Halmor Place）举行。", "Halmor Place"),
        ("问题在于“Halmor Quine”怎样收场。", "Halmor Quine"),
        ("指标有Context Utilization和另外两个。", "Context Utilization"),
        ("医生Oluchi Branten, FAAOS表示，效果很好。", "FAAOS"),
        ("随后ZQMF表示，误差很小。", "ZQMF"),
        ("面向C-suite的R&D会议谈了Pre-IPO融资和Elo。", "C-suite"),
    ],
)
def test_what_no_word_speaks_for_among_other_words_is_no_name(text: str, name: str) -> None:
    assert name not in classes(text)


def test_a_code_like_that_of_a_chip_named_beside_it_is_one_too() -> None:
    assert classes("他们买了ZKMW770芯片，不要ZKMW550。")["ZKMW550"] == "Chip"


@pytest.mark.parametrize(
    ("text", "name", "class_"),
    [
        ("云岭的搜索功能Zelkova（预览版）引起争议。", "Zelkova", "Product"),
        ("云川推出AI Lantern平台。", "AI Lantern", "Product"),
        ("云川AI Lumora平台上线。", "Lumora", "Product"),
        ("上榜的有GPT-4（第1名）、SNAW（第30名）。", "SNAW", "Model"),
        ("该公司开始销售Zelkova™，反响不错。", "Zelkova", "Product"),
        ("该公司推出了Zelkova AI助手。", "Zelkova AI", "Product"),
        ("Zelkova AI完成了新一轮融资。", "Zelkova AI", "Company"),
        ("该公司發表Zelkova，下月開賣。", "Zelkova", "Product"),
        ("该公司推出一款新模型——Zelkova。", "Zelkova", "Model"),
        ("该公司推出新款伺服器Zelkova。", "Zelkova", "Product"),
        ("他们谈到Zelkova由云岭打造。", "Zelkova", "Product"),
        ("他们發表「Zelkova」論文。", "Zelkova", "Report"),
        ("三个模块——Zelkova和别的。", "Zelkova", "Company"),
        ("该公司推出Zelkova Pro，下月开卖。", "Zelkova Pro", "Product"),
        ("该公司推出Zelkova Ultra 5平板。", "Zelkova Ultra 5", "Product"),
        ("该公司推出Zelkova 3多模态模型。", "Zelkova 3", "Model"),
        ("该公司推出Zelkova 3 号称最强。", "Zelkova 3", "Product"),
        ("该公司发表旗舰芯片Zelkova 9500，明年量产。", "Zelkova 9500", "Chip"),
        ("该公司发表芯片Zelkova 2024年改版。", "Zelkova", "Chip"),
        ("该公司推出Zelkova AI，功能更强。", "Zelkova AI", "Product"),
        ("该公司推出Zelkova Agent，功能更强。", "Zelkova Agent", "Product"),
        ("该公司推出开放平台Zelkova。", "Zelkova", "Product"),
        ("他们推荐Zelkova 3、华为和OpenAI。", "Zelkova 3", "Product"),
        ("他们推荐Zelkova、华为和OpenAI。", "Zelkova", "Company"),
        ("该公司推出Zelkova 3月活破亿。", "Zelkova 3", "Product"),
        ("该公司推出Zelkova 3月活动。", "Zelkova", "Product"),
        ("Zelkova 3完成流片。", "Zelkova 3", "Chip"),
        ("Zelkova 3今天上线。", "Zelkova 3", "Product"),
        ("Zelkova完成融资。", "Zelkova", "Company"),
        ("该公司推出Zelkova 3号机。", "Zelkova", "Product"),
        ("初创公司Zelkova AI推出了新产品。", "Zelkova AI", "Company"),
    ],
)
def test_what_is_sold_is_a_product_and_who_sells_it_a_company(text: str, name: str, class_: str) -> None:
    assert classes(text)[name] == class_


class TestVersions:
    def test_a_known_family_grows_by_its_version(self) -> None:
        mentions = named("Anthropic推出Claude 3.5 Haiku，速度更快。")
        assert mentions["Claude 3.5 Haiku"] == "Claude_3.5_Haiku"
        assert "Claude" not in mentions
        assert "GPT-4 nano" in named("OpenAI推出GPT-4 nano。")

    def test_a_lone_letter_stays_apart(self) -> None:
        assert "Model_S" not in named("软件里有三个Models可以选。").values()

    def test_a_version_knows_its_family(self) -> None:
        mentions, entities = recognise("外界都在等GPT-4 Turbo和它的芯片H100。")
        assert {(each.entity, each.family) for each in mentions} == {("GPT-4_Turbo", "GPT-4"), ("H100", "")}
        assert {each.id: each.family for each in entities}["GPT-4_Turbo"] == "GPT-4"

    def test_versions_stay_apart(self) -> None:
        ids = named("GPT-4o比GPT-4更快，GPT-4 Turbo更便宜。")
        assert len({ids["GPT-4o"], ids["GPT-4"], ids["GPT-4 Turbo"]}) == 3

    def test_chinese_names_with_versions(self) -> None:
        assert classes("华为展示了昇腾910C。")["昇腾910C"] == "Chip"
        assert classes("百度发布文心大模型4.0。")["文心大模型4.0"] == "Model"

    def test_a_chip_is_known_by_the_number_behind_its_line(self) -> None:
        assert classes("华为的Ascend 9200芯片已流片。")["Ascend 9200"] == "Chip"
        assert classes("华为的Ascend 9200D芯片已流片。")["Ascend 9200D"] == "Chip"

    def test_letters_may_stand_before_the_number_behind_a_chinese_name(self) -> None:
        assert classes("华为发布昇腾NX960芯片。")["昇腾NX960"] == "Chip"
        assert "昇腾" in named("华为的昇腾芯片B200块。")

    def test_what_is_brought_out_by_a_chinese_name_and_a_code(self) -> None:
        assert classes("该公司发布玉衡X4 Pro，下月开卖。")["玉衡X4 Pro"] == "Product"
        assert "新款X4" not in classes("该公司发布新款X4。")
        assert classes("华为YU9今天亮相。")["YU9"] == "Product"

    def test_a_count_or_a_date_is_no_version(self) -> None:
        assert named("华为今年出货Ascend 9200块。")["Ascend"] == "Ascend"
        assert named("功耗为Ascend 700W，略高。")["Ascend"] == "Ascend"
        assert "昇腾" in named("华为今年出货昇腾80万颗。")
        assert "文心大模型" in named("百度的文心大模型3月上线。")

    def test_english_tails_are_no_versions(self) -> None:
        assert named("许多GPT-4-based应用涌现。").get("GPT-4") == "GPT-4"

    def test_a_variant_behind_a_hyphen_is_no_english_tail(self) -> None:
        assert classes("新版GPT-4-vision已经开放。")["GPT-4-vision"] == "Model"

    def test_a_model_is_named_after_another_with_a_word_of_its_own(self) -> None:
        assert classes("团队提出了Z-Claude，效果更好。")["Z-Claude"] == "Model"
        assert named("许多Non-Claude用户也来了。")["Claude"] == "Claude"

    def test_parts_of_a_product_are_not_the_product(self) -> None:
        assert classes("微软邀请用户参加Edge Explorer测试。")["Edge Explorer"] == "Product"
        assert named("微软的Edge CEO没有回应。")["Edge"] == "Microsoft_Edge"

    def test_bodies_named_after_a_thing_are_not_the_thing(self) -> None:
        assert classes("他捐款给Transformer Foundation。")["Transformer Foundation"] == "Organization"
        assert classes("他创办了Edge Industries。")["Edge Industries"] == "Company"
        assert named("他们采用Transformer Encoder。")["Transformer"] == "Transformer"

    def test_technologies_have_releases_and_standards_numbers(self) -> None:
        entries = (
            Entry("Halmor", "Technology", "海默", hans=("海默",), en=("Halmor",)),
            Entry("ISO", "Organization", "ISO", en=("ISO",)),
        )
        recogniser = Recogniser(Lexicon({entry.id: entry for entry in entries}), {})
        text = "它支持海默5.4，也支持Halmor 2.1和Halmor 3年，通过了ISO 27001认证，不是ISO 12 号。"
        document = Document("d", text, Encoding("utf-8", "test"))
        found = [(each.text, each.type) for each in recogniser(document, as_clean(text), ())[0]]
        assert found == [
            *(("海默5.4", "Technology"), ("Halmor 2.1", "Technology"), ("Halmor", "Technology")),
            *(("ISO 27001", "Technology"), ("ISO", "Organization")),
        ]

    def test_units_of_a_company_are_not_the_company(self) -> None:
        ids = named("投资者包括Intel Capital，Intel本身没有参与。")
        assert ids["Intel"] == "Intel"
        assert ids["Intel Capital"] == "Intel_Capital"

    def test_a_numbered_fund_is_a_firm(self) -> None:
        assert classes("投资者包括Intel Kestrel Fund III。")["Intel Kestrel Fund III"] == "Company"


def test_what_a_name_is_called_says_its_class() -> None:
    assert classes("他向一家名为“Kestrel Accord”的团体捐款。")["Kestrel Accord"] == "Organization"
    assert classes("他投资了一家名为“Kestrel Accord”的公司。")["Kestrel Accord"] == "Company"
    assert classes("他用一款名为“Kestrel Accord”的软件写稿。")["Kestrel Accord"] == "Product"


def test_a_common_word_that_ends_the_name_of_a_model_is_none_alone() -> None:
    lexicon = Lexicon({"Halmor_Vision": Entry("Halmor_Vision", "Model", "Halmor Vision", en=("Halmor Vision",))})
    text = "他们都在谈Vision。"
    document = Document("d", text, Encoding("utf-8", "test"))
    mentions, _, _ = Recogniser(lexicon, {})(document, as_clean(text), ())
    assert not mentions


def test_owners_and_things_are_lists_of_their_own() -> None:
    found = classes("到场的有英伟达的Bettina Quill、Zentavia的Ozarin、微软的Gregory Fielding。")
    assert (found["Zentavia"], found["Ozarin"]) == ("Company", "Person")
    found = classes("OpenAI的GPT-4、Zentavia的Halmor和Anthropic的Claude都降价了。")
    assert (found["Zentavia"], found["Halmor"]) == ("Company", "Model")


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("本文整理自Hills or Lanterns Podcast 2026年1月播出的單集。", "Hills or Lanterns Podcast", "Organization"),
        ("本文整理自The Halmor Show對林遠的訪談。", "The Halmor Show", "Organization"),
        ("本文整理自The Real Halmor Playbook第42集。", "The Real Halmor Playbook", "Organization"),
        (
            "本文整理自《The Diary Of A Lantern with Ada Halmor》2025年12月播出的單集。",
            "The Diary Of A Lantern with Ada Halmor",
            "Organization",
        ),
        ("这期Podcast节目「A Bit of Lantern」由她主持。", "A Bit of Lantern", "Organization"),
        ("她上了「How I Walk」Podcast，谈了很多。", "How I Walk", "Organization"),
        ("「海上商业访谈录」第128集，录制于去年。", "海上商业访谈录", "Organization"),
        ("他在Halmor Lantern Summit 2026年2月播出的对谈里说。", "Halmor Lantern Summit", "Event"),
        ("Oluchi Branten主持的节目很长。", "Oluchi Branten", "Person"),
    ],
)
def test_programmes_by_their_episodes(text: str, name: str, type_: str) -> None:
    assert classes(text)[name] == type_


@pytest.mark.parametrize(
    "text",
    [
        "数位节目Podcast EP269很长。",
        "电视剧《海上的云》第3集好看。",
        "本文整理自官方Podcast 2026年1月播出的单集「AI on campus」。",
        "她说：“我们走吧。”2026年播出的节目很多。",
    ],
)
def test_what_is_said_of_episodes_alone_names_no_programme(text: str) -> None:
    assert classes(text) == {}


def test_a_programme_is_called_without_what_it_is_too() -> None:
    names = named("本文整理自Hills or Lanterns Podcast 2026年1月播出的单集。Hills or Lanterns是科技节目。")
    assert names["Hills or Lanterns"] == names["Hills or Lanterns Podcast"]


def test_who_makes_a_programme_is_no_programme() -> None:
    assert classes("本文整理自Anthropic 2025年12月播出的Podcast专访。")["Anthropic"] == "Company"
