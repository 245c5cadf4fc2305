/** How an entity, a relation and a modality are named in running text. */

import { count, t } from "../base/language";
import { to } from "../base/route";
import type { Modality, Ref } from "../base/types";
import { classColour, comment, label, readable, relationColour } from "../base/vocabulary";

export const Dot = ({ type }: { type: string }) => <span class="dot" style={{ "--dot": classColour(type) }} aria-hidden="true" />;

export function EntityName({ of, current = false }: { of: Ref; current?: boolean }) {
  const inside = (
    <>
      <Dot type={of.type} />
      <span class="clip">{of.label}</span>
    </>
  );
  const title = `${of.label} · ${label(of.type)}`;
  if (current) return <span class="entity" title={title}>{inside}</span>;
  return <a class="entity" href={to("entity", of.id)} title={title}>{inside}</a>;
}

export const RelationName = ({ of }: { of: string }) => (
  <span style={{ color: readable(relationColour(of)) }} title={comment(of)} class="relation">{label(of)}</span>
);

/** Say how a text puts it; what is simply asserted needs no saying. */
export function ModalityTag({ of, always = false }: { of: Modality; always?: boolean }) {
  if (of === "asserted" && !always) return null;
  return <span class={`tag ${of}`}>{label(of)}</span>;
}

/** Say how many independent sources there are. */
export const sourcesOf = (n: number): string => (n === 1 ? t("oneSource") : t("nSources", { n }));

/** Say how often an entity is named. */
export const mentionsOf = (n: number): string => (n === 1 ? t("oneMention") : t("nMentions", { n: count(n) }));
