import type { BrowserDriver, BrowserName } from '../support/driver';
import { rss } from '../support/feed-builders';
import type { FeedServer } from '../support/feed-server';
import { allowSites, followFeeds, trustKickers } from '../support/following';
import { launchBrowser } from '../support/launch';
import { ringAlarm } from '../support/passing-time';
import { openPopup, rowOf, shownStories, shownTitles, waitForFirstRefresh } from '../support/popup';
import { createProfile, removeProfile } from '../support/profile';
import { seenNotifications, toldStories, watchNotifications } from '../support/told';
import { test as base, expect } from './fixtures';
import { item } from './items';

const OLD = {
  '/gazette': 'Ferry to run on Sundays',
  '/orbit': 'Comet seen over the bay',
  '/slow': 'Council votes on the pier',
};
const TOLD = { '/gazette': 'BREAKING: Storm closes the harbor' };
const NEW = {
  '/gazette': 'BREAKING: Bridge lifted after the flood',
  '/orbit': 'BREAKING: Rocket lands at sea',
  '/slow': 'BREAKING: Mayor opens the archive',
};
const PATHS = Object.keys(OLD);

interface Fixtures {
  /** Starts the browser, each time with the same profile. */
  launch: () => Promise<BrowserDriver>;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  launch: async ({}, use, { project }) => {
    const profile = createProfile();
    const launched: BrowserDriver[] = [];
    await use(async () => {
      const name = project.name as BrowserName;
      const driver = await launchBrowser(name, { headless: true, profile, isPermanent: true });
      launched.push(driver);
      return driver;
    });
    for (const driver of launched) await driver.close();
    removeProfile(profile);
  },
});

type Edition = Partial<Record<string, string>>;

/** The feeds with these items, the newest edition first. */
function publish(server: FeedServer, editions: Edition[], slowMs = 0): void {
  for (const path of PATHS) {
    const titles = editions.map((edition) => edition[path]).filter((title) => title !== undefined);
    const body = rss({ title: path, items: titles.map((title) => item(title)) });
    server.set(path, { body, delayMs: path === '/slow' ? slowMs : 0 });
  }
}

/** Each feed at a site of its own, so that they are checked side by side. */
async function followAll(driver: BrowserDriver, server: FeedServer): Promise<void> {
  const addresses = PATHS.map((path, index) => server.url(path, `site${index}.localhost`));
  await allowSites(driver, addresses);
  const candidates = addresses.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  await followFeeds(driver, candidates);
  await trustKickers(driver, addresses);
}

async function readAndSave(driver: BrowserDriver, title: string): Promise<void> {
  const popup = await openPopup(driver);
  await waitForFirstRefresh(popup);
  const row = await rowOf(popup, title);
  await popup.click({ role: 'button', name: 'Mark as read', within: row });
  await popup.click({ role: 'button', name: 'Save', within: row });
  const isKept = async () =>
    (await shownStories(popup)).some(({ isSaved, isUnread }) => isSaved && !isUnread);
  await expect.poll(isKept).toBe(true);
}

test('a browser killed in the middle of a refresh loses nothing and tells nothing twice', async ({
  launch,
  server,
}) => {
  // Three times a browser starts, which may take long.
  test.setTimeout(180_000);
  publish(server, [OLD]);
  const setUp = await launch();
  await followAll(setUp, server);
  await readAndSave(setUp, OLD['/gazette']);
  // Chromium writes what a person allowed some seconds later, or at the end.
  await setUp.close();

  publish(server, [TOLD, OLD]);
  const first = await launch();
  await ringAlarm(first);
  await expect.poll(() => first.notifications()).toHaveLength(1);
  const [told = ''] = await first.notifications();

  publish(server, [NEW, TOLD, OLD], 15_000);
  const before = PATHS.map((path) => server.hits(path));
  await ringAlarm(first);
  await expect.poll(() => PATHS.map((path) => server.hits(path))).toEqual(before.map((n) => n + 1));
  await first.sigkill();

  publish(server, [NEW, TOLD, OLD]);
  const second = await launch();
  await watchNotifications(second);
  const popup = await openPopup(second);
  await expect.poll(() => shownTitles(popup)).toContain(OLD['/gazette']);
  await ringAlarm(second);
  const all = [OLD, TOLD, NEW].flatMap((edition) => Object.values(edition));
  await expect.poll(async () => (await shownTitles(popup)).sort()).toEqual(all.sort());
  const kept = (await shownStories(popup)).find(({ title }) => title === OLD['/gazette']);
  expect(kept).toMatchObject({ isUnread: false, isSaved: true });
  // By its own record: windows that Firefox opens while it starts may be gone at once.
  const allTold = 1 + Object.keys(NEW).length;
  await expect.poll(() => toldStories(second)).toHaveLength(allTold);

  await ringAlarm(second);
  await waitForFirstRefresh(popup);
  const stories = await toldStories(second);
  expect([stories.length, new Set(stories).size]).toEqual([allTold, allTold]);
  expect(await seenNotifications(second)).not.toContain(told);
});
