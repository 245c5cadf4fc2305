/** The terms of the ontology with their labels and colours, fetched once. */

import { signal } from "@preact/signals";
import { ask } from "./api";
import { labelOf } from "./language";
import { dark } from "./theme";
import type { About, Family, Relation, Term, Vocabulary } from "./types";

const FAINT = "#7b8794";

export const vocabulary = signal<Vocabulary>({ classes: [], relations: [], metrics: [], modalities: [], families: [] });
export const about = signal<About | null>(null);
let terms = new Map<string, Term>();
let relations = new Map<string, Relation>();
let families = new Map<string, Family>();

/** Fetch what every view needs. */
export async function loadVocabulary(): Promise<void> {
  const [told, words] = await Promise.all([ask<About>(""), ask<Vocabulary>("vocabulary")]);
  terms = new Map([...words.modalities, ...words.metrics, ...words.relations, ...words.classes].map((each) => [each.name, each]));
  relations = new Map(words.relations.map((each) => [each.name, each]));
  families = new Map(words.families.map((each) => [each.name, each]));
  about.value = told;
  vocabulary.value = words;
}

/** Return the label of a class, relation, metric or modality. */
export function label(name: string): string {
  return labelOf((vocabulary.value, terms.get(name)?.labels), name);
}

/** Return what a term means, in a sentence. */
export function comment(name: string): string {
  return labelOf((vocabulary.value, terms.get(name)?.comment), "");
}

/** Return the colour of a class. */
export function classColour(name: string): string {
  return (vocabulary.value, terms.get(name)?.colour) ?? FAINT;
}

/** Return the colour of a relation's family. */
export function relationColour(name: string): string {
  const relation = (vocabulary.value, relations.get(name));
  return relation?.colour ?? families.get(relation?.family ?? "")?.colour ?? FAINT;
}

/** Say whether a relation reads the same from both ends. */
export const isSymmetric = (name: string): boolean => relations.get(name)?.symmetric ?? false;

/** Return a colour as text on the page's ground: mixed towards the ink until it can be read. */
export function readable(colour: string): string {
  const [share, ink] = dark.value ? [0.55, 255] : [0.55, 0];
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * share + ink * (1 - share)));
  return parts.some(Number.isNaN) ? "inherit" : `rgb(${parts.join(" ")})`;
}
