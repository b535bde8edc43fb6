import { addressKeyOf, articleIdOf } from '../../domain/article/identity';
import { joinStatuses } from '../../domain/article/join-statuses';
import type { KeptArticle, RestoredArticles } from '../../domain/backup/entry';
import { changeTo, changeToAlso } from '../../domain/choices/change-to';
import type { Choices, RestoreMode } from '../../domain/choices/model';
import { feedFinder } from '../../domain/feed/find-feed';
import type { Article, ArticleStatus, HeldStory, NotificationRecord } from '../../domain/model';
import { classify, readyTopics } from '../../domain/topic/classify';
import { putMany } from '../batch';
import { applyChange, readChoices } from '../choices';
import { inWriteTransaction, type WriteTransaction } from '../database';
import { dropHeadlines } from '../headlines';
import { putHeldStories } from '../held-stories';
import { readArticles, readStatuses, storyIdsOf } from '../lookups';
import { readNotifications } from '../notifications';
import { logForSearch } from '../search/log';
import { readStoredSettings, replaceStoredSettings } from '../settings';
import { takeSnapshot } from '../snapshots';
import { recomposeStories } from '../stories';

/**
 * Restores feeds, topics and settings.
 * @returns a snapshot of what was before, to undo it; null when there was nothing
 */
export async function restoreChoices(
  backup: Choices,
  mode: RestoreMode,
  now: number,
): Promise<string | null> {
  const settings = await readStoredSettings();
  const changeOf = mode === 'replace' ? changeTo : changeToAlso;
  const { change, before } = await inWriteTransaction(async (tx) => {
    const local = await readChoices(tx, settings);
    const snapshotId = await takeSnapshot(tx, { reason: 'restore', settings, now });
    const wanted = changeOf(backup, local);
    await applyChange(tx, wanted, now);
    return { change: wanted, before: snapshotId };
  });
  if (change.settings) await replaceStoredSettings(change.settings);
  return before;
}

/**
 * Restores articles and what the user did with them: read when it was read here or there, saved when it was saved
 * here or there. What is here stays. Doing it twice changes nothing more.
 * @returns how many articles were not here
 */
export async function restoreArticles(
  { kept, breaking, feedUrls }: RestoredArticles,
  now: number,
): Promise<number> {
  return inWriteTransaction(async (tx) => {
    const settle = await feedSettler(tx, feedUrls);
    const settled = kept.map(settle);
    const ids = settled.map(idOf);
    const stored = await readArticles(tx, ids);
    const statuses = await readStatuses(tx, ids);
    const topics = readyTopics(await tx.objectStore('topics').getAll());
    const added = settled.flatMap(({ article }) =>
      article && !stored.has(article.articleId) ? [classify(article, topics)] : [],
    );
    putMany(
      tx,
      'statuses',
      settled.flatMap((one) => joined(one, statuses) ?? []),
    );
    putMany(tx, 'articles', added);
    logForSearch(tx, added);
    const homeless = added.filter(({ storyId }) => storyId === null);
    putMany(
      tx,
      'changes',
      homeless.map(({ articleId }) => ({ articleId, isNew: false })),
    );
    if (added.length > 0) await dropHeadlines(tx);
    const touched = [...added, ...stored.values()];
    await recomposeStories(
      tx,
      storyIdsOf(touched),
      now,
      ({ storyId, previous }) => previous ?? breaking[storyId] ?? null,
    );
    return added.length;
  });
}

const idOf = ({ article, status }: KeptArticle): string =>
  article?.articleId ?? status?.articleId ?? '';

function joined(one: KeptArticle, stored: Map<string, ArticleStatus>): ArticleStatus | undefined {
  const articleId = idOf(one);
  const feedId = one.status?.feedId ?? one.article?.feedId ?? '';
  return joinStatuses(stored.get(articleId), one.status ?? undefined, { articleId, feedId });
}

/**
 * A feed of the backup may be followed here under another id, by another of its addresses: then its articles
 * become that feed's, under the ids that they have there.
 * @param feedUrls the feeds of the backup, by their ids there
 */
async function feedSettler(
  tx: WriteTransaction,
  feedUrls: Record<string, string>,
): Promise<(one: KeptArticle) => KeptArticle> {
  const feeds = await tx.objectStore('feeds').getAll();
  const known = new Set(feeds.map(({ feedId }) => feedId));
  const find = feedFinder(feeds.filter(({ removedAt }) => removedAt === null));
  const localId = (feedId: string): string => {
    const feedUrl = feedUrls[feedId];
    if (known.has(feedId) || feedUrl === undefined) return feedId;
    return find(feedUrl)?.feedId ?? feedId;
  };
  return (one) => {
    const from = one.article?.feedId ?? one.status?.feedId ?? '';
    const feedId = localId(from);
    return feedId === from ? one : moved(one, feedId);
  };
}

function moved({ article, status }: KeptArticle, feedId: string): KeptArticle {
  if (!article) return { article, status: status && { ...status, feedId } };
  const there: Article = { ...article, feedId, articleId: articleIdOf({ ...article, feedId }) };
  const key = addressKeyOf(there);
  const keys = key === null || key === there.articleId ? [] : [key];
  const { articleId } = there;
  return { article: there, status: status && { ...status, articleId, feedId, knownAs: keys } };
}

/** Restores what was told, so that it is not told again. What was not shown yet comes too late for that. */
export async function restoreTold(
  told: { notifications: NotificationRecord[]; held: HeldStory[] },
  now: number,
): Promise<void> {
  await inWriteTransaction(
    async (tx) => {
      const known = new Set((await readNotifications(tx)).map((record) => record.notificationId));
      const fresh = told.notifications
        .filter(({ notificationId }) => !known.has(notificationId))
        .map((record) => ({
          ...record,
          isGrowing: false,
          expiredAt: record.shownAt === null ? (record.expiredAt ?? now) : record.expiredAt,
        }));
      putMany(tx, 'notifications', fresh);
      const heldIds = new Set(await tx.objectStore('heldStories').getAllKeys());
      const held = told.held
        .filter(({ heldId }) => !heldIds.has(heldId))
        .map((one) => ({ ...one, isWaiting: false }));
      await putHeldStories(tx, held);
    },
    ['notifications', 'heldStories'],
  );
}
