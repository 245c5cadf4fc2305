/** What is said of an entity, in groups; each group opens to the sentences behind it. */

import { useState } from "preact/hooks";
import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import type { Card, Claim, Page } from "../base/types";
import { ClaimCard, FactLine } from "../parts/claim";
import { isSymmetric } from "../base/vocabulary";
import { RelationName } from "../parts/names";
import { Await, Nothing } from "../parts/status";

type Group = Card["relations"][number];
const FEW = 6;

export function Relations({ card }: { card: Card }) {
  return (
    <section class="card stack" aria-labelledby="relations">
      <h2 id="relations">{t("relations")}</h2>
      {card.relations.length ? null : <Nothing />}
      <div class="groups">
        {card.relations.map((group) => <RelationGroup key={`${group.relation} ${group.direction}`} group={group} id={card.id} />)}
      </div>
    </section>
  );
}

function RelationGroup({ group, id }: { group: Group; id: string }) {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState(false);
  const facts = all ? group.facts : group.facts.slice(0, FEW);
  return (
    <section class="group">
      <h3 class="row">
        <span><RelationName of={group.relation} /> {group.direction === "in" && !isSymmetric(group.relation) ? <span class="faint">{t("passive")}</span> : null}</span>
        <span class="small faint num">{count(group.total)}</span>
        <span class="grow" />
        <button class="button quiet small toggles" aria-expanded={open} onClick={() => setOpen(!open)}>{t("sentences")}</button>
      </h3>
      <ul>{facts.map((fact) => <FactLine key={fact.id} fact={fact} from={id} />)}</ul>
      {!all && group.facts.length > FEW
        ? <button class="button quiet small" onClick={() => setAll(true)}>{t("moreOf", { n: group.facts.length - FEW, total: group.total })}</button>
        : null}
      {open ? <Sentences group={group} id={id} /> : null}
    </section>
  );
}

function Sentences({ group, id }: { group: Group; id: string }) {
  const [limit, setLimit] = useState(20);
  const side = isSymmetric(group.relation) ? "entity" : group.direction === "out" ? "subject" : "object";
  const which = { [side]: id, predicate: group.relation, limit };
  const claims = useLoad(JSON.stringify(which), (signal) => ask<Page<Claim>>("claims", which, signal));
  return (
    <Await from={claims}>
      {(page) => (
        <div class="stack tight">
          {page.items.map((claim) => <ClaimCard key={claim.id} claim={claim} from={id} />)}
          {page.total > page.items.length && limit < 500
            ? <button class="button small" onClick={() => setLimit(Math.min(limit * 3, 500))}>{t("moreOf", { n: page.total - page.items.length, total: page.total })}</button>
            : null}
        </div>
      )}
    </Await>
  );
}
