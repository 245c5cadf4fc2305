/** Where entities stand. No chance in it: the same address gives the same picture to everybody. */

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Fetched, Step } from "./fetching";
import type { Place } from "./state";

export const SPAN = 1000;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Return a place for every entity, step by step: what came later leaves what was there where it is. */
export function layout(fetched: Fetched): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [n, step] of fetched.steps.entries()) {
    const fresh = step.nodes.filter((node) => !places.has(node.id));
    if (!fresh.length) continue;
    if (fresh.every((node) => node.x !== undefined)) placeAsGiven(step, fresh, places);
    else settle(fetched.steps.slice(0, n + 1), fresh, places);
  }
  return places;
}

/** Take the server's places, with more room in the crowded middle and less around the strays far out. */
function placeAsGiven(step: Step, nodes: Step["nodes"], places: Map<string, Place>): void {
  const [midX, midY] = [median(nodes.map((node) => node.x ?? 0)), median(nodes.map((node) => node.y ?? 0))];
  const far = Math.max(...nodes.map((node) => Math.hypot((node.x ?? 0) - midX, (node.y ?? 0) - midY))) || 1;
  const graph = new Graph({ multi: true, type: "directed" });
  for (const node of nodes) {
    const [dx, dy] = [((node.x ?? 0) - midX) / far, ((node.y ?? 0) - midY) / far];
    const stretch = (Math.hypot(dx, dy) || 1) ** (POWER - 1) * (SPAN / 2);
    graph.addNode(node.id, { x: dx * stretch, y: dy * stretch, size: 4 + Math.sqrt(node.degree) });
  }
  join(graph, [{ ...step, edges: step.edges.length > CROWD ? [...step.edges].sort((a, b) => b.sources - a.sources || (a.id < b.id ? -1 : 1)).slice(0, CROWD) : step.edges }]);
  if (graph.order <= POLISHED) forceAtlas2.assign(graph, { iterations: graph.size > SPARSE ? 40 : 250, settings: graph.size > SPARSE ? CLOSE : APART });
  graph.forEachNode((id, { x, y }) => places.set(id, { x: x as number, y: y as number }));
}

/** Crowded graphs are only loosened; sparse ones fall into their groups, and islands stay near. */
const CLOSE = { barnesHutOptimize: true, gravity: 1.4, scalingRatio: 9, slowDown: 6, adjustSizes: true };
const APART = { barnesHutOptimize: false, gravity: 0.9, scalingRatio: 30, slowDown: 4, adjustSizes: true, linLogMode: true, strongGravityMode: false };
const SPARSE = 900; // relations
const POWER = 0.62;
const CROWD = 1500; // relations that pull at entities whose places the server has found already
const POLISHED = 700; // entities: more would take too long for how little it shows

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Add each pair that is joined once. */
function join(graph: Graph, steps: readonly Step[]): void {
  const seen = new Set<string>();
  for (const { source, target } of steps.flatMap((step) => step.edges)) {
    const pair = `${source}\n${target}`;
    if (seen.has(pair) || source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    seen.add(pair);
    graph.addEdge(source, target);
  }
}

/** Place new entities near what they are joined to, then let forces move them, and them alone. */
function settle(steps: readonly Step[], fresh: Step["nodes"], places: Map<string, Place>): void {
  const alone = places.size === 0;
  const anchor = places.get(steps.at(-1)?.around ?? "") ?? { x: SPAN / 2, y: SPAN / 2 };
  const graph = new Graph({ multi: true, type: "directed" });
  for (const [id, place] of places) graph.addNode(id, { ...place, fixed: true, size: 6 });
  fresh.forEach((node, n) => {
    const far = (alone ? 40 : 30) + 14 * Math.sqrt(n);
    graph.addNode(node.id, { x: anchor.x + far * Math.cos(n * GOLDEN), y: anchor.y + far * Math.sin(n * GOLDEN), fixed: false, size: 6 });
  });
  join(graph, steps);
  if (graph.order > 2) forceAtlas2.assign(graph, { iterations: graph.order > 600 ? 60 : 160, settings: { barnesHutOptimize: graph.order > 300, gravity: 0.6, scalingRatio: 26, slowDown: 4, adjustSizes: true } });
  for (const { id } of fresh) places.set(id, { x: graph.getNodeAttribute(id, "x") as number, y: graph.getNodeAttribute(id, "y") as number });
}
