import { canonicalUrl } from '../article/canonical-url';
import type { Choices, ChoicesChange } from '../choices/model';
import { sanitizeFeed, sanitizeTopic } from '../choices/sanitize';
import { isSameJson, isSameRecord } from '../json';
import type { Feed, Topic } from '../model';
import type { FeedGroup } from './feed-groups';
import { feedGroups } from './feed-groups';
import { plainValues } from './fields';
import { findGroups } from './find-groups';
import { isKept } from './merge';
import {
  EMPTY_DOCUMENT,
  type EntryKey,
  idOfKey,
  isTopicKey,
  SETTINGS_KEY,
  type SyncDocument,
  topicKey,
} from './model';
import { withLeaves } from './settings-leaves';

/**
 * What has to change here to have what the document says. Only what the document says was removed is taken away,
 * and of that only what this browser had agreed on (`base`).
 */
export function planChanges(
  local: Choices,
  document: SyncDocument,
  base: SyncDocument | null,
): ChoicesChange {
  const topics = planTopics(local.topics, document);
  return {
    ...planFeeds(local.feeds, document, base ?? EMPTY_DOCUMENT),
    ...topics,
    settings: planSettings(local.settings, document),
  };
}

type FeedPlan = Pick<ChoicesChange, 'putFeeds' | 'joinFeeds' | 'removeFeedIds'>;

function planFeeds(local: Feed[], document: SyncDocument, base: SyncDocument): FeedPlan {
  const plan: FeedPlan = { putFeeds: [], joinFeeds: [], removeFeedIds: [] };
  const find = findGroups(document);
  const groups = feedGroups(document);
  const byGroup = new Map<EntryKey | undefined, Feed[]>();
  for (const feed of local) {
    const key = find(feed)?.keys[0];
    byGroup.set(key, [...(byGroup.get(key) ?? []), feed]);
  }
  for (const group of groups) planGroup(plan, group, byGroup.get(group.keys[0]) ?? []);
  const agreed = findGroups(base);
  const gone = (byGroup.get(undefined) ?? []).filter(
    (feed) => feed.removedAt === null && agreed(feed) !== undefined,
  );
  plan.removeFeedIds = gone.map(({ feedId }) => feedId);
  return plan;
}

/** @param here the feeds of this browser that are that one feed */
function planGroup(plan: FeedPlan, group: FeedGroup, here: Feed[]): void {
  const values = plainValues(group);
  const wanted = sanitizeFeed(idOfKey(group.keys[0] ?? ''), values);
  if (!wanted) return;
  const followed = here.filter(({ removedAt }) => removedAt === null);
  const place = canonicalUrl(wanted.feedUrl);
  const chosen =
    followed.find(({ feedUrl }) => canonicalUrl(feedUrl) === place) ?? followed[0] ?? here[0];
  const { feedId } = chosen ?? wanted;
  const feed = { ...chosen, ...values, ...wanted, feedId } as Feed;
  if (!chosen || !isSameRecord(chosen, feed)) plan.putFeeds.push(feed);
  for (const other of followed) {
    if (other !== chosen) plan.joinFeeds.push({ from: other.feedId, into: feedId });
  }
}

function planTopics(
  local: Topic[],
  { entries }: SyncDocument,
): Pick<ChoicesChange, 'putTopics' | 'removeTopicIds'> {
  const here = new Map(local.map((topic) => [topicKey(topic.topicId), topic]));
  const kept = Object.entries(entries).filter(
    ([key, entry]) => isTopicKey(key) && isKept(key, entry),
  );
  const putTopics = kept.flatMap(([key, entry]) => {
    const values = plainValues(entry);
    const wanted = sanitizeTopic(idOfKey(key), values);
    const known = here.get(key);
    if (!wanted) return [];
    // Each browser ends it by itself, and anew when its time was changed.
    const endedAt = known?.untilAt === wanted.untilAt ? (known?.endedAt ?? null) : null;
    const topic = { ...known, ...values, ...wanted, endedAt } as Topic;
    return known && isSameRecord(known, topic) ? [] : [topic];
  });
  const removed = local.filter(({ topicId }) => {
    const entry = entries[topicKey(topicId)];
    return entry !== undefined && !isKept(topicKey(topicId), entry);
  });
  return { putTopics, removeTopicIds: removed.map(({ topicId }) => topicId) };
}

function planSettings(local: Choices['settings'], { entries }: SyncDocument) {
  const leaves = plainValues(entries[SETTINGS_KEY] ?? { fields: {} });
  const settings = withLeaves(local, leaves);
  return isSameJson(settings, local) ? null : settings;
}
