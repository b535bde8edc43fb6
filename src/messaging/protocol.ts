/**
 * Every command from the UI to the worker, on one page. Payloads and answers are plain JSON: Chrome
 * sends messages as JSON, Firefox by structured clone.
 */
import type { RestoredArticles } from '../domain/backup/entry';
import type { Choices, RestoreMode } from '../domain/choices/model';
import type { PageHead } from '../domain/discovery/page-head';
import type { FeedError } from '../domain/errors';
import type {
  Feed,
  FeedCandidate,
  FeedPreview,
  FoundFeed,
  HeldStory,
  NotificationRecord,
  OpmlReading,
  Settings,
  SettingsPatch,
  Story,
  Topic,
} from '../domain/model';
import type { Result } from '../domain/result';
import type { SyncState } from '../domain/sync/state';
import type { TopicQueryError } from '../domain/topic/query';

export interface RefreshSummary {
  checked: number;
  unchanged: number;
  failed: number;
  added: number;
  edited: number;
  stories: number;
  notified: number;
  /** Nothing was checked: the device is offline. */
  isOffline: boolean;
  /** Nothing was checked: everything was checked a moment ago, or servers asked to wait. */
  isTooSoon: boolean;
  /** Of these: every server asked to wait. */
  isPaused: boolean;
}

export type AddFeedResult =
  | { kind: 'added'; feed: Feed; articleCount: number }
  | { kind: 'already'; feed: Feed }
  | { kind: 'failed'; error: FeedError };

export type FindFeedsResult =
  /** One or more, the likeliest first; `preview` where the document was seen on the way. */
  | { kind: 'found'; feeds: (FoundFeed & { isFollowed: boolean; preview: FeedPreview | null })[] }
  | { kind: 'already'; feed: Feed }
  | { kind: 'failed'; error: FeedError };

export interface FollowReport {
  added: Feed[];
  already: Feed[];
  /** Not an http or https address. */
  refused: { address: string }[];
}

export interface TopicDraft {
  /** null makes a new topic. */
  topicId: string | null;
  name: string;
  query: string;
  publishers: string[];
  action: Topic['action'];
  isNotifying: boolean;
  /** When it is to end; null: never. */
  untilAt: number | null;
}

export interface Commands {
  /** Checks all feeds that may be checked now. Answers when it is done. */
  refresh(payload: Record<never, never>): RefreshSummary;
  /** Finds feeds by a site's or feed's address. Access to its site was granted before. Follows nothing. */
  findFeeds(payload: { address: string }): FindFeedsResult;
  /** Finds feeds on a page that was read in its tab; `isFeed` when the tab shows one. Fetches nothing. */
  findOnPage(payload: { page: PageHead & { isFeed: boolean } }): FindFeedsResult;
  /** Looks at a candidate. Access to its site was granted before. */
  previewFeed(payload: { feedUrl: string }): Result<FeedPreview, FeedError>;
  /** Fetches an address and follows it when it is a feed. Access to its site was granted before. */
  addFeed(payload: { address: string }): AddFeedResult;
  /**
   * The popup is about to ask for access to these feeds' sites, which may close it: follow them when access
   * is given and the popup did not. None takes it back.
   */
  expectAccess(payload: { candidates: FeedCandidate[] }): null;
  /** Follows feeds without fetching them first; a refresh of the new ones starts at once. Also ends the first run. */
  followFeeds(payload: { candidates: FeedCandidate[] }): FollowReport;
  removeFeed(payload: { feedId: string }): null;
  /** Undo of having followed many at once. */
  removeFeeds(payload: { feedIds: string[] }): null;
  /** Undo of `removeFeeds`. */
  restoreFeeds(payload: { feedIds: string[] }): null;
  /** Undo of `removeFeed`. */
  restoreFeed(payload: { feedId: string }): null;
  renameFeed(payload: { feedId: string; title: string }): null;
  /** null lets the feed's own rhythm decide. */
  setCheckEvery(payload: { feedId: string; checkEveryMs: number | null }): null;
  /** Whether this publisher's own mark suffices for breaking news. */
  setTrustsKicker(payload: { feedId: string; trustsKicker: boolean }): null;
  readOpml(payload: { text: string }): Result<OpmlReading, 'not-opml'>;
  writeOpml(payload: Record<never, never>): string;
  /**
   * Opens the article where the user likes, or behind, and marks its story read. `articleId` null opens the
   * lead. Answers whether it is behind.
   */
  openStory(payload: { storyId: string; articleId: string | null; isBehind: boolean }): boolean;
  /** The story of the week before that this one follows up; null when there is none. */
  findEarlierStory(payload: { storyId: string }): Story | null;
  /** Sets all articles of the stories. Answers the articles that changed, for undo. */
  setStoriesRead(payload: { storyIds: string[]; isRead: boolean }): string[];
  /** Marks what one view lists, or everything (both null). Answers the articles that changed, for undo. */
  markAllRead(payload: { topicId: string | null }): string[];
  /** Undo of the two above. */
  setArticlesRead(payload: { articleIds: string[]; isRead: boolean }): null;
  setStorySaved(payload: { storyId: string; isSaved: boolean }): null;
  saveTopic(payload: TopicDraft): Result<Topic, TopicQueryError>;
  removeTopic(payload: { topicId: string }): null;
  /** Undo of `removeTopic`. */
  restoreTopic(payload: { topic: Topic }): null;
  /** Whether every new match of a followed topic is told, whatever the level. */
  setTopicNotifying(payload: { topicId: string; isNotifying: boolean }): null;
  updateSettings(payload: { patch: SettingsPatch }): Settings;
  /** Whether this browser follows the user's other ones. Answers how that went; null while it never did. */
  setSyncing(payload: { isOn: boolean }): SyncState | null;
  /** Takes the copy for other browsers out of the user's account with the browser; not while this one follows them. */
  clearSynced(payload: Record<never, never>): null;
  /** Makes feeds, topics and settings what they were. Answers the snapshot that undoes it; null: there is none. */
  goBack(payload: { snapshotId: string }): string | null;
  /** Restores a backup's feeds, topics and settings. Answers the snapshot that undoes it; null: there was nothing. */
  restoreChoices(payload: { choices: Choices; mode: RestoreMode }): string | null;
  /** Restores some hundred of a backup's articles; may be repeated. Answers how many were not here. */
  restoreArticles(payload: RestoredArticles): number;
  /** The end of a restoring: restores what was told, so that it is not told again, and checks all feeds. */
  restoreTold(payload: { notifications: NotificationRecord[]; held: HeldStory[] }): null;
  /** Erases everything that Dateline stored, here and in the user's account with the browser. */
  eraseAll(payload: Record<never, never>): null;
  sendTestNotification(payload: Record<never, never>): Result<null, 'blocked'>;
}

export type CommandName = keyof Commands;
export type CommandPayload<N extends CommandName> = Parameters<Commands[N]>[0];
export type CommandAnswer<N extends CommandName> = ReturnType<Commands[N]>;

/** What travels. A worker that fails answers with `ok: false` instead of leaving the sender to wait. */
export type CommandMessage = { command: CommandName; payload: unknown };
export type CommandReply = { ok: true; answer: unknown } | { ok: false; message: string };

/** The worker posts `'changed'` here after each commit; nothing else is pushed. */
export const CHANGED_CHANNEL = 'dateline-changed';
