/** A box that finds entities while one types, by keyboard too (the combobox pattern of ARIA). */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../base/api";
import { count, language, t } from "../base/language";
import { go } from "../base/route";
import type { Claim, Found, Hit } from "../base/types";
import { label } from "../base/vocabulary";
import { Dot } from "./names";

type Row = { kind: "entity"; hit: Hit } | { kind: "quote"; claim: Claim };
const PAUSE = 120;

interface Asked {
  placeholder: string; onEntity: (hit: Hit) => void; quotes?: boolean; id?: string; keep?: boolean;
}

export function Finder({ placeholder, onEntity, quotes = false, id, keep = false }: Asked) {
  const list = useId();
  const [query, setQuery] = useState("");
  const [rows, setRows] = useState<Row[] | null>(null);
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = query.trim();
    if (!text) return setRows(null);
    const stop = new AbortController();
    const later = setTimeout(() => {
      ask<Found>("search", { q: text, limit: 10 }, stop.signal).then(
        (found) => { setRows(rowsOf(found, quotes)); setAt(0); },
        () => undefined, // a look-up while typing that fails says nothing; the next one may work
      );
    }, PAUSE);
    return () => { clearTimeout(later); stop.abort(); };
  }, [query, language.value]);

  const choose = (row: Row | undefined): void => {
    if (!row) return;
    setShown(false);
    if (!keep) setQuery("");
    if (row.kind === "entity") onEntity(row.hit);
    else go("document", row.claim.doc, { claim: row.claim.id });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && rows?.length) {
      event.preventDefault();
      setAt((at + step + rows.length) % rows.length);
      setShown(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(rows?.[at]);
    } else if (event.key === "Escape") setShown(false);
  };
  const open = shown && rows !== null;
  return (
    <div class="find" ref={box} onFocusOut={(event) => !box.current?.contains(event.relatedTarget as globalThis.Node) && setShown(false)}>
      <input class="field" type="search" id={id} role="combobox" autocomplete="off" spellcheck={false}
        aria-label={placeholder} aria-expanded={open} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={open && rows.length ? `${list}-${at}` : undefined}
        placeholder={placeholder} value={query} onKeyDown={onKey}
        onFocus={() => setShown(true)} onInput={(event) => { setQuery(event.currentTarget.value); setShown(true); }} />
      <ul class="hits" role="listbox" id={list} aria-label={placeholder} hidden={!open || !rows.length}>
        {open ? rows.map((row, n) => (
          <li key={n} id={`${list}-${n}`} role="option" aria-selected={n === at}
            onMouseEnter={() => setAt(n)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(row)}>
            {row.kind === "entity" ? <EntityRow hit={row.hit} /> : <QuoteRow claim={row.claim} />}
          </li>
        )) : null}
      </ul>
      {open && !rows.length ? <div class="hits part" role="status">{t("noHits", { q: query.trim() })}</div> : null}
    </div>
  );
}

function EntityRow({ hit }: { hit: Hit }) {
  return (
    <>
      <Dot type={hit.type} />
      <span class="clip"><strong>{hit.label}</strong>{hit.matched !== hit.label ? <span class="faint"> {hit.matched}</span> : null}</span>
      <span class="small faint num">{label(hit.type)} · {count(hit.mentions)}</span>
    </>
  );
}

function QuoteRow({ claim }: { claim: Claim }) {
  return (
    <>
      <span class="faint" aria-hidden="true">❝</span>
      <span class="clip">{claim.evidence.quote}</span>
      <span class="small faint">{claim.document.date}</span>
    </>
  );
}

function rowsOf(found: Found, quotes: boolean): Row[] {
  const entities: Row[] = found.entities.map((hit) => ({ kind: "entity", hit }));
  return quotes ? [...entities, ...found.quotes.slice(0, 5).map((claim): Row => ({ kind: "quote", claim }))] : entities;
}
