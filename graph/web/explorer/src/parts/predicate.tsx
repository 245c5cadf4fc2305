/** A choice of one relation or metric. */

import { labelOf, t } from "../base/language";
import { label, vocabulary } from "../base/vocabulary";

export function PredicateChoice({ value, onChoose }: { value: string | null; onChoose: (name: string | null) => void }) {
  const { families, metrics } = vocabulary.value;
  return (
    <label class="pick"><span class="small faint">{t("relation")} / {t("metric")}</span>
      <select class="field" value={value ?? ""} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        <option value="">{t("anyRelation")}</option>
        {families.map((family) => (
          <optgroup key={family.name} label={labelOf(family.labels, family.name)}>
            {family.relations.map((name) => <option key={name} value={name}>{label(name)}</option>)}
          </optgroup>
        ))}
        <optgroup label={t("metric")}>{metrics.map((term) => <option key={term.name} value={term.name}>{label(term.name)}</option>)}</optgroup>
      </select>
    </label>
  );
}
