/** An entity: its names, what is said of it with how many sources, its figures, and where it stands. */

import { ask, segment } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { monthName, monthsOf } from "../base/time";
import { route, to } from "../base/route";
import type { Card, Claim, Ref } from "../base/types";
import { about, label } from "../base/vocabulary";
import { Bars, FigureChart, worthDrawing } from "../parts/chart";
import { Dot, EntityName, mentionsOf, ModalityTag } from "../parts/names";
import { Await } from "../parts/status";
import { Entities } from "./entities";
import { Relations } from "./relations";
import { Why } from "./why";

export function Entity() {
  const id = route.value.argument;
  const card = useLoad(id ? `entities/${id}` : null, (signal) => ask<Card>(`entities/${segment(id)}`, {}, signal));
  if (!id) return <Entities />;
  return <div class="page"><Await from={card}>{(data) => <Whole key={data.id} card={data} />}</Await></div>;
}

function Whole({ card }: { card: Card }) {
  return (
    <>
      <Head card={card} />
      <div class="columns">
        <div class="beside">
          <Figures card={card} />
          <Relations card={card} />
        </div>
        <div class="beside">
          <Names card={card} />
          <Mentions card={card} />
          <InDocuments card={card} />
        </div>
      </div>
    </>
  );
}

function Head({ card }: { card: Card }) {
  return (
    <header>
      <div class="row wrap">
        <h1 class="row"><Dot type={card.type} /> {card.label}</h1>
        <span class="tag">{label(card.type)}</span>
        {card.known ? null : <span class="tag">{t("unknownEntity")}</span>}
        <span class="grow" />
        <a class="button primary" href={to("graph", "", { ids: card.id, expand: card.id, select: card.id })}>{t("showInGraph")}</a>
        <a class="button" href={to("compare", "", { entity: card.id })}>{t("addToCompare")}</a>
        <a class="button" href={to("timeline", "", { entity: card.id })}>{t("timeline")}</a>
        <a class="button" href={to("paths", "", { from: card.id })}>{t("findPaths")}</a>
        {about.value?.curation ? <a class="button quiet" href={to("curate", "", { kind: "rename", entity: card.id })}>{t("curate")}</a> : null}
      </div>
      <p class="row wrap small faint num">
        <span>{mentionsOf(card.mentions)}</span>
        <span>{t("nDocuments", { n: count(card.documentsTotal) })}</span>
        <span>{t("nEdges", { n: count(card.degree) })}</span>
        {card.first ? <span>{card.first} – {card.last}</span> : null}
        {card.conflicts ? <a href={to("conflicts", "", { entity: card.id })} class="tag disputed">{t("nConflicts", { n: card.conflicts })}</a> : null}
        {card.links.map((link) => <a key={link.url} href={link.url} rel="noreferrer" target="_blank">{link.label} ↗</a>)}
      </p>
    </header>
  );
}

function Figures({ card }: { card: Card }) {
  if (!card.figures.length) return null;
  const drawn = card.figures.filter((figure) => worthDrawing(figure.points));
  const told = card.figures.filter((figure) => !worthDrawing(figure.points)).flatMap((figure) => figure.points.slice(0, 1));
  return (
    <section class="card stack" aria-labelledby="figures">
      <h2 id="figures">{t("figures")}</h2>
      {drawn.length ? <div class="charts">{drawn.map((figure) => <FigureChart key={`${figure.metric} ${figure.unit}`} {...figure} />)}</div> : null}
      {told.length ? <div class="tiles">{told.map((claim) => <Tile key={claim.id} claim={claim} />)}</div> : null}
    </section>
  );
}

function Tile({ claim }: { claim: Claim }) {
  return (
    <a class={`tile ${claim.modality}`} href={to("document", claim.doc, { claim: claim.id })} title={claim.evidence.quote}>
      <span class="small faint">{label(claim.predicate)}</span>
      <strong class="num">{claim.figure ?? claim.value}</strong>
      <span class="small faint num row wrap">{claim.time ?? claim.document.date} <ModalityTag of={claim.modality} /></span>
    </a>
  );
}

const MONTHS = 150; // as many as there is room for
const SCRIPTS: Record<string, string> = { "zh-Hans": "简", "zh-Hant": "繁", en: "EN" };

function Names({ card }: { card: Card }) {
  return (
    <section class="card stack" aria-labelledby="names">
      <h2 id="names">{t("names")}</h2>
      <ul class="row wrap names">
        {card.names.map((name) => (
          <li key={`${name.text} ${name.language}`} class="chip">
            {name.language ? <span class="faint script">{SCRIPTS[name.language] ?? name.language}</span> : null}
            <span lang={name.language ?? undefined}>{name.text}</span>
          </li>
        ))}
      </ul>
      <Kin name={t("versionOf")} of={card.versionOf} />
      <Kin name={t("versions")} of={card.versions} />
      <Why id={card.id} />
    </section>
  );
}

/** The family that a thing is a version of, or its versions. */
function Kin({ name, of }: { name: string; of: Ref[] }) {
  if (!of.length) return null;
  return <p class="row wrap"><span class="faint small">{name}</span> {of.map((each) => <EntityName key={each.id} of={each} />)}</p>;
}

function Mentions({ card }: { card: Card }) {
  if (!card.mentionsOverTime.length) return null;
  const rows = everyMonth(card.mentionsOverTime);
  return (
    <section class="card stack" aria-labelledby="mentions">
      <h2 id="mentions">{t("mentionsOverTime")}</h2>
      <Bars rows={rows} name={t("mentionsOverTime")} />
    </section>
  );
}

/** Put in the months in which nothing was said, so that the bars keep the pace of time. */
function everyMonth(told: Card["mentionsOverTime"]): { key: string; value: number; title: string }[] {
  const counts = new Map(told.map((each) => [each.period, each.mentions]));
  const [first, last] = [monthsOf(told[0]?.period)?.[0], monthsOf(told.at(-1)?.period)?.[1]];
  const whole = first !== undefined && last !== undefined && last - first < MONTHS && told.every((each) => /^\d{4}-\d{2}$/.test(each.period));
  const periods = whole ? Array.from({ length: last - first + 1 }, (_, n) => monthName(first + n)) : told.map((each) => each.period);
  return periods.map((period) => ({ key: period, value: counts.get(period) ?? 0, title: `${period}: ${counts.get(period) ?? 0}` }));
}

function InDocuments({ card }: { card: Card }) {
  return (
    <section class="card stack" aria-labelledby="in-documents">
      <h2 id="in-documents">{t("inDocuments")} {card.documentsTotal > card.documents.length ? <span class="faint num">{count(card.documents.length)} / {count(card.documentsTotal)}</span> : null}</h2>
      <ul class="lines">
        {card.documents.map((document) => (
          <li key={document.id}>
            <a href={to("document", document.id, { entity: card.id })}>{document.title ?? document.id}</a>
            <span class="small faint num">{[document.publisher, document.date, mentionsOf(document.mentions)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
