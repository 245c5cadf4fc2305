/** All entities, by class and order. */

import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route } from "../base/route";
import type { Node, Page } from "../base/types";
import { label, vocabulary } from "../base/vocabulary";
import { EntityName } from "../parts/names";
import { Pager } from "../parts/pager";
import { Await } from "../parts/status";

const ORDERS = { mentions: "byMentions", degree: "byDegree", documents: "byDocuments", label: "byLabel" } as const;
const LIMIT = 100;

export function Entities() {
  const { params } = route.value;
  const which = { type: params.get("type"), sort: params.get("sort") ?? "mentions", offset: params.get("offset"), limit: LIMIT };
  const page = useLoad(JSON.stringify(which), (signal) => ask<Page<Node>>("entities", which, signal));
  return (
    <div class="page">
      <header class="row wrap">
        <h1>{t("entities")}</h1>
        <span class="grow" />
        <label class="over">{t("classes")}
          <select class="field" value={which.type ?? ""} onChange={(event) => amend({ type: event.currentTarget.value, offset: null })}>
            <option value="">{t("all")}</option>
            {vocabulary.value.classes.map((term) => <option key={term.name} value={term.name}>{label(term.name)}</option>)}
          </select>
        </label>
        <label class="over">{t("sortBy")}
          <select class="field" value={which.sort} onChange={(event) => amend({ sort: event.currentTarget.value, offset: null })}>
            {Object.entries(ORDERS).map(([name, said]) => <option key={name} value={name}>{t(said)}</option>)}
          </select>
        </label>
      </header>
      <Await from={page}>
        {(data) => (
          <section class="card scroll" tabIndex={0} aria-label={t("entities")}>
            <table>
              <thead><tr><th>{t("entity")}</th><th>{t("classes")}</th><th class="num">{t("byMentions")}</th><th class="num">{t("documents")}</th><th class="num">{t("relations")}</th></tr></thead>
              <tbody>
                {data.items.map((node) => (
                  <tr key={node.id}>
                    <td><EntityName of={node} /></td><td class="faint">{label(node.type)}</td>
                    <td class="num">{count(node.mentions)}</td><td class="num">{count(node.documents)}</td><td class="num">{count(node.degree)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pager page={data} />
          </section>
        )}
      </Await>
    </div>
  );
}
