import { sanitizeFeed, sanitizeTopic } from '../choices/sanitize';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type {
  Article,
  ArticleStatus,
  BreakingDecision,
  Feed,
  HeldStory,
  NotificationRecord,
  Topic,
} from '../model';
import { anId } from './shape';
import { aBreakingDecision, aHeldStory, aNotification, anArticle, aStatus } from './shapes';

/** An article with what the user did with it. Either may be all that is known. */
export interface KeptArticle {
  article: Article | null;
  status: ArticleStatus | null;
}

/** Some of the articles of a backup, and what is needed to take them over. */
export interface RestoredArticles {
  kept: KeptArticle[];
  /** Decisions about their stories, by the stories' ids. */
  breaking: Record<string, BreakingDecision>;
  /** Addresses of the backup's feeds, by their ids there. */
  feedUrls: Record<string, string>;
}

/** One line of a backup. */
export type BackupEntry =
  | { kind: 'settings'; settings: JsonObject }
  | { kind: 'feed'; feed: Feed }
  | { kind: 'topic'; topic: Topic }
  | ({ kind: 'article' } & KeptArticle)
  | { kind: 'breaking'; storyId: string; decision: BreakingDecision }
  | { kind: 'notification'; notification: NotificationRecord }
  | { kind: 'held'; held: HeldStory };

/** As the line's JSON; `readEntry` reads it again. */
export function entryJson(entry: BackupEntry): string {
  return JSON.stringify(entry);
}

/** @returns null for what no version of ours wrote, or what may not be taken, such as an address to run */
export function readEntry(value: Json): BackupEntry | null {
  if (!isJsonObject(value)) return null;
  switch (value['kind']) {
    case 'settings':
      return isJsonObject(value['settings'])
        ? { kind: 'settings', settings: value['settings'] }
        : null;
    case 'feed': {
      const feed = sanitizeFeed(idIn(value['feed'], 'feedId'), value['feed']);
      return feed && { kind: 'feed', feed };
    }
    case 'topic': {
      const topic = sanitizeTopic(idIn(value['topic'], 'topicId'), value['topic']);
      return topic && { kind: 'topic', topic };
    }
    case 'article':
      return readArticle(value);
    default:
      return readTold(value);
  }
}

function idIn(value: Json | undefined, name: string): string {
  return (isJsonObject(value) && anId(value[name])) || '';
}

function readArticle(value: JsonObject): BackupEntry | null {
  const article = value['article'] === null ? null : anArticle(value['article']);
  const status = value['status'] === null ? null : aStatus(value['status']);
  if (article === undefined || status === undefined || (article ?? status) === null) return null;
  if (article && status && article.articleId !== status.articleId) return null;
  return { kind: 'article', article, status };
}

/** What was told, and why. */
function readTold(value: JsonObject): BackupEntry | null {
  if (value['kind'] === 'notification') {
    const notification = aNotification(value['notification']);
    return notification ? { kind: 'notification', notification } : null;
  }
  if (value['kind'] === 'held') {
    const held = aHeldStory(value['held']);
    return held ? { kind: 'held', held } : null;
  }
  if (value['kind'] !== 'breaking') return null;
  const storyId = anId(value['storyId']);
  const decision = aBreakingDecision(value['decision']);
  return storyId && decision ? { kind: 'breaking', storyId, decision } : null;
}
