/**
 * `npm test`: every check, then one line with the count; what cannot run on this machine is said in a line
 * before it. With `-- --unit` without browsers, with `-- --only chromium` (or firefox) the end-to-end tests
 * of that browser alone.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../tests/support/driver';
import { requireBrowser } from './browsers';
import { prepareDesktop } from './desktop';
import { say } from './step';
import { type Count, runStage } from './test/stage';
import { browserStages, desktopStages, quickStages } from './test/stages';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];

function chooseStages() {
  const { values } = parseArgs({
    options: { unit: { type: 'boolean' }, only: { type: 'string' } },
  });
  const browsers = BROWSERS.filter((name) => !values.only || name === values.only);
  if (browsers.length === 0) throw new Error();
  return {
    browsers: values.unit ? [] : browsers,
    stages: [...(values.only ? [] : quickStages), ...(values.unit ? [] : browserStages(browsers))],
  };
}

async function test({ browsers, stages }: ReturnType<typeof chooseStages>): Promise<Count> {
  for (const name of browsers) await requireBrowser(name);
  const obstacle = browsers.length > 0 ? await prepareDesktop() : null;
  const total = { passed: 0, failed: 0 };
  for (const stage of [...stages, ...(obstacle === null ? desktopStages(browsers) : [])]) {
    const { passed, failed } = await runStage(stage);
    total.passed += passed;
    total.failed += failed;
  }
  if (obstacle !== null) say(`On a desktop: not run and not counted, since ${obstacle}`);
  return total;
}

function readArguments() {
  try {
    return chooseStages();
  } catch {
    say('npm test understands -- --unit and --only chromium|firefox.');
    return null;
  }
}

const chosen = readArguments();
if (!chosen) process.exitCode = 2;
else {
  try {
    const { passed, failed } = await test(chosen);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    say((error as Error).message);
    process.exitCode = 1;
  }
}
