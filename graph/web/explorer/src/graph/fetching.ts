/** What the graph view shows: the overview or chosen entities, and the neighbours of those that were expanded. */

import { ask, segment } from "../base/api";
import type { Community, Edge, Neighbours, Node, Overview, Shown } from "../base/types";
import type { State } from "./state";

/** Things that came at one step; those of later steps are placed around those of earlier ones. */
export interface Step { around: string | null; nodes: (Node & { x?: number; y?: number; community?: number })[]; edges: Edge[]; total: number }
export interface Fetched { steps: Step[]; communities: Community[]; total: { nodes: number; edges: number } | null }

export const NEIGHBOURS = 60;
const MOST_JOINED = 120; // so many ids fit in an address

/** Return the part of the state that decides what must be fetched. */
export const fetchKey = (state: State): string => JSON.stringify([state.ids, state.ids.length ? 0 : state.limit, state.expanded]);

/** Fetch all that a state shows. */
export async function fetchShown(state: State, signal: AbortSignal): Promise<Fetched> {
  const overview = state.ids.length ? null : ask<Overview>("overview", { limit: state.limit }, signal);
  const around = state.expanded.map((id) => ask<Neighbours>(`entities/${segment(id)}/neighbours`, { limit: NEIGHBOURS }, signal));
  const first: Step = overview
    ? { around: null, total: 0, ...(({ nodes, edges }) => ({ nodes, edges }))(await overview) }
    : { around: null, total: 0, ...(await ask<Shown>("graph", { ids: state.ids.join(",") }, signal)) };
  const steps = [first];
  for (const [n, told] of (await Promise.all(around)).entries()) {
    steps.push({ around: state.expanded[n] ?? null, nodes: told.nodes, edges: told.edges, total: told.total });
  }
  if (around.length) steps.push(await joins(steps, signal));
  const whole = overview ? await overview : null;
  return { steps, communities: whole?.communities ?? [], total: whole?.total ?? null };
}

/** Fetch what joins the neighbours among each other and with the rest. */
async function joins(steps: readonly Step[], signal: AbortSignal): Promise<Step> {
  const ids = new Set(steps.slice(1).flatMap((step) => step.nodes.map((node) => node.id)));
  for (const node of steps[0]?.nodes ?? []) ids.add(node.id);
  const some = [...ids].slice(0, MOST_JOINED);
  if (some.length < 2) return { around: null, nodes: [], edges: [], total: 0 };
  const { edges } = await ask<Shown>("graph", { ids: some.join(",") }, signal);
  return { around: null, nodes: [], edges, total: 0 };
}
