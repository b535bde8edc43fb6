/**
 * `npm run bench`: a report of how fast Dateline is, by ratios measured in one run; nothing passes or
 * fails. `-- --only reading|storing|many|stored` runs one part, `--browser firefox` takes another
 * browser for the parts that need one, `--json FILE` keeps all figures.
 */
import { parseArgs } from 'node:util';
import { PARTS, type PartName } from '../tests/bench/parts';
import { Report } from '../tests/bench/report';
import type { BrowserName } from '../tests/support/driver';
import { requireBrowser } from './browsers';
import { build } from './build';
import { say } from './step';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];
const NAMES = Object.keys(PARTS) as PartName[];

interface Choice {
  parts: PartName[];
  browser: BrowserName;
  json: string | undefined;
}

function readArguments(): Choice | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        browser: { type: 'string', default: 'chromium' },
        json: { type: 'string' },
      },
    });
    const parts = NAMES.filter((name) => !values.only || name === values.only);
    const browser = BROWSERS.find((name) => name === values.browser);
    return browser && parts.length > 0 ? { parts, browser, json: values.json } : null;
  } catch {
    return null;
  }
}

async function bench({ parts, browser, json }: Choice): Promise<void> {
  const report = new Report();
  if (parts.some((name) => PARTS[name].needsBrowser)) {
    await requireBrowser(browser);
    await build(browser === 'chromium' ? 'chrome' : 'firefox');
  }
  for (const name of parts) {
    say(`Measuring: ${name}`);
    await PARTS[name].run(report, browser);
  }
  if (json) report.write(json);
}

const choice = readArguments();
if (!choice) {
  say(
    'npm run bench understands -- --only reading|storing|many|stored, --browser chromium|firefox and --json FILE.',
  );
  process.exitCode = 2;
} else {
  try {
    await bench(choice);
  } catch (error) {
    say((error as Error).message);
    process.exitCode = 1;
  }
}
