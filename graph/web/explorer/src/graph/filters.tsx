/** The filters: what is left out, by kind of relation, class, modality, confidence and number of sources. */

import { count, percent, t } from "../base/language";
import { amend } from "../base/route";
import { classColour, label, relationColour, vocabulary } from "../base/vocabulary";
import { labelOf } from "../base/language";
import type { Model } from "./model";
import { LIMITS, MODALITIES, toggle, type State } from "./state";

type Name = "norelation" | "noclass" | "nomodality";

export function FilterPanel({ model, state, onClose }: { model: Model; state: State; onClose: () => void }) {
  const { filters } = state;
  const relations = tally([...model.lines.values()].map((line) => line.edge.relation));
  const classes = tally([...model.spots.values()].map((spot) => spot.node.type));
  const modalities = tally([...model.lines.values()].map((line) => line.edge.modality));
  return (
    <aside class="filters stack" aria-label={t("filters")}>
      <div class="row narrow-only"><h2 class="grow">{t("filters")}</h2><button class="button quiet small" onClick={onClose}>{t("close")}</button></div>
      <Boxes title={t("modality")} name="nomodality" out={filters.modalities} values={MODALITIES.filter((each) => modalities.has(each))} counts={modalities} line={(each) => each} />
      <section class="stack tight">
        <h2>{t("relations")}</h2>
        {vocabulary.value.families.map((family) => {
          const here = family.relations.filter((each) => relations.has(each));
          return here.length ? <Boxes key={family.name} sub title={labelOf(family.labels, family.name)} name="norelation" out={filters.relations} values={here} counts={relations} colour={relationColour} /> : null;
        })}
      </section>
      <Boxes title={t("classes")} name="noclass" out={filters.classes} values={vocabulary.value.classes.map((term) => term.name).filter((each) => classes.has(each))} counts={classes} colour={classColour} />
      <Range title={t("minConfidence")} value={filters.confidence} shown={percent(filters.confidence)} max={0.95} step={0.05} onChange={(value) => amend({ confidence: value || null })} />
      <Range title={t("minSources")} value={filters.sources} shown={String(filters.sources)} min={1} max={10} step={1} onChange={(value) => amend({ sources: value > 1 ? value : null })} />
      {state.ids.length ? null : (
        <label class="over">{t("detail")}
          <select class="field" value={state.limit} title={t("detailHelp")} onChange={(event) => amend({ limit: event.currentTarget.value === "300" ? null : event.currentTarget.value, camera: null })}>
            {LIMITS.map((limit) => <option key={limit} value={limit}>{t("nEntities", { n: count(limit) })}</option>)}
          </select>
        </label>
      )}
      <button class="button small" onClick={() => amend({ norelation: null, noclass: null, nomodality: null, confidence: null, sources: null, since: null, until: null, undated: null, hide: null })}>{t("reset")}</button>
    </aside>
  );
}

function Boxes({ title, name, out, values, counts, colour, line, sub = false }: {
  title: string; name: Name; out: ReadonlySet<string>; values: readonly string[]; counts: ReadonlyMap<string, number>;
  colour?: (name: string) => string; line?: (name: string) => string; sub?: boolean;
}) {
  return (
    <fieldset class={sub ? "boxes sub" : "boxes"}>
      <legend>{sub ? title : <h2>{title}</h2>}</legend>
      {values.map((each) => (
        <label key={each} class="box">
          <input type="checkbox" checked={!out.has(each)} onChange={() => toggle(name, each)} />
          {line ? <span class={`swatch line ${line(each)}`} aria-hidden="true" /> : null}
          {colour ? <span class={name === "noclass" ? "dot" : "swatch"} style={{ "--dot": colour(each) }} aria-hidden="true" /> : null}
          <span class="clip grow">{label(each)}</span>
          <span class="small faint num">{count(counts.get(each) ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Range({ title, value, shown, min = 0, max, step, onChange }: {
  title: string; value: number; shown: string; min?: number; max: number; step: number; onChange: (value: number) => void;
}) {
  return (
    <label class="over"><span class="row"><span class="grow">{title}</span><span class="num">{shown}</span></span>
      <input type="range" min={min} max={max} step={step} value={value} onInput={(event) => onChange(Number(event.currentTarget.value))} />
    </label>
  );
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
