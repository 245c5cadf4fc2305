/** Where sources contradict each other, side against side, each with its sentences. */

import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route } from "../base/route";
import type { Conflict, Page } from "../base/types";
import { ClaimCard } from "../parts/claim";
import { EntityName, RelationName, sourcesOf } from "../parts/names";
import { Pager } from "../parts/pager";
import { PickOne } from "../parts/picked";
import { Await, Nothing } from "../parts/status";

const FEW = 3;

export function Conflicts() {
  const { params } = route.value;
  const which = { entity: params.get("entity"), offset: params.get("offset"), limit: 20 };
  const page = useLoad(JSON.stringify(which), (signal) => ask<Page<Conflict>>("conflicts", which, signal));
  return (
    <div class="page wide">
      <header>
        <h1>{t("conflicts")} {page.data ? <span class="faint num">{count(page.data.total)}</span> : null}</h1>
        <div class="choices"><PickOne label={t("anyEntity")} id={which.entity} onPick={(entity) => amend({ entity, offset: null })} /></div>
      </header>
      <Await from={page}>
        {(data) => (
          <>
            {data.items.length ? null : <Nothing />}
            {data.items.map((conflict, n) => <Sides key={`${conflict.subject.id} ${conflict.predicate} ${n}`} conflict={conflict} />)}
            <Pager page={data} />
          </>
        )}
      </Await>
    </div>
  );
}

function Sides({ conflict }: { conflict: Conflict }) {
  return (
    <section class="card stack">
      <h2 class="conflict-head"><EntityName of={conflict.subject} /> <RelationName of={conflict.predicate} /></h2>
      <div class="sides">
        {conflict.sides.map((side, n) => (
          <div key={n} class="stack tight side-of">
            <h3 class="row wrap"><span class="says num">{side.says}</span><span class={`small num sources${side.sources > 1 ? " several" : ""}`}>{sourcesOf(side.sources)}</span></h3>
            {side.claims.slice(0, FEW).map((claim) => <ClaimCard key={claim.id} claim={claim} from={conflict.subject.id} />)}
            {side.claims.length > FEW ? (
              <details><summary class="small">{t("moreOf", { n: side.claims.length - FEW, total: side.claims.length })}</summary>
                <div class="stack tight">{side.claims.slice(FEW).map((claim) => <ClaimCard key={claim.id} claim={claim} from={conflict.subject.id} />)}</div>
              </details>
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}
