/** The row of tools over the drawing: start again, add, fit, export. */

import { t } from "../base/language";
import { amend, go } from "../base/route";
import { Finder } from "../parts/finder";
import { CopyLink } from "../parts/copy-link";
import { exports, type Kind } from "./export";
import type { Model, Visible } from "./model";
import type { Stage } from "./stage";
import { bring, type State } from "./state";

export function Tools({ stage, model, seen, state, onFilters, filtersOpen }: {
  stage: Stage | null; model: Model; seen: Visible; state: State; onFilters: () => void; filtersOpen: boolean;
}) {
  const camera = stage?.sigma.getCamera();
  return (
    <div class="tools" role="toolbar" aria-label={t("graph")}>
      <button class="button small toggles narrow-only" aria-expanded={filtersOpen} onClick={onFilters}>{t("filters")}</button>
      <button class="button small" aria-pressed={!state.ids.length} onClick={() => go("graph")}>{t("overview")}</button>
      <div class="adding"><Finder placeholder={t("addEntity")} onEntity={(hit) => bring(hit.id)} /></div>
      <span class="grow" />
      <button class="button small icon" aria-label={t("zoomIn")} title={t("zoomIn")} onClick={() => void camera?.animatedZoom({ duration: 150 })}>+</button>
      <button class="button small icon" aria-label={t("zoomOut")} title={t("zoomOut")} onClick={() => void camera?.animatedUnzoom({ duration: 150 })}>−</button>
      <button class="button small" onClick={() => { stage?.fit(); amend({ camera: null }); }}>{t("fit")}</button>
      <CopyLink />
      <select class="field small exporting" aria-label={t("exportAs")} value=""
        onChange={(event) => { const kind = event.currentTarget.value as Kind | ""; event.currentTarget.value = ""; if (kind && stage) exports[kind](stage, model, seen); }}>
        <option value="">{t("exportAs")}</option>
        <option value="png">PNG</option><option value="svg">SVG</option><option value="gexf">GEXF</option>
      </select>
    </div>
  );
}
