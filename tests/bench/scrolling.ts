import { say } from '../../scripts/step';
import type { BrowserDriver, ExtensionPage } from '../support/driver';
import { openPopup } from '../support/popup';
import { waitUntil } from '../support/wait';
import { EMPTY_PAGE, withBrowser } from './browser';
import { figureOf } from './figures';
import { fill } from './fill';
import type { BenchOptions } from './parts';
import type { Cell, Report } from './report';

const STORED = 10_000;
const ROWS = 1_000;
const ROUNDS = 3;

/** A quick turn of the wheel, each frame. */
const STEP_PX = 240;

/** A frame that a person sees as a jerk; and one that came later than the screen asked for it. */
const JERK_MS = 50;
const LATE_MS = 25;

/** A list of a thousand rows from its top to its end, beside a page of plain rows that is as long. */
export async function benchScrolling(report: Report, { browser }: BenchOptions): Promise<void> {
  const rows = await withBrowser(browser, async ({ driver }) => {
    await fill(driver, STORED);
    say(`  scrolling ${ROWS} rows`);
    const popup = await openPopup(driver);
    await waitUntil('the end of the list', () =>
      popup.evaluate(() => document.querySelector('.older') !== null),
    );
    const coming = [await scroll(popup, { untilRows: ROWS })];
    const plain = await openPlain(driver, await heightOf(popup));
    const frames: Record<'there' | 'plain', number[][]> = { there: [], plain: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      frames.plain.push(await scroll(plain, { untilRows: null }));
      frames.there.push(await scroll(popup, { untilRows: null }));
    }
    return [
      rowOf('plain rows', frames.plain),
      rowOf('popup, rows that are there', frames.there),
      rowOf('popup, while its rows come', coming),
    ];
  });
  report.add({
    title: `Scrolling: ${ROWS} rows of the popup, ${STEP_PX} pixels a frame, ${browser}`,
    note: `Frames of a screen of 60 Hz, median of ${ROUNDS} rounds (min-max); rows come once.`,
    columns: ['', 'frames', `over ${LATE_MS} ms`, `over ${JERK_MS} ms`, 'longest, ms'],
    rows,
  });
}

/**
 * Scrolls the list from its top.
 * @param untilRows ends when there are so many; null: at the end of the list.
 * @returns how long each frame took, in milliseconds.
 */
async function scroll(
  page: ExtensionPage,
  { untilRows }: { untilRows: number | null },
): Promise<number[]> {
  // Brings it to the front: a page behind others gets a frame a second.
  await page.press('Home');
  return page.evaluate(
    async ({ step, wanted }) => {
      const list = document.querySelector('main');
      if (!list) throw new Error('There is no list');
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const isDone = () =>
        wanted === null
          ? list.scrollTop + list.clientHeight >= list.scrollHeight - 1
          : list.querySelectorAll('[data-story]').length >= wanted;
      list.scrollTop = 0;
      await nextFrame();
      const spent: number[] = [];
      let last = await nextFrame();
      while (!isDone()) {
        list.scrollTop += step;
        const at = await nextFrame();
        spent.push(at - last);
        last = at;
      }
      return spent;
    },
    { step: STEP_PX, wanted: untilRows },
  );
}

const heightOf = (page: ExtensionPage) =>
  page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);

/** As many rows and as high a list, of nothing but text. */
async function openPlain(driver: BrowserDriver, height: number): Promise<ExtensionPage> {
  const page = await driver.openPage(EMPTY_PAGE, { width: 400, height: 600 });
  await page.evaluate(
    ({ count, total }) => {
      const list = document.createElement('main');
      Object.assign(list.style, { height: '580px', overflowY: 'auto' });
      for (let number = 0; number < count; number += 1) {
        const row = document.createElement('div');
        row.textContent = `Headline number ${number} of a plain page`;
        Object.assign(row.style, { height: `${total / count}px`, overflow: 'hidden' });
        list.append(row);
      }
      document.body.replaceChildren(list);
    },
    { count: ROWS, total: height },
  );
  return page;
}

function rowOf(title: string, rounds: number[][]): Cell[] {
  const over = (limit: number) =>
    figureOf(rounds.map((frames) => frames.filter((spent) => spent > limit).length));
  return [
    title,
    figureOf(rounds.map((frames) => frames.length)),
    over(LATE_MS),
    over(JERK_MS),
    figureOf(rounds.map((frames) => Math.max(...frames))),
  ];
}
