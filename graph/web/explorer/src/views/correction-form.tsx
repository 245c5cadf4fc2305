/** The form of one correction; what each kind needs is a table. */

import { useState } from "preact/hooks";
import { t } from "../base/language";
import type { MessageKey } from "../base/messages";
import { PickOne } from "../parts/picked";

export const KINDS = ["merge", "split", "rename", "wrong"] as const;
export type Kind = (typeof KINDS)[number];

interface Field { name: string; label: MessageKey; entity?: boolean; optional?: boolean }
const NOTE: Field = { name: "note", label: "note", optional: true };
const FIELDS: Record<Kind, readonly Field[]> = {
  merge: [{ name: "entity", label: "entity", entity: true }, { name: "into", label: "into", entity: true }, NOTE],
  split: [{ name: "entity", label: "entity", entity: true }, { name: "name", label: "names" }, { name: "into", label: "into", entity: true }, NOTE],
  rename: [{ name: "entity", label: "entity", entity: true }, { name: "label", label: "newName" }, NOTE],
  wrong: [{ name: "claim", label: "claimId" }, NOTE],
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
      <div class="choices">
        {fields.map((field) => (field.entity ? (
          <PickOne key={field.name} label={t(field.label)} id={values[field.name] || null} onPick={(id) => set(field.name, id ?? "")} />
        ) : (
          <label key={field.name} class="pick"><span class="small faint">{t(field.label)}</span>
            <input class="field" value={values[field.name] ?? ""} onInput={(event) => set(field.name, event.currentTarget.value)} />
          </label>
        )))}
      </div>
      <div><button class="button primary" disabled={!whole}>{t("send")}</button></div>
    </form>
  );
}
