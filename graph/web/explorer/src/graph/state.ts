/** What the address says of the graph view, as plain data, and back. */

import { advance, amend, route } from "../base/route";
import type { Modality } from "../base/types";

export interface Filters {
  relations: ReadonlySet<string>; classes: ReadonlySet<string>; modalities: ReadonlySet<string>;
  since: string | null; until: string | null; undated: boolean; confidence: number; sources: number;
}

export interface State {
  ids: string[]; limit: number; expanded: string[]; hidden: string[]; pins: ReadonlyMap<string, Place>;
  node: string | null; edge: string | null; filters: Filters; camera: [x: number, y: number, ratio: number] | null;
}

export interface Place { x: number; y: number }
export const LIMITS = [100, 200, 300, 500] as const; // the server gives no more at once
export const MODALITIES: readonly Modality[] = ["asserted", "planned", "forecast", "denied", "hypothetical"];

/** Return the state that the address holds. */
export function readState(params: URLSearchParams = route.value.params): State {
  const numbers = (params.get("camera") ?? "").split("_").map(Number);
  return {
    ids: params.getAll("ids"),
    limit: Number(params.get("limit")) || 300,
    expanded: params.getAll("expand"),
    hidden: params.getAll("hide"),
    pins: new Map(params.getAll("pin").map(readPin)),
    node: params.get("select"),
    edge: params.get("edge"),
    camera: numbers.length === 3 && numbers.every(Number.isFinite) ? (numbers as [number, number, number]) : null,
    filters: {
      relations: new Set(params.getAll("norelation")),
      classes: new Set(params.getAll("noclass")),
      modalities: new Set(params.getAll("nomodality")),
      since: params.get("since"), until: params.get("until"), undated: params.get("undated") !== "no",
      confidence: Number(params.get("confidence")) || 0, sources: Number(params.get("sources")) || 1,
    },
  };
}

function readPin(text: string): [string, Place] {
  const [y = "0", x = "0", ...id] = text.split("_").reverse();
  return [id.reverse().join("_"), { x: Number(x), y: Number(y) }];
}

const pinText = (id: string, { x, y }: Place): string => `${id}_${Math.round(x)}_${Math.round(y)}`;

export const select = (id: string | null): void => amend({ select: id, edge: null });
export const selectEdge = (id: string | null): void => amend({ edge: id, select: null });
export const expand = (id: string): void => advance({ expand: [...readState().expanded.filter((each) => each !== id), id], select: id, edge: null, camera: null });
export const collapse = (id: string): void => advance({ expand: readState().expanded.filter((each) => each !== id) });
export const hide = (id: string): void => advance({ hide: [...readState().hidden, id], select: null });
export const only = (id: string): void => advance({ ids: id, expand: id, hide: null, pin: null, camera: null, select: id, edge: null });

/** Pin an entity at a place, or let it go. */
export function pin(id: string, place: Place | null): void {
  const pins = new Map(readState().pins);
  if (place) pins.set(id, place);
  else pins.delete(id);
  amend({ pin: [...pins].map(([each, at]) => pinText(each, at)) });
}

/** Bring an entity into view: beside what is there, or alone where the overview was. */
export function bring(id: string): void {
  const { ids } = readState();
  advance({ ids: [...ids.filter((each) => each !== id), id], expand: [...readState().expanded.filter((each) => each !== id), id], select: id, edge: null, camera: null });
}

/** Show or leave out one value of a filter. */
export function toggle(name: "norelation" | "noclass" | "nomodality", value: string): void {
  const now = route.value.params.getAll(name);
  amend({ [name]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value] });
}
