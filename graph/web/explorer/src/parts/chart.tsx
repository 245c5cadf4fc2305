/** Small charts as SVG: points over time, and bars. Each has its numbers as text for those who do not see it. */

import { t } from "../base/language";
import { to } from "../base/route";
import type { Claim } from "../base/types";
import { label } from "../base/vocabulary";

const WIDTH = 300;
const HEIGHT = 118;
const LEFT = 46;
const BOTTOM = 20;
const TOP = 8;
const RIGHT = 10;
const LABEL = 42;

interface Dot { at: number; low: number; high: number; claim: Claim }

/** Return a time of a claim (2024, 2024-Q1, 2024-05-01, 2023/2024) as a year with a fraction. */
export function yearOf(time: string | null | undefined): number | null {
  const found = /(\d{4})(?:-?(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?/.exec(time ?? "");
  if (!found) return null;
  const [, year, quarter, half, month, day] = found;
  const part = quarter ? (Number(quarter) - 0.5) / 4 : half ? (Number(half) - 0.5) / 2 : month ? (Number(month) - 1 + Number(day ?? 15) / 31) / 12 : 0.5;
  return Number(year) + part;
}

/** Return a number as an axis has room for it. */
export function brief(value: number, language = document.documentElement.lang): string {
  return new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 }).format(value);
}

function dotsOf(points: readonly Claim[]): Dot[] {
  return points.flatMap((claim): Dot[] => {
    const at = yearOf(claim.time) ?? yearOf(claim.document.date);
    const low = Number(claim.value);
    if (at === null || claim.value === null || !Number.isFinite(low)) return [];
    return [{ at, low, high: claim.valueMax === null ? low : Number(claim.valueMax), claim }];
  }).sort((a, b) => a.at - b.at);
}

/** Say whether values are worth a chart: at least two, at different times or different themselves. */
export const worthDrawing = (points: readonly Claim[]): boolean =>
  new Set(dotsOf(points).map((dot) => `${dot.at} ${dot.low}`)).size > 1;

export function FigureChart({ metric, unit, points, total }: { metric: string; unit: string | null; points: Claim[]; total: number }) {
  const dots = dotsOf(points);
  if (!dots.length) return null;
  const [first, last] = [Math.floor(dots[0]!.at), Math.max(Math.ceil(dots.at(-1)!.at), Math.floor(dots[0]!.at) + 1)];
  const top = Math.max(...dots.map((dot) => dot.high), 0) || 1;
  const bottom = Math.min(...dots.map((dot) => dot.low), 0);
  const x = (at: number): number => LEFT + ((at - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => TOP + (1 - (value - bottom) / (top - bottom)) * (HEIGHT - TOP - BOTTOM);
  const said = dots.filter((dot) => dot.claim.modality === "asserted");
  const years = ticks(first, last);
  return (
    <figure class="chart">
      <figcaption><strong>{label(metric)}</strong> <span class="small faint num">{unit ?? ""}{total > points.length ? ` · ${points.length} / ${total}` : ""}</span></figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t("chartOf", { metric: label(metric), n: dots.length })}>
        {[bottom, (top + bottom) / 2, top].map((value) => (
          <g key={value} class="axis">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 5} y={y(value) + 3.5} text-anchor="end">{brief(value)}</text>
          </g>
        ))}
        {years.map((year) => <text key={year} class="axis" x={x(year)} y={HEIGHT - 5} text-anchor="middle">{year}</text>)}
        {said.length > 1 ? <polyline class="trend" points={said.map((dot) => `${x(dot.at)},${y(dot.low)}`).join(" ")} /> : null}
        {dots.map((dot) => (
          <a key={dot.claim.id} href={to("document", dot.claim.doc, { claim: dot.claim.id })} aria-label={describe(dot.claim)}>
            <title>{describe(dot.claim)}</title>
            {dot.high !== dot.low ? <line class="range" x1={x(dot.at)} x2={x(dot.at)} y1={y(dot.low)} y2={y(dot.high)} /> : null}
            <circle class={`point ${dot.claim.modality}`} cx={x(dot.at)} cy={y(dot.low)} r={4.2} />
          </a>
        ))}
      </svg>
    </figure>
  );
}

function describe(claim: Claim): string {
  const how = claim.modality === "asserted" ? "" : ` · ${label(claim.modality)}`;
  return `${claim.time ?? claim.document.date ?? t("noDate")}: ${claim.figure ?? claim.value}${how} – ${claim.document.title ?? claim.doc}`;
}

function ticks(first: number, last: number): number[] {
  const step = Math.max(1, Math.ceil((last - first) / 5));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step);
}

export function Bars({ rows, name }: { rows: { key: string; value: number; title: string }[]; name: string }) {
  const top = Math.max(...rows.map((row) => row.value), 1);
  const wide = Math.max(2, Math.min(26, 300 / Math.max(rows.length, 1)));
  const width = Math.max(rows.length * wide, 120);
  const every = Math.max(1, Math.ceil(64 / wide));
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={name}>
      <svg class="bars" viewBox={`0 0 ${width} 92`} width={width} height={92} role="img" aria-label={`${name}: ${rows.map((row) => row.title).join("; ")}`}>
        {rows.map((row, n) => (
          <g key={row.key}>
            <rect x={n * wide + 1} width={Math.max(wide - 2, 1)} y={72 - (row.value / top) * 66} height={(row.value / top) * 66}><title>{row.title}</title></rect>
            {n % every === 0 && n * wide + LABEL < width ? <text class="axis" x={n * wide} y={87}>{row.key}</text> : null}
          </g>
        ))}
      </svg>
    </div>
  );
}
