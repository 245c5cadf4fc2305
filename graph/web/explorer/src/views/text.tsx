/** The text itself, cut where claims and mentions begin and end. */

import { useMemo } from "preact/hooks";
import { Points, pieces } from "../base/text";
import { to } from "../base/route";
import type { Claim, DocumentText, Ref } from "../base/types";
import { classColour } from "../base/vocabulary";

type Over = { claim: Claim } | { entity: Ref };

export function OriginalText({ article, chosen, entity, onChoose }: {
  article: DocumentText; chosen: ReadonlySet<string>; entity: string | null; onChoose: (ids: string[]) => void;
}) {
  const cut = useMemo(() => pieces(new Points(article.text), spansOf(article)), [article]);
  return (
    <div class="original" lang={article.language ?? undefined}>
      {cut.map((piece) => {
        const claims = piece.over.flatMap((each) => ("claim" in each ? [each.claim] : []));
        const mentioned = piece.over.find((each): each is { entity: Ref } => "entity" in each)?.entity;
        const inside = mentioned
          ? <a class={`mention${mentioned.id === entity ? " sought" : ""}`} href={to("entity", mentioned.id)} style={{ "--dot": classColour(mentioned.type) }}>{piece.text}</a>
          : piece.text;
        if (!claims.length) return inside;
        const ids = claims.map((claim) => claim.id);
        const marked = ids.some((id) => chosen.has(id)) ? " chosen" : "";
        return (
          <mark key={piece.start} class={`${claims.length > 1 ? "several" : ""}${marked}`} data-claims={ids.join(" ")} data-start={piece.start}
            onClick={(event) => !(event.target as Element).closest("a") && onChoose(ids)}>{inside}</mark>
        );
      })}
    </div>
  );
}

function spansOf(article: DocumentText): { start: number; end: number; value: Over }[] {
  const claims = article.claims.map((claim) => ({ start: claim.evidence.start, end: claim.evidence.end, value: { claim } as Over }));
  const mentions = article.entities.flatMap((entity) => entity.mentions.map(([start, end]) => ({ start, end, value: { entity } as Over })));
  return [...claims, ...mentions];
}
