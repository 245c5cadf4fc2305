/** The SPARQL view: the library beside an editor, and the answer as a table, a chart or a graph. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../base/api";
import { count, t } from "../base/language";
import { asProblem } from "../base/load";
import { amend, route } from "../base/route";
import { CopyLink } from "../parts/copy-link";
import { save } from "../parts/save";
import { Loading, Trouble } from "../parts/status";
import { askSparql, download, type Answer } from "./ask";
import { makeEditor, type Editor } from "./editor";
import { Questions } from "./questions";
import { Result, type Shape } from "./result";
import "../styles/sparql.css";

const FIRST = `SELECT ?supplier ?customer WHERE {
    ?supplier zt:supplies ?customer .
}
LIMIT 100
`;
const SHAPES: readonly Shape[] = ["table", "chart", "graph"];
const KINDS = { csv: "text/csv", json: "application/sparql-results+json", nt: "application/n-triples", ttl: "text/turtle" } as const;

interface Asked { answer: Answer | null; problem: Problem | null; running: boolean; ms: number }
const IDLE: Asked = { answer: null, problem: null, running: false, ms: 0 };

export function SparqlView() {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const stop = useRef<AbortController | null>(null);
  const [asked, setAsked] = useState<Asked>(IDLE);
  const shape = (route.value.params.get("as") as Shape | null) ?? "table";

  const run = async (): Promise<void> => {
    const query = editor.current?.text() ?? "";
    stop.current?.abort();
    const now = (stop.current = new AbortController());
    amend({ query });
    editor.current?.clear();
    setAsked((before) => ({ ...before, problem: null, running: true }));
    const start = performance.now();
    try {
      const answer = await askSparql(query, now.signal);
      if (!now.signal.aborted) setAsked({ answer, problem: null, running: false, ms: Math.round(performance.now() - start) });
    } catch (error) {
      const problem = now.signal.aborted ? null : asProblem(error);
      if (stop.current === now) setAsked({ answer: null, problem, running: false, ms: 0 });
      if (problem?.line) editor.current?.mistake(problem.line, problem.column ?? 1, problem.detail || problem.title);
    }
  };

  useEffect(() => {
    if (!box.current) return;
    const given = route.value.params.get("query");
    editor.current = makeEditor(box.current, given ?? FIRST, t("editor"), () => void run(), () => undefined);
    if (given) void run();
    return () => { stop.current?.abort(); editor.current?.kill(); };
  }, []);

  const take = (sparql: string): void => {
    editor.current?.set(sparql);
    void run();
  };
  return (
    <div class="page wide sparql">
      <h1 class="hidden-text">SPARQL</h1>
      <Questions onQuery={take} />
      <div class="beside">
        <section class="card editor-card">
          <div class="editor" ref={box} />
          <div class="row wrap under-editor">
            <button class="button primary" onClick={() => void run()}>{t("run")}</button>
            {asked.running ? <button class="button" onClick={() => stop.current?.abort()}>{t("stop")}</button> : null}
            <CopyLink />
            <span class="small faint grow">{t("editorHelp")}</span>
          </div>
        </section>
        {asked.running ? <Loading /> : null}
        {asked.problem ? <Trouble problem={asked.problem} /> : null}
        {asked.answer ? <Answered asked={asked} answer={asked.answer} shape={shape} query={() => editor.current?.text() ?? ""} /> : null}
      </div>
    </div>
  );
}

function Answered({ asked, answer, shape, query }: { asked: Asked; answer: Answer; shape: Shape; query: () => string }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const rows = answer.kind === "rows" ? answer.rows.length : answer.kind === "triples" ? answer.triples.length : null;
  const cut = answer.kind !== "boolean" && answer.cut;
  const keep = (kind: keyof typeof KINDS): void => {
    download(query(), KINDS[kind]).then((blob) => save(`zhitu.${kind}`, blob), (error: unknown) => setProblem(asProblem(error)));
  };
  return (
    <section class="card stack" aria-label={t("table")}>
      <div class="row wrap">
        {SHAPES.map((each) => <button key={each} class="button small" aria-pressed={shape === each} onClick={() => amend({ as: each === "table" ? null : each })}>{t(each)}</button>)}
        <span class="small faint num grow" role="status">{rows === null ? "" : `${t("nRows", { n: count(rows) })} · `}{t("inMs", { n: count(asked.ms) })} {cut ? <span class="tag disputed">{t("cutRows")}</span> : null}</span>
        {(answer.kind === "triples" ? (["ttl", "nt"] as const) : (["csv", "json"] as const)).map((kind) => (
          <button key={kind} class="button quiet small" aria-label={`${t("download")} ${kind.toUpperCase()}`} onClick={() => keep(kind)}>↓ {kind.toUpperCase()}</button>
        ))}
      </div>
      {problem ? <Trouble problem={problem} /> : null}
      <Result answer={answer} shape={shape} />
    </section>
  );
}
