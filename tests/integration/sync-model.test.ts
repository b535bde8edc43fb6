import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { commands as unguarded } from '../../src/background/commands';
import { guardChoices } from '../../src/background/guard-choices';
import { syncChoices } from '../../src/background/sync';
import { feedIdOf } from '../../src/domain/article/identity';
import { readFeeds, readSettings, readTopics } from '../../src/storage/read';
import { retain } from '../../src/storage/retention';
import { MINUTE } from '../support/make';
import { reinstall } from './fake-extension';
import { Cloud, enforceQuota, Installation } from './sync-cloud';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const commands = guardChoices(unguarded);
const PATIENCE = 300_000;

beforeEach(async () => {
  vi.restoreAllMocks();
  await reinstall();
  enforceQuota();
});

const NAMES = ['gazette', 'orbit', 'harbor', 'summit', 'valley'];
const urlOf = (name: string) => `https://${name}.example/feed`;
const LEVELS = ['off', 'breaking', 'topics', 'everything'] as const;

type Act = 'follow' | 'remove' | 'rename' | 'level' | 'topic' | 'forget';
interface Step {
  at: number;
  /** What the person does, or what the browsers do by themselves. */
  act: Act | 'sync' | 'upload' | 'download';
  name: string;
  choice: number;
  /** Which items travel, and which are late. */
  sent: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(1),
  act: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<Act>('follow', 'remove', 'rename', 'level', 'topic', 'forget'),
    },
    { weight: 4, arbitrary: fc.constantFrom<Step['act']>('sync', 'upload', 'download') },
  ),
  name: fc.constantFrom(...NAMES),
  choice: fc.nat(3),
  sent: fc.nat(7),
});

/** Some items travel and others do not: by the last sign of their keys. */
const travels = (sent: number) => (key: string) =>
  sent > 3 || (key.charCodeAt(key.length - 1) & 3) <= sent;

interface World {
  now: number;
  /** Feeds that anybody ever removed; the rest must be there in the end. */
  removed: Set<string>;
  followed: Set<string>;
  topics: Set<string>;
}

async function act({ act: what, name, choice }: Step, world: World): Promise<void> {
  const feedId = feedIdOf(urlOf(name));
  const isFollowed = (await readFeeds()).some(({ feed }) => feed.feedId === feedId);
  if (what === 'follow') {
    world.followed.add(feedId);
    await commands.followFeeds({
      candidates: [{ feedUrl: urlOf(name), title: name, siteUrl: null }],
    });
  }
  if (what === 'remove' && isFollowed) {
    world.removed.add(feedId);
    await commands.removeFeed({ feedId });
  }
  if (what === 'rename' && isFollowed) {
    await commands.renameFeed({ feedId, title: `${name} ${choice}` });
  }
  if (what === 'level') {
    await commands.updateSettings({ patch: { notificationLevel: LEVELS[choice] ?? 'off' } });
  }
  if (what === 'topic') {
    world.topics.add(name);
    await commands.saveTopic({
      ...{ topicId: name, name, query: `${name} ${choice}`, publishers: [], untilAt: null },
      ...{ action: 'follow', isNotifying: false },
    });
  }
  if (what === 'forget') await retain(world.now + 20 * MINUTE);
}

async function take(one: Installation, step: Step, world: World): Promise<void> {
  world.now += MINUTE;
  if (step.act === 'upload') one.upload(travels(step.sent), step.choice > 1);
  else if (step.act === 'download') one.download(travels(step.sent));
  else if (step.act === 'sync') await one.use(() => syncChoices(world.now));
  else await one.use(() => act(step, world));
}

const state = async () => ({
  feeds: (await readFeeds()).map(({ feed }) => [feed.feedId, feed.title]),
  topics: (await readTopics()).map(({ topicId, query }) => [topicId, query]),
  level: (await readSettings()).notificationLevel,
});

/** In the end both browsers are on line, and in use, for as long as it takes. */
async function settle(both: Installation[], world: World): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    for (const one of both) {
      one.download();
      world.now += 5 * MINUTE;
      await one.use(() => syncChoices(world.now));
      one.upload();
    }
  }
}

test(
  'whatever is chosen, lost and late in two browsers, they end alike, and nothing is lost',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const cloud = new Cloud();
        const both = [new Installation(cloud), new Installation(cloud)];
        const [home, work] = both as [Installation, Installation];
        const world: World = {
          ...{
            now: Date.UTC(2030, 0, 1),
            removed: new Set(),
            followed: new Set(),
            topics: new Set(),
          },
        };
        for (const one of both) await one.use(() => commands.setSyncing({ isOn: true }));
        for (const one of steps) await take(one.at === 0 ? home : work, one, world);
        await settle(both, world);
        const [here, there] = [await home.use(state), await work.use(state)];
        expect(there).toEqual(here);
        const kept = here.feeds.map(([feedId]) => feedId);
        const untouched = [...world.followed].filter((feedId) => !world.removed.has(feedId));
        expect(kept).toEqual(expect.arrayContaining(untouched));
        expect(here.topics.map(([topicId]) => topicId).sort()).toEqual([...world.topics].sort());
      }),
      { numRuns: 25, endOnFailure: true },
    );
  },
  PATIENCE,
);
