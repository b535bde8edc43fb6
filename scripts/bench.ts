/**
 * `npm run bench`: a report of how fast Dateline is, by ratios measured in one run; nothing passes or
 * fails. `-- --only reading|placing|storing|many|stored|opening|scrolling|search|upgrade` runs one part,
 * `--browser firefox` takes another browser for the parts that need one, `--feeds N` other than 1,000 feeds for `many`,
 * `--json FILE` keeps all figures.
 */
import { parseArgs } from 'node:util';
import { type BenchOptions, PARTS, type PartName } from '../tests/bench/parts';
import { Report } from '../tests/bench/report';
import type { BrowserName } from '../tests/support/driver';
import { requireBrowser } from './browsers';
import { build } from './build';
import { say } from './step';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];
const NAMES = Object.keys(PARTS) as PartName[];

interface Choice extends BenchOptions {
  parts: PartName[];
  json: string | undefined;
}

function readArguments(): Choice | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        browser: { type: 'string', default: 'chromium' },
        feeds: { type: 'string', default: '1000' },
        json: { type: 'string' },
      },
    });
    const parts = NAMES.filter((name) => !values.only || name === values.only);
    const browser = BROWSERS.find((name) => name === values.browser);
    const feeds = Number(values.feeds);
    if (!browser || parts.length === 0 || !(feeds > 0)) return null;
    return { parts, browser, feeds, json: values.json };
  } catch {
    return null;
  }
}

async function bench({ parts, json, ...options }: Choice): Promise<void> {
  const report = new Report();
  if (parts.some((name) => PARTS[name].needsBrowser)) {
    await requireBrowser(options.browser);
    await build(options.browser === 'chromium' ? 'chrome' : 'firefox');
  }
  for (const name of parts) {
    say(`Measuring: ${name}`);
    await PARTS[name].run(report, options);
  }
  if (json) report.write(json);
}

const choice = readArguments();
if (!choice) {
  say(
    'npm run bench understands -- --only reading|placing|storing|many|stored|opening|scrolling|search|upgrade, --browser chromium|firefox, --feeds N and --json FILE.',
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
