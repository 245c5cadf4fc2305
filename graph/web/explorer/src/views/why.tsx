/** Where an entity's names come from: rules, joins and corrections, as the server tells them. */

import { useState } from "preact/hooks";
import { ask, segment } from "../base/api";
import { t } from "../base/language";
import { useLoad } from "../base/load";
import { Await } from "../parts/status";

export function Why({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const why = useLoad(open ? `why/${id}` : null, (signal) => ask<unknown>(`entities/${segment(id)}/why`, {}, signal));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{t("whyNames")}</summary>
      <Await from={why}>{(told) => <Told value={told} />}</Await>
    </details>
  );
}

/** Show plain data as nested lists: its shape is the server's to choose. */
function Told({ value }: { value: unknown }) {
  if (Array.isArray(value)) return <ul class="told">{value.map((each, n) => <li key={n}><Told value={each} /></li>)}</ul>;
  if (value === null || typeof value !== "object") return <span>{String(value ?? "–")}</span>;
  const rows = Object.entries(value).filter(([, each]) => each !== null && each !== "" && !(Array.isArray(each) && !each.length));
  return <dl class="told">{rows.map(([name, each]) => <div key={name}><dt class="faint">{name}</dt><dd><Told value={each} /></dd></div>)}</dl>;
}
