"""Amounts said once more in another currency."""

from __future__ import annotations

import re

from .scene import ANY_NAME, MONEY

_HOME = "(?:人民币|美元|港[元币]|新?台币)?"
_CONVERTED = re.compile(
    rf"(?:[{MONEY}]|\d)[^{ANY_NAME}]{{0,3}}[（(，,]?(?:约合|折合|约等于|相当于|合|即){_HOME}约?$"
    rf"|(?:[{MONEY}]|\d)[^{ANY_NAME}，,]{{0,3}}[（(，,]约{_HOME}$"  # not 营收1美元，亏损约2
    rf"|(?:约合|折合){_HOME}约?$"
    # 1欧元股权和2欧元债务（分别约合3和4美元）
    rf"|[{MONEY}][^{ANY_NAME}]{{0,6}}[（(]分别(?:约|合|折|为|相当于|{_HOME})+(?:[{MONEY}][、和与及])*$"
)
_ONE_OF_SEVERAL = re.compile(rf"\s?/\s?{MONEY}")  # 799英镑（899欧元/999美元）
_BRACKETED = re.compile(rf"[{MONEY}]\s*[（(](?:约合|折合|约等于|相当于|合|约|超过?|近|逾)?{_HOME}约?$")


def says_again(code: str, position: int) -> bool:
    """Tell whether money is an amount once more in another currency; not one of the prices of several countries."""
    if code[position] != MONEY or _ONE_OF_SEVERAL.match(code, position + 1):
        return False
    before = code[max(0, position - 20) : position]
    return bool(_BRACKETED.search(before) or _CONVERTED.search(before))
