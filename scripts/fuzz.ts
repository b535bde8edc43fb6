/**
 * `npm run fuzz -- [--minutes 60] [--seed 1000000]`: feeds mutated documents to the reader of feeds for so
 * long. A document that breaks it is saved in `artifacts/`, with the seed that makes it again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzOnce } from '../tests/fuzz/fuzz';

/** The seeds before are those of the test. */
const FIRST_SEED = '1000000';
const REPORT_MS = 60_000;
const MOST_FAILURES = 20;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: FIRST_SEED },
  },
});
const folder = path.join(import.meta.dirname, '../artifacts');
const first = Number(values.seed);
const start = Date.now();
const end = start + Number(values.minutes) * 60_000;
let failures = 0;
let reportAt = start + REPORT_MS;
let seed = first;

function report(): void {
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  const found = failures === 1 ? '1 failure' : `${failures} failures`;
  process.stdout.write(`${minutes} min: ${seed - first} documents, ${found}\n`);
}

while (Date.now() < end && failures < MOST_FAILURES) {
  const failure = fuzzOnce(seed);
  if (failure !== null) {
    failures += 1;
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `fuzz-${seed}.bin`);
    writeFileSync(file, failure.document);
    process.stdout.write(`seed ${seed} (${failure.contentType}): ${failure.error}\n  ${file}\n`);
  }
  seed += 1;
  if (Date.now() >= reportAt) {
    report();
    reportAt += REPORT_MS;
  }
}
report();
process.exitCode = failures === 0 ? 0 : 1;
