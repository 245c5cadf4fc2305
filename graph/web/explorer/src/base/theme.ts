/** Light or dark: as the system says, until the person says otherwise. */

import { computed, effect, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";
const KEY = "zhitu.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(system.matches);
system.addEventListener("change", () => (systemDark.value = system.matches));

export const theme = signal<Theme>((localStorage.getItem(KEY) as Theme | null) ?? "auto");
export const dark = computed(() => (theme.value === "auto" ? systemDark.value : theme.value === "dark"));

effect(() => {
  document.documentElement.dataset["theme"] = dark.value ? "dark" : "light";
  localStorage.setItem(KEY, theme.value);
});

const inks = new Map<string, string>();

/** Return a colour of the style sheet, for what is drawn on a canvas. */
export function ink(name: string): string {
  const key = `${dark.value} ${name}`;
  let colour = inks.get(key);
  if (colour === undefined) {
    colour = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || "#888888";
    inks.set(key, colour);
  }
  return colour;
}
