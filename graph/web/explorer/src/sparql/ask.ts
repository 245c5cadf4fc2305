/** Asks the endpoint and reads its answers: rows, yes or no, or triples. */

import { address, problemOf, reach, Refused } from "../base/api";

export interface Value { type: "uri" | "literal" | "bnode" | "triple"; value: string; "xml:lang"?: string; datatype?: string }
export type Row = Record<string, Value>;
export interface Triple { subject: Value; predicate: Value; object: Value }
export type Answer = { kind: "rows"; columns: string[]; rows: Row[]; cut: boolean } | { kind: "boolean"; yes: boolean } | { kind: "triples"; triples: Triple[]; cut: boolean };

const ROWS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";

export async function askSparql(query: string, signal: AbortSignal): Promise<Answer> {
  const body = new URLSearchParams({ query });
  const response = await reach(address("sparql"), { method: "POST", body, signal, headers: { Accept: `${ROWS}, ${TRIPLES};q=0.9` } });
  if (!response.ok) throw new Refused(await problemOf(response));
  const cut = response.headers.get("zhitu-cut") === "true";
  const text = await response.text();
  if ((response.headers.get("Content-Type") ?? "").includes("triples")) return { kind: "triples", triples: readTriples(text), cut };
  const told = JSON.parse(text) as { head: { vars?: string[]; link?: string[] }; boolean?: boolean; results?: { bindings: Row[] } };
  if (told.boolean !== undefined) return { kind: "boolean", yes: told.boolean };
  return { kind: "rows", columns: told.head.vars ?? [], rows: told.results?.bindings ?? [], cut: cut || Boolean(told.head.link?.length) };
}

const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?/g;
const SIGNS: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Read N-Triples, as the endpoint writes them: one triple a line. */
export function readTriples(text: string): Triple[] {
  const found: Triple[] = [];
  for (const line of text.split("\n")) {
    const [subject, predicate, object] = [...line.matchAll(TERM)].map(termOf);
    if (subject && predicate && object) found.push({ subject, predicate, object });
  }
  return found;
}

function termOf([, iri, blank, text, language, datatype]: RegExpMatchArray): Value {
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: unescaped(text ?? ""), ...(language ? { "xml:lang": language } : {}), ...(datatype ? { datatype } : {}) };
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short?: string, long?: string, sign?: string) =>
    short ?? long ? String.fromCodePoint(parseInt((short ?? long)!, 16)) : (SIGNS[sign!] ?? sign!));

/** Fetch the answer in a format, for keeping. */
export async function download(query: string, accept: string): Promise<Blob> {
  const response = await reach(address("sparql"), { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: accept } });
  if (!response.ok) throw new Refused(await problemOf(response));
  return response.blob();
}
