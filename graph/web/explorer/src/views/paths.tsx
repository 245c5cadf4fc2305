/** How two entities hang together: chains of relations, each step with the sentences behind it. */

import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../base/api";
import { t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route, to } from "../base/route";
import type { Edge, Path } from "../base/types";
import { ClaimCard } from "../parts/claim";
import { EntityName, ModalityTag, RelationName, sourcesOf } from "../parts/names";
import { PickOne } from "../parts/picked";
import { Await, Nothing } from "../parts/status";

export function Paths() {
  const { params } = route.value;
  const which = { from: params.get("from"), to: params.get("to"), max: Number(params.get("max")) || 3, modality: params.getAll("modality") };
  const both = which.from && which.to;
  const told = useLoad(both ? JSON.stringify(which) : null, (signal) => ask<{ paths: Path[] }>("paths", which, signal));
  const ids = [...new Set(told.data?.paths.flatMap((path) => path.nodes.map((node) => node.id)))];
  return (
    <div class="page">
      <header>
        <h1>{t("paths")}</h1>
        <div class="choices">
          <PickOne label={t("start")} id={which.from} onPick={(from) => amend({ from })} />
          <PickOne label={t("end")} id={which.to} onPick={(end) => amend({ to: end })} />
          <label class="pick"><span class="small faint">{t("steps")}</span>
            <select class="field" value={which.max} onChange={(event) => amend({ max: event.currentTarget.value })}>{[1, 2, 3, 4].map((n) => <option key={n} value={n}>{n}</option>)}</select>
          </label>
          {ids.length ? <a class="button" href={to("graph", "", { ids: ids.slice(0, 80) })}>{t("showPaths")}</a> : null}
        </div>
      </header>
      {both ? null : <Nothing>{t("chooseEnds")}</Nothing>}
      <Await from={told}>
        {({ paths }) => (paths.length ? <ol class="stack">{paths.map((path, n) => <li key={n}><Chain path={path} first={n === 0} /></li>)}</ol> : <Nothing>{t("noPath", { n: which.max })}</Nothing>)}
      </Await>
    </div>
  );
}

function Chain({ path, first }: { path: Path; first: boolean }) {
  const [open, setOpen] = useState(first);
  return (
    <section class="card stack">
      <div class="chain">
        {path.nodes.map((node, n) => (
          <Fragment key={node.id}>
            <EntityName of={node} />
            <span class="hop">{between(path, node.id, path.nodes[n + 1]?.id).map(({ edge }) => <Step key={edge.id} edge={edge} from={node.id} />)}</span>
          </Fragment>
        ))}
        <span class="grow" />
        <button class="button quiet small toggles" aria-expanded={open} onClick={() => setOpen(!open)}>{t("sentences")}</button>
      </div>
      {open ? <div class="stack tight">{path.steps.flatMap((step) => step.claims.map((claim) => <ClaimCard key={claim.id} claim={claim} />))}</div> : null}
    </section>
  );
}

function Step({ edge, from }: { edge: Edge; from: string }) {
  return (
    <span class={`step ${edge.modality}`}>
      {!edge.symmetric && edge.target === from ? <span aria-hidden="true">◂</span> : null}
      <RelationName of={edge.relation} /> <ModalityTag of={edge.modality} /> <span class="small faint num">{sourcesOf(edge.sources)}</span>
      {!edge.symmetric && edge.source === from ? <span aria-hidden="true">▸</span> : null}
    </span>
  );
}

/** Return the relations of a path that join two neighbours on it; there may be several. */
function between(path: Path, one: string, other: string | undefined): Path["steps"] {
  return path.steps.filter(({ edge }) => (edge.source === one && edge.target === other) || (edge.source === other && edge.target === one));
}
