/** Two handles over a small histogram: relations that hold, or were told, between two months. */

import { useMemo } from "preact/hooks";
import { t } from "../base/language";
import { amend } from "../base/route";
import { monthName, monthsOf } from "../base/time";
import type { Model } from "./model";
import type { Filters } from "./state";

const BINS = 90;

export function TimeSlider({ model, filters }: { model: Model; filters: Filters }) {
  const months = useMemo(() => [...model.lines.values()].flatMap((line) => (line.months ? [line.months] : [])), [model]);
  const range = useMemo(() => rangeOf(months), [months]);
  if (!range) return null;
  const [low, high] = range;
  const since = Math.max(monthsOf(filters.since)?.[0] ?? low, low);
  const until = Math.min(monthsOf(filters.until)?.[1] ?? high, high);
  const set = (from: number, till: number): void =>
    amend({ since: from <= low ? null : monthName(from), until: till >= high ? null : monthName(till) });
  const undated = model.lines.size - months.length;
  return (
    <section class="time" aria-label={t("time")}>
      <span class="small num ends">{monthName(since)}</span>
      <div class="track">
        <Histogram months={months} low={low} high={high} since={since} until={until} />
        <input type="range" aria-label={t("from")} aria-valuetext={monthName(since)} min={low} max={high} value={since}
          onInput={(event) => set(Math.min(Number(event.currentTarget.value), until), until)} />
        <input type="range" aria-label={t("until")} aria-valuetext={monthName(until)} min={low} max={high} value={until}
          onInput={(event) => set(since, Math.max(Number(event.currentTarget.value), since))} />
      </div>
      <span class="small num ends">{monthName(until)}</span>
      {undated ? (
        <label class="box small"><input type="checkbox" checked={filters.undated} onChange={(event) => amend({ undated: event.currentTarget.checked ? null : "no" })} />{t("undated")}</label>
      ) : null}
    </section>
  );
}

function Histogram({ months, low, high, since, until }: { months: readonly [number, number][]; low: number; high: number; since: number; until: number }) {
  const bins = useMemo(() => {
    const counts = new Array<number>(Math.min(BINS, high - low + 1)).fill(0);
    for (const [first, last] of months) {
      const at = Math.floor((((first + last) / 2 - low) / (high - low + 1)) * counts.length);
      counts[Math.max(0, Math.min(at, counts.length - 1))]! += 1;
    }
    return counts;
  }, [months, low, high]);
  const top = Math.max(...bins, 1);
  const at = (bin: number): number => low + (bin / bins.length) * (high - low + 1);
  return (
    <svg viewBox={`0 0 ${bins.length} 20`} preserveAspectRatio="none" aria-hidden="true">
      {bins.map((n, bin) => (
        <rect key={bin} class={at(bin + 1) > since && at(bin) <= until ? "in" : "out"} x={bin + 0.1} width={0.8}
          y={20 - Math.sqrt(n / top) * 20} height={Math.sqrt(n / top) * 20} />
      ))}
    </svg>
  );
}

/** Leave single strays at the far ends out of the scale, so that the years that matter have room. */
function rangeOf(months: readonly [number, number][]): [number, number] | null {
  if (months.length < 2) return null;
  const firsts = months.map(([first]) => first).sort((a, b) => a - b);
  const lasts = months.map(([, last]) => last).sort((a, b) => a - b);
  const low = firsts[0]!;
  const high = lasts.at(-1)!;
  return high > low ? [low, high] : null;
}
