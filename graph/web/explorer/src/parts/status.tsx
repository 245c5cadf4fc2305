/** How waiting, emptiness and failure look, everywhere the same. */

import type { ComponentChildren } from "preact";
import type { Problem } from "../base/api";
import { t } from "../base/language";
import type { Loaded } from "../base/load";

export function Trouble({ problem }: { problem: Problem }) {
  const at = problem.line === undefined ? "" : ` (${t("atLine", { line: problem.line, column: problem.column ?? 1 })})`;
  const title = problem.status === 0 && problem.title === "offline" ? t("offline") : problem.title || t("wentWrong");
  return (
    <div class="notice bad" role="alert">
      <strong>{title}</strong>
      {at}
      {problem.detail && problem.title !== "offline" ? <div class="small">{problem.detail}</div> : null}
    </div>
  );
}

export const Loading = () => (
  <div role="status">
    <div class="bar-loading" />
    <span class="hidden-text">{t("loading")}</span>
  </div>
);

export const Nothing = ({ children }: { children?: ComponentChildren }) => <p class="notice">{children ?? t("nothing")}</p>;

/** Show what was loaded, or why it is not there; what was there before stays while new is loaded. */
export function Await<T>({ from, children }: { from: Loaded<T>; children: (data: T) => ComponentChildren }) {
  return (
    <>
      {from.loading ? <Loading /> : null}
      {from.problem ? <Trouble problem={from.problem} /> : null}
      {from.data !== null ? children(from.data) : null}
    </>
  );
}
