/** Entities picked for a view: their names, taken out again by a button, and a box to add more. */

import { useEffect, useState } from "preact/hooks";
import { ask, segment } from "../base/api";
import { language, t } from "../base/language";
import type { Card, Ref } from "../base/types";
import { EntityName } from "./names";
import { Finder } from "./finder";

const known = new Map<string, Ref>();

/** Return what is known of an entity by its id alone; asked for once. */
export function useEntity(id: string | null): Ref | null {
  const key = `${language.value} ${id}`;
  const [, again] = useState(0);
  useEffect(() => {
    if (!id || known.has(key)) return;
    const otherwise = { id, label: id, type: "" };
    ask<Card>(`entities/${segment(id)}`).then(({ label, type }) => known.set(key, { id, label, type }), () => known.set(key, otherwise)).finally(() => again((n) => n + 1));
  }, [key]);
  return id ? (known.get(key) ?? { id, label: id, type: "" }) : null;
}

export function Picked({ id, onRemove }: { id: string; onRemove: () => void }) {
  const ref = useEntity(id);
  if (!ref) return null;
  return (
    <span class="chip picked">
      <EntityName of={ref} />
      <button class="button quiet" aria-label={`${t("remove")}: ${ref.label}`} title={t("remove")} onClick={onRemove}>×</button>
    </span>
  );
}

/** Show one picked entity, or the box that picks one. */
export function PickOne({ label, id, onPick }: { label: string; id: string | null; onPick: (id: string | null) => void }) {
  return (
    <div class="pick">
      <span class="small faint">{label}</span>
      {id ? <Picked id={id} onRemove={() => onPick(null)} /> : <Finder placeholder={label} onEntity={(hit) => onPick(hit.id)} />}
    </div>
  );
}
