/** The graph on the stage: entities and relations with all that drawing needs, and which of them the filters let pass. */

import type { Edge, Node } from "../base/types";
import { monthsOf } from "../base/time";
import type { Fetched } from "./fetching";
import { layout } from "./layout";
import type { Filters, Place, State } from "./state";

export interface Spot extends Place { node: Node; size: number; community: number | null; root: boolean }
export interface Line { edge: Edge; offset: number; months: [number, number] | null; rank: number }
export interface Model { spots: ReadonlyMap<string, Spot>; lines: ReadonlyMap<string, Line>; beyond: ReadonlyMap<string, string[]> }
export const NOTHING: Model = { spots: new Map(), lines: new Map(), beyond: new Map() };
export interface Visible { nodes: ReadonlySet<string>; edges: ReadonlySet<string> }

/** So many relations are drawn at once, the best supported first; the rest show with the entity that one points at. */
export const DRAWN = 2500;
const STEP = 5; // between parallel relations, in pixels

/** Put what was fetched together. */
export function modelOf(fetched: Fetched, state: State): Model {
  const places = layout(fetched);
  const roots = new Set([...state.ids, ...state.expanded]);
  const spots = new Map<string, Spot>();
  for (const step of fetched.steps) {
    for (const node of step.nodes) {
      if (spots.has(node.id) || state.hidden.includes(node.id)) continue;
      const place = state.pins.get(node.id) ?? places.get(node.id) ?? { x: 0, y: 0 };
      spots.set(node.id, { ...place, node, size: 0, community: node.community ?? null, root: roots.has(node.id) });
    }
  }
  const edges = new Map<string, Edge>();
  for (const step of fetched.steps) {
    for (const edge of step.edges) {
      if (edge.source !== edge.target && spots.has(edge.source) && spots.has(edge.target)) edges.set(edge.id, edge);
    }
  }
  sized(spots);
  const lines = linesOf([...edges.values()].sort(bySupport));
  return { spots, lines, beyond: beyondOf(lines) };
}

/** Return the relations of each entity that are not drawn until one points at it. */
function beyondOf(lines: ReadonlyMap<string, Line>): Map<string, string[]> {
  const beyond = new Map<string, string[]>();
  for (const { edge, rank } of lines.values()) {
    if (rank < DRAWN) continue;
    for (const end of [edge.source, edge.target]) {
      const ids = beyond.get(end);
      if (ids) ids.push(edge.id);
      else beyond.set(end, [edge.id]);
    }
  }
  return beyond;
}

/** Let the best connected be the greatest, and all smaller where there are many. */
function sized(spots: ReadonlyMap<string, Spot>): void {
  const top = Math.max(...[...spots.values()].map((spot) => spot.node.degree), 12);
  const most = Math.max(6, Math.min(15, 15 * Math.sqrt(140 / Math.max(spots.size, 1))));
  for (const spot of spots.values()) spot.size = 3 + (most - 3) * Math.sqrt(spot.node.degree / top);
}

const bySupport = (a: Edge, b: Edge): number =>
  b.sources - a.sources || b.claims - a.claims || b.confidence - a.confidence || (a.id < b.id ? -1 : 1);

/** Move relations of one pair apart, to both sides of the middle. */
function linesOf(edges: readonly Edge[]): Map<string, Line> {
  const pairs = new Map<string, Edge[]>();
  for (const edge of edges) {
    const pair = edge.source < edge.target ? `${edge.source}\n${edge.target}` : `${edge.target}\n${edge.source}`;
    const together = pairs.get(pair);
    if (together) together.push(edge);
    else pairs.set(pair, [edge]);
  }
  const ranks = new Map(edges.map((edge, rank) => [edge.id, rank]));
  const lines = new Map<string, Line>();
  for (const together of pairs.values()) {
    together.forEach((edge, n) => {
      const side = (n - (together.length - 1) / 2) * STEP;
      lines.set(edge.id, { edge, offset: edge.source < edge.target ? side : -side, months: monthsOfEdge(edge), rank: ranks.get(edge.id) ?? 0 });
    });
  }
  return lines;
}

function monthsOfEdge(edge: Edge): [number, number] | null {
  const [first, last] = [monthsOf(edge.first), monthsOf(edge.last ?? edge.first)];
  return first && last ? [first[0], last[1]] : null;
}

/** Return what the filters let pass; an entity that loses all its relations goes with them, unless it was asked for. */
export function visible(model: Model, filters: Filters): Visible {
  const [since, until] = [monthsOf(filters.since)?.[0] ?? -Infinity, monthsOf(filters.until)?.[1] ?? Infinity];
  const passes = ({ edge, months }: Line): boolean =>
    !filters.relations.has(edge.relation) && !filters.modalities.has(edge.modality) &&
    edge.confidence >= filters.confidence && edge.sources >= filters.sources &&
    (months ? months[0] <= until && months[1] >= since : filters.undated || (since === -Infinity && until === Infinity));
  const classed = new Set([...model.spots].filter(([, spot]) => !filters.classes.has(spot.node.type)).map(([id]) => id));
  const edges = new Set<string>();
  const joined = new Set<string>();
  for (const [id, line] of model.lines) {
    if (!classed.has(line.edge.source) || !classed.has(line.edge.target) || !passes(line)) continue;
    edges.add(id);
    joined.add(line.edge.source).add(line.edge.target);
  }
  return { edges, nodes: new Set([...classed].filter((id) => joined.has(id) || model.spots.get(id)?.root)) };
}
