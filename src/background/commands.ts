import type { Topic } from '../domain/model';
import { parseOpml } from '../domain/opml/parse';
import { serializeOpml } from '../domain/opml/serialize';
import { failure, type Result, success } from '../domain/result';
import { readTopicAim } from '../domain/topic/classify';
import type { TopicQueryError } from '../domain/topic/query';
import type { TopicDraft } from '../messaging/protocol';
import type { CommandHandlers } from '../messaging/serve';
import { setArticlesRead } from '../storage/articles';
import { readEarlierStory } from '../storage/earlier-story';
import { setCheckEvery } from '../storage/feed-states';
import { listFeeds, renameFeed, setFeedsRemoved, setTrustsKicker } from '../storage/feeds';
import { writeSettings } from '../storage/settings';
import { markAllRead, setStoriesRead, setStorySaved } from '../storage/story-changes';
import { deleteTopic, putTopic, readTopic, setTopicNotifying } from '../storage/topics';
import { scheduleAlarm } from './alarms';
import { announceChange } from './announce';
import { eraseAll } from './erase';
import { expectAccess } from './expected-access';
import { findFeeds, findOnPage, previewFeed } from './find-feeds';
import { addFeed, followMany } from './follow';
import { goBackTo } from './go-back';
import { showTest } from './notifier';
import { openStory } from './open-story';
import { refresh } from './refresh';
import { restoring } from './restore';
import { clearSynced, setSyncing } from './sync';

/** Every command and what carries it out. */
export const commands: CommandHandlers = {
  refresh: () => refresh({ now: Date.now(), mode: 'manual' }),
  findFeeds,
  findOnPage,
  previewFeed,
  addFeed,
  expectAccess,
  followFeeds: followMany,
  removeFeed: ({ feedId }) => change((now) => setFeedsRemoved([feedId], now, now)),
  restoreFeed: ({ feedId }) => change((now) => setFeedsRemoved([feedId], null, now)),
  removeFeeds: ({ feedIds }) => change((now) => setFeedsRemoved(feedIds, now, now)),
  restoreFeeds: ({ feedIds }) => change((now) => setFeedsRemoved(feedIds, null, now)),
  renameFeed: ({ feedId, title }) => change((now) => renameFeed(feedId, title, now)),
  setCheckEvery: ({ feedId, checkEveryMs }) =>
    change(() => setCheckEvery(feedId, checkEveryMs)).then(rescheduled),
  setTrustsKicker: ({ feedId, trustsKicker }) =>
    change((now) => setTrustsKicker(feedId, trustsKicker, now)),
  readOpml: async ({ text }) => parseOpml(text),
  writeOpml: async () => serializeOpml({ feeds: (await listFeeds()).feeds, now: Date.now() }),
  openStory: (payload) => openStory(payload),
  findEarlierStory: ({ storyId }) => readEarlierStory(storyId, Date.now()),
  setStoriesRead: ({ storyIds, isRead }) =>
    changeAndAnswer((now) => setStoriesRead(storyIds, isRead, now)),
  markAllRead: ({ topicId }) => changeAndAnswer((now) => markAllRead(topicId, now)),
  setArticlesRead: ({ articleIds, isRead }) =>
    change((now) => setArticlesRead(articleIds, isRead, now)),
  setStorySaved: ({ storyId, isSaved }) => change((now) => setStorySaved(storyId, isSaved, now)),
  saveTopic,
  removeTopic: ({ topicId }) => change((now) => deleteTopic(topicId, now)),
  restoreTopic: ({ topic }) => change((now) => putTopic(topic, now)),
  setTopicNotifying: ({ topicId, isNotifying }) =>
    change((now) => setTopicNotifying(topicId, isNotifying, now)),
  updateSettings: ({ patch }) => changeAndAnswer(() => writeSettings(patch)),
  setSyncing: ({ isOn }) => setSyncing(isOn, Date.now()),
  clearSynced: () => clearSynced().then(() => null),
  goBack: ({ snapshotId }) => goBackTo(snapshotId),
  ...restoring,
  eraseAll: () => eraseAll().then(() => null),
  sendTestNotification: async () => ((await showTest()) ? success(null) : failure('blocked')),
};

async function rescheduled(): Promise<null> {
  await scheduleAlarm(Date.now());
  return null;
}

async function saveTopic(draft: TopicDraft): Promise<Result<Topic, TopicQueryError>> {
  const aim = readTopicAim(draft);
  if (!aim.ok) return aim;
  const known = draft.topicId === null ? undefined : await readTopic(draft.topicId);
  const topic: Topic = {
    ...draft,
    topicId: draft.topicId ?? crypto.randomUUID(),
    name: draft.name.trim() || draft.query.trim(),
    isNotifying: draft.action === 'follow' && draft.isNotifying,
    createdAt: known?.createdAt ?? Date.now(),
    endedAt: null,
  };
  return changeAndAnswer(async (now) => {
    await putTopic(topic, now);
    return success(topic);
  });
}

async function change(work: (now: number) => Promise<void>): Promise<null> {
  await changeAndAnswer(work);
  return null;
}

async function changeAndAnswer<T>(work: (now: number) => Promise<T>): Promise<T> {
  const answer = await work(Date.now());
  await announceChange();
  return answer;
}
