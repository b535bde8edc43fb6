import { allowSites } from '../support/following';
import { type BenchBrowser, withBrowser } from './browser';
import { DocumentServer } from './document-server';
import { makeDocument } from './documents';
import { measureInTurns } from './figures';
import type { BenchOptions } from './parts';
import { timePlainFetch } from './plain-fetch';
import { ITEM_BYTES } from './reading';
import { makeOnlyDue, timeFollowing, timeRefresh } from './refreshing';
import type { Cell, Report } from './report';

const SIZES = [
  { title: '100 KB, 20 items', itemCount: 20 },
  { title: '1 MB, 200 items', itemCount: 200 },
  { title: '5 MB, 1,000 items', itemCount: 1_000 },
];

const ROUNDS = 3;
/** What one publisher adds between two checks. */
const NEW_ITEMS = 5;

/** One feed's whole visit in the built extension: from the press of Refresh to everything stored. */
export async function benchStoring(report: Report, { browser: name }: BenchOptions): Promise<void> {
  const server = await DocumentServer.start();
  try {
    const rows = await withBrowser(name, (browser) => measure(browser, server));
    report.add({
      title: `Storing: from Refresh to stored, ${name}`,
      note: `Milliseconds, median (min-max). Nothing: a refresh with no feed due. Fetch: the same bytes, only fetched${name === 'chromium' ? ' by the same worker' : ' by an extension page'}. Same: 304. New: ${NEW_ITEMS} new items. All new: every item.`,
      columns: [
        ...['feed', 'nothing', 'fetch', 'same', `${NEW_ITEMS} new`, 'all new'],
        ...['same / nothing', 'new / (nothing + fetch)', 'all new / (nothing + fetch)'],
      ],
      rows,
    });
  } finally {
    await server.close();
  }
}

async function measure(browser: BenchBrowser, server: DocumentServer): Promise<Cell[][]> {
  const { driver } = browser;
  const feeds = SIZES.map(({ title, itemCount }) => {
    const path = `/${itemCount}`;
    return { title, itemCount, path, url: server.url(path, `size-${itemCount}.localhost`) };
  });
  for (const { path, itemCount } of feeds) serve(server, path, itemCount, 0);
  const addresses = feeds.map(({ url }) => url);
  await allowSites(driver, addresses);
  await timeFollowing(driver, addresses);
  const rows: Cell[][] = [];
  for (const feed of feeds) rows.push(await measureFeed(browser, server, feed));
  return rows;
}

interface MeasuredFeed {
  title: string;
  itemCount: number;
  path: string;
  url: string;
}

async function measureFeed(
  browser: BenchBrowser,
  server: DocumentServer,
  { title, itemCount, path, url }: MeasuredFeed,
): Promise<Cell[]> {
  const { driver } = browser;
  let first = 0;
  const refreshWith = async (added: number) => {
    first += added;
    if (added > 0) serve(server, path, itemCount, first);
    await makeOnlyDue(driver, [url]);
    return timeRefresh(driver, 1);
  };
  const figures = await measureInTurns(ROUNDS, {
    nothing: async () => {
      await makeOnlyDue(driver, []);
      return timeRefresh(driver, 0);
    },
    fetch: () => timePlainFetch(browser, [url]),
    same: () => refreshWith(0),
    few: () => refreshWith(NEW_ITEMS),
    all: () => refreshWith(itemCount),
  });
  const { nothing, fetch, same, few, all } = figures;
  const least = nothing.median + fetch.median;
  return [
    ...[title, nothing, fetch, same, few, all],
    ...[same.median / nothing.median, few.median / least, all.median / least],
  ];
}

function serve(server: DocumentServer, path: string, itemCount: number, firstNumber: number): void {
  const options = { itemCount, firstNumber, itemBytes: ITEM_BYTES };
  const body = Buffer.from(makeDocument({ format: 'rss', language: 'en', ...options }));
  server.documents.set(path, { body, etag: `"${firstNumber}"` });
}
