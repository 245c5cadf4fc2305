"""Cleaning: what goes, what stays, and the way back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extract.cleaning import clean
from extract.model import CleanText, Document, Encoding, Span

CASES = [
    ("gloss", "全球復(fù)蘇滯緩，戰(zhàn)爭(zhēng)陰云", "全球復蘇滯緩，戰爭陰云"),
    ("gloss full width", "全球復（fù）蘇", "全球復蘇"),
    ("gloss of a word", "復(fùsū)與戰爭(zhàn zhēng)陰云", "復（fùsū）與戰爭陰云"),
    ("gloss bare", "全球復fù蘇滯緩", "全球復蘇滯緩"),
    ("damaged glosses", "復(fù)蘇戰(zhàn)爭(zhēng)總(zǒng)統(tǒng)M(jìn)程?nèi)的", "復蘇戰爭總統M程？的"),
    ("zhuyin", "全球復(ㄈㄨˋ)蘇", "全球復蘇"),
    ("a lone bracket of plain letters is a word", "晶圓(wafer)與他(he)", "晶圓（wafer）與他（he）"),
    ("plain letters go where readings abound", "復(fù)蘇戰(zhàn)爭(zhēng)總(zǒng)統(tǒng)來(lai)", "復蘇戰爭總統來"),
    ("French stays", "咖啡(café)", "咖啡（café）"),
    ("doubled", "沖擊,、戰爭,。然后,,再來。。好;；", "沖擊、戰爭。然后，再來。好；"),
    ("ASCII marks", "增长,公司:好!真的?(见下)", "增长，公司：好！真的？（见下）"),
    ("straight quotes", '他说"增长"，代号"Orion"的模型', "他说“增长”，代号“Orion”的模型"),
    ("straight quotes, inches beside", '"新品"有15"和27"两种', '“新品”有15"和27"两种'),
    ("a straight quote alone", '新品有27"的屏，"很亮', '新品有27"的屏，"很亮'),
    ("straight quotes of code stay", 'class="main" name="值"', 'class="main" name="值"'),
    ("numbers keep their marks", "7,400个，3.5倍，10:30开始", "7,400个，3.5倍，10:30开始"),
    ("full-width letters", "ＧＰＴ－４増至１００％", "GPT-4増至100%"),
    ("spaces", "到 2024 年，OpenAI 的 GPT-4 Turbo 用户达 10 亿", "到2024年，OpenAI的GPT-4 Turbo用户达10亿"),
    ("what stands right behind a name", "OpenAI9日宣布，VeldaCEO表示", "OpenAI 9日宣布，Velda CEO表示"),
    ("what is of a name", "Velda3日均销量，NASCIO表示，H20日前", "Velda3日均销量，NASCIO表示，H20日前"),
    ("spaces of headlines stay", "星河上市 股价大涨", "星河上市 股价大涨"),
    ("wide space of headlines", "星河上市   股价大涨　　投资人欢呼", "星河上市　股价大涨　投资人欢呼"),
    ("invisible", "模\u200b型\ufeff发\u00ad布\0", "模型发布"),
    (
        "signs within names",
        "Velda® Deep™ Ultra芯片与Mira℠。Mira™ AI设备。",
        "Velda Deep Ultra芯片与Mira℠。Mira™ AI设备。",
    ),
    ("signs behind names", "Velda™是Mira®（下称Mira）的®公司", "Velda™是Mira®（下称Mira）的®公司"),
    ("line ends", "一行。\r\n二行。\r三行。", "一行。\n二行。\n三行。"),
    ("tags", "<p>星河<b>公司</b></p><p>发布&amp;上市</p>", "\n星河公司\n\n发布&上市\n"),
    ("script", "前<script>var a = '<p>';</script>后<!-- <b> -->尾", "前后尾"),
    ("no tag", "如果 a<b 且 <模型> 成立", "如果a<b且<模型>成立"),
    ("entities", "AT&amp;T&nbsp;与&#22823;&lt;3", "AT&T与大<3"),
    ("ruby", "<ruby>模型<rt>model</rt></ruby>发布", "模型（model）发布"),
    ("markdown", "# 标题\n**星河**的[模型](https://example.org/a_(b))和`代码`\n> 引文", "标题\n星河的模型和代码\n引文"),
    ("picture", "前![图](https://example.org/a.png){ width=50% }后", "前后"),
    ("address", "见https://example.org/a?b=1。完", "见。完"),
    ("name dots", "伊隆‧馬斯克與尼克．李", "伊隆·馬斯克與尼克·李"),
    (
        "soft breaks",
        "\n".join(["星河公司今天在上海发布了新一代的大"] * 5) + "模型。",
        "星河公司今天在上海发布了新一代的大" * 5 + "模型。",
    ),
]
CLEAN = [
    "星河公司发布GPT-4.5的竞品，参数1,750亿，价格为$0.14/1M token。\n\n“真的？”他问；没有人回答……",
    "第一行\n第二行很短\n- 列表项\n- Open AI and Meta",
    "OpenAI, Inc. announced GPT-4. It costs $3.5 (or less).",
]


def run(text: str, media: str = "text/plain") -> CleanText:
    return clean(Document("a", text, Encoding("utf-8", "test"), media))


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_cases(text: str, expected: str) -> None:
    assert run(text).text == expected


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_left_alone(text: str) -> None:
    cleaned = run(text)
    assert (cleaned.text, cleaned.edits) == (text, ())
    assert cleaned.map.span(Span(0, len(text))) == Span(0, len(text))


def test_a_page_becomes_its_paragraphs() -> None:
    page = (
        "<html><head><title>标题</title><style>p {}</style></head><body><nav><a>首页</a><a>新闻</a></nav>"
        "<p>星河公司\n   发布了\n新模型。</p><div class='related-news'><a>别的新闻</a></div>"
        "<p>它很<br>便宜。</p></body></html>"
    )
    cleaned = run(page, "text/html")
    assert "星河公司发布了新模型。" in cleaned.text
    assert "标题" not in cleaned.text
    assert [(aside.kind, aside.span.of(cleaned.text).strip()) for aside in cleaned.asides] == [
        ("navigation", "首页新闻"),
        ("related", "别的新闻"),
    ]


def test_edits_say_what_went_and_where() -> None:
    text = "<b>復(fù)蘇</b> 到 2024"
    cleaned = run(text)
    assert {(edit.kind, edit.span.of(text)) for edit in cleaned.edits} == {
        ("markup", "<b>"),
        ("markup", "</b>"),
        ("gloss", "(fù)"),
        ("space", " "),
    }


PIECES = (
    "星河公司 發布 模型 2024年 OpenAI GPT-4.5 (fù) （zhàn） (wafer) ,、 ,, 。。 ， 。 \u200b \ufeff \u3000 \xa0 &amp; "
    "&lt;b&gt; <b> </p> <br/> <!-- x --> <script> </script> ** [链接](http://a.b/c) ![图](x) # > \r\n \n \r \0 "
    "１２ＡＢ ．· ) ( 著 昇騰 https://a.b/c?d ㄈㄨˋ fù \\* ` ~~ ``` --- | * _ __ &nbsp; &#22823; {{< x >}} \ue000 "
    "\U0001d400 & < ; :"
)
NOISE = st.lists(
    st.one_of(
        st.sampled_from(PIECES.split(" ")),
        st.text(alphabet="ab 中文，。,.(（)）\n\r\t<>&;#*[]!`'\"\u3000\u200bāé１", max_size=8),
        st.text(max_size=4),
    ),
    max_size=25,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(NOISE)
def test_every_clean_span_maps_back(text: str) -> None:
    cleaned = run(text)
    assert len(cleaned.folded) == len(cleaned.text)
    spans = [cleaned.map.span(Span(at, at + 1)) for at in range(len(cleaned.text))]
    for before, after in pairwise(spans):
        assert before.start <= after.start
        assert before.end <= after.end
    for span, char in zip(spans, cleaned.text, strict=True):
        assert 0 <= span.start < span.end <= len(text)
        if char.isascii() and char.isalnum() and len(span) == 1 and span.of(text).isascii():
            assert span.of(text) == char
    for edit in cleaned.edits:
        assert edit.span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(NOISE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = run(text).text
    assert run(once).text == once


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["星河公司发布模型", "，", "。", "GPT-4", "2024年", "\n"]), max_size=20).map("".join))
def test_text_without_noise_comes_out_unchanged(text: str) -> None:
    for pair in ("，，", "。。", "，。", "。，", "\n"):
        text = text.replace(pair, "。" if pair != "\n" else "")
    assume(not any(pair in text for pair in ("，，", "。。", "，。", "。，")))
    assert run(text).text == text
