/** Times as the graph has them (2024, 2024-Q1, 2024-05, 2024-05-01, a range of two), as months that can be compared. */

/** Return the first and the last month that a time may mean, counted from the year 0. */
export function monthsOf(time: string | null | undefined): [first: number, last: number] | null {
  const all = [...(time ?? "").matchAll(/(\d{4})(?:-?(?:Q([1-4])|H([12])|(\d{2})(?!\d)))?/g)].map(one);
  return all.length ? [all[0]![0], all.at(-1)![1]] : null;
}

function one([, year, quarter, half, month]: RegExpExecArray | RegExpMatchArray): [number, number] {
  const start = Number(year) * 12;
  if (quarter) return [start + (Number(quarter) - 1) * 3, start + Number(quarter) * 3 - 1];
  if (half) return [start + (Number(half) - 1) * 6, start + Number(half) * 6 - 1];
  if (month) return [start + Number(month) - 1, start + Number(month) - 1];
  return [start, start + 11];
}

/** Return a month as 2024-05. */
export const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
