/** What colours and strokes mean. */

import { count, labelOf, language, t } from "../base/language";
import type { About } from "../base/types";
import { about, classColour, label, vocabulary } from "../base/vocabulary";
import { MODALITIES } from "./state";

export function Legend() {
  const { classes, families } = vocabulary.value;
  return (
    <div class="stack legend">
      <section class="stack tight"><h2>{t("classes")}</h2>
        <ul>{classes.map((term) => <li key={term.name} class="row"><span class="dot" style={{ "--dot": classColour(term.name) }} />{label(term.name)}</li>)}</ul>
      </section>
      <section class="stack tight"><h2>{t("relations")}</h2>
        <ul>{families.map((family) => (
          <li key={family.name} class="row"><span class="swatch" style={{ "--dot": family.colour }} /><span><strong>{labelOf(family.labels, family.name)}</strong> <span class="faint">{family.relations.map(label).join(" · ")}</span></span></li>
        ))}</ul>
      </section>
      <section class="stack tight"><h2>{t("modality")}</h2>
        <ul>
          {MODALITIES.map((each) => <li key={each} class="row"><span class={`swatch line ${each}`} />{label(each)}</li>)}
          <li class="row"><span class="diamond" />{t("disputed")}</li>
        </ul>
      </section>
      {about.value ? <p class="small faint num">{summary(about.value)}</p> : null}
    </div>
  );
}

function summary({ graph, version }: About): string {
  const built = graph.built ? new Date(graph.built).toLocaleDateString(language.value) : "";
  const counts = [t("nDocuments", { n: count(graph.documents) }), t("nEntities", { n: count(graph.entities) }), t("nClaims", { n: count(graph.claims) })];
  return [...counts, built, `zhitu ${version}`].filter(Boolean).join(" · ");
}
