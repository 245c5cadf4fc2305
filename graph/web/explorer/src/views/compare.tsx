/** Two to five entities side by side: figures as charts and values, relations shared and own. */

import { ask } from "../base/api";
import { t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route, to } from "../base/route";
import type { Claim, Comparison, Node } from "../base/types";
import { label } from "../base/vocabulary";
import { ComparedChart, hue } from "../parts/compared-chart";
import { Finder } from "../parts/finder";
import { EntityName, ModalityTag, RelationName } from "../parts/names";
import { Picked } from "../parts/picked";
import { Await, Nothing } from "../parts/status";

const MOST = 5;

export function Compare() {
  const ids = route.value.params.getAll("entity").slice(0, MOST);
  const told = useLoad(ids.length > 1 ? JSON.stringify(ids) : null, (signal) => ask<Comparison>("compare", { entity: ids }, signal));
  return (
    <div class="page wide">
      <header>
        <h1>{t("compare")}</h1>
        <div class="row wrap">
          {ids.map((id, n) => <span key={id} class="row tight"><span class="swatch" style={{ "--dot": hue(n) }} aria-hidden="true" /><Picked id={id} onRemove={() => amend({ entity: ids.filter((each) => each !== id) })} /></span>)}
          {ids.length < MOST ? <div class="adding"><Finder placeholder={t("addEntity")} onEntity={(hit) => amend({ entity: [...ids.filter((each) => each !== hit.id), hit.id] })} /></div> : null}
          {ids.length > 1 ? <a class="button small" href={to("graph", "", { ids, expand: ids })}>{t("showInGraph")}</a> : null}
        </div>
      </header>
      {ids.length < 2 ? <Nothing>{t("chooseTwo")}</Nothing> : <Await from={told}>{(data) => <Sides data={data} ids={ids} />}</Await>}
    </div>
  );
}

function Sides({ data, ids }: { data: Comparison; ids: readonly string[] }) {
  const metrics = [...data.metrics].sort((a, b) => sides(b) - sides(a));
  return (
    <>
      <section class="card stack scroll" tabIndex={0} aria-labelledby="metrics">
        <h2 id="metrics">{t("figures")}</h2>
        {metrics.length ? null : <Nothing />}
        {metrics.length ? (
          <table class="compared">
            <thead><tr><th scope="col">{t("metric")}</th>{data.entities.map((entity) => <th key={entity.id} scope="col"><EntityName of={entity} /></th>)}</tr></thead>
            <tbody>{metrics.map((metric) => <Metric key={metric.metric} metric={metric} ids={ids} />)}</tbody>
          </table>
        ) : null}
      </section>
      <section class="card stack scroll" tabIndex={0} aria-labelledby="compared-relations">
        <h2 id="compared-relations">{t("relations")}</h2>
        {data.relations.length ? (
          <table class="compared">
            <thead><tr><th scope="col">{t("relation")}</th><th scope="col">{t("shared")}</th>{data.entities.map((entity) => <th key={entity.id} scope="col"><EntityName of={entity} /></th>)}</tr></thead>
            <tbody>
              {data.relations.map((row) => (
                <tr key={row.relation}>
                  <th scope="row"><RelationName of={row.relation} /></th>
                  <td class="shared"><Names of={row.shared} /></td>
                  {ids.map((id) => <td key={id}><Names of={row.own[id] ?? []} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        ) : <Nothing />}
      </section>
    </>
  );
}

function Metric({ metric, ids }: { metric: Comparison["metrics"][number]; ids: readonly string[] }) {
  const claims = (id: string): Claim[] => metric.rows.find((row) => row.entity === id)?.claims ?? [];
  return (
    <tr>
      <th scope="row"><div>{label(metric.metric)}</div><ComparedChart name={label(metric.metric)} series={ids.map((id) => claims(id))} /></th>
      {ids.map((id) => (
        <td key={id}>
          <ul class="values">{claims(id).slice(0, 8).map((claim) => (
            <li key={claim.id}><a href={to("document", claim.doc, { claim: claim.id })} title={claim.evidence.quote}><strong class="num">{claim.figure ?? claim.value}</strong></a> <span class="small faint num">{claim.time ?? ""}</span> <ModalityTag of={claim.modality} /></li>
          ))}</ul>
          {claims(id).length > 8 ? <span class="small faint">+{claims(id).length - 8}</span> : null}
        </td>
      ))}
    </tr>
  );
}

const FEW = 12;

function Names({ of }: { of: readonly Node[] }) {
  return (
    <ul class="row wrap tight">
      {of.slice(0, FEW).map((node) => <li key={node.id}><EntityName of={node} /></li>)}
      {of.length > FEW ? <li class="small faint">+{of.length - FEW}</li> : null}
    </ul>
  );
}

const sides = (metric: Comparison["metrics"][number]): number => metric.rows.filter((row) => row.claims.length).length;
