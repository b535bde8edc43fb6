/** Why a story is worth a notification. */
export type NotificationReason =
  | 'breaking'
  | 'turned'
  | 'corrected'
  | 'topic'
  | 'feed'
  | 'everything';

/** A decision to tell, under a deterministic id. */
export interface NotificationRecord {
  notificationId: string;
  storyIds: string[];
  reason: NotificationReason | 'summary';
  /** Names of topics or feeds, or kickers, that explain the reason. */
  because: string[];
  /** For several stories at once: what they waited for; null for those that simply came together. */
  occasion: 'quiet' | 'away' | null;
  decidedAt: number;
  /** Written before the browser is asked to show it; null again when the browser declined. */
  attemptedAt: number | null;
  /** The run of the browser in which it was attempted. */
  attemptedIn: string | null;
  /** null while pending. */
  shownAt: number | null;
  /** Given up before it could be shown. */
  expiredAt: number | null;
  clickedAt: number | null;
  /** Gone from the screen, by whomever; it never returns. */
  closedAt: number | null;
  /** The user wants to hear nothing more of its stories. */
  mutedAt: number | null;
  /** How many publishers it says; 0 for several stories at once. */
  publisherCount: number;
  /** From the first to the last of their articles. */
  spanMs: number;
  /** When it last grew in place. */
  grownAt: number | null;
  /** It has grown, but the screen does not show it yet. */
  isGrowing: boolean;
}

/** Why a notification that the level asks for did not come, or not at once. */
export type HeldBackReason =
  | 'quiet'
  | 'away'
  | 'budget'
  | 'reserve'
  | 'late'
  | 'feed-off'
  | 'topic-off'
  | 'seen'
  | 'unwanted';

/** A story that was held back instead of told. */
export interface HeldStory {
  /** The notification that it would have been. */
  heldId: string;
  storyId: string;
  title: string;
  publisher: string;
  reason: NotificationReason;
  because: string[];
  heldBack: HeldBackReason;
  heldAt: number;
  /** It is told in a summary when quiet or absence end. */
  isWaiting: boolean;
  /** When it was told after all. */
  toldAt: number | null;
}

/** A time in which nobody could have seen a notification: the device slept, or the screen was locked. */
export interface Absence {
  from: number;
  /** null while it lasts. */
  to: number | null;
}
