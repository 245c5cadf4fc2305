/** The form of one correction; what each kind needs is a table. */

import { useState } from "preact/hooks";
import { ask, segment } from "../base/api";
import { t } from "../base/language";
import { useLoad } from "../base/load";
import type { MessageKey } from "../base/messages";
import type { Claim } from "../base/types";
import { label, vocabulary } from "../base/vocabulary";
import { ClaimCard } from "../parts/claim";
import { PickOne } from "../parts/picked";
import { Await } from "../parts/status";

export const KINDS = ["merge", "split", "rename", "wrong"] as const;
export type Kind = (typeof KINDS)[number];

interface Field { name: string; label: MessageKey; as: "entity" | "text" | "class" | "check"; optional?: boolean }
const NOTES: readonly Field[] = [{ name: "note", label: "note", as: "text", optional: true }, { name: "by", label: "by", as: "text", optional: true }];
const ENTITY: Field = { name: "entity", label: "entity", as: "entity" };
const FIELDS: Record<Kind, readonly Field[]> = {
  merge: [ENTITY, { name: "into", label: "into", as: "entity" }, ...NOTES, { name: "force", label: "force", as: "check", optional: true }],
  split: [ENTITY, { name: "name", label: "oneName", as: "text" }, { name: "into", label: "into", as: "entity", optional: true }, ...NOTES],
  rename: [ENTITY, { name: "label", label: "newName", as: "text" }, { name: "type", label: "newClass", as: "class", optional: true }, ...NOTES],
  wrong: [{ name: "claim", label: "claimId", as: "text" }, ...NOTES],
};
const HELP: Record<Kind, MessageKey> = { merge: "mergeHelp", split: "splitHelp", rename: "renameHelp", wrong: "wrongHelp" };

export function CorrectionForm({ kind, given, onSend }: { kind: Kind; given: URLSearchParams; onSend: (body: Record<string, string>) => Promise<boolean> }) {
  const fields = FIELDS[kind];
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ name }) => [name, given.get(name) ?? ""])));
  const set = (name: string, value: string): void => setValues({ ...values, [name]: value });
  const whole = fields.every((field) => field.optional || values[field.name]?.trim());
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim()));
    if (await onSend({ kind, ...body })) setValues({});
  };
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <p class="faint">{t(HELP[kind])}</p>
      {kind === "wrong" && values["claim"] ? <TheClaim id={values["claim"].trim()} /> : null}
      <div class="choices">{fields.map((field) => <Input key={field.name} field={field} value={values[field.name] ?? ""} onChange={(value) => set(field.name, value)} />)}</div>
      <div><button class="button primary" disabled={!whole}>{t("send")}</button></div>
    </form>
  );
}

function Input({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  if (field.as === "entity") return <PickOne label={t(field.label)} id={value || null} onPick={(id) => onChange(id ?? "")} />;
  if (field.as === "check") return <label class="box"><input type="checkbox" checked={value === "true"} onChange={(event) => onChange(event.currentTarget.checked ? "true" : "")} />{t(field.label)}</label>;
  return (
    <label class="pick"><span class="small faint">{t(field.label)}</span>
      {field.as === "text" ? <input class="field" value={value} onInput={(event) => onChange(event.currentTarget.value)} /> : (
        <select class="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">–</option>
          {vocabulary.value.classes.map((term) => <option key={term.name} value={term.name}>{label(term.name)}</option>)}
        </select>
      )}
    </label>
  );
}

function TheClaim({ id }: { id: string }) {
  const claim = useLoad(`claim ${id}`, (signal) => ask<Claim>(`claims/${segment(id)}`, {}, signal));
  return <Await from={claim}>{(told) => <ClaimCard claim={told} />}</Await>;
}
