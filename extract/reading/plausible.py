"""Tell Chinese from what Chinese becomes when it is decoded the wrong way."""

from __future__ import annotations

import re

# The most frequent characters of news prose, Simplified and Traditional: four of five in an article.
_SIMPLIFIED = (
    "的在和一能了用是人以这为可有大个们中成对更多数业模工作提不于发我行型来全理新方生性动据过到上其时将合"
    "年与公现并力如出要化他智文实应进供技务使户解自资者开会机表通高最创分感示司果关术学而计产面领图内本些"
    "加地程国决同前安法度展系基需持体得推下入代家问量部看也定重网之平经增器件式美案片设特统从信还管保该及"
    "后场正布所服等任种具查客利制构品建长强间台此员助速商企但集相研效心包主已支源元兴确专目算先题就斯它然"
    "功接够测您首变验月结章说导组视投或比讯科容团因标无求着位意读被究报市期域类预阅手天都规点流趣外队达知"
    "软络向息次球级交未准事注超括道当运亿日子何优识谢今明始处项获电战由续复认快价收联整语调常克很好造训名"
    "值立总论引情至率态物样扩言云营步万"
)
_TRADITIONAL = (
    "這個會為來們對時說學國問麼發資現業題實過樣開種經產讓與沒話電點關機應進動變從類創統論術單線專結務觀質"
    "體員無際還識確幾歷讀據當長總寫認達選總處語軟區準邊廣費號構網運圖導連營較級訊強標設備調計劃織練雲絡險"
    "價評視導報導億萬買賣將終帶護證額類環競預熱熟"
)
_PUNCTUATION = "，。、；：！？“”‘’（）《》「」『』【】〈〉…—·　％～－"
_COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL + _PUNCTUATION)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_WRONG = re.compile("[\ue000-\uf8ff\ufffd\x80-\x9f\ufff0-\uffff\U000f0000-\U0010ffff]")
_SAMPLE = 4000


def plausibility(text: str) -> float:
    """Return how much the non-ASCII part of *text* looks like Chinese prose, from -2 to 1.

    Right decodings of news score above 0.5, wrong ones below 0.2. Text without non-ASCII characters scores 0.
    """
    sample = _sample(text)
    if not sample:
        return 0.0
    common = sum(map(_COMMON.__contains__, sample))
    return (common - 3 * len(_WRONG.findall(sample))) / len(sample)


def _sample(text: str) -> str:
    pieces: list[str] = []
    length = 0
    for found in _FOREIGN.finditer(text):
        pieces.append(found[0])
        length += len(found[0])
        if length >= _SAMPLE:
            break
    return "".join(pieces)[:_SAMPLE]
