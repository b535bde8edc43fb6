import type { Choices, ChoicesChange } from '../../../src/domain/choices/model';
import { captureChanges, withRemovals } from '../../../src/domain/sync/capture';
import { compactDocument } from '../../../src/domain/sync/compact';
import { type SyncDocument, topicKey } from '../../../src/domain/sync/model';
import { planChanges } from '../../../src/domain/sync/plan';
import { NOW } from '../../support/make';
import { noChoices } from './samples';

/** One browser of several: what the user chose in it, and what it agreed on with the others. */
export interface Browser {
  browserId: string;
  choices: Choices;
  base: SyncDocument | null;
  /** Its clock, against the right time. */
  aheadMs: number;
}

export const newBrowser = (browserId: string, choices: Partial<Choices> = {}): Browser => ({
  ...{ browserId, base: null, aheadMs: 0, choices: { ...noChoices, ...choices } },
});

let time = NOW;

/** Takes over what another browser says. @returns what this one says then */
export function sync(browser: Browser, remote: SyncDocument): SyncDocument {
  time += 1000;
  const now = time + browser.aheadMs;
  const { choices: local, base, browserId } = browser;
  const captured = captureChanges({ local, base, remote, now, browserId });
  const document = compactDocument(captured, now);
  browser.choices = changed(local, planChanges(local, document, base));
  browser.base = document;
  return document;
}

/** Exchanges until nobody has anything new to say; fails when that never comes. */
export function settle(...browsers: Browser[]): void {
  let document: SyncDocument = { entries: {} };
  for (let round = 0; round < 4; round += 1) {
    for (const browser of browsers) document = sync(browser, document);
  }
}

export function changed(choices: Choices, change: ChoicesChange): Choices {
  const put = new Map([...choices.feeds, ...change.putFeeds].map((feed) => [feed.feedId, feed]));
  for (const { from } of change.joinFeeds) put.delete(from);
  for (const feedId of change.removeFeedIds) {
    const feed = put.get(feedId);
    if (feed) put.set(feedId, { ...feed, removedAt: time });
  }
  const topics = new Map(
    [...choices.topics, ...change.putTopics].map((topic) => [topic.topicId, topic]),
  );
  for (const topicId of change.removeTopicIds) topics.delete(topicId);
  const settings = change.settings ?? choices.settings;
  return { feeds: [...put.values()], topics: [...topics.values()], settings };
}

export const followedIn = ({ choices }: Browser): string[] =>
  choices.feeds
    .filter(({ removedAt }) => removedAt === null)
    .map(({ title }) => title)
    .sort();

export function removeFeed(browser: Browser, feedId: string): void {
  browser.choices = {
    ...browser.choices,
    feeds: browser.choices.feeds.map((feed) =>
      feed.feedId === feedId ? { ...feed, removedAt: time } : feed,
    ),
  };
}

export function removeTopic(browser: Browser, topicId: string): void {
  const { base, choices, browserId } = browser;
  const topics = choices.topics.filter((topic) => topic.topicId !== topicId);
  browser.choices = { ...choices, topics };
  if (base) browser.base = withRemovals(base, [topicKey(topicId)], { now: time, browserId });
}

/** A feed that is not followed any more is forgotten some time after its removal. */
export function forgetRemoved(browser: Browser): void {
  const feeds = browser.choices.feeds.filter(({ removedAt }) => removedAt === null);
  browser.choices = { ...browser.choices, feeds };
}
