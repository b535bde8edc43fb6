import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeArticles } from '../../../src/domain/article/merge';
import {
  canDropArticle,
  canDropStatus,
  DEFAULT_KEEP_DAYS,
  keepArticleMs,
  lastListedAt,
} from '../../../src/domain/article/retain';
import type { Article, ArticleStatus } from '../../../src/domain/model';
import { DAY, makeArticle, makeFeedState, makeStatus, NOW } from '../../support/make';

const changing = makeFeedState({ documentAt: NOW, succeededAt: NOW });

test('what a feed still lists, and what was saved, stays', () => {
  const drop = (change: Partial<ArticleStatus>) =>
    canDropArticle(makeStatus(change), changing, NOW);
  expect(drop({ lastSeenAt: NOW - DAY })).toBe(false);
  expect(drop({ lastSeenAt: NOW - 40 * DAY, savedAt: NOW })).toBe(false);
  expect(drop({ lastSeenAt: NOW - 40 * DAY })).toBe(true);
});

test('a feed that has not changed for years still lists what its last document listed', () => {
  const read = NOW - 700 * DAY;
  const quiet = makeFeedState({ documentAt: read, succeededAt: NOW });
  const listed = makeStatus({ lastSeenAt: read - DAY / 2 });
  expect(canDropArticle(listed, quiet, NOW)).toBe(false);
  expect(canDropStatus(listed, quiet, NOW)).toBe(false);
  const fallenOut = makeStatus({ lastSeenAt: read - 2 * DAY });
  expect(canDropArticle(fallenOut, quiet, NOW)).toBe(true);
  expect(canDropStatus(fallenOut, quiet, NOW)).toBe(true);
});

test('a feed that is not followed lists nothing, one whose document is not known may list all', () => {
  const status = makeStatus({ lastSeenAt: NOW - 200 * DAY });
  expect(lastListedAt(status, undefined)).toBe(status.lastSeenAt);
  expect(lastListedAt(status, makeFeedState({ documentAt: null, succeededAt: NOW }))).toBe(NOW);
});

/** Days between checks, and what the feed does at the next one. */
const day = fc.record({
  pause: fc.integer({ min: 1, max: 170 }),
  isChanged: fc.boolean(),
  isListed: fc.boolean(),
  isSaved: fc.boolean(),
});

test('what arrived once is never new again, however long feeds pause and whatever was saved', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 20 }), (days) => {
      let now = NOW;
      let arrivals = 0;
      let stored: Article | null = null;
      let status: ArticleStatus | null = null;
      let state = makeFeedState({ documentAt: null, succeededAt: null });
      let lists = true;
      for (const { pause, isChanged, isListed, isSaved } of [
        { pause: 0, isChanged: true, isListed: true, isSaved: false },
        ...days,
      ]) {
        now += pause * DAY;
        if (isChanged) lists = isListed;
        state = { ...state, succeededAt: now, documentAt: isChanged ? now : state.documentAt };
        if (isChanged && lists) {
          const incoming = makeArticle({ arrivedAt: now, sortAt: now });
          const { added } = mergeArticles({
            ...{ incoming: [incoming], now },
            stored: new Map(stored ? [['a1', stored]] : []),
            statuses: new Map(status ? [['a1', status]] : []),
          });
          arrivals += added.filter(({ isBacklog }) => !isBacklog).length;
          stored = added[0] ?? stored;
          const before: ArticleStatus = status ?? makeStatus({ arrivedAt: now });
          status = { ...before, lastSeenAt: now };
        }
        if (status) status = { ...status, savedAt: isSaved ? now : null };
        const isOld = stored !== null && now - stored.arrivedAt > keepArticleMs(DEFAULT_KEEP_DAYS);
        if (status && isOld && canDropArticle(status, state, now)) stored = null;
        const isForgotten = status && !stored && canDropStatus(status, state, now);
        if (isForgotten) {
          // Fallen out for longer than anything is kept: whatever comes then is new.
          expect(lists).toBe(false);
          return;
        }
      }
      expect(arrivals).toBe(1);
    }),
  );
});
