/** What several measurements of one thing say: the middle one, and how far the others lie apart. */
export interface Figure {
  median: number;
  min: number;
  max: number;
  samples: number;
}

export function figureOf(samples: number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return {
    median: (low + high) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    samples: sorted.length,
  };
}

/**
 * Measures things in turns, each once a round, so that what else the machine does hits all of them
 * alike. `measure` answers in milliseconds, or in whatever unit is compared.
 */
export async function measureInTurns<N extends string>(
  rounds: number,
  cases: Record<N, () => number | Promise<number>>,
): Promise<Record<N, Figure>> {
  const names = Object.keys(cases) as N[];
  const samples = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) samples.get(name)?.push(await cases[name]());
  }
  const figures = names.map((name) => [name, figureOf(samples.get(name) ?? [])]);
  return Object.fromEntries(figures) as Record<N, Figure>;
}

/** Short calls are repeated until the clock can see them. @returns milliseconds for one call. */
export function timeOf(call: () => unknown, atLeastMs = 20): number {
  const begin = performance.now();
  let calls = 0;
  let spent = 0;
  do {
    call();
    calls += 1;
    spent = performance.now() - begin;
  } while (spent < atLeastMs);
  return spent / calls;
}
