/** What is known of how a feed is checked. See `../model.ts`, which gives these types to everybody. */
import type { FeedError } from '../errors';

/** ETag and Last-Modified of one answer, kept as a pair and never interpreted (RFC 9110, 8.8). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** Times at which a publisher asks not to be visited (RSS 2.0 `skipHours`, `skipDays`). */
export interface SkipTimes {
  /** 0 to 23, GMT. */
  hours: number[];
  /** 0 to 6, Sunday first. */
  days: number[];
}

/** What decides how long to wait between checks. */
export interface Pace {
  /** What the document asks to wait between checks (`ttl`, `sy:*`); null when it does not say. */
  intervalMs: number | null;
  /** How long the server called its last answer fresh; null when it did not say. */
  freshMs: number | null;
  skip: SkipTimes | null;
  /** How long to wait judging by how often the feed publishes; null when unknown. */
  rhythmMs: number | null;
  /** The newest time at which the feed marked something as breaking. */
  brokeAt: number | null;
}

/** A permanent redirect that was seen, and may be a mistake of a day. */
export interface MoveSighting {
  to: string;
  firstSeenAt: number;
}

/** How the checks of a feed went; apart from the feed, since it changes with every check. */
export interface FeedState extends Pace {
  feedId: string;
  validators: Validators | null;
  /** Where, after redirects, the answer came from that the validators belong to. */
  answeredUrl: string | null;
  /** Hash of the last body that was read whole. */
  contentHash: string | null;
  /** When that body was read; null before the first, or when an earlier version did. */
  documentAt: number | null;
  checkedAt: number | null;
  /** When a check last succeeded (also when nothing had changed). */
  succeededAt: number | null;
  nextCheckAt: number;
  /** Failures in a row. */
  errorCount: number;
  lastError: FeedError | null;
  move: MoveSighting | null;
}

/** A host that asked for a pause: none of its feeds is fetched before then. */
export interface HostPause {
  /** With its port. */
  host: string;
  notBefore: number;
}
