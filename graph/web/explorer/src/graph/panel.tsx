/** Beside the drawing: what is behind the chosen thing, a list that tells the same, and the legend. */

import { useEffect, useState } from "preact/hooks";
import { t } from "../base/language";
import type { Fetched } from "./fetching";
import { EdgeDetail, NodeDetail } from "./details";
import { Listed } from "./listed";
import { Legend } from "./legend";
import type { Model, Visible } from "./model";
import type { Stage } from "./stage";
import type { State } from "./state";

type Tab = "detail" | "list" | "legend";
const SAID = { detail: "open", list: "list", legend: "legend" } as const;

export function SidePanel({ model, seen, state, fetched, stage }: {
  model: Model; seen: Visible; state: State; fetched: Fetched | null; stage: Stage | null;
}) {
  const chosen = state.node ?? state.edge;
  const [tab, setTab] = useState<Tab>(chosen ? "detail" : "list");
  useEffect(() => { if (chosen) setTab("detail"); }, [chosen]);
  return (
    <aside class={`panel${chosen ? " chosen" : ""}`} aria-label={t("sentences")}>
      <div class="row tabs" role="group" aria-label={t("views")}>
        {(["detail", "list", "legend"] as const).map((each) => (
          <button key={each} class="button quiet small" aria-pressed={tab === each} onClick={() => setTab(each)}>{each === "detail" ? t("sentences") : t(SAID[each])}</button>
        ))}
      </div>
      <div class="panel-body" tabIndex={0} role="group" aria-label={tab === "detail" ? t("sentences") : t(SAID[tab])}>
        {tab === "detail" ? <Detail model={model} state={state} fetched={fetched} /> : null}
        {tab === "list" ? <Listed model={model} seen={seen} communities={fetched?.communities ?? []} stage={stage} /> : null}
        {tab === "legend" ? <Legend /> : null}
      </div>
    </aside>
  );
}

function Detail({ model, state, fetched }: { model: Model; state: State; fetched: Fetched | null }) {
  if (state.edge) return <EdgeDetail key={state.edge} id={state.edge} line={model.lines.get(state.edge)} />;
  if (state.node) return <NodeDetail key={state.node} id={state.node} model={model} state={state} fetched={fetched} />;
  return <p class="faint">{t("pickHint")}</p>;
}
