/** The entities of an answer as a graph: what rows put side by side, or what triples say. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { ask } from "../base/api";
import { t } from "../base/language";
import { useLoad } from "../base/load";
import { go, to } from "../base/route";
import { dark } from "../base/theme";
import type { Edge, Node, Shown } from "../base/types";
import { modelOf, visible } from "../graph/model";
import { Stage } from "../graph/stage";
import { readState } from "../graph/state";
import { Await, Nothing } from "../parts/status";
import type { Answer, Row } from "./ask";
import { idOf, PREFIXES } from "./terms";
import "../styles/graph.css";

const MOST = 100;

export function ResultGraph({ answer }: { answer: Answer }) {
  const { ids, edges } = useMemo(() => entitiesOf(answer), [answer]);
  const told = useLoad(ids.length ? ids.join("\n") : null, (signal) => ask<Shown>("graph", { ids: ids.join(",") }, signal));
  if (!ids.length) return <Nothing>{t("noGraph")}</Nothing>;
  return <Await from={told}>{(shown) => <Drawn nodes={shown.nodes} edges={edges.length ? edges : shown.edges} />}</Await>;
}

function Drawn({ nodes, edges }: { nodes: Node[]; edges: Edge[] }) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const nothing = (): void => undefined;
    try {
      stage.current = new Stage(box.current, { onNode: (id) => go("entity", id), onEdge: nothing, onNothing: nothing, onExpand: nothing, onMoved: nothing, onCamera: nothing });
    } catch {
      return; // no WebGL: the list below tells the same
    }
    const state = { ...readState(new URLSearchParams()), ids: nodes.map((node) => node.id) };
    const model = modelOf({ steps: [{ around: null, nodes, edges, total: 0 }], communities: [], total: null }, state);
    stage.current.show(model, visible(model, state.filters), true);
    return () => stage.current?.kill();
  }, [nodes, edges]);
  useEffect(() => stage.current?.again(), [dark.value]);
  return (
    <div class="stack">
      <div class="stage small-stage"><div class="canvas" ref={box} role="img" aria-label={nodes.map((node) => node.label).join(", ")} /></div>
      <div class="row wrap">
        <a class="button small primary" href={to("graph", "", { ids: nodes.map((node) => node.id) })}>{t("openInGraph")}</a>
        <span class="small faint num">{t("nEntities", { n: nodes.length })} · {t("nEdges", { n: edges.length })}</span>
      </div>
    </div>
  );
}

/** Return the entities of an answer and what it says joins them. */
export function entitiesOf(answer: Answer): { ids: string[]; edges: Edge[] } {
  const ids = new Set<string>();
  const edges = new Map<string, Edge>();
  const join = (source: string, relation: string, target: string): void => {
    const id = `${source}|${relation}/asserted|${target}`;
    edges.set(id, { id, source, target, relation, modality: "asserted", symmetric: false, claims: 1, sources: 1, confidence: 1, first: null, last: null, disputed: false });
  };
  if (answer.kind === "triples") {
    for (const { subject, predicate, object } of answer.triples) {
      const [source, target] = [idOf(subject.value, "entity"), object.type === "uri" ? idOf(object.value, "entity") : null];
      if (source !== null) ids.add(source);
      if (target !== null) ids.add(target);
      if (source !== null && target !== null) join(source, relationOf(predicate.value), target);
    }
  } else if (answer.kind === "rows") {
    for (const row of answer.rows) for (const id of inRow(answer.columns, row)) ids.add(id);
  }
  const some = new Set([...ids].slice(0, MOST));
  return { ids: [...some], edges: [...edges.values()].filter((edge) => some.has(edge.source) && some.has(edge.target)) };
}

const inRow = (columns: readonly string[], row: Row): string[] =>
  columns.flatMap((column) => (row[column]?.type === "uri" ? (idOf(row[column].value, "entity") ?? []) : []));

const relationOf = (iri: string): string => (iri.startsWith(PREFIXES["zt"]!) ? iri.slice(PREFIXES["zt"]!.length) : iri);
