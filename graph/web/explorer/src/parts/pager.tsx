/** Pages of a long list; the place is in the address. */

import { count } from "../base/language";
import { amend } from "../base/route";

export function Pager({ page }: { page: { total: number; offset: number; limit: number; items: unknown[] } }) {
  const { total, offset, limit } = page;
  if (total <= limit && !offset) return null;
  const last = offset + page.items.length;
  return (
    <div class="row pager">
      <button class="button small" aria-label="←" disabled={!offset} onClick={() => amend({ offset: Math.max(0, offset - limit) || null })}>←</button>
      <span class="small num faint">{count(offset + 1)}–{count(last)} / {count(total)}</span>
      <button class="button small" aria-label="→" disabled={last >= total} onClick={() => amend({ offset: offset + limit })}>→</button>
    </div>
  );
}
