/** Numbers of an answer as bars, or over time where a column holds times. */

import { useState } from "preact/hooks";
import { t } from "../base/language";
import { label } from "../base/vocabulary";
import { brief, yearOf } from "../parts/chart";
import { Nothing } from "../parts/status";
import type { Row } from "./ask";
import { idOf, numeric, short } from "./terms";

const MOST = 60;
const HEIGHT = 320;

export function ResultChart({ columns, rows }: { columns: readonly string[]; rows: readonly Row[] }) {
  const numbers = columns.filter((column) => rows.some((row) => row[column] && numeric(row[column])));
  const others = columns.filter((column) => !numbers.includes(column));
  const [value, setValue] = useState(numbers.at(-1) ?? "");
  const [name, setName] = useState(others[0] ?? "");
  if (!numbers.length) return <Nothing>{t("noChart")}</Nothing>;
  const column = numbers.includes(value) ? value : numbers.at(-1)!;
  const by = others.includes(name) ? name : (others[0] ?? "");
  const timed = others.find((each) => rows.some((row) => yearOf(row[each]?.value) !== null && /^\d{4}(-|$)/.test(row[each]?.value ?? "")));
  return (
    <div class="stack">
      <div class="row wrap">
        <Choice name={t("figures")} values={numbers} value={column} onChange={setValue} />
        {others.length ? <Choice name={t("names")} values={others} value={by} onChange={setName} /> : null}
      </div>
      {timed && by === timed ? <Dots rows={rows} value={column} time={timed} /> : <BarList rows={rows} value={column} name={by} />}
    </div>
  );
}

function Choice({ name, values, value, onChange }: { name: string; values: readonly string[]; value: string; onChange: (value: string) => void }) {
  return <label class="over">{name}<select class="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>{values.map((each) => <option key={each}>{each}</option>)}</select></label>;
}

function BarList({ rows, value, name }: { rows: readonly Row[]; value: string; name: string }) {
  const shown = rows.flatMap((row) => (row[value] && numeric(row[value]) ? [{ said: said(row, name), amount: Number(row[value].value) }] : [])).slice(0, MOST);
  const top = Math.max(...shown.map((bar) => Math.abs(bar.amount)), 0) || 1;
  return (
    <ul class="bar-list">
      {shown.map((bar, n) => (
        <li key={n}><span class="clip" title={bar.said}>{bar.said}</span><span class="bar"><span style={{ width: `${(Math.abs(bar.amount) / top) * 100}%` }} /></span><span class="num small">{brief(bar.amount)}</span></li>
      ))}
    </ul>
  );
}

function Dots({ rows, value, time }: { rows: readonly Row[]; value: string; time: string }) {
  const dots = rows.flatMap((row) => {
    const at = yearOf(row[time]?.value);
    return at !== null && row[value] && numeric(row[value]) ? [{ at, amount: Number(row[value].value), said: `${row[time]?.value}: ${row[value].value}` }] : [];
  });
  if (!dots.length) return <Nothing>{t("noChart")}</Nothing>;
  const [first, last] = [Math.floor(Math.min(...dots.map((dot) => dot.at))), Math.ceil(Math.max(...dots.map((dot) => dot.at)))];
  const top = Math.max(...dots.map((dot) => dot.amount)) || 1;
  const x = (at: number): number => 70 + ((at - first) / (last - first || 1)) * 710;
  const y = (amount: number): number => 12 + (1 - amount / top) * (HEIGHT - 40);
  const step = Math.max(1, Math.ceil((last - first) / 8));
  return (
    <svg class="dots" viewBox={`0 0 800 ${HEIGHT}`} role="img" aria-label={dots.slice(0, 50).map((dot) => dot.said).join("; ")}>
      {[0, top / 2, top].map((amount) => <g key={amount} class="axis"><line x1={70} x2={790} y1={y(amount)} y2={y(amount)} /><text x={62} y={y(amount) + 4} text-anchor="end">{brief(amount)}</text></g>)}
      {Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step).map((year) => <text key={year} class="axis" x={x(year)} y={HEIGHT - 8} text-anchor="middle">{year}</text>)}
      {dots.map((dot, n) => <circle key={n} class="point asserted" cx={x(dot.at)} cy={y(dot.amount)} r={5}><title>{dot.said}</title></circle>)}
    </svg>
  );
}

function said(row: Row, name: string): string {
  const value = row[name];
  if (!value) return "";
  return value.type === "uri" ? (idOf(value.value, "entity") ?? label(short(value.value).replace(/^zt:/, ""))) : value.value;
}
