"""Made-up articles for measuring: sentences from templates with names of the lexicon, the same for the same seed.

usage: python benchmarks/articles.py FOLDER [--number N]

They say nothing true. An article has a handful of sentences that state claims and some that state none, so that a
graph of 10,000 articles has some 100,000 claims, about as many an article as real ones give.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 7
NUMBER = 10_000

TEMPLATES = (
    "{year}年，{company}向{company}投资{money}亿美元。",
    "{company}计划在{year}年收购{company}。",
    "{company}与{company}达成合作。",
    "{company}向{company}供应芯片。",
    "{person}创办了{company}。",
    "{company}发布了模型{model}。",
    "{company}推出{product}，与{company}竞争。",
    "{company}总部位于{place}。",
    "{company}{year}年营收为{money}亿元，净利润为{small}亿元。",
    "{model}的训练成本约为{money}万美元。",
    "{model}拥有{money}亿个参数。",
    "{company}的估值达到{money}亿美元。",
    "{company}完成{money}亿美元融资。",
    "{company}预计{year}年营收将达到{money}亿美元。",
    "截至{year}年底，{company}有{thousands}名员工。",
    "{product}的月活跃用户达到{money}万。",
    "{company}起诉{company}。",
    "{company}否认收购{company}。",
    "{model}基于{model}。",
    "{company}的股价上涨{small}%。",
    "{company}使用{chip}训练{model}。",
    "{company}市值达到{money}亿美元。",
    "{company}{year}年资本支出为{money}亿美元。",
    "{person}加入{company}，担任首席科学家。",
)
FILLERS = (
    "业内人士对此看法不一。",
    "这一领域的竞争仍在继续，各方都在寻找新的方向。",
    "会场外排起了长队，不少观众专程赶来。",
    "至于效果如何，还要等市场给出答案。",
    "记者就此多方了解，暂时没有更多细节。",
    "算力、数据与人才，三者缺一不可。",
)
CLASSES = {
    "company": ("Company",),
    "model": ("Model",),
    "person": ("Person",),
    "product": ("Product",),
    "place": ("Place",),
    "chip": ("Chip",),
}


def names() -> dict[str, list[str]]:
    """Return names of the lexicon by slot, sorted."""
    sys.path.insert(0, str(ROOT))
    from ontology.domain import load_domain

    entries = load_domain().lexicon.entries.values()
    return {
        slot: sorted({entry.label for entry in entries if entry.type in types and len(entry.label) > 2})
        for slot, types in CLASSES.items()
    }


def articles(number: int = NUMBER, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Yield file names and texts."""
    known, chance = names(), random.Random(seed)
    for n in range(number):
        yield f"{n // 1000:03}/{n:06}.txt", article(known, chance)


def article(known: dict[str, list[str]], chance: random.Random) -> str:
    """Return one article: a title and paragraphs."""
    lines = [sentence(known, chance).rstrip("。")]
    for _ in range(chance.randint(3, 5)):
        parts = [sentence(known, chance) for _ in range(chance.randint(1, 4))]
        parts.insert(chance.randint(0, len(parts)), chance.choice(FILLERS))
        lines.append("".join(parts))
    return "\n\n".join(lines) + "\n"


def sentence(known: dict[str, list[str]], chance: random.Random) -> str:
    """Return one sentence that states something."""
    text = chance.choice(TEMPLATES)
    while "{" in text:
        slot = text[text.index("{") + 1 : text.index("}")]
        text = text.replace("{" + slot + "}", filling(slot, known, chance), 1)
    return text


def filling(slot: str, known: dict[str, list[str]], chance: random.Random) -> str:
    """Return what stands in a slot; a few names stand much more often than the rest, as in the press."""
    if slot in known:
        return known[slot][int(len(known[slot]) * chance.random() ** 3)]
    numbers = {
        "year": lambda: str(chance.randint(2015, 2026)),
        "money": lambda: str(chance.randint(2, 900)),
        "small": lambda: f"{chance.randint(1, 400) / 10:g}",
        "thousands": lambda: str(chance.randint(100, 99_999)),
    }
    return numbers[slot]()


def write(folder: Path, number: int = NUMBER, seed: int = SEED) -> int:
    """Write articles into *folder*, with tables of their dates; return how many bytes they have."""
    size, rows = 0, dict[Path, list[str]]()
    for n, (name, text) in enumerate(articles(number, seed)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(text.encode())
        row = {"file": file.name, "date": f"{2020 + n % 5}-{n % 12 + 1:02}-{n % 28 + 1:02}", "title": f"第{n}篇"}
        rows.setdefault(file.parent, []).append(json.dumps(row, ensure_ascii=False) + "\n")
    for place, lines in rows.items():
        (place / "metadata.jsonl").write_text("".join(lines), encoding="utf-8")
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=NUMBER)
    arguments = parser.parse_args()
    print(f"{arguments.number} articles, {write(arguments.folder, arguments.number):,} bytes")


if __name__ == "__main__":
    main()
