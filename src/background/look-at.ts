import type { FeedError } from '../domain/errors';
import { originPattern } from '../domain/refresh/origin';
import { hostOf } from '../domain/refresh/pause';
import { failure, type Result, success } from '../domain/result';
import { notePause, readPause } from '../storage/hosts';
import { type FetchedFeed, fetchFeed } from './fetch-feed';
import { hasAccess } from './has-access';
import { visitHost } from './host-queue';

/** Who looks at a feed follows it a moment later or not at all. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 8;
const MOST_KEPT_BYTES = 1_000_000;

/** What was fetched just now, so that following it asks for nothing again. Lost with the worker. */
const seen = new Map<string, { fetched: FetchedFeed; at: number }>();

/**
 * Fetches a document that a person wants to look at: with access, in its host's turn, never in a pause;
 * once only, however often it is looked at within a few minutes.
 */
export async function lookAt(url: string): Promise<Result<FetchedFeed, FeedError>> {
  if (!(await hasAccess(url))) {
    return failure({ kind: 'permission', origin: originPattern(url) ?? url });
  }
  const now = Date.now();
  const known = seen.get(url);
  if (known && Math.abs(now - known.at) < KEPT_MS) return success(known.fetched);
  const retryAt = await readPause(url);
  if (retryAt !== null && retryAt > now) return failure({ kind: 'rate-limited', retryAt });
  const answer = await visitHost(hostOf(url), () => fetchFeed({ url, validators: null, now }));
  if (!answer.ok) {
    const { error, answeredUrl } = answer.error;
    await notePause(answeredUrl, error, now);
    return failure(error);
  }
  if (answer.value.kind === 'not-modified') return failure({ kind: 'http', status: 304 });
  keep(url, answer.value, now);
  return success(answer.value);
}

function keep(url: string, fetched: FetchedFeed, at: number): void {
  for (const [other, { at: seenAt }] of seen) {
    if (seen.size >= MOST_KEPT || Math.abs(at - seenAt) >= KEPT_MS) seen.delete(other);
  }
  if (fetched.bytes.byteLength <= MOST_KEPT_BYTES) seen.set(url, { fetched, at });
}

/** Gives up what was kept of an address: it is stored now. */
export function forgetSeen(url: string): void {
  seen.delete(url);
}
