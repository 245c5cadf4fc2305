/** The frame of the page: what is always there, and the view that the address names. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentType } from "preact";
import { asProblem } from "./base/load";
import { foresee, type Problem } from "./base/api";
import { language, t } from "./base/language";
import { route, type View } from "./base/route";
import { loadVocabulary, vocabulary } from "./base/vocabulary";
import { Top } from "./parts/top";
import { Loading, Trouble } from "./parts/status";
import { Compare } from "./views/compare";
import { Conflicts } from "./views/conflicts";
import { Curate } from "./views/curate";
import { DocumentView } from "./views/document";
import { Documents } from "./views/documents";
import { Entity } from "./views/entity";
import { Paths } from "./views/paths";
import { Timeline } from "./views/timeline";

const late: Partial<Record<View, () => Promise<ComponentType>>> = {
  graph: () => import("./graph/view").then((module) => module.GraphView),
  sparql: () => import("./sparql/view").then((module) => module.SparqlView),
};
// The code and the data of the first view come while the vocabulary does.
void late[route.value.view]?.().catch(() => undefined);
if (route.value.view === "graph" && !route.value.params.has("ids")) foresee("overview", { limit: Number(route.value.params.get("limit")) || 300 });

const known: Partial<Record<View, ComponentType>> = {
  entity: Entity, documents: Documents, document: DocumentView, compare: Compare, timeline: Timeline, conflicts: Conflicts,
  paths: Paths, curate: Curate,
};

export function App() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (): void => void loadVocabulary().then(() => setProblem(null), (error: unknown) => setProblem(asProblem(error)));
  useEffect(load, []);
  const { view, argument } = route.value;
  const main = useRef<HTMLElement>(null);
  const before = useRef(`${view}/${argument}`);
  useEffect(() => {
    document.title = `${argument ? `${argument} · ` : ""}${t(view)} · 知图 zhitu`;
    if (before.current === `${view}/${argument}`) return;
    before.current = `${view}/${argument}`;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view, argument, language.value]);
  const ready = vocabulary.value.classes.length > 0;
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t("skip")}</a>
      <Top />
      <main id="main" tabIndex={-1} ref={main} data-view={view}>
        {problem ? <div class="page"><Trouble problem={problem} /><button class="button" onClick={load}>{t("retry")}</button></div> : null}
        {ready ? <Current view={view} /> : problem ? null : <Loading />}
      </main>
    </>
  );
}

function Current({ view }: { view: View }) {
  const [, again] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const Shown = known[view];
  useEffect(() => {
    setProblem(null);
    if (Shown) return;
    late[view]?.().then((found) => { known[view] = found; again((n) => n + 1); }, (error: unknown) => setProblem(asProblem(error)));
  }, [view]);
  if (problem) return <div class="page"><Trouble problem={problem} /></div>;
  return Shown ? <Shown /> : <Loading />;
}
