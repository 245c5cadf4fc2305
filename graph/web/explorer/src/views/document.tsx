/** The original article with every claim at its exact characters; claims and sentences lead to each other. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route, to } from "../base/route";
import type { Claim, DocumentText } from "../base/types";
import { about } from "../base/vocabulary";
import { ClaimCard } from "../parts/claim";
import { EntityName } from "../parts/names";
import { Await, Nothing } from "../parts/status";
import { OriginalText } from "./text";

export function DocumentView() {
  const id = route.value.argument;
  const text = useLoad(`document/${id}`, (signal) => ask<DocumentText>("document", { id }, signal));
  return <div class="page wide"><Await from={text}>{(data) => <Whole key={data.id} article={data} />}</Await></div>;
}

function Whole({ article }: { article: DocumentText }) {
  const chosen = new Set(route.value.params.getAll("claim"));
  const entity = route.value.params.get("entity");
  const claims = useMemo(() => [...article.claims].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end), [article]);
  const body = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const key = [...chosen].join("|");
  useEffect(() => {
    body.current?.querySelector("mark.chosen, .mention.sought")?.scrollIntoView({ block: "center" });
    if (key) bringIntoSight(side.current, side.current?.querySelector(".claim.chosen"));
  }, [key, entity]);
  return (
    <>
      <header>
        <h1>{article.title ?? article.id}</h1>
        <p class="row wrap small faint num">
          {[article.publisher, article.date, article.language, t("characters", { n: count(article.characters) })].filter(Boolean).map((each) => <span key={each}>{each}</span>)}
          {article.reprintOf ? <span>{t("reprintOf")} <a href={to("document", article.reprintOf)}>{article.reprintOf}</a></span> : null}
          {article.url ? <a href={article.url} rel="noreferrer" target="_blank">{t("original")} ↗</a> : null}
        </p>
      </header>
      <div class="columns reading">
        <div class="card" ref={body}>
          <OriginalText article={article} chosen={chosen} entity={entity} onChoose={(ids) => amend({ claim: ids, entity: null })} />
        </div>
        <aside class="beside side scroll" ref={side} tabIndex={0} aria-label={t("claimsIn")}>
          <section class="stack tight" aria-labelledby="claims-in">
            <h2 id="claims-in">{t("claimsIn")} <span class="num faint">{claims.length}</span></h2>
            {claims.length ? null : <Nothing>{t("noClaims")}</Nothing>}
            {claims.map((claim) => <InText key={claim.id} claim={claim} chosen={chosen.has(claim.id)} />)}
          </section>
          <section class="stack tight" aria-labelledby="entities-in">
            <h2 id="entities-in">{t("mentionsIn")} <span class="num faint">{article.entities.length}</span></h2>
            <ul class="row wrap">
              {article.entities.map((each) => <li key={each.id} class="chip"><EntityName of={each} /><span class="num">{each.mentions.length}</span></li>)}
            </ul>
          </section>
        </aside>
      </div>
    </>
  );
}

function InText({ claim, chosen }: { claim: Claim; chosen: boolean }) {
  return (
    <ClaimCard claim={claim} chosen={chosen} inText>
      <div class="row wrap">
        <button class="button small" aria-pressed={chosen} onClick={() => amend({ claim: chosen ? null : claim.id, entity: null })}>{t("atPlace")}</button>
        {claim.object ? <a class="button small" href={edgeAddress(claim)}>{t("wholeEdge")}</a> : null}
        {about.value?.curation ? <a class="button small quiet" href={to("curate", "", { kind: "wrong", claim: claim.id })}>{t("wrong")}</a> : null}
      </div>
    </ClaimCard>
  );
}

/** Return the graph view with the edge that a claim is part of. */
function edgeAddress(claim: Claim): string {
  const [source, target] = [claim.subject.id, claim.object?.id ?? ""];
  return to("graph", "", { ids: [source, target], expand: source, edge: `${source}|${claim.predicate}/${claim.modality}|${target}` });
}

function bringIntoSight(box: HTMLElement | null, item: Element | null | undefined): void {
  if (box && item && box.scrollHeight > box.clientHeight) {
    box.scrollTop += item.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
  }
}
