import type { Article, HeldBackReason, HeldStory, Story } from '../model';
import type { Presence } from './presence';
import { type Cause, causeOf, objectionTo, type Wishes } from './reason';
import { hasTurned, isReworded } from './turn';

/** What is older never interrupts by itself. */
export const NEWS_MS = 3 * 3_600_000;

/** What is older is no news even after an absence. */
const SUMMARY_MS = 24 * 3_600_000;

/** A story as it is now, and what just changed about it. */
export interface ChangedStory {
  story: Story;
  /** Articles that joined it just now. */
  arrivals: Article[];
  /** Articles that their publishers edited just now. */
  edits: Edit[];
}

export interface Edit {
  article: Article;
  /** The user had opened the story before. */
  wasRead: boolean;
}

/** A story that the user's wishes ask to be told of. */
export interface Candidate {
  /** The notification that it would be alone. */
  candidateId: string;
  story: Story;
  cause: Cause;
  /** From its first article to its last. */
  spanMs: number;
  /** Old news: only with others, after an absence. */
  isOld: boolean;
}

export interface Judgement extends Candidate {
  heldBack: HeldBackReason | null;
}

interface Circumstances extends Wishes {
  /** Ids of notifications and of stories that were told before. */
  told: ReadonlySet<string>;
  /** Stories of which the user wants to hear nothing more. */
  muted: ReadonlySet<string>;
  presence: Presence;
  now: number;
}

/** Decides what about a changed story is worth a notification; there may be news and an edit at once. */
export function judge(change: ChangedStory, circumstances: Circumstances): Judgement[] {
  const { story } = change;
  if (story.isHidden || circumstances.muted.has(story.storyId)) return [];
  const news = judgeNews(change, circumstances);
  return news.length > 0 ? news : judgeEdits(change, circumstances);
}

function judgeNews({ story, arrivals }: ChangedStory, around: Circumstances): Judgement[] {
  const visible = arrivals.filter(({ isBacklog, mutedBy }) => !isBacklog && mutedBy.length === 0);
  const newest = Math.max(...visible.map(({ sortAt }) => sortAt));
  const age = around.now - newest;
  if (!story.isUnread || around.told.has(story.storyId) || age > SUMMARY_MS) return [];
  const cause = causeOf(story, visible, around);
  if (!cause) return [];
  const isOld = age > NEWS_MS;
  const tooLate = isOld && around.presence === 'here' ? 'late' : null;
  const feedIds = visible.map(({ feedId }) => feedId);
  const heldBack = objectionTo(story, feedIds, around) ?? tooLate;
  const spanMs = Math.max(0, newest - story.sortAt);
  return [{ candidateId: newsId(story), story, cause, spanMs, isOld, heldBack }];
}

/** An edit is told in the two cases that the user can switch on, and once a story. */
function judgeEdits({ story, edits }: ChangedStory, around: Circumstances): Judgement[] {
  const { settings, level, told } = around;
  const candidateId = editId(story);
  if (level === 'off' || told.has(candidateId)) return [];
  const reworded = edits.filter(({ article }) => isReworded(article));
  const turned = reworded.find(({ article }) => story.breaking !== null && hasTurned(article));
  const corrected = reworded.find(({ wasRead }) => wasRead);
  const edit = (settings.tellsTurns && turned) || (settings.tellsCorrections && corrected);
  if (!edit) return [];
  const isTurn = settings.tellsTurns && edit === turned;
  const cause: Cause = { reason: isTurn ? 'turned' : 'corrected', because: [] };
  const heldBack = objectionTo(story, [edit.article.feedId], around);
  return [{ candidateId, story, cause, spanMs: 0, isOld: false, heldBack }];
}

export function newsId({ storyId }: Pick<Story, 'storyId'>): string {
  return `story:${storyId}`;
}

export function editId({ storyId }: Pick<Story, 'storyId'>): string {
  return `edit:${storyId}`;
}

/** A candidate for the log of what was held back. */
export function heldFrom(
  { candidateId, story, cause }: Candidate,
  heldBack: HeldBackReason,
  now: number,
): HeldStory {
  return {
    heldId: candidateId,
    storyId: story.storyId,
    title: story.lead.title,
    publisher: story.lead.publisher,
    ...cause,
    heldBack,
    heldAt: now,
    isWaiting: heldBack === 'quiet' || heldBack === 'away',
    toldAt: null,
  };
}
