/** What stands behind an entity or a relation of the drawing. */

import { ask } from "../base/api";
import { count, percent, t } from "../base/language";
import { useLoad } from "../base/load";
import { to } from "../base/route";
import type { Claim, Page } from "../base/types";
import { isSymmetric, label } from "../base/vocabulary";
import { ClaimCard } from "../parts/claim";
import { Dot, EntityName, mentionsOf, ModalityTag, RelationName, sourcesOf } from "../parts/names";
import { Await } from "../parts/status";
import { NEIGHBOURS, type Fetched } from "./fetching";
import type { Line, Model } from "./model";
import { collapse, expand, hide, only, pin, selectEdge, type State } from "./state";

export function NodeDetail({ id, model, state, fetched }: { id: string; model: Model; state: State; fetched: Fetched | null }) {
  const spot = model.spots.get(id);
  if (!spot) return <p class="faint">{id}</p>;
  const { node } = spot;
  const lines = [...model.lines.values()].filter(({ edge }) => edge.source === id || edge.target === id).sort((a, b) => b.edge.sources - a.edge.sources);
  const opened = state.expanded.includes(id);
  const step = fetched?.steps.find((each) => each.around === id);
  return (
    <div class="stack">
      <div>
        <h2 class="title row"><Dot type={node.type} /><a href={to("entity", id)}>{node.label}</a></h2>
        <p class="small faint num">{[label(node.type), mentionsOf(node.mentions), t("nDocuments", { n: count(node.documents) })].join(" · ")}</p>
        <p class="small faint clip">{node.names.slice(0, 6).join(" · ")}</p>
      </div>
      <div class="row wrap">
        {opened ? <button class="button small" onClick={() => collapse(id)}>{t("collapse")}</button> : <button class="button small primary" onClick={() => expand(id)}>{t("expand")}</button>}
        {state.pins.has(id) ? <button class="button small" aria-pressed="true" onClick={() => pin(id, null)}>{t("unpin")}</button> : <button class="button small" onClick={() => pin(id, spot)}>{t("pin")}</button>}
        <button class="button small" onClick={() => only(id)}>{t("only")}</button>
        <button class="button small" onClick={() => hide(id)}>{t("hide")}</button>
      </div>
      {step && step.total > step.edges.length ? <p class="small faint num">{t("neighboursCut", { n: Math.min(NEIGHBOURS, step.edges.length), total: count(step.total) })}</p> : null}
      <ul class="lines">{lines.slice(0, 80).map((line) => <li key={line.edge.id}><EdgeButton line={line} model={model} from={id} /></li>)}</ul>
    </div>
  );
}

/** A relation as a button that opens its sentences. */
export function EdgeButton({ line, model, from }: { line: Line; model: Model; from?: string }) {
  const { edge } = line;
  const name = (id: string) => (
    <span class="entity"><Dot type={model.spots.get(id)?.node.type ?? ""} /><span class="clip">{model.spots.get(id)?.node.label ?? id}</span></span>
  );
  return (
    <button class="edge-button" onClick={() => selectEdge(edge.id)}>
      {edge.source === from ? null : name(edge.source)} <RelationName of={edge.relation} /> {edge.target === from ? null : name(edge.target)}{" "}
      <ModalityTag of={edge.modality} />
      {edge.disputed ? <span class="tag disputed">{t("disputed")}</span> : null}
      <span class={`small num sources${edge.sources > 1 ? " several" : ""}`}>{sourcesOf(edge.sources)}</span>
    </button>
  );
}

export function EdgeDetail({ id, line }: { id: string; line: Line | undefined }) {
  const [source, relation, modality, target] = partsOf(id);
  const ends = isSymmetric(relation) ? { entity: [source, target] } : { subject: source, object: target };
  const which = { ...ends, predicate: relation, modality, limit: 100, sort: "confidence" };
  const claims = useLoad(JSON.stringify(which), (signal) => ask<Page<Claim>>("claims", which, signal));
  return (
    <div class="stack">
      <div>
        <h2 class="title">{line ? null : <RelationName of={relation} />}
          {claims.data?.items[0] ? <Heading claim={claims.data.items[0]} /> : null}
        </h2>
        {line ? (
          <p class="small faint num row wrap">
            <ModalityTag of={line.edge.modality} always />
            <span>{sourcesOf(line.edge.sources)}</span><span>{t("nClaims", { n: line.edge.claims })}</span><span>{t("confidence")} {percent(line.edge.confidence)}</span>
            {line.edge.first ? <span>{line.edge.first === line.edge.last ? line.edge.first : `${line.edge.first} – ${line.edge.last ?? ""}`}</span> : null}
            {line.edge.disputed ? <span class="tag disputed">{t("disputed")}</span> : null}
          </p>
        ) : null}
      </div>
      <Await from={claims}>{(page) => <div class="stack tight">{page.items.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</div>}</Await>
    </div>
  );
}

const Heading = ({ claim }: { claim: Claim }) => (
  <span class="statement"><EntityName of={claim.subject} /> <RelationName of={claim.predicate} /> {claim.object ? <EntityName of={claim.object} /> : null}</span>
);

/** Take the id of an edge apart: "source|relation/modality|target". */
function partsOf(id: string): [source: string, relation: string, modality: string, target: string] {
  const found = /^(.*)\|([A-Za-z]+)\/([a-z]+)\|(.*)$/s.exec(id);
  return found ? [found[1]!, found[2]!, found[3]!, found[4]!] : [id, "", "", ""];
}
