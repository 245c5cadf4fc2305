/** The bar at the top: the views, the search, the language and the theme. */

import { useEffect } from "preact/hooks";
import { LANGUAGES, language, t } from "../base/language";
import { go, route, to, type View } from "../base/route";
import { theme, type Theme } from "../base/theme";
import type { Language } from "../base/types";
import { about } from "../base/vocabulary";
import { Finder } from "./finder";

const TABS: readonly View[] = ["graph", "entity", "documents", "compare", "timeline", "conflicts", "paths", "sparql", "curate"];
const OWN_NAMES: Record<Language, string> = { "zh-Hans": "简体", "zh-Hant": "繁體", en: "English" };

export function Top() {
  const { view } = route.value;
  const here = view === "document" ? "documents" : view;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select, .cm-editor, .editor");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      document.getElementById("search")?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <header class="top">
      <a class="brand" href={to("graph")} title={`${t("overview")} · zhitu ${about.value?.version ?? ""}`}>知图 <span>zhitu</span></a>
      <nav class="nav" aria-label={t("views")}>
        {TABS.map((tab) => <a key={tab} href={to(tab)} aria-current={tab === here ? "page" : undefined}>{t(tab)}</a>)}
      </nav>
      <Finder id="search" placeholder={t("search")} quotes onEntity={(hit) => go("entity", hit.id)} />
      <select class="field" aria-label={t("language")} value={language.value}
        onChange={(event) => (language.value = event.currentTarget.value as Language)}>
        {LANGUAGES.map((each) => <option key={each} value={each} lang={each}>{OWN_NAMES[each]}</option>)}
      </select>
      <ThemeButton />
    </header>
  );
}

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const SIGN: Record<Theme, string> = { auto: "◐", light: "☀", dark: "☾" };

function ThemeButton() {
  const now = theme.value;
  const said = t(now === "auto" ? "themeAuto" : now === "light" ? "themeLight" : "themeDark");
  return (
    <button class="button quiet icon" id="theme" aria-label={`${t("theme")}: ${said}`} title={`${t("theme")}: ${said}`}
      onClick={() => (theme.value = NEXT[now])}>{SIGN[now]}</button>
  );
}
