/** Corrections by people: merge, split, rename, mark a claim wrong, and take any of it back. */

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { ask, tell, type Problem } from "../base/api";
import { t } from "../base/language";
import { asProblem, useLoad } from "../base/load";
import { amend, route } from "../base/route";
import type { Correction } from "../base/types";
import { about, label } from "../base/vocabulary";
import { Await, Nothing, Trouble } from "../parts/status";
import { CorrectionForm, KINDS, type Kind } from "./correction-form";

const KEY = "zhitu.token";
const token = signal(sessionStorage.getItem(KEY) ?? "");
const version = signal(0); // grows with each correction, so that the list is asked for again

function keep(value: string): void {
  token.value = value;
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

export function Curate() {
  const chosen = KINDS.find((kind) => kind === route.value.params.get("kind")) ?? "merge";
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    setDone(false);
    try {
      await work();
      setProblem(null);
      setDone(true);
      version.value += 1;
      return true;
    } catch (error) {
      const told = asProblem(error);
      setProblem(told);
      if (told.status === 401 || told.status === 403) keep("");
      return false;
    }
  };
  const post = (body: Record<string, string>): Promise<boolean> => send(() => tell("POST", "corrections", token.value, body));
  const undo = (number: number): void => void send(() => tell("DELETE", `corrections/${number}`, token.value));
  return (
    <div class="page">
      <header><h1>{t("curate")}</h1></header>
      {about.value?.curation ? (token.value ? <Kept /> : <AskToken />) : <p class="notice warn">{t("noCuration")}</p>}
      <div role="status">{done ? <p class="notice">{t("done")}</p> : null}</div>
      {problem ? <Trouble problem={problem} /> : null}
      {token.value && about.value?.curation ? (
        <section class="card stack">
          <div class="row wrap" role="group" aria-label={t("curate")}>
            {KINDS.map((kind) => <button key={kind} class="button" aria-pressed={kind === chosen} onClick={() => amend({ kind })}>{t(kind)}</button>)}
          </div>
          <CorrectionForm key={chosen} kind={chosen} given={route.value.params} onSend={post} />
        </section>
      ) : null}
      <Corrections onUndo={token.value ? undo : null} />
    </div>
  );
}

function AskToken() {
  const [text, setText] = useState("");
  return (
    <form class="card stack tight" onSubmit={(event) => { event.preventDefault(); if (text.trim()) keep(text.trim()); }}>
      <label class="over">{t("token")}<input class="field" type="password" autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <p class="small faint">{t("tokenHelp")}</p>
      <div><button class="button primary">{t("add")}</button></div>
    </form>
  );
}

const Kept = () => (
  <p class="row wrap small faint"><span>{t("tokenKept")}</span><button class="button small" onClick={() => keep("")}>{t("forget")}</button></p>
);

function Corrections({ onUndo }: { onUndo: ((number: number) => void) | null }) {
  const told = useLoad(`corrections ${version.value}`, (stop) => ask<Correction[]>("corrections", {}, stop));
  return (
    <section class="card stack" aria-labelledby="corrections">
      <h2 id="corrections">{t("corrections")}</h2>
      <Await from={told}>
        {(all) => (all.length ? <ul class="lines">{all.map((each) => <Row key={each.number} of={each} onUndo={onUndo} />)}</ul> : <Nothing />)}
      </Await>
    </section>
  );
}

function Row({ of, onUndo }: { of: Correction; onUndo: ((number: number) => void) | null }) {
  const known = KINDS.find((each): each is Kind => each === of.kind);
  return (
    <li class="correction">
      <span class="num faint">{of.number}</span> <strong>{known ? t(known) : of.kind}</strong>
      <span class="grow" title={of.told}>{[of.entity, of.name, of.claim].filter(Boolean).join(" · ")}{of.into || of.label || of.type ? ` → ${[of.into, of.label, of.type && label(of.type)].filter(Boolean).join(" · ")}` : ""}</span>
      <span class="small faint">{[of.by, of.date, of.note].filter(Boolean).join(" · ")}</span>
      {onUndo ? <button class="button small" aria-label={`${t("undo")} ${of.number}`} onClick={() => onUndo(of.number)}>{t("undo")}</button> : null}
    </li>
  );
}
