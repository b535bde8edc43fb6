import { readFile } from 'node:fs/promises';
import { withBundle } from '../../scripts/bundle';
import { say } from '../../scripts/step';
import type { BrowserDriver } from '../support/driver';
import { POPUP_SIZE } from '../support/driver';
import { EMPTY_PAGE, withBrowser } from './browser';
import { figureOf, measureInTurns } from './figures';
import { createLanguage } from './language';
import type { SearchBench } from './page/search';
import type { BenchOptions } from './parts';
import type { Report } from './report';

declare const datelineSearch: SearchBench;

const MANY = 10_000;
const ROUNDS = 3;

/** Texts as a person types them, by what makes them hard. */
function questions(): Record<string, string | null> {
  const [often = '', , , rarely = ''] = wordsByCount();
  const [one, two, three] = createLanguage('en')
    .textOf(MANY / 2)(8)
    .split(' ');
  return {
    '(no search: the first 50 of Latest)': null,
    'a word in the oldest article alone': 'zeppelin ',
    'a word in many': `${often} `,
    'two letters of a word': often.slice(0, 2),
    'two words': `${often} ${rarely} `,
    'a phrase of one article': `"${one} ${two} ${three}"`,
    'two characters without spaces': '地震',
    'a word of one publisher': `${rarely} publisher:"Feed 7"`,
    'a word of the last week': `${rarely} after:7d`,
    'unread ones': 'is:unread',
    'a sign that no article has': '€ ',
    'a word that no article has': 'qqqqq ',
  };
}

function wordsByCount(): string[] {
  const counts = new Map<string, number>();
  const { textOf } = createLanguage('en');
  for (let number = 0; number < 1_000; number += 1) {
    for (const word of textOf(number)(38).split(' ')) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Searching 100,000 articles, each time from a page that was just opened. */
export async function benchSearching(report: Report, { browser }: BenchOptions): Promise<void> {
  const source = await withBundle('tests/bench/page/search.ts', 'page', (file) =>
    readFile(file, 'utf8'),
  );
  await withBrowser(browser, async ({ driver }) => {
    say(`  storing ${MANY} articles`);
    await driver.control.runSource(source);
    const spent = await driver.control.evaluate((count) => datelineSearch.seed(count), MANY);
    const sizes = await driver.control.evaluate(() => datelineSearch.sizes());
    const logged = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      logged.push(await driver.control.evaluate(() => datelineSearch.log()));
    }
    report.add({
      title: `Searching: what the index costs, ${MANY} articles, ${browser}`,
      note: 'Megacharacters, of which most take one byte. Storing: articles, statuses and stories, with what the log notes of them.',
      columns: ['what', 'figure'],
      rows: [
        ['storing all, s', spent.storing / 1_000],
        ['putting the log into the index, all, s', spent.indexing / 1_000],
        ['articles, million characters', sizes.articles / 1e6],
        ['index, million characters', sizes.index / 1e6],
        ['index, records', sizes.records],
        ['noting 5 new articles, ms', figureOf(logged)],
      ],
    });
    say('  searching');
    const cases = Object.entries(questions()).map(
      ([name, text]) => [name, () => timeQuestion(driver, source, text)] as const,
    );
    const figures = await measureInTurns(ROUNDS, Object.fromEntries(cases));
    report.add({
      title: `Searching: first result among ${MANY} articles, ${browser}`,
      note: 'Milliseconds, median (min-max), the first search of a page that had read its front page.',
      columns: ['searched for', 'ms'],
      rows: Object.entries(figures).map(([name, figure]) => [name, figure]),
    });
  });
}

/** @param text null: reads the first page of the latest stories, to compare with. */
async function timeQuestion(
  driver: BrowserDriver,
  source: string,
  text: string | null,
): Promise<number> {
  const page = await driver.openPage(EMPTY_PAGE, POPUP_SIZE);
  await page.runSource(source);
  const spent = await page.evaluate(async (asked) => {
    await datelineSearch.open();
    if (asked === null) return datelineSearch.list();
    return (await datelineSearch.firstResult(asked)).spent;
  }, text);
  await page.close();
  return spent;
}
