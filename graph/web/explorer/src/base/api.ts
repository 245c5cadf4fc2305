/** The server's read API: one function asks, and says in one way what went wrong. */

import { language } from "./language";

export interface Problem { title: string; status: number; detail: string; line?: number; column?: number; parameter?: string }
type Value = string | number | boolean | null | undefined;
export type Parameters = Record<string, Value | readonly Value[]>;

/** What the server, or the way to it, refused. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

/** Return an address of the server relative to the page, with its parameters. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(parameters)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value !== undefined && value !== null && value !== "") query.append(name, String(value));
    }
  }
  const text = query.toString();
  return new URL(path + (text ? `?${text}` : ""), document.baseURI.replace(/#.*$/, "")).href;
}

/** Return an id as one segment of an address. */
export const segment = (id: string): string => encodeURIComponent(id);

const early = new Map<string, Promise<Response>>();
const apiAddress = (path: string, parameters: Parameters): string => address(`api/${path}`, { lang: language.value, ...parameters });

/** Fetch what will be asked for in a moment, while the code that asks is still on its way. */
export function foresee(path: string, parameters: Parameters = {}): void {
  const url = apiAddress(path, parameters);
  const coming = reach(url, {});
  coming.catch(() => early.delete(url)); // who asks will be told
  early.set(url, coming);
}

/** Fetch JSON from the API in the page's language. */
export async function ask<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  const url = apiAddress(path, parameters);
  const foreseen = early.get(url);
  early.delete(url);
  return read<T>(await (foreseen ?? reach(url, signal ? { signal } : {})));
}

/** Send JSON to the API with the token that allows it. */
export async function tell<T>(method: "POST" | "DELETE", path: string, token: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return read<T>(await reach(address(`api/${path}`), { method, headers, body: body === undefined ? null : JSON.stringify(body) }));
}

/** Fetch from the server; a server that is not there is a problem like any other. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({ title: "offline", status: 0, detail: String(error) });
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Refused(await problemOf(response));
  const text = await response.text();
  return (text ? JSON.parse(text) : null) as T;
}

/** Return the problem that an answer tells. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const told = JSON.parse(text) as Partial<Problem>;
    return { ...told, title: told.title ?? response.statusText, status: response.status, detail: told.detail ?? "" };
  } catch {
    return { title: response.statusText, status: response.status, detail: text.slice(0, 500) };
  }
}
