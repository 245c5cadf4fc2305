/** An answer as a table, a chart or a graph. */

import { useState } from "preact/hooks";
import { count, t } from "../base/language";
import { Nothing } from "../parts/status";
import type { Answer, Row, Triple, Value } from "./ask";
import { ResultChart } from "./result-chart";
import { ResultGraph } from "./result-graph";
import { Term, numeric } from "./terms";

export type Shape = "table" | "chart" | "graph";
const STEP = 200;

export function Result({ answer, shape }: { answer: Answer; shape: Shape }) {
  if (answer.kind === "boolean") return <p class="boolean">{t(answer.yes ? "answerYes" : "answerNo")}</p>;
  const { columns, rows } = answer.kind === "rows" ? answer : asRows(answer.triples);
  if (shape === "graph") return <ResultGraph answer={answer} />;
  if (!rows.length) return <Nothing />;
  return shape === "chart" ? <ResultChart columns={columns} rows={rows} /> : <Table columns={columns} rows={rows} />;
}

function Table({ columns, rows }: { columns: readonly string[]; rows: readonly Row[] }) {
  const [most, setMost] = useState(STEP);
  const numbers = new Set(columns.filter((column) => rows.slice(0, 20).some((row) => row[column] && numeric(row[column]))));
  return (
    <>
      <div class="scroll result" tabIndex={0} role="group" aria-label={t("table")}>
        <table>
          <thead><tr>{columns.map((column) => <th key={column} scope="col" class={numbers.has(column) ? "num" : undefined}>{column}</th>)}</tr></thead>
          <tbody>{rows.slice(0, most).map((row, n) => <tr key={n}>{columns.map((column) => <td key={column} class={numbers.has(column) ? "num" : undefined}><Term value={row[column]} /></td>)}</tr>)}</tbody>
        </table>
      </div>
      {rows.length > most ? <button class="button small" onClick={() => setMost(most * 4)}>{t("moreOf", { n: count(Math.min(rows.length - most, most * 3)), total: count(rows.length) })}</button> : null}
    </>
  );
}

function asRows(triples: readonly Triple[]): { columns: string[]; rows: Row[] } {
  const row = ({ subject, predicate, object }: Triple): Record<string, Value> => ({ subject, predicate, object });
  return { columns: ["subject", "predicate", "object"], rows: triples.map(row) };
}
