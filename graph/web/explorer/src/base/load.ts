/** What a view waits for: loading, there, or refused. */

import { useEffect, useState } from "preact/hooks";
import { Refused, type Problem } from "./api";
import { language } from "./language";

export interface Loaded<T> { data: T | null; problem: Problem | null; loading: boolean }

/** Load again whenever *key* or the language changes; an answer that comes too late is dropped. */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, set] = useState<Loaded<T>>({ data: null, problem: null, loading: key !== null });
  const whole = key === null ? null : `${language.value}\n${key}`;
  useEffect(() => {
    if (whole === null) return set({ data: null, problem: null, loading: false });
    const stop = new AbortController();
    set((before) => ({ ...before, problem: null, loading: true }));
    load(stop.signal).then(
      (data) => !stop.signal.aborted && set({ data, problem: null, loading: false }),
      (error: unknown) => !stop.signal.aborted && set({ data: null, problem: asProblem(error), loading: false }),
    );
    return () => stop.abort();
  }, [whole]);
  return state;
}

/** Return any error as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return { title: "error", status: 0, detail: error instanceof Error ? error.message : String(error) };
}
