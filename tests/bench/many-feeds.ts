import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../scripts/step';
import { allowSites } from '../support/following';
import { type BenchBrowser, withBrowser } from './browser';
import type { Usage } from './chromium-meter';
import { DocumentServer } from './document-server';
import { makeDocument } from './documents';
import { type Figure, figureOf } from './figures';
import type { BenchOptions } from './parts';
import { timePlainFetch } from './plain-fetch';
import { makeOnlyDue, timeFollowing, timeRefresh } from './refreshing';
import type { Cell, Report } from './report';

const FEEDS_A_HOST = 5;
const ITEMS = 10;
const ITEM_BYTES = 1_000;
const NEW_ITEMS = 5;
const ROUNDS = 3;
const IDLE_MS = 3_000;

interface Measured {
  wall: number;
  /** Milliseconds of processor time above what the idle browser takes; null where unknown. */
  worker: number | null;
  browser: number | null;
  wireBytes: number;
}

/** A refresh of many feeds over many hosts: when nothing changed, and when every feed has news. */
export async function benchManyFeeds(
  report: Report,
  { browser: name, feeds }: BenchOptions,
): Promise<void> {
  const server = await DocumentServer.start();
  try {
    await withBrowser(name, (browser) => new ManyFeeds(browser, server, feeds).measure(report));
  } finally {
    await server.close();
  }
}

class ManyFeeds {
  readonly #browser: BenchBrowser;
  readonly #server: DocumentServer;
  readonly #feeds: { path: string; url: string }[];
  #first = 0;
  /** What the idle browser takes of the processor, in each millisecond. */
  #idle: Usage = { worker: 0, browser: 0 };

  constructor(browser: BenchBrowser, server: DocumentServer, count: number) {
    this.#browser = browser;
    this.#server = server;
    this.#feeds = Array.from({ length: count }, (_, index) => {
      const path = `/${index}`;
      return { path, url: server.url(path, `host-${Math.floor(index / FEEDS_A_HOST)}.localhost`) };
    });
  }

  async measure(report: Report): Promise<void> {
    const { driver } = this.#browser;
    const addresses = this.#feeds.map(({ url }) => url);
    await allowSites(driver, addresses);
    this.#publish(ITEMS);
    say(`  first check of ${addresses.length} feeds`);
    const memory = { before: await this.#memory() };
    const first = await this.#watch(() => timeFollowing(driver, addresses));
    await this.#readIdle();
    const cases = { nothing: [], fetch: [], same: [], news: [] } as Record<string, Measured[]>;
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`  round ${round + 1} of ${ROUNDS}`);
      cases['nothing']?.push(await this.#refresh([]));
      const etag = etagOf(this.#first);
      cases['fetch']?.push(await this.#watch(() => timePlainFetch(this.#browser, addresses, etag)));
      cases['same']?.push(await this.#refresh(addresses));
      this.#publish(NEW_ITEMS);
      cases['news']?.push(await this.#refresh(addresses));
    }
    const rows = [
      this.#rowOf('nothing due', cases['nothing'] ?? []),
      this.#rowOf('plain fetch (304)', cases['fetch'] ?? []),
      this.#rowOf('unchanged (304)', cases['same'] ?? []),
      this.#rowOf(`${NEW_ITEMS} new items each`, cases['news'] ?? []),
      this.#rowOf(`first check, ${ITEMS} items each`, [first]),
    ];
    const note = memoryText(memory.before, await this.#memory());
    report.add(tableOf(rows, `${addresses.length} feeds, ${driver.name}`, note));
  }

  #publish(added: number): void {
    this.#first += added;
    this.#feeds.forEach(({ path }, index) => {
      const options = { itemCount: ITEMS, itemBytes: ITEM_BYTES };
      const firstNumber = index * 10_000 + this.#first;
      const text = makeDocument({ format: 'rss', language: 'en', ...options, firstNumber });
      this.#server.documents.set(path, { body: Buffer.from(text), etag: etagOf(this.#first) });
    });
  }

  async #refresh(due: string[]): Promise<Measured> {
    const { driver } = this.#browser;
    await makeOnlyDue(driver, due);
    return this.#watch(() => timeRefresh(driver, due.length));
  }

  async #readIdle(): Promise<void> {
    const before = this.#browser.meter?.usage();
    await pause(IDLE_MS);
    const after = this.#browser.meter?.usage();
    if (!before || !after) return;
    this.#idle = {
      worker: (after.worker - before.worker) / IDLE_MS,
      browser: (after.browser - before.browser) / IDLE_MS,
    };
  }

  async #watch(work: () => Promise<number>): Promise<Measured> {
    const wireBefore = this.#server.wireBytes();
    const before = this.#browser.meter?.usage();
    const wall = await work();
    const after = this.#browser.meter?.usage();
    const wireBytes = this.#server.wireBytes() - wireBefore;
    if (!before || !after) return { wall, wireBytes, worker: null, browser: null };
    const worker = after.worker - before.worker - this.#idle.worker * wall;
    const browser = after.browser - before.browser - this.#idle.browser * wall;
    return { wall, wireBytes, worker, browser };
  }

  #rowOf(title: string, all: Measured[]): Cell[] {
    const count = this.#feeds.length;
    const figure = (read: (one: Measured) => number | null): Figure | null => {
      const samples = all.map(read).filter((value) => value !== null);
      return samples.length > 0 ? figureOf(samples) : null;
    };
    return [
      title,
      figure(({ wall }) => wall / 1_000),
      figure(({ wall }) => wall / count),
      figure(({ worker }) => worker && worker / count),
      figure(({ browser }) => browser && browser / count),
      figure(({ wireBytes }) => wireBytes / count),
    ];
  }

  async #memory() {
    return this.#browser.meter?.memory() ?? null;
  }
}

const etagOf = (number: number): string => `"${number}"`;

function tableOf(rows: Cell[][], what: string, memory: string) {
  return {
    title: `Many: ${what}, ${FEEDS_A_HOST} at each host`,
    note: `Median (min-max). Processor time is above the idle browser's; browser: all its processes. Plain fetch: the same requests and answers, without Dateline.${memory}`,
    columns: [
      ...['refresh', 'wall, s', 'wall, ms a feed', 'worker CPU, ms a feed'],
      ...['browser CPU, ms a feed', 'wire, bytes a feed'],
    ],
    rows,
  };
}

type Memory = { heap: number; process: number | null } | null;

function memoryText(before: Memory, after: Memory): string {
  if (!before || !after) return '';
  const megabytes = (bytes: number | null) => (bytes === null ? '-' : (bytes / 1e6).toFixed(1));
  const heap = `${megabytes(before.heap)} MB before the first check, ${megabytes(after.heap)} MB at the end`;
  const process = `${megabytes(before.process)} and ${megabytes(after.process)} MB`;
  return ` Worker's heap after a collection: ${heap}; its process: ${process}.`;
}
