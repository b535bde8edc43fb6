import type { BackupEntry, KeptArticle } from '../../domain/backup/entry';
import type { BackupProblem, BackupSummary } from '../../domain/backup/read';
import type { Choices, RestoreMode } from '../../domain/choices/model';
import type { BreakingDecision, HeldStory, NotificationRecord } from '../../domain/model';
import { type Result, success } from '../../domain/result';
import { send } from '../../messaging/send';
import { readBackup } from './read-backup';

/** What a file holds, known after reading it once. */
export interface BackupContents extends BackupSummary {
  choices: Choices;
  articleCount: number;
  savedCount: number;
  notifications: NotificationRecord[];
  held: HeldStory[];
  /** Decisions that stories are breaking, by the stories' ids. */
  breaking: Map<string, BreakingDecision>;
}

/** Reads a whole file without changing anything: a damaged one is found before any of it is taken. */
export async function readContents(
  file: Blob,
  onProgress: (share: number) => void,
): Promise<Result<BackupContents, BackupProblem>> {
  const found: Omit<BackupContents, keyof BackupSummary> = {
    choices: { feeds: [], topics: [], settings: {} },
    ...{ articleCount: 0, savedCount: 0, notifications: [], held: [], breaking: new Map() },
  };
  const read = await readBackup(file, { onEntry: (entry) => count(found, entry), onProgress });
  return read.ok ? success({ ...found, ...read.value }) : read;
}

function count(found: Omit<BackupContents, keyof BackupSummary>, entry: BackupEntry): void {
  switch (entry.kind) {
    case 'settings':
      found.choices.settings = entry.settings;
      break;
    case 'feed':
      found.choices.feeds.push(entry.feed);
      break;
    case 'topic':
      found.choices.topics.push(entry.topic);
      break;
    case 'article':
      if (entry.article) found.articleCount += 1;
      if (entry.article && entry.status?.savedAt != null) found.savedCount += 1;
      break;
    case 'notification':
      found.notifications.push(entry.notification);
      break;
    case 'held':
      found.held.push(entry.held);
      break;
    case 'breaking':
      found.breaking.set(entry.storyId, entry.decision);
  }
}

/** Small enough for one message and one transaction that keeps nobody waiting. */
const AT_ONCE = 400;

export interface RestoreInput {
  file: Blob;
  contents: BackupContents;
  mode: RestoreMode;
  onProgress: (share: number) => void;
}

export interface Restored {
  /** Headlines that were not here. */
  added: number;
  /** The snapshot that undoes it; null when nothing was here before. */
  undoId: string | null;
}

/**
 * Takes everything over, in steps that may each be repeated: whoever is interrupted restores the same file again.
 * @throws when the worker could not store it, or the file is another one now
 */
export async function restoreBackup(input: RestoreInput): Promise<Restored> {
  const { file, contents, mode, onProgress } = input;
  const { choices, breaking, notifications, held } = contents;
  const undoId = await send('restoreChoices', { choices, mode });
  const feedUrls = Object.fromEntries(
    choices.feeds.map(({ feedId, feedUrl }) => [feedId, feedUrl]),
  );
  let added = 0;
  let waiting: KeptArticle[] = [];
  async function flush(): Promise<void> {
    const kept = waiting;
    waiting = [];
    if (kept.length === 0) return;
    const decisions = breakingOf(kept, breaking);
    added += await send('restoreArticles', { kept, breaking: decisions, feedUrls });
  }
  const read = await readBackup(file, {
    async onEntry(entry) {
      if (entry.kind !== 'article') return;
      waiting.push({ article: entry.article, status: entry.status });
      if (waiting.length >= AT_ONCE) await flush();
    },
    onProgress,
  });
  if (!read.ok) throw new Error(`the file changed: ${read.error}`);
  await flush();
  await send('restoreTold', { notifications, held });
  return { added, undoId };
}

function breakingOf(
  kept: KeptArticle[],
  breaking: Map<string, BreakingDecision>,
): Record<string, BreakingDecision> {
  const decisions: Record<string, BreakingDecision> = {};
  for (const { article } of kept) {
    const decision = article?.storyId == null ? undefined : breaking.get(article.storyId);
    if (article?.storyId != null && decision) decisions[article.storyId] = decision;
  }
  return decisions;
}
