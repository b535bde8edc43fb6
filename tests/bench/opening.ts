import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../scripts/step';
import type { BrowserDriver } from '../support/driver';
import { POPUP_PATH } from '../support/popup';
import { EMPTY_PAGE, withBrowser } from './browser';
import { type Figure, measureInTurns } from './figures';
import { fill } from './fill';
import type { StoreBench } from './page/store';
import type { BenchOptions } from './parts';
import type { Cell, Report } from './report';
import { timePage } from './time-page';

declare const datelineBench: StoreBench;

const STORED = 100_000;
const ROUNDS = 25;
/** Each takes some seconds. */
const ASLEEP_ROUNDS = 12;

/** Longer than the browser keeps a database open that nobody uses. */
const CLOSED_AFTER_MS = 3_000;

/** How long a person waits for the popup's list, beside what any page of the extension takes. */
export async function benchOpening(report: Report, { browser: name }: BenchOptions): Promise<void> {
  const rows = await withBrowser(name, async ({ driver }) => {
    await fill(driver, STORED);
    // Whatever is opened first pays for what the browser keeps from then on.
    await measureInTurns(2, casesOf(driver));
    const awake = await measureInTurns(ROUNDS, casesOf(driver));
    say('  with nobody else awake');
    const asleep = await measureInTurns(ASLEEP_ROUNDS, asleepCasesOf(driver));
    return [
      rowOf('worker awake, database open', awake),
      rowOf('worker asleep, database closed', asleep),
    ];
  });
  report.add({
    title: `Opening: the popup with ${STORED} articles stored, ${name}`,
    note: 'Milliseconds from the start of the navigation until the list, or the one word of the empty page, was painted; median (min-max).',
    columns: ['', 'empty page', 'popup, first list', 'x median', 'x min'],
    rows,
  });
}

const casesOf = (driver: BrowserDriver) => ({
  empty: () => timePage(driver, EMPTY_PAGE, 'h1'),
  popup: () => timePage(driver, POPUP_PATH, '[data-story]'),
});

/** As a person finds it most of the time: the worker ended long ago. */
function asleepCasesOf(driver: BrowserDriver): ReturnType<typeof casesOf> {
  const { empty, popup } = casesOf(driver);
  const first = async (measure: () => Promise<number>) => {
    await driver.killWorker();
    await driver.control.evaluate(() => datelineBench.close());
    await pause(CLOSED_AFTER_MS);
    return measure();
  };
  return { empty: () => first(empty), popup: () => first(popup) };
}

function rowOf(title: string, { empty, popup }: Record<'empty' | 'popup', Figure>): Cell[] {
  return [title, empty, popup, popup.median / empty.median, popup.min / empty.min];
}
