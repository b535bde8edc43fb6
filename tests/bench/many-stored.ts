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

const FEW = 1_000;
const MANY = 100_000;
const ROUNDS = 5;

/** The same work on a small and on a large store, in turns. */
export async function benchManyStored(report: Report, { browser }: BenchOptions): Promise<void> {
  const rows = await withBrowser(browser, (small) =>
    withBrowser(browser, async (large) => {
      await fill(small.driver, FEW);
      await fill(large.driver, MANY);
      say('  measuring both in turns');
      return measureBoth(small.driver, large.driver);
    }),
  );
  report.add({
    title: `Stored: ${FEW} and ${MANY} articles, ${browser}`,
    note: 'Milliseconds, median (min-max). Popup and empty page: from the start of the navigation to the largest paint. The last two are measured once.',
    columns: ['operation', String(FEW), String(MANY), 'x'],
    rows,
  });
}

async function measureBoth(small: BrowserDriver, large: BrowserDriver): Promise<Cell[][]> {
  const figures = await measureInTurns(ROUNDS, {
    ...casesOf(small, 'few'),
    ...casesOf(large, 'many'),
  });
  const topic = { few: await matchTopic(small), many: await matchTopic(large) };
  const marked = { few: await markAll(small), many: await markAll(large) };
  const row = (title: string, few: Figure | undefined, many: Figure | undefined): Cell[] => [
    ...[title, few ?? null, many ?? null],
    few && many ? many.median / few.median : null,
  ];
  return [
    ...Object.keys(OPERATIONS).map((name) =>
      row(name, figures[`${name}, few`], figures[`${name}, many`]),
    ),
    ['a topic is added and removed', topic.few, topic.many, topic.many / topic.few],
    ['mark all read, 1,000 unread', marked.few, marked.many, marked.many / marked.few],
  ];
}

/** In the order in which they are done: each commit is taken into stories at once. */
const OPERATIONS: Record<string, (driver: BrowserDriver) => Promise<number>> = {
  'commit of 5 new articles': ({ control }) => control.evaluate(() => datelineBench.commitNews()),
  'taking them into stories': ({ control }) => control.evaluate(() => datelineBench.group()),
  'writing the front page': ({ control }) => control.evaluate(() => datelineBench.frontPage()),
  'reading the front page': ({ control }) => control.evaluate(() => datelineBench.readPage()),
  'looking for what is old': ({ control }) => control.evaluate(() => datelineBench.tidy()),
  'popup, first list': (driver) => timePage(driver, POPUP_PATH, '[data-story]'),
  'empty page': (driver) => timePage(driver, EMPTY_PAGE, 'h1'),
};

function casesOf(driver: BrowserDriver, suffix: string): Record<string, () => Promise<number>> {
  const cases = Object.entries(OPERATIONS).map(
    ([name, measure]) => [`${name}, ${suffix}`, () => measure(driver)] as const,
  );
  return Object.fromEntries(cases);
}

function matchTopic({ control }: BrowserDriver): Promise<number> {
  return control.evaluate(() => datelineBench.lookThrough());
}

async function markAll(driver: BrowserDriver): Promise<number> {
  const { spent, changed } = await driver.control.evaluate(() => datelineBench.markAll());
  say(`  marked ${changed} articles read`);
  return spent;
}
