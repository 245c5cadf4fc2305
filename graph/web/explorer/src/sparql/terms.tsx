/** IRIs of the graph as people read them, and as links into the page. */

import { to } from "../base/route";
import { label } from "../base/vocabulary";
import type { Value } from "./ask";

const HOME = "https://w3id.org/zhitu/";
export const PREFIXES: Readonly<Record<string, string>> = {
  zt: `${HOME}ontology#`, ze: `${HOME}entity/`, zd: `${HOME}document/`, zc: `${HOME}claim/`, zf: `${HOME}fact/`,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", owl: "http://www.w3.org/2002/07/owl#",
  prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", dcterms: "http://purl.org/dc/terms/", skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/", xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** Return the id of an entity or a document from its IRI. */
export function idOf(iri: string, kind: "entity" | "document"): string | null {
  const base = PREFIXES[kind === "entity" ? "ze" : "zd"]!;
  if (!iri.startsWith(base) || iri.includes("#")) return null;
  try {
    return decodeURIComponent(iri.slice(base.length));
  } catch {
    return null;
  }
}

/** Return an IRI with a prefix where one fits. */
export function short(iri: string): string {
  for (const [prefix, base] of Object.entries(PREFIXES)) if (iri.startsWith(base)) return `${prefix}:${decoded(iri.slice(base.length))}`;
  return iri;
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

export function Term({ value }: { value: Value | undefined }) {
  if (!value) return <span class="faint">–</span>;
  if (value.type !== "uri") return <span class={numeric(value) ? "num" : undefined} lang={value["xml:lang"]}>{numeric(value) ? grouped(value.value) : value.value}</span>;
  const entity = idOf(value.value, "entity");
  if (entity !== null) return <a href={to("entity", entity)} title={value.value}>{entity}</a>;
  const document = idOf(value.value, "document");
  if (document !== null) return <a href={to("document", document)} title={value.value}>{document}</a>;
  if (value.value.startsWith(PREFIXES["zt"]!)) return <span title={value.value}>{label(value.value.slice(PREFIXES["zt"]!.length))}</span>;
  return <span class="mono" title={value.value}>{short(value.value)}</span>;
}

const NUMBERS = /#(?:integer|decimal|double|float|int|long|nonNegativeInteger|positiveInteger)$/;
export const numeric = (value: Value): boolean => value.type === "literal" && NUMBERS.test(value.datatype ?? "");

function grouped(text: string): string {
  return /^-?\d{5,}(\.\d+)?$/.test(text) ? text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ",")) : text;
}
