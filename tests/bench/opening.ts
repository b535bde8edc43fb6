import { POPUP_PATH } from '../support/popup';
import { EMPTY_PAGE, withBrowser } from './browser';
import { measureInTurns } from './figures';
import { fill } from './fill';
import type { BenchOptions } from './parts';
import type { Report } from './report';
import { timePage } from './time-page';

const STORED = 100_000;
const ROUNDS = 25;

/** How long a person waits for the popup's list, beside what any page of the extension takes. */
export async function benchOpening(report: Report, { browser: name }: BenchOptions): Promise<void> {
  const { popup, empty } = await withBrowser(name, async ({ driver }) => {
    await fill(driver, STORED);
    const cases = {
      empty: () => timePage(driver, EMPTY_PAGE, 'h1'),
      popup: () => timePage(driver, POPUP_PATH, '[data-story]'),
    };
    // Whatever is opened first pays for what the browser keeps from then on.
    await measureInTurns(2, cases);
    return measureInTurns(ROUNDS, cases);
  });
  report.add({
    title: `Opening: the popup with ${STORED} articles stored, ${name}`,
    note: 'Milliseconds from the start of the navigation to the largest paint, median (min-max).',
    columns: ['empty page', 'popup, first list', 'x median', 'x min'],
    rows: [[empty, popup, popup.median / empty.median, popup.min / empty.min]],
  });
}
