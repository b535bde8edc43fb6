import { readFile } from 'node:fs/promises';
import { withBundle } from '../../scripts/bundle';
import { say } from '../../scripts/step';
import type { BrowserDriver } from '../support/driver';
import { POPUP_SIZE } from '../support/driver';
import { EMPTY_PAGE, withBrowser } from './browser';
import { type Figure, measureInTurns } from './figures';
import { createLanguage } from './language';
import type { SearchBench } from './page/search';
import type { BenchOptions } from './parts';
import type { Report } from './report';

declare const datelineSearch: SearchBench;

const MANY = 100_000;
const ROUNDS = 3;

/** Texts as a person types them, by what makes them hard. */
function questions(): Record<string, string> {
  const [often = '', , , rarely = ''] = wordsByCount();
  const [one, two, three] = createLanguage('en')
    .textOf(MANY / 2 + 1)(8)
    .split(' ');
  return {
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

/** Questions that both understand. */
const PLAIN = ['a word in the oldest article alone', 'a word in many', 'two words'];

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
    await reportCosts(driver, report, browser);
    say('  searching');
    const searches = new Page(driver, source);
    const own = Object.entries(questions()).map(
      ([name, text]) => [name, () => searches.time('own', text)] as const,
    );
    const peer = PLAIN.map(
      (name) => [miniName(name), () => searches.time('mini', questions()[name] ?? '')] as const,
    );
    const list = ['(no search: the first 50 of Latest)', () => searches.time('list', '')] as const;
    const figures: Record<string, Figure> = await measureInTurns(
      ROUNDS,
      Object.fromEntries([list, ...own, ...peer]),
    );
    report.add({
      title: `Searching: first result among ${MANY} articles, ${browser}`,
      note: 'Milliseconds, median (min-max), the first question to a page whose search was just opened.',
      columns: ['searched for', 'ms'],
      rows: Object.entries(figures),
    });
  });
}

const miniName = (name: string) => `MiniSearch: ${name}`;

/** What keeping each index costs. */
async function reportCosts(driver: BrowserDriver, report: Report, browser: string): Promise<void> {
  const { control } = driver;
  const spent = await control.evaluate((count) => datelineSearch.seed(count), MANY);
  const sizes = await control.evaluate(() => datelineSearch.sizes());
  const mini = await control.evaluate(() => datelineSearch.buildMini());
  const added = await measureInTurns(ROUNDS, {
    own: () => control.evaluate(() => datelineSearch.log()),
    mini: () => control.evaluate(() => datelineSearch.addMini()),
  });
  report.add({
    title: `Searching: what an index costs, ${MANY} articles, ${browser}`,
    note: 'Storing: articles, statuses and stories, with what the log notes of them. Characters take a byte or two.',
    columns: ['what', 'ours', 'MiniSearch'],
    rows: [
      ['storing all, s', spent.storing / 1_000, null],
      ['making the index of all, s', spent.indexing / 1_000, mini.spent / 1_000],
      ['index, million characters', sizes.index / 1e6, mini.size / 1e6],
      ['articles, million characters', sizes.articles / 1e6, null],
      ['index, records', sizes.records, 1],
      ['noting 5 new articles, ms', added.own, added.mini],
    ],
  });
}

/** Asks in a page that is opened for the question. */
class Page {
  readonly #driver: BrowserDriver;
  readonly #source: string;

  constructor(driver: BrowserDriver, source: string) {
    this.#driver = driver;
    this.#source = source;
  }

  /** @returns milliseconds */
  async time(by: 'own' | 'mini' | 'list', text: string): Promise<number> {
    const page = await this.#driver.openPage(EMPTY_PAGE, POPUP_SIZE);
    await page.runSource(this.#source);
    await page.evaluate(() => datelineSearch.open());
    const spent = await page.evaluate(
      async ({ how, asked }) => {
        if (how === 'list') return datelineSearch.list();
        if (how === 'mini') return datelineSearch.firstOfMini(asked);
        return (await datelineSearch.firstResult(asked)).spent;
      },
      { how: by, asked: text },
    );
    await page.close();
    return spent;
  }
}
