/**
 * `npm run evaluate`: scores the feed reader, the story index and the breaking detector on corpora that
 * are no part of the project. The folder with the data and its scorers is `../shared/evaluation`, or
 * the one named by `-- --data DIR`. Each scorer prints a table of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withBundle } from './bundle';
import { SCORERS, type Scorer } from './evaluate/scorers';
import { say } from './step';

const DEFAULT_DATA = '../shared/evaluation';

function readFolder(): string | null {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } });
    return path.resolve(values.data ?? DEFAULT_DATA);
  } catch {
    return null;
  }
}

/** Runs node with this process's streams, so that a table appears while it is made. */
function runNode(args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @returns false when the scorer itself failed; a low score is not a failure. */
async function score({ title, adapter, script }: Scorer, folder: string): Promise<boolean> {
  const file = path.join(folder, script);
  if (!existsSync(adapter) || !existsSync(file)) {
    say(`${title}: left out, ${existsSync(adapter) ? file : adapter} is not there.`);
    return true;
  }
  process.stdout.write(`\n${title}\n\n`);
  const code = await withBundle(adapter, 'node', (module) => runNode([file, module]));
  if (code !== 0) say(`${title}: the scorer ended with code ${code}.`);
  return code === 0;
}

async function evaluate(folder: string): Promise<boolean> {
  let isWhole = true;
  for (const scorer of SCORERS) isWhole = (await score(scorer, folder)) && isWhole;
  return isWhole;
}

const folder = readFolder();
if (folder === null) {
  say('npm run evaluate understands -- --data DIR.');
  process.exitCode = 2;
} else if (!existsSync(folder)) {
  say(`There is no evaluation data at ${folder}, so nothing was scored; -- --data DIR names it.`);
} else {
  process.exitCode = (await evaluate(folder)) ? 0 : 1;
}
