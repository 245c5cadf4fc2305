/** Where an entity's names come from: by which rules, joined with what, and where they stand first. */

import { useState } from "preact/hooks";
import { ask, segment } from "../base/api";
import { count, t } from "../base/language";
import { useLoad } from "../base/load";
import { to } from "../base/route";
import type { Reason, Why as Told } from "../base/types";
import { mentionsOf } from "../parts/names";
import { Await } from "../parts/status";

export function Why({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const why = useLoad(open ? `why/${id}` : null, (signal) => ask<Told>(`entities/${segment(id)}/why`, {}, signal));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{t("whyNames")}</summary>
      <Await from={why}>
        {(told) => (
          <ul class="lines reasons">
            {told.names.map((name) => (
              <li key={name.text}>
                <span class="row"><strong class="grow">{name.text}</strong><span class="small faint num">{mentionsOf(name.mentions)}</span></span>
                {name.reasons.map((reason, n) => <Because key={n} reason={reason} />)}
              </li>
            ))}
          </ul>
        )}
      </Await>
    </details>
  );
}

function Because({ reason }: { reason: Reason }) {
  const { doc, quote, context } = reason.place;
  const [before = "", after = ""] = context.split(quote, 2);
  return (
    <div class="small because">
      <span class="tag">{reason.rule}</span> {reason.other ? <span>{t("joinedWith", { other: reason.other })} </span> : null}
      <span class="faint num">{count(reason.mentions)}</span>
      <div class="faint">…{before}<mark>{quote}</mark>{after}… <a href={to("document", doc)}>{doc}</a></div>
    </div>
  );
}
