/** Several entities' values of one metric over time, one colour each. */

import type { Claim } from "../base/types";
import { brief, yearOf } from "./chart";

const HUES = ["#2a78b8", "#d4701d", "#2f8f5b", "#a34fb5", "#c23b3b"];
const WIDTH = 220;
const HEIGHT = 84;

/** Return the colour of the nth of the compared. */
export const hue = (n: number): string => HUES[n % HUES.length]!;

export function ComparedChart({ name, series }: { name: string; series: readonly Claim[][] }) {
  const units = new Map<string, number>();
  for (const claim of series.flat()) units.set(claim.unit ?? "", (units.get(claim.unit ?? "") ?? 0) + 1);
  const unit = [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  const dots = series.map((claims) => claims.flatMap((claim) => {
    const at = yearOf(claim.time) ?? yearOf(claim.document.date);
    const value = Number(claim.value);
    return at === null || claim.value === null || (claim.unit ?? "") !== unit || !Number.isFinite(value) ? [] : [{ at, value, claim }];
  }).sort((a, b) => a.at - b.at));
  const all = dots.flat();
  if (all.length < 2) return null;
  const [first, last] = [Math.min(...all.map((dot) => dot.at)), Math.max(...all.map((dot) => dot.at))];
  const [low, high] = [Math.min(0, ...all.map((dot) => dot.value)), Math.max(...all.map((dot) => dot.value), 0) || 1];
  const x = (at: number): number => 42 + ((at - first) / (last - first || 1)) * (WIDTH - 54);
  const y = (value: number): number => 8 + (1 - (value - low) / (high - low || 1)) * (HEIGHT - 28);
  return (
    <svg class="compared-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name}: ${all.map((dot) => `${dot.claim.subject.label} ${dot.claim.time ?? ""} ${dot.claim.figure ?? dot.value}`).join("; ")}`}>
      {[low, high].map((value) => <g key={value} class="axis"><line x1={42} x2={WIDTH} y1={y(value)} y2={y(value)} /><text x={38} y={y(value) + 3.5} text-anchor="end">{brief(value)}</text></g>)}
      <text class="axis" x={42} y={HEIGHT - 4}>{Math.floor(first)}</text>
      <text class="axis" x={WIDTH - 4} y={HEIGHT - 4} text-anchor="end">{Math.floor(last)}</text>
      {dots.map((each, n) => (
        <g key={n} stroke={hue(n)} fill={hue(n)}>
          <polyline fill="none" stroke-opacity="0.5" points={each.filter((dot) => dot.claim.modality === "asserted").map((dot) => `${x(dot.at)},${y(dot.value)}`).join(" ")} />
          {each.map((dot) => <circle key={dot.claim.id} cx={x(dot.at)} cy={y(dot.value)} r={3} fill-opacity={dot.claim.modality === "asserted" ? 1 : 0} />)}
        </g>
      ))}
    </svg>
  );
}
