/** A claim as a card: what is said, in which words, by whom, and the way to its place in the text. */

import type { ComponentChildren } from "preact";
import { percent, t } from "../base/language";
import { to } from "../base/route";
import type { Claim, Fact } from "../base/types";
import { EntityName, ModalityTag, RelationName, sourcesOf } from "./names";

/** Say what a claim or a fact says, as one line. */
export function Statement({ of, from }: { of: Claim | Fact; from?: string }) {
  const modality = "modality" in of ? of.modality : "asserted";
  return (
    <span class="statement">
      <EntityName of={of.subject} current={of.subject.id === from} /> <RelationName of={of.predicate} />{" "}
      {of.object ? <EntityName of={of.object} current={of.object.id === from} /> : null}
      {of.figure ? <> <strong class="num">{of.figure}</strong></> : null} <ModalityTag of={modality} />
    </span>
  );
}

export function ClaimCard({ claim, from, chosen = false, inText = false, children, onOver }: {
  claim: Claim; from?: string; chosen?: boolean; inText?: boolean; children?: ComponentChildren; onOver?: (claim: Claim | null) => void;
}) {
  const spoken = attribution(claim);
  return (
    <article class={`claim ${claim.modality}${chosen ? " chosen" : ""}`} data-claim={claim.id}
      onMouseEnter={() => onOver?.(claim)} onMouseLeave={() => onOver?.(null)}>
      <Statement of={claim} {...(from === undefined ? {} : { from })} />
      <blockquote>{claim.evidence.quote}</blockquote>
      <footer class="small faint row wrap">
        {inText ? null : (
          <>
            <a href={to("document", claim.doc, { claim: claim.id })} title={t("atPlace")}>{claim.document.title ?? claim.doc}</a>
            {claim.document.publisher ? <span>{claim.document.publisher}</span> : null}
            {claim.document.date ? <span class="num">{claim.document.date}</span> : null}
          </>
        )}
        {claim.time ? <span class="num">{t("time")} {claim.time}</span> : null}
        {spoken ? <span>{t("saidBy", { who: spoken })}</span> : null}
        <span class="num" title={t("confidence")}>{t("confidence")} {percent(claim.confidence)}</span>
        {claim.contradicts.length ? <span class="tag disputed">{t("contradicted")}</span> : null}
      </footer>
      {children}
    </article>
  );
}

export function FactLine({ fact, from }: { fact: Fact; from: string }) {
  const other = fact.object && fact.object.id !== from ? fact.object : fact.subject;
  return (
    <li class="fact row wrap">
      <span class="grow row wrap tight">
        <EntityName of={other} />
        {fact.figure ? <strong class="num">{fact.figure}</strong> : null}
        {fact.disputed ? <span class="tag disputed">{t("disputed")}</span> : null}
      </span>
      {fact.time ? <span class="small faint num">{fact.time}</span> : null}
      <span class={`small num sources${fact.support > 1 ? " several" : ""}`}>{sourcesOf(fact.support)}</span>
    </li>
  );
}

function attribution(claim: Claim): string {
  const told = claim.attributedTo;
  return told === null ? "" : typeof told === "string" ? told : told.label;
}
