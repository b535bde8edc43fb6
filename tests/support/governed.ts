import { expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { item } from '../e2e/items';
import type { BrowserDriver, ExtensionPage } from './driver';
import { PAGE_SIZE } from './driver';
import { rss } from './feed-builders';
import type { FeedServer } from './feed-server';
import { ringAlarm } from './passing-time';
import { waitForText } from './popup';
import { notificationRecords } from './told';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/** What the steps of a scenario about governed notifications act on, headless and on a desktop. */
export interface Scene {
  driver: BrowserDriver;
  server: FeedServer;
  follow: (...paths: string[]) => Promise<ExtensionPage>;
}

export const STORM = 'Storm kills nine in the old harbor of the capital';
export const FLOOD = 'Flood tears down the mill & the bridge over the river';

const PUBLISHERS = ['/gazette', '/wire', '/post'] as const;
type Publisher = (typeof PUBLISHERS)[number];

/** Follows three publishers that have nothing to tell yet. */
export async function followPublishers({ server, follow }: Scene): Promise<void> {
  for (const path of PUBLISHERS) publish(server, path, []);
  await (await follow(...PUBLISHERS)).close();
}

function publish(server: FeedServer, path: Publisher, titles: string[]): void {
  const items = titles.map((title) => item(title, { link: linkOf(server, title) }));
  server.set(path, { body: rss({ title: path.slice(1), items }) });
}

/** Where a story leads, whoever carries it. */
function linkOf(server: FeedServer, title: string): string {
  const path = `/${title.replaceAll(' ', '-')}`;
  server.set(path, { headers: { 'content-type': 'text/html' }, body: `<h1>${title}</h1>` });
  return server.url(path);
}

/** Two publishers carry one event, which the next check of the feeds finds. */
export async function carryStorm({ driver, server }: Scene): Promise<void> {
  publish(server, '/gazette', [STORM]);
  publish(server, '/wire', [STORM]);
  await ringAlarm(driver);
}

/** One notification comes of the storm. @returns its id. */
export async function tellOfStorm(scene: Scene): Promise<string> {
  const { driver } = scene;
  await carryStorm(scene);
  await expect.poll(() => driver.notifications()).toHaveLength(1);
  const [notificationId = ''] = await driver.notifications();
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ notificationId, publisherCount: 2 }]);
  return notificationId;
}

/** A third publisher takes it up: the same notification, as yet untouched, says so. */
export async function growStorm({ driver, server }: Scene, notificationId: string): Promise<void> {
  publish(server, '/post', [STORM]);
  await ringAlarm(driver);
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ publisherCount: 3, isGrowing: false, closedAt: null }]);
  expect(await driver.notifications()).toEqual([notificationId]);
}

/** The notification of the storm was clicked: the story is open, and it is gone. */
export async function expectOpened({ driver, server }: Scene): Promise<void> {
  await expect.poll(() => driver.tabs()).toContain(linkOf(server, STORM));
  await expect.poll(() => driver.notifications()).toEqual([]);
}

/** Two events come in quiet hours that last all day: nothing is told. @returns the options page, which says so. */
export async function holdBack({ driver, server }: Scene): Promise<ExtensionPage> {
  await driver.control.evaluate(
    (quietHours) =>
      browser.runtime.sendMessage({
        command: 'updateSettings',
        payload: { patch: { notifications: { quietHours } } },
      }),
    { isOn: true, spans: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 }] },
  );
  for (const path of PUBLISHERS) publish(server, path, [STORM, FLOOD]);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await ringAlarm(driver);
  await waitForText(options, 'In the last seven days you would have received 0 notifications.');
  await waitForText(options, '2 stories would have been held back.');
  expect(await driver.notifications()).toEqual([]);
  return options;
}

/** The quiet hours end: one summary comes. @returns its id. */
export async function endQuiet({ driver }: Scene, options: ExtensionPage): Promise<string> {
  await options.click({ role: 'checkbox', name: 'Hold notifications back at these times' });
  await waitForText(options, 'In the last seven days you would have received 1 notification.');
  await ringAlarm(driver);
  await expect.poll(() => driver.notifications()).toHaveLength(1);
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ reason: 'summary', occasion: 'quiet' }]);
  const [notificationId = ''] = await driver.notifications();
  return notificationId;
}

/** A summary that was clicked opens the list. */
export async function expectListOpened({ driver }: Scene): Promise<void> {
  await expect
    .poll(async () => (await driver.tabs()).some((url) => url.endsWith('page/index.html')))
    .toBe(true);
}
