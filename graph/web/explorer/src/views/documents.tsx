/** All documents, newest first as the server gives them. */

import { useEffect, useState } from "preact/hooks";
import { ask } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { amend, route, to } from "../base/route";
import type { DocumentRow, Page } from "../base/types";
import { Pager } from "../parts/pager";
import { Await, Nothing } from "../parts/status";

export function Documents() {
  const { params } = route.value;
  const which = { q: params.get("q"), offset: params.get("offset"), limit: 50 };
  const page = useLoad(JSON.stringify(which), (signal) => ask<Page<DocumentRow>>("documents", which, signal));
  return (
    <div class="page">
      <header class="row wrap">
        <h1>{t("documents")}</h1>
        <span class="grow" />
        <Query />
      </header>
      <Await from={page}>
        {(data) => (data.items.length ? (
          <section class="card scroll" tabIndex={0} aria-label={t("documents")}>
            <table>
              <thead><tr><th>{t("title")}</th><th>{t("publisher")}</th><th>{t("date")}</th><th class="num">{t("entities")}</th><th class="num">{t("claims")}</th></tr></thead>
              <tbody>{data.items.map((row) => <Row key={row.id} row={row} />)}</tbody>
            </table>
            <Pager page={data} />
          </section>
        ) : <Nothing />)}
      </Await>
    </div>
  );
}

function Row({ row }: { row: DocumentRow }) {
  return (
    <tr>
      <td>
        <a href={to("document", row.id)}>{row.title ?? row.id}</a>
        {row.reprintOf ? <span class="small faint"> · {t("reprintOf")} <a href={to("document", row.reprintOf)}>{row.reprintOf}</a></span> : null}
      </td>
      <td class="faint">{row.publisher}</td><td class="num nowrap">{row.date}</td>
      <td class="num">{count(row.entities)}</td><td class="num">{count(row.claims)}</td>
    </tr>
  );
}

function Query() {
  const given = route.value.params.get("q") ?? "";
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  return (
    <form onSubmit={(event) => { event.preventDefault(); amend({ q: text.trim(), offset: null }); }}>
      <input class="field" type="search" aria-label={t("searchDocuments")} placeholder={t("searchDocuments")} value={text}
        onInput={(event) => setText(event.currentTarget.value)} />
    </form>
  );
}
