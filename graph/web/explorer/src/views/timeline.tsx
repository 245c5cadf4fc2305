/** What is said to have happened, or to be about to, in the order of its time. */

import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route } from "../base/route";
import type { Timeline as Told } from "../base/types";
import { ClaimCard } from "../parts/claim";
import { PickOne } from "../parts/picked";
import { PredicateChoice } from "../parts/predicate";
import { Await, Nothing } from "../parts/status";

const STEP = 100;

export function Timeline() {
  const { params } = route.value;
  const limit = Number(params.get("limit")) || STEP;
  const which = { entity: params.get("entity"), predicate: params.get("predicate"), since: params.get("since"), until: params.get("until"), limit };
  const told = useLoad(JSON.stringify(which), (signal) => ask<Told>("timeline", which, signal));
  return (
    <div class="page">
      <header>
        <h1>{t("timeline")}</h1>
        <div class="choices">
          <PickOne label={t("anyEntity")} id={which.entity} onPick={(entity) => amend({ entity, limit: null })} />
          <PredicateChoice value={which.predicate} onChoose={(predicate) => amend({ predicate, limit: null })} />
          <Year name="since" label={t("from")} value={which.since} />
          <Year name="until" label={t("until")} value={which.until} />
        </div>
      </header>
      <Await from={told}>{(data) => (data.items.length ? <Periods data={data} limit={limit} from={which.entity} /> : <Nothing />)}</Await>
    </div>
  );
}

function Periods({ data, limit, from }: { data: Told; limit: number; from: string | null }) {
  const shown = data.items.reduce((sum, item) => sum + item.claims.length, 0);
  return (
    <>
      <ol class="periods">
        {data.items.map((item) => (
          <li key={item.period}>
            <h2 class="num">{item.period}</h2>
            <div class="stack tight">{item.claims.map((claim) => <ClaimCard key={claim.id} claim={claim} {...(from ? { from } : {})} />)}</div>
          </li>
        ))}
      </ol>
      {data.total > shown && limit < 500 ? <button class="button" onClick={() => amend({ limit: Math.min(limit + STEP, 500) })}>{t("moreOf", { n: count(Math.min(STEP, data.total - shown)), total: count(data.total) })}</button> : null}
    </>
  );
}

function Year({ name, label, value }: { name: "since" | "until"; label: string; value: string | null }) {
  return (
    <label class="pick"><span class="small faint">{label}</span>
      <input class="field num" inputMode="numeric" placeholder="2024-05" pattern="\d{4}(-\d{2}){0,2}" value={value ?? ""}
        onChange={(event) => event.currentTarget.reportValidity() && amend({ [name]: event.currentTarget.value, limit: null })} />
    </label>
  );
}
