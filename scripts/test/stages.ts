import type { BrowserName } from '../../tests/support/driver';
import { build } from '../build';
import { bin, run, say } from '../step';
import { BUDGET_BYTES, totalOf, weighPopup } from '../weigh';
import { type Count, check, runTests, type Stage } from './stage';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

interface LintReport {
  summary: { errors: number; warnings: number; notices: number };
}

const NAMES: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };

const types: Stage = {
  title: 'Types',
  run: () => check([...bin('typescript/bin/tsc'), '-p', '.']),
};

const lint: Stage = {
  title: 'Lint',
  run: () => check([...bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
};

const unit: Stage = {
  title: 'Unit and integration tests',
  run: () =>
    runTests<VitestReport>(
      (file) => ({
        command: [
          ...bin('vitest/vitest.mjs'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ],
      }),
      ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
    ),
};

const builds: Stage = {
  title: 'Builds',
  run: async () => {
    await build('chrome');
    await build('firefox');
    return { passed: 2, failed: 0 };
  },
};

const weight: Stage = {
  title: 'Weight of the popup',
  run: async () => {
    const bytes = totalOf(weighPopup());
    say(`  ${bytes} of ${BUDGET_BYTES} bytes before the first list`);
    return bytes <= BUDGET_BYTES ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

const addonLint: Stage = {
  title: 'Add-on lint',
  run: lintAddon,
};

async function lintAddon(): Promise<Count> {
  const command = [...bin('web-ext/bin/web-ext.js'), 'lint', '--warnings-as-errors'];
  const { stdout, output } = await run([...command, '--source-dir=dist/firefox', '--output=json']);
  const { summary } = JSON.parse(stdout) as LintReport;
  const isClean = Object.values(summary).every((findings) => findings === 0);
  if (!isClean) say(output);
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1 };
}

function endToEnd(browser: BrowserName): Stage {
  return playwright(`End to end in ${NAMES[browser]}`, [`--project=${browser}`]);
}

function onDesktop(browser: BrowserName): Stage {
  const config = '--config=tests/desktop/playwright.config.ts';
  return playwright(`On a desktop in ${NAMES[browser]}`, [config, `--project=${browser}`]);
}

function playwright(title: string, args: string[]): Stage {
  return {
    title,
    run: () =>
      runTests<PlaywrightReport>(
        (file) => ({
          command: [...bin('@playwright/test/cli.js'), 'test', ...args, '--reporter=list,json'],
          env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
        }),
        ({ stats, errors }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky + errors.length,
        }),
      ),
  };
}

export const quickStages = [types, lint, unit];

export function browserStages(browsers: BrowserName[]): Stage[] {
  return [builds, weight, addonLint, ...browsers.map(endToEnd)];
}

/** Need what `scripts/desktop.ts` prepares. */
export function desktopStages(browsers: BrowserName[]): Stage[] {
  return browsers.map(onDesktop);
}
