"""Doubled punctuation, ASCII punctuation in Chinese, full-width letters and digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extract.cleaning.characters import HAN, WIDE
from extract.cleaning.edits import Change

_DOUBLED = re.compile("[,，、。；;：:](?:[,，、。；;：:]+[?？!！]?|(?<=[,，、])[?？!！])")
_NEAR = re.compile(f"[{WIDE}”’]")
_REACH = 12  # characters around doubled marks in which Chinese makes them Chinese marks
_FORMS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_SWAPS = tuple(
    (ascii_mark, re.compile(rf"{re.escape(ascii_mark)}(?:(?<=[{WIDE}”’]{re.escape(ascii_mark)})|(?=[{WIDE}]))"), wide)
    for ascii_mark, wide in _FORMS.items()
)
_STOP = re.compile(rf"\.(?<=[{HAN}]\.)(?=[{HAN}\n]|\Z)")
_PAIR = re.compile(r"\(([^()\n]{0,200})\)")
# Neither inches, 27", nor the values of attributes, class="main".
_QUOTED = re.compile(r'(?<![0-9A-Za-z=])"([^"\n]{1,200})"(?![0-9A-Za-z])')
_HAN = re.compile(f"[{HAN}]")
_BESIDE = re.compile(f"[{WIDE}]")

_FULL = "".join(chr(code) for code in range(0xFF10, 0xFF1A)) + "".join(
    chr(code) for base in (0xFF21, 0xFF41) for code in range(base, base + 26)
)
_SYMBOLS = "％＄＋－＝／＠＆～｜＂＇＼＾｀￠￡￥￦．﹪﹩﹢﹣﹦﹨﹫﹠"
ODD = {
    **{char: unicodedata.normalize("NFKC", char) for char in _FULL + _SYMBOLS},
    **dict(zip("‐‑−﹘⁃⼀", "-----一", strict=True)),
    **dict(zip("｡､｢｣﹐﹑﹒﹔﹕﹖﹗﹙﹚︰∶︱", "。、「」，、。；：？！（）：：｜", strict=True)),
    **dict.fromkeys("‧・•∙⋅･", "·"),
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for code in range(0xF900, 0xFAFF)
        if len(unicodedata.normalize("NFKC", chr(code))) == 1
    },
}
_ODD_CHARACTERS = re.compile("[" + re.escape("".join(sorted(ODD))) + "]+")
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")  # apart: letters beyond U+FFFF make a class slow
_TABLE = str.maketrans(ODD)
_NAME_DOT = re.compile(rf"(?<=[{HAN}])．(?=[{HAN}])")


def doubled(text: str) -> list[Change]:
    """Leave one of several marks in a row, the one that says most (",、" becomes "、")."""
    changes = []
    for found in _DOUBLED.finditer(text):
        start, end = found.span()
        run = found[0]
        kept = _kept(run)
        if kept != run and _NEAR.search(text, max(start - _REACH, 0), end + _REACH):
            changes.append((start, end, kept))
    return changes


@lru_cache(maxsize=1024)
def _kept(run: str) -> str:
    """Return what a run of marks stands for: the first that is no comma."""
    strong = [mark for mark in run if mark not in ",，"] or ["，"]
    return _FORMS.get(strong[0], strong[0])


def marks(text: str) -> str:
    """Write ASCII punctuation beside Chinese characters in its Chinese form, one to one."""
    for mark, pattern, wide in _SWAPS:
        if mark in text:
            text = pattern.sub(wide, text)
    if "." in text:
        text = _STOP.sub("。", text)
    if "(" in text:
        text = _PAIR.sub(_pair, text)
    if '"' in text:
        text = _QUOTED.sub(_quoted, text)
    return text


def _pair(found: re.Match[str]) -> str:
    return f"（{found[1]}）" if _in_chinese(found) else found[0]


def _quoted(found: re.Match[str]) -> str:
    return f"“{found[1]}”" if _in_chinese(found) else found[0]


def _in_chinese(found: re.Match[str]) -> bool:
    """Tell whether there is Chinese between a pair of marks or right beside it."""
    start, end = found.span()
    whole = found.string
    beside = whole[max(start - 1, 0) : start] + whole[end : end + 1]
    return _BESIDE.search(beside) is not None or _HAN.search(found[1]) is not None


def widths(text: str) -> str:
    """Write full-width letters, digits and look-alikes in their plain form, one to one."""
    if "．" in text:
        text = _NAME_DOT.sub("·", text)
    text = _MATHEMATICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _ODD_CHARACTERS.sub(lambda found: found[0].translate(_TABLE), text)
