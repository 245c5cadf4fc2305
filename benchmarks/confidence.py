"""How often claims are right, by how sure they are of it: a table, and a picture for the docs.

usage: python benchmarks/confidence.py --gold DIR --entities E.jsonl --claims C.jsonl [--svg FILE]

The two files are what ``zhitu export`` writes as ``entities`` and ``claims`` of a graph of the annotated articles.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from graph.evaluation import evaluate, load_gold

WIDTH, HEIGHT, EDGE = 480, 360, 48


def tenths(gold: list[Any], entities: list[Any], claims: list[Any]) -> list[tuple[float, float, int]]:
    """Return, for each tenth of confidence with claims, their mean confidence, precision and number."""
    rows = []
    for tenth in range(10):
        mine = [claim for claim in claims if tenth <= min(claim["confidence"] * 10, 9.99) < tenth + 1]
        result = evaluate(gold, entities, mine)
        tallies = [result.tallies[kind] for kind in ("relation", "quantity")]
        predicted = sum(tally.predicted for tally in tallies)
        if predicted:
            sure = sum(claim["confidence"] for claim in mine) / len(mine)
            rows.append((sure, sum(tally.hits for tally in tallies) / predicted, predicted))
    return rows


def picture(rows: list[tuple[float, float, int]]) -> str:
    """Return the rows as an SVG: a dot for each tenth, as large as it has claims, and the line where both agree."""
    across, up = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE

    def at(sure: float, right: float) -> tuple[float, float]:
        return round(EDGE + sure * across, 1), round(HEIGHT - EDGE - right * up, 1)

    (left, low), (right, high) = at(0, 0), at(1, 1)
    parts = [f'<rect x="{left}" y="{high}" width="{across}" height="{up}" fill="none" stroke="#999"/>']
    parts.append(f'<line x1="{left}" y1="{low}" x2="{right}" y2="{high}" stroke="#999" stroke-dasharray="4 4"/>')
    for n in range(0, 11, 2):
        x, y = at(n / 10, n / 10)
        parts.append(f'<text x="{x}" y="{low + 16}" text-anchor="middle">{n / 10}</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{n / 10}</text>')
    for sure, precision, count in rows:
        x, y = at(sure, precision)
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="{round(3 + count**0.5 / 2, 1)}" fill="#0072b2" fill-opacity="0.7"/>'
        )
        parts.append(f'<text x="{x + 12}" y="{y + 14}">{count}</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 8}" text-anchor="middle">confidence 置信度</text>')
    turned = f'transform="rotate(-90 14 {HEIGHT / 2})"'
    parts.append(f'<text x="14" y="{HEIGHT / 2}" text-anchor="middle" {turned}>precision 准确率</text>')
    style = "font-family='sans-serif' font-size='12'"
    body = "\n".join(parts)
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' {style}>\n{body}\n</svg>\n"


def main() -> None:
    """Print the table and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--gold", "--entities", "--claims"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    entities, claims = (
        [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (given.entities, given.claims)
    )
    rows = tenths(list(load_gold(given.gold)), entities, claims)
    print("confidence  precision  claims")
    for sure, right, count in rows:
        print(f"{sure:10.2f} {right:10.2f} {count:7d}")
    if given.svg:
        given.svg.write_text(picture(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
