import { safeUrl } from '../article/canonical-url';
import { isJsonObject, type Json } from '../json';
import type { Feed, Topic } from '../model';

/** Longer than anything a person types or a publisher calls itself. */
const MOST_TITLE = 500;
const MOST_QUERY = 5_000;
const MOST_FORMER = 20;
const MOST_PUBLISHERS = 200;
/** The latest time that a date can hold (ECMA-262, 21.4.1.1). */
const MOST_TIME = 8.64e15;

/**
 * A feed as it came from a file or another browser; always one that is followed.
 * @returns null when it names no address that may be visited
 */
export function sanitizeFeed(feedId: string, value: unknown): Feed | null {
  if (!isJsonObject(value) || !isId(feedId)) return null;
  const feedUrl = urlOf(value['feedUrl']);
  if (feedUrl === null) return null;
  const former = Array.isArray(value['formerUrls']) ? value['formerUrls'].map(urlOf) : [];
  return {
    feedId,
    feedUrl,
    formerUrls: former.filter((url) => url !== null).slice(-MOST_FORMER),
    siteUrl: urlOf(value['siteUrl']),
    title: textOf(value['title'], MOST_TITLE) || new URL(feedUrl).hostname,
    addedAt: timeOf(value['addedAt']) ?? 0,
    checkEveryMs: positiveOf(value['checkEveryMs']),
    trustsKicker: value['trustsKicker'] === true,
    removedAt: null,
  };
}

/** @returns null when it is no topic: nothing that it looks for */
export function sanitizeTopic(topicId: string, value: unknown): Topic | null {
  if (!isJsonObject(value) || !isId(topicId)) return null;
  const query = textOf(value['query'], MOST_QUERY);
  const publishers = textsOf(value['publishers'], MOST_TITLE).slice(0, MOST_PUBLISHERS);
  if (query === '' && publishers.length === 0) return null;
  const action = value['action'] === 'mute' ? 'mute' : 'follow';
  return {
    topicId,
    name: textOf(value['name'], MOST_TITLE) || query || publishers.join(', '),
    query,
    publishers,
    action,
    isNotifying: action === 'follow' && value['isNotifying'] === true,
    createdAt: timeOf(value['createdAt']) ?? 0,
    untilAt: timeOf(value['untilAt']),
    endedAt: timeOf(value['endedAt']),
  };
}

/** Keys of records: hashes and UUIDs. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && value !== '__proto__';
}

export function urlOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? safeUrl(value, value) : null;
}

export function textOf(value: Json | undefined, most: number): string {
  return typeof value === 'string' ? value.trim().slice(0, most) : '';
}

export function textsOf(value: Json | undefined, most: number): string[] {
  const list = Array.isArray(value) ? value : [];
  return list.map((member) => textOf(member, most)).filter((text) => text !== '');
}

export function timeOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= MOST_TIME
    ? value
    : null;
}

function positiveOf(value: Json | undefined): number | null {
  const time = timeOf(value);
  return time === 0 ? null : time;
}
