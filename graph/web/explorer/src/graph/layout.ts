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
    if (fresh.every((node) => node.x !== undefined)) placeAsGiven(fresh, places);
    else settle(fetched.steps.slice(0, n + 1), fresh, places);
  }
  return places;
}

function placeAsGiven(nodes: Step["nodes"], places: Map<string, Place>): void {
  const xs = nodes.map((node) => node.x ?? 0);
  const ys = nodes.map((node) => node.y ?? 0);
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - low) || 1;
  for (const node of nodes) {
    places.set(node.id, { x: (((node.x ?? 0) - left) / size) * SPAN, y: (((node.y ?? 0) - low) / size) * SPAN });
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
  const seen = new Set<string>();
  for (const step of steps) {
    for (const edge of step.edges) {
      const pair = `${edge.source}\n${edge.target}`;
      if (seen.has(pair) || edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
      seen.add(pair);
      graph.addEdge(edge.source, edge.target);
    }
  }
  if (graph.order > 2) forceAtlas2.assign(graph, { iterations: graph.order > 600 ? 60 : 160, settings: { barnesHutOptimize: graph.order > 300, gravity: 0.6, scalingRatio: 26, slowDown: 4, adjustSizes: true } });
  for (const { id } of fresh) places.set(id, { x: graph.getNodeAttribute(id, "x") as number, y: graph.getNodeAttribute(id, "y") as number });
}
