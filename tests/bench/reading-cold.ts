import { spawnSync } from 'node:child_process';
import { withBundle } from '../../scripts/bundle';
import { figureOf } from './figures';
import type { Cell, Report } from './report';

const ROUNDS = 5;
const READERS = ['feedsmith', 'dateline'] as const;

/** Each first call in a process of its own: a worker that was just woken has nothing compiled. */
export async function coldReading(report: Report): Promise<void> {
  const rows = await withBundle('tests/bench/first-call.ts', 'node', async (module) =>
    ['20', '200'].map((itemCount) => rowOf(module, itemCount)),
  );
  report.add({
    title: 'Reading: the first call of a process',
    note: 'Milliseconds, median (min-max). feedsmith: its parser on decoded text; all steps: bytes to merged articles.',
    columns: ['document', 'feedsmith', 'all steps', 'x'],
    rows,
  });
}

function rowOf(module: string, itemCount: string): Cell[] {
  const samples = { feedsmith: [] as number[], dateline: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reader of READERS) samples[reader].push(firstCall(module, reader, itemCount));
  }
  const [plain, own] = [figureOf(samples.feedsmith), figureOf(samples.dateline)];
  return [`rss en ${itemCount} items`, plain, own, own.median / plain.median];
}

function firstCall(module: string, reader: string, itemCount: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, [module, reader, itemCount], {
    encoding: 'utf8',
  });
  const spent = Number(stdout);
  if (!(spent > 0)) throw new Error(`The first call of ${reader} failed: ${stderr}`);
  return spent;
}
