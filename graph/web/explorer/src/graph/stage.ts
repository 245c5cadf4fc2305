/** The drawing itself: sigma shows the model, says what was pointed at, and moves what is dragged. */

import Graph from "graphology";
import Sigma from "sigma";
import type { NodeDisplayData } from "sigma/types";
import { ink } from "../base/theme";
import { classColour, label, relationColour } from "../base/vocabulary";
import { DASH, type LineData, RelationProgram } from "./edge-program";
import { drawHover, Labels } from "./labels";
import { DRAWN, NOTHING, type Line, type Model, type Visible } from "./model";
import { keepPace, sparePicking } from "./pace";
import type { Place } from "./state";

export interface Told {
  onNode(id: string): void; onEdge(id: string): void; onNothing(): void; onExpand(id: string): void;
  onMoved(id: string, place: Place): void; onCamera(camera: [number, number, number]): void;
}

const NONE: Visible = { nodes: new Set(), edges: new Set() };

export class Stage {
  readonly sigma: Sigma;
  private readonly graph = new Graph({ multi: true, type: "directed" });
  private readonly labels = new Labels();
  private model: Model = NOTHING;
  private seen: Visible = NONE;
  private chosen: { node: string | null; edge: string | null } = { node: null, edge: null };
  private detail: readonly string[] = [];
  private opacity = 0.65;
  private over: string | null = null;
  private near: ReadonlySet<string> | null = null;
  private dragged: string | null = null;

  constructor(box: HTMLElement, private readonly told: Told) {
    this.sigma = new Sigma(this.graph, box, {
      defaultEdgeType: "relation", edgeProgramClasses: { relation: RelationProgram },
      defaultDrawNodeLabel: this.labels.collect, defaultDrawNodeHover: drawHover,
      labelFont: getComputedStyle(document.body).fontFamily, labelSize: 12, labelDensity: 2, labelGridCellSize: 90, labelRenderedSizeThreshold: 4,
      edgeLabelFont: getComputedStyle(document.body).fontFamily, edgeLabelSize: 11, renderEdgeLabels: true,
      enableEdgeEvents: true, zIndex: true, minCameraRatio: 0.03, maxCameraRatio: 4, stagePadding: 50, allowInvalidContainer: true,
      nodeReducer: (id, data) => this.drawnNode(id, data as NodeDisplayData),
      edgeReducer: (id, data) => this.drawnEdge(id, data as LineData),
    });
    keepPace(this.sigma);
    sparePicking(this.sigma);
    this.listen();
  }

  /** Show a model; with *fresh* the frame is drawn around it anew. */
  show(model: Model, seen: Visible, fresh: boolean): void {
    if (fresh) this.sigma.setCustomBBox(null);
    this.over = null;
    this.detail = [];
    this.model = model;
    this.seen = seen;
    this.graph.clear();
    for (const [id, spot] of model.spots) this.graph.addNode(id, { x: spot.x, y: spot.y, size: spot.size, label: spot.node.label });
    for (const line of model.lines.values()) if (line.rank < DRAWN) this.add(line);
    this.opacity = Math.max(0.22, Math.min(0.65, 420 / model.lines.size));
    this.point();
  }

  /** Let other filters pass or choose another thing. */
  mark(seen: Visible, node: string | null, edge: string | null): void {
    this.seen = seen;
    this.chosen = { node, edge };
    this.point();
  }

  /** Draw again, in the colours and the language of now. */
  again(): void {
    this.sigma.setSetting("edgeLabelColor", { color: ink("ink-2") });
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Move the camera so that all, or some entities, are seen. */
  fit(ids?: readonly string[]): void {
    const places = (ids ?? []).flatMap((id) => this.sigma.getNodeDisplayData(id) ?? []);
    if (!places.length) return void this.sigma.getCamera().animatedReset({ duration: 250 });
    const [xs, ys] = [places.map((at) => at.x), places.map((at) => at.y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const ratio = Math.min(Math.max(right - left, high - low, 0.08) * 1.35, 1.2);
    void this.sigma.getCamera().animate({ x: (left + right) / 2, y: (low + high) / 2, ratio }, { duration: 250 });
  }

  kill(): void {
    this.sigma.kill();
  }

  private add({ edge, offset }: Line): void {
    if (!this.graph.hasEdge(edge.id)) this.graph.addEdgeWithKey(edge.id, edge.source, edge.target, { offset });
  }

  /** Bring in the relations of what is in focus that are not drawn otherwise, and let those of the last one go. */
  private bringDetail(focus: string | null, line: Line | undefined): void {
    const wanted = line ? [line] : [];
    if (focus && this.model.spots.has(focus)) for (const id of this.model.beyond.get(focus) ?? []) wanted.push(this.model.lines.get(id)!);
    const ids = new Set(wanted.map(({ edge }) => edge.id));
    for (const id of this.detail) if (!ids.has(id) && this.graph.hasEdge(id)) this.graph.dropEdge(id);
    this.detail = wanted.filter(({ rank }) => rank >= DRAWN).map(({ edge }) => edge.id);
    for (const each of wanted) this.add(each);
  }

  private point(): void {
    const { node, edge } = this.chosen;
    const focus = this.over ?? node;
    const line = edge ? this.model.lines.get(edge) : undefined;
    this.bringDetail(focus, line);
    if (focus && this.graph.hasNode(focus)) this.near = new Set([focus, ...this.graph.neighbors(focus)]);
    else this.near = line ? new Set([line.edge.source, line.edge.target]) : null;
    this.again();
  }

  private drawnNode(id: string, data: NodeDisplayData): Partial<NodeDisplayData> {
    const spot = this.model.spots.get(id);
    if (!spot || !this.seen.nodes.has(id)) return { ...data, hidden: true };
    const far = this.near !== null && !this.near.has(id);
    return {
      ...data, color: far ? ink("edge-faint") : classColour(spot.node.type), label: far ? null : spot.node.label,
      zIndex: far ? 0 : 1, highlighted: id === this.chosen.node, forceLabel: !far && this.roomForLabels(),
    };
  }

  private drawnEdge(id: string, data: LineData): Partial<LineData> {
    const line = this.model.lines.get(id);
    if (!line || !this.seen.edges.has(id)) return { ...data, hidden: true };
    const { edge } = line;
    const focus = this.over ?? this.chosen.node;
    const lit = id === this.chosen.edge || (focus !== null && (edge.source === focus || edge.target === focus));
    const far = this.near !== null && !lit;
    return {
      ...data, size: (id === this.chosen.edge ? 3 : 1) + Math.min(Math.log2(edge.sources + 1) * 0.7, 3.5), arrow: !edge.symmetric && !far,
      dash: edge.modality === "asserted" ? DASH.whole : edge.modality === "denied" ? DASH.dotted : DASH.dashed,
      color: far ? ink("edge-faint") : edge.modality === "denied" ? "#d5372c" : relationColour(edge.relation),
      opacity: far ? 0.45 : lit ? 1 : this.opacity, disputed: edge.disputed && !far, zIndex: lit ? 2 : far ? 0 : 1,
      label: lit && this.roomForLabels() ? label(edge.relation) : null, forceLabel: lit,
    };
  }

  /** Say whether all near the chosen one can be named without covering each other. */
  private roomForLabels(): boolean {
    return this.near !== null && this.near.size < this.sigma.getDimensions().width / 26;
  }

  private listen(): void {
    const { sigma, told } = this;
    sigma.on("afterRender", () => this.labels.write());
    sigma.on("clickNode", ({ node }) => told.onNode(node));
    sigma.on("doubleClickNode", (event) => { event.preventSigmaDefault(); told.onExpand(event.node); });
    sigma.on("clickEdge", ({ edge }) => told.onEdge(edge));
    sigma.on("clickStage", () => told.onNothing());
    sigma.on("enterNode", ({ node }) => { this.over = node; this.point(); });
    sigma.on("leaveNode", () => { this.over = null; this.point(); });
    sigma.on("enterEdge", () => (sigma.getContainer().dataset["over"] = "edge"));
    sigma.on("leaveEdge", () => delete sigma.getContainer().dataset["over"]);
    let rest: ReturnType<typeof setTimeout> | undefined;
    sigma.getCamera().on("updated", ({ x, y, ratio }) => {
      clearTimeout(rest);
      rest = setTimeout(() => told.onCamera([x, y, ratio]), 300);
    });
    this.listenToDrags();
  }

  private listenToDrags(): void {
    const { sigma, graph } = this;
    let moved = false;
    sigma.on("downNode", ({ node }) => { this.dragged = node; moved = false; });
    sigma.on("moveBody", ({ event }) => {
      if (!this.dragged) return;
      if (!moved && !sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      moved = true;
      const place = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(this.dragged, place);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = (): void => {
      const id = this.dragged;
      this.dragged = null;
      if (id && moved) this.told.onMoved(id, { x: graph.getNodeAttribute(id, "x") as number, y: graph.getNodeAttribute(id, "y") as number });
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }
}
