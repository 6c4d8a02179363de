/** One measured figure. `limit` in the same unit; `atLeast` when more is better. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  limit?: number;
  atLeast?: boolean;
  note?: string;
};

export function isHeld(figure: Figure): boolean | null {
  if (figure.limit === undefined) return null;
  return figure.atLeast === true ? figure.value >= figure.limit : figure.value <= figure.limit;
}

/** @returns the value below which `share` (0–1) of the samples lie; the samples are not changed */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** @returns ms that each of `count` runs took, one after the other */
export async function timeEach(count: number, run: (n: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    await run(n);
    samples.push(performance.now() - startedAt);
  }
  return samples;
}

function amount(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** One line of the report, as a row of a Markdown table. */
export function figureRow(figure: Figure): string {
  const { name, value, unit, limit, atLeast, note } = figure;
  const held = isHeld(figure);
  const bound = limit === undefined ? '' : `${atLeast === true ? '≥' : '≤'} ${amount(limit)} ${unit}`;
  const ratio = limit === undefined ? '' : (value / limit).toPrecision(2);
  const word = held === null ? '' : held ? 'held' : 'MISSED';
  return `| ${name} | ${amount(value)} ${unit} | ${bound} | ${ratio} | ${word} | ${note ?? ''} |`;
}

export const figureHead = '| figure | measured | goal | ratio | | |\n| --- | --- | --- | --- | --- | --- |';
