/** The graph view: filters, the drawing, the slider of time, and what is behind the chosen thing. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { count, language, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route } from "../base/route";
import { dark } from "../base/theme";
import { Loading, Trouble } from "../parts/status";
import { fetchKey, fetchShown } from "./fetching";
import { FilterPanel } from "./filters";
import { DRAWN, modelOf, NOTHING, visible, type Model } from "./model";
import { SidePanel } from "./panel";
import { Stage } from "./stage";
import { expand, pin, readState, select, selectEdge } from "./state";
import { TimeSlider } from "./time-slider";
import { Tools } from "./tools";
import "../styles/graph.css";

export function GraphView() {
  const state = readState(route.value.params);
  const key = fetchKey(state);
  const fetched = useLoad(key, (signal) => fetchShown(state, signal));
  const model = useMemo(() => (fetched.data ? modelOf(fetched.data, state) : NOTHING), [fetched.data, state.hidden.join("\n"), [...state.pins].join()]);
  const seen = useMemo(() => visible(model, state.filters), [model, JSON.stringify([...route.value.params].filter(([name]) => !["camera", "select", "edge"].includes(name)))]);
  const [filtersOpen, openFilters] = useState(false);
  const { box, stage, broken } = useStage(model, seen, fetched.data, state);
  const total = fetched.data?.total ?? { nodes: model.spots.size, edges: model.lines.size };
  return (
    <div class={`graph${filtersOpen ? " with-filters" : ""}`}>
      <h1 class="hidden-text">{t("graph")}</h1>
      <FilterPanel model={model} state={state} onClose={() => openFilters(false)} />
      <div class="middle">
        <Tools stage={stage} model={model} seen={seen} state={state} onFilters={() => openFilters(!filtersOpen)} filtersOpen={filtersOpen} />
        <div class="stage" data-ready={fetched.data && !fetched.loading ? "yes" : "no"}>
          <div class="canvas" ref={box} role="application" tabIndex={0} aria-label={t("canvas")} onKeyDown={(event) => stage && steer(event, stage)} />
          {fetched.loading ? <div class="over-stage"><Loading /></div> : null}
          {fetched.problem ? <div class="over-stage"><Trouble problem={fetched.problem} /></div> : null}
          {broken ? <p class="notice warn over-stage">{t("noWebGL")}</p> : null}
          <p class="counts small num" role="status">{t("shownOf", { n: count(seen.nodes.size), total: count(total.nodes), m: count(seen.edges.size), all: count(total.edges) })}{seen.edges.size > DRAWN ? ` · ${t("strongest", { n: count(DRAWN) })}` : ""}</p>
        </div>
        <TimeSlider model={model} filters={state.filters} />
      </div>
      <SidePanel model={model} seen={seen} state={state} fetched={fetched.data} stage={stage} />
    </div>
  );
}

/** Keep the drawing in step with what is to be shown. */
function useStage(model: Model, seen: ReturnType<typeof visible>, fetched: unknown, state: ReturnType<typeof readState>) {
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [broken, setBroken] = useState(false);
  const last = useRef<unknown>(null);
  useEffect(() => {
    if (!box.current) return;
    try {
      const made = new Stage(box.current, {
        onNode: select, onEdge: selectEdge, onExpand: expand, onMoved: pin,
        onNothing: () => amend({ select: null, edge: null }),
        onCamera: (camera) => amend({ camera: camera.map((each) => each.toFixed(4)).join("_") }),
      });
      if (state.camera) made.sigma.getCamera().setState({ x: state.camera[0], y: state.camera[1], ratio: state.camera[2] });
      setStage(made);
      return () => made.kill();
    } catch {
      return setBroken(true); // no WebGL: the list tells the same
    }
  }, []);
  useEffect(() => {
    if (!stage || !fetched) return;
    stage.show(model, seen, last.current !== fetched);
    if (last.current && last.current !== fetched && !state.camera) stage.fit();
    last.current = fetched;
  }, [stage, model]);
  useEffect(() => stage?.mark(seen, state.node, state.edge), [stage, model, seen, state.node, state.edge]);
  useEffect(() => stage?.again(), [stage, dark.value, language.value]);
  return { box, stage, broken };
}

/** Move and zoom by keyboard. */
function steer(event: KeyboardEvent, { sigma }: Stage): void {
  const camera = sigma.getCamera();
  const step = 0.12 * camera.ratio;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => void camera.animate({ x: camera.x - step }, { duration: 120 }),
    ArrowRight: () => void camera.animate({ x: camera.x + step }, { duration: 120 }),
    ArrowUp: () => void camera.animate({ y: camera.y + step }, { duration: 120 }),
    ArrowDown: () => void camera.animate({ y: camera.y - step }, { duration: 120 }),
    "+": () => void camera.animatedZoom({ duration: 150 }), "=": () => void camera.animatedZoom({ duration: 150 }),
    "-": () => void camera.animatedUnzoom({ duration: 150 }), "0": () => void camera.animatedReset({ duration: 200 }),
    Escape: () => amend({ select: null, edge: null }),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}
