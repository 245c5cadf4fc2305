/** The query library: find a question, fill in what it asks for, and have its SPARQL. */

import { useState } from "preact/hooks";
import { ask, segment } from "../base/api";
import { language, t } from "../base/language";
import { asProblem, useLoad } from "../base/load";
import type { Problem } from "../base/api";
import type { Question } from "../base/types";
import { label, vocabulary } from "../base/vocabulary";
import { Finder } from "../parts/finder";
import { Await, Trouble } from "../parts/status";
import { Picked } from "../parts/picked";

type OnQuery = (sparql: string) => void;

export function Questions({ onQuery }: { onQuery: OnQuery }) {
  const told = useLoad("questions", (signal) => ask<Question[]>("questions", {}, signal));
  const [sought, seek] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section class="stack tight questions" aria-label={t("examples")}>
      <h2>{t("examples")}</h2>
      <input class="field" type="search" aria-label={t("findQuestion")} placeholder={t("findQuestion")} value={sought} onInput={(event) => seek(event.currentTarget.value)} />
      <Await from={told}>
        {(all) => (
          <ul class="scroll" tabIndex={0} aria-label={t("examples")}>
            {all.filter((each) => fits(each, sought)).map((each) => (
              <li key={each.name}>
                <button class="edge-button" aria-expanded={open === each.name} onClick={() => choose(each, open, setOpen, onQuery)}>{titleOf(each)}</button>
                {open === each.name ? <Fill question={each} onQuery={onQuery} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Await>
    </section>
  );
}

function choose(question: Question, open: string | null, setOpen: (name: string | null) => void, onQuery: OnQuery): void {
  if (question.parameters.length) return setOpen(open === question.name ? null : question.name);
  onQuery(question.sparql);
}

function Fill({ question, onQuery }: { question: Question; onQuery: OnQuery }) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const bind = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const { sparql } = await ask<{ sparql: string }>(`questions/${segment(question.name)}`, values);
      setProblem(null);
      onQuery(sparql);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <form class="stack tight fill" onSubmit={(event) => void bind(event)}>
      {question.parameters.map((parameter) => (
        <div key={parameter.name} class="pick">
          <span class="small faint">{said(parameter.said, parameter.name)}{parameter.required ? ` · ${t("required")}` : ""}</span>
          <Parameter kind={parameter.kind} name={said(parameter.said, parameter.name)} value={values[parameter.name] ?? ""} otherwise={parameter.default} onChange={(value) => setValues({ ...values, [parameter.name]: value })} />
        </div>
      ))}
      {problem ? <Trouble problem={problem} /> : null}
      <button class="button primary small">{t("run")}</button>
    </form>
  );
}

function Parameter({ kind, name, value, otherwise, onChange }: { kind: string; name: string; value: string; otherwise: string | null; onChange: (value: string) => void }) {
  const { classes, relations, metrics, modalities } = vocabulary.value;
  const choices = { class: classes, relation: relations, metric: metrics, modality: modalities }[kind];
  if (kind === "entity") return value ? <Picked id={value} onRemove={() => onChange("")} /> : <Finder placeholder={name} onEntity={(hit) => onChange(hit.id)} />;
  if (choices) return <select class="field" aria-label={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}><option value="">{otherwise ? label(otherwise) : t("all")}</option>{choices.map((term) => <option key={term.name} value={term.name}>{label(term.name)}</option>)}</select>;
  return <input class="field" aria-label={name} placeholder={otherwise ?? ""} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}

const spoken = (): string => (language.value === "en" ? "en" : "zh-Hans");
const titleOf = (question: Question): string => question.title[language.value] ?? question.title[spoken()] ?? question.name;
const said = (texts: Partial<Record<string, string>>, name: string): string => texts[language.value] ?? texts[spoken()] ?? name;
const fits = (question: Question, sought: string): boolean => `${titleOf(question)} ${question.name}`.toLowerCase().includes(sought.trim().toLowerCase());
