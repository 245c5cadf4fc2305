/** Completion: keywords, prefixes, our classes, relations, metrics and modalities, and the entities of the graph. */

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { ask } from "../base/api";
import type { Found, Term } from "../base/types";
import { comment, label, vocabulary } from "../base/vocabulary";
import { PREFIXES } from "./terms";

const KEYWORDS = ("SELECT CONSTRUCT ASK DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS PREFIX BASE DISTINCT REDUCED LIMIT OFFSET " +
  "ORDER BY GROUP HAVING ASC DESC EXISTS NOT IN COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND COALESCE IF " +
  "REGEX REPLACE CONTAINS STRSTARTS STRENDS STRAFTER STRBEFORE STRLEN SUBSTR UCASE LCASE CONCAT YEAR MONTH DAY NOW ROUND ABS CEIL FLOOR isIRI isLITERAL isBLANK").split(" ");
const PROPERTIES: Record<string, readonly string[]> = {
  rdf: ["type", "subject", "predicate", "object"], rdfs: ["label", "comment", "subClassOf", "subPropertyOf"], skos: ["prefLabel", "altLabel"],
  prov: ["wasDerivedFrom"], oa: ["exact", "hasSource"], dcterms: ["identifier", "title", "date", "publisher"],
  zt: ["Claim", "Fact", "value", "valueMax", "unit", "time", "modality", "confidence", "amount", "attributedTo", "contradicts", "support"],
};

export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const variable = context.matchBefore(/[?$]\w*/);
  if (variable) return { from: variable.from, options: variables(context.state.doc.toString(), variable.text), validFor: /^[?$]\w*$/ };
  const prefixed = context.matchBefore(/[A-Za-z]+:[^\s<>"{}|\\^`;,()]*/);
  if (prefixed) return named(prefixed.text, prefixed.from);
  const word = context.matchBefore(/[A-Za-z_\u3400-\u9fff]+/);
  if (!word || (word.text.length < 2 && !context.explicit)) return context.explicit ? { from: context.pos, options: keywords() } : null;
  return { from: word.from, options: [...keywords(), ...terms("zt:"), ...(await entities(word.text, "ze:"))] };
}

async function named(text: string, from: number): Promise<CompletionResult> {
  const [prefix = "", rest = ""] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  if (prefix === "ze") return { from, options: await entities(rest, "ze:"), filter: false };
  const known = (PROPERTIES[prefix] ?? []).map((name): Completion => ({ label: `${prefix}:${name}`, type: "property" }));
  return { from, options: prefix === "zt" ? [...terms("zt:"), ...known] : known, validFor: /^[A-Za-z]+:\w*$/ };
}

const keywords = (): Completion[] => [
  ...KEYWORDS.map((each): Completion => ({ label: each, type: "keyword" })),
  ...Object.entries(PREFIXES).map(([name, base]): Completion => ({ label: `PREFIX ${name}:`, apply: `PREFIX ${name}: <${base}>`, type: "namespace" })),
];

function terms(prefix: string): Completion[] {
  const { classes, relations, metrics, modalities } = vocabulary.value;
  const one = (type: string) => (term: Term): Completion => ({ label: `${prefix}${term.name}`, detail: label(term.name), info: comment(term.name) || label(term.name), type });
  return [...classes.map(one("class")), ...relations.map(one("property")), ...metrics.map(one("property")), ...modalities.map(one("constant"))];
}

async function entities(text: string, prefix: string): Promise<Completion[]> {
  if (!text) return [];
  const found = await ask<Found>("search", { q: text, limit: 12 }).catch(() => null);
  return (found?.entities ?? []).map((hit, n) => ({ label: hit.matched.startsWith(text) ? hit.matched : `${hit.label}`, detail: label(hit.type), apply: prefixedName(hit.iri, prefix), type: "variable", boost: -n }));
}

/** Return an IRI as a name with a prefix, where it may be one. */
function prefixedName(iri: string, prefix: string): string {
  const rest = iri.slice(PREFIXES["ze"]!.length);
  return /^[\w\u00b7\u00c0-\ud7ff-]+$/.test(rest) ? prefix + rest : `<${iri}>`;
}

function variables(text: string, typed: string): Completion[] {
  const names = new Set([...text.matchAll(/[?$]\w+/g)].map(([name]) => name));
  names.delete(typed);
  return [...names].map((label) => ({ label, type: "variable" }));
}
