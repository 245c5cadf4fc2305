/** The language of the page: chosen once, kept, and followed by labels that the server picks. */

import { computed, effect, signal } from "@preact/signals";
import { messages, type MessageKey } from "./messages";
import type { Labels, Language } from "./types";

export const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];
const KEY = "zhitu.language";

function first(): Language {
  const kept = localStorage.getItem(KEY);
  if (LANGUAGES.includes(kept as Language)) return kept as Language;
  for (const asked of navigator.languages) {
    if (/^zh-(Hant|TW|HK|MO)/i.test(asked)) return "zh-Hant";
    if (/^zh/i.test(asked)) return "zh-Hans";
    if (/^en/i.test(asked)) return "en";
  }
  return "zh-Hans";
}

export const language = signal<Language>(first());
const column = computed(() => LANGUAGES.indexOf(language.value));

effect(() => {
  document.documentElement.lang = language.value;
  localStorage.setItem(KEY, language.value);
});

/** Return a message in the language of the page, its places filled. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const text = messages[key][column.value] ?? messages[key][0];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Return the label that fits the page's language best. */
export function labelOf(labels: Labels | undefined, otherwise: string): string {
  const wanted = labels?.[language.value];
  if (wanted) return wanted;
  if (language.value === "zh-Hant") return labels?.["zh-Hans"] ?? labels?.en ?? otherwise;
  return labels?.en ?? labels?.["zh-Hans"] ?? otherwise;
}

/** Return a whole number with the marks of the language. */
export function count(value: number): string {
  return value.toLocaleString(language.value);
}

/** Return a confidence as a percentage. */
export function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}
