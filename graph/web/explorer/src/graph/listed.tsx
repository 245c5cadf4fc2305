/** The drawing as a list: what a person who cannot see or point at it needs, and a quick way in for all. */

import { useState } from "preact/hooks";
import { count, t } from "../base/language";
import type { Community } from "../base/types";
import { label } from "../base/vocabulary";
import { Dot } from "../parts/names";
import type { Model, Visible } from "./model";
import type { Stage } from "./stage";
import { select } from "./state";

const FEW = 60;

export function Listed({ model, seen, communities, stage }: { model: Model; seen: Visible; communities: readonly Community[]; stage: Stage | null }) {
  const [most, setMost] = useState(FEW);
  const spots = [...model.spots.values()].filter((spot) => seen.nodes.has(spot.node.id)).sort((a, b) => b.node.degree - a.node.degree || (a.node.id < b.node.id ? -1 : 1));
  const grouped = communities.filter((each) => each.size > 2);
  return (
    <div class="stack">
      {grouped.length ? (
        <section class="stack tight">
          <h2>{t("communities")}</h2>
          <ul class="row wrap">
            {grouped.slice(0, 14).map((each) => (
              <li key={each.id}><button class="button small" onClick={() => stage?.fit(membersOf(model, each))}>{each.label} <span class="faint num">{count(each.size)}</span></button></li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="stack tight">
        <h2>{t("entities")} <span class="faint num">{count(spots.length)}</span></h2>
        <ul class="lines">
          {spots.slice(0, most).map(({ node }) => (
            <li key={node.id}>
              <button class="edge-button" onClick={() => select(node.id)}>
                <span class="entity"><Dot type={node.type} /><span class="clip">{node.label}</span></span>
                <span class="small faint">{label(node.type)}</span>
                <span class="small num faint sources">{t("nEdges", { n: count(node.degree) })}</span>
              </button>
            </li>
          ))}
        </ul>
        {spots.length > most ? <button class="button small" onClick={() => setMost(most * 4)}>{t("more")}</button> : null}
      </section>
    </div>
  );
}

function membersOf(model: Model, community: Community): string[] {
  const all = [...model.spots.values()].filter((spot) => spot.community === community.id).map((spot) => spot.node.id);
  return all.length ? all : community.members;
}
