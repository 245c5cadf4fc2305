/** Offsets are code points, JavaScript counts UTF-16 units: text is cut here and nowhere else. */

/** A text that can be cut by code points. */
export class Points {
  private readonly units: Uint32Array | null;
  readonly length: number;

  constructor(readonly text: string) {
    const astral = /[\ud800-\udbff]/.test(text);
    if (!astral) {
      this.units = null;
      this.length = text.length;
      return;
    }
    const at: number[] = [];
    for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) at.push(unit);
    this.length = at.length;
    at.push(text.length);
    this.units = Uint32Array.from(at);
  }

  /** Return the text between two code points. */
  slice(start: number, end: number): string {
    const [from, till] = [this.clamp(start), this.clamp(end)];
    return this.units ? this.text.slice(this.units[from], this.units[till]) : this.text.slice(from, till);
  }

  private clamp(point: number): number {
    return Math.max(0, Math.min(point, this.length));
  }
}

export interface Piece<T> { start: number; end: number; text: string; over: T[] }

/** Cut a text at every border of the given spans; each piece knows which spans lie over it. */
export function pieces<T>(points: Points, spans: readonly { start: number; end: number; value: T }[]): Piece<T>[] {
  const cuts = new Set<number>([0, points.length]);
  for (const { start, end } of spans) cuts.add(Math.min(start, points.length)).add(Math.min(end, points.length));
  const at = [...cuts].sort((a, b) => a - b);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const found: Piece<T>[] = [];
  let open: typeof sorted = [];
  let next = 0;
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, end] = [at[i]!, at[i + 1]!];
    open = open.filter((span) => span.end > start);
    for (; next < sorted.length && sorted[next]!.start <= start; next++) if (sorted[next]!.end > start) open.push(sorted[next]!);
    found.push({ start, end, text: points.slice(start, end), over: open.map((span) => span.value) });
  }
  return found;
}
