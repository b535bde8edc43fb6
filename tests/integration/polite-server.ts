import { onTestFinished } from 'vitest';
import { commands } from '../../src/background/commands';
import { refresh } from '../../src/background/refresh';
import type { FeedError } from '../../src/domain/errors';
import { listFeeds } from '../../src/storage/feeds';
import { readFrontPage } from '../../src/storage/read';
import { rss, type SampleItem } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { extension, reinstall } from './fake-extension';

/** The publisher of a test; a fresh one each time. */
export let server: FeedServer;

/** A fresh extension with access to a fresh publisher, until the test ends. */
export async function startServer(): Promise<void> {
  await reinstall();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*').add('*://localhost/*');
}

const item = (id: string): SampleItem => ({
  ...{ id, title: `Headline ${id}`, link: `https://rt.example/${id}` },
  published: new Date(Date.UTC(2011, 10, 21, 10)),
});

export function serve(path: string, ids: string[], headers: Record<string, string> = {}): void {
  server.set(path, { headers, body: rss({ title: `Paper ${path}`, items: ids.map(item) }) });
}

export const redirect = (path: string, status: number, location: string) =>
  server.set(path, { status, headers: { location } });

export async function follow(...feedUrls: string[]): Promise<void> {
  const candidates = feedUrls.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  await commands.followFeeds({ candidates });
  await refresh({ now: Date.now() });
}

export const refreshAfter = (ms: number) => refresh({ now: Date.now() + ms });
export const refreshByHandAfter = (ms: number) => refresh({ now: Date.now() + ms, mode: 'manual' });

export async function stateOf(feedUrl: string) {
  const { feeds, states } = await listFeeds();
  const feed = feeds.find((one) => one.feedUrl === feedUrl);
  const state = states.get(feed?.feedId ?? '');
  if (!feed || !state) throw new Error(`${feedUrl} is not followed`);
  return { feed, state };
}

export const errorOf = async (feedUrl: string): Promise<FeedError | null> =>
  (await stateOf(feedUrl)).state.lastError;

export const shownTitles = async () =>
  ((await readFrontPage())?.stories ?? []).map(({ lead }) => lead.title).sort();
