/** The address bar holds the view: `#/view/argument?parameters`. */

import { signal } from "@preact/signals";

export const VIEWS = ["graph", "entity", "documents", "document", "compare", "timeline", "conflicts", "paths", "sparql", "curate"] as const;
export type View = (typeof VIEWS)[number];
export type Params = Record<string, string | number | readonly string[] | null | undefined>;

export interface Route { view: View; argument: string; params: URLSearchParams }

function read(): Route {
  const [path = "", query = ""] = split(location.hash.replace(/^#\/?/, ""));
  const [view = "", ...rest] = path.split("/");
  const argument = decode(rest.join("/"));
  const known = VIEWS.find((each) => each === view) ?? "graph";
  return { view: known, argument, params: new URLSearchParams(query) };
}

function split(hash: string): [string, string] {
  const at = hash.indexOf("?");
  return at < 0 ? [hash, ""] : [hash.slice(0, at), hash.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const route = signal<Route>(read());
for (const event of ["hashchange", "popstate"]) addEventListener(event, () => (route.value = read()));

/** Return the address of a view. */
export function to(view: View, argument = "", params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "") query.append(name, String(each));
    }
  }
  const text = query.toString();
  return `#/${view}${argument ? `/${encodeURIComponent(argument)}` : ""}${text ? `?${text}` : ""}`;
}

/** Go to a view, as a click on a link does. */
export function go(view: View, argument = "", params: Params = {}): void {
  location.hash = to(view, argument, params);
}

/** Change parameters of the view in place; the way back stays what it was. */
export function amend(changes: Params): void {
  change(changes, "replaceState");
}

/** Change parameters of the view as a step that the browser's way back undoes. */
export function advance(changes: Params): void {
  change(changes, "pushState");
}

function change(changes: Params, how: "replaceState" | "pushState"): void {
  const { view, argument, params } = route.value;
  const all: Record<string, readonly string[]> = {};
  for (const name of new Set(params.keys())) all[name] = params.getAll(name);
  const next = to(view, argument, { ...all, ...changes });
  if (next === location.hash) return;
  history[how](null, "", next);
  route.value = read();
}
