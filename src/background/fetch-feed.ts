import type { FeedError } from '../domain/errors';
import type { Validators } from '../domain/model';
import { freshnessOf } from '../domain/refresh/freshness';
import { networkError } from '../domain/refresh/network-error';
import { originPattern } from '../domain/refresh/origin';
import { MOST_REDIRECTS, permanentTarget } from '../domain/refresh/redirects';
import { retryAfter } from '../domain/refresh/retry-after';
import { conditionalHeaders, renewedValidators, validatorsOf } from '../domain/refresh/validators';
import { failure, type Result, success } from '../domain/result';
import { hasAccess } from './has-access';
import { readBody } from './read-body';
import { noteServerTime } from './server-times';
import { type RequestWatch, watchRequest } from './watch-request';

/** Below the 30 s after which Chrome ends a worker whose fetch got no answer. */
export const TIME_LIMIT_MS = 20_000;

/** The largest news feeds are about 2 MB. */
export const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

interface Answer {
  /** After redirects. */
  url: string;
  validators: Validators | null;
  /** How long the server calls this answer fresh; null when it does not say. */
  freshMs: number | null;
  /** Where the feed has moved to for good, by this answer; null when it has not. */
  movedTo: string | null;
}

export interface FetchedFeed extends Answer {
  kind: 'fetched';
  bytes: Uint8Array;
  contentType: string | null;
}

export interface NotModified extends Answer {
  kind: 'not-modified';
}

export interface FetchFailure {
  error: FeedError;
  /** Who answered, after redirects; the address asked when nobody did. */
  answeredUrl: string;
}

type FetchResult = Result<FetchedFeed | NotModified, FetchFailure>;

interface FetchInput {
  url: string;
  validators: Validators | null;
  now: number;
}

/**
 * Fetches a feed unless it is as it was when the server gave these validators. Sends no cookies and no
 * referrer, does not ask the browser's cache, and gives up at the limits above.
 */
export async function fetchFeed(input: FetchInput): Promise<FetchResult> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const enough = new AbortController();
  const watch = await watchRequest(input.url, (hops) => {
    if (hops.length > MOST_REDIRECTS) enough.abort();
  });
  let isAnswered = false;
  try {
    const response = await fetch(input.url, {
      headers: { Accept: ACCEPT, ...conditionalHeaders(input.validators) },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([limit, enough.signal]),
    });
    isAnswered = true;
    noteServerTime(response.headers);
    return await readResponse(response, input, watch);
  } catch {
    return failure({ error: await causeOf(watch, limit, isAnswered), answeredUrl: input.url });
  } finally {
    watch.end();
  }
}

async function readResponse(
  response: Response,
  { url: asked, validators: sent, now }: FetchInput,
  watch: RequestWatch,
): Promise<FetchResult> {
  const { headers, status, url } = response;
  if (response.redirected) await watch.reach(url);
  const validators = validatorsOf(headers);
  const answer = {
    url,
    freshMs: freshnessOf(headers, now),
    movedTo: permanentTarget(asked, watch.hops),
  };
  if (status === 304 && sent) {
    return success({
      ...answer,
      kind: 'not-modified',
      validators: renewedValidators(sent, validators),
    });
  }
  if (!response.ok) {
    await response.body?.cancel();
    return failure({ error: statusError(response, now), answeredUrl: url });
  }
  const bytes = await readBody(response, SIZE_LIMIT_BYTES);
  if (!bytes) {
    const error = { kind: 'too-large', limitBytes: SIZE_LIMIT_BYTES } as const;
    return failure({ error, answeredUrl: url });
  }
  const contentType = headers.get('content-type');
  return success({ ...answer, kind: 'fetched', bytes, contentType, validators });
}

function statusError({ status, headers }: Response, now: number): FeedError {
  const retryAt = retryAfter(headers.get('retry-after'), now, headers.get('date'));
  if (status === 410) return { kind: 'gone' };
  if (status === 511) return { kind: 'captive' };
  const mayLimit = status === 503 || status === 403;
  if (status === 429 || (mayLimit && retryAt !== null)) return { kind: 'rate-limited', retryAt };
  return { kind: 'http', status };
}

/** Why there was no answer, as far as the browser tells. */
async function causeOf(
  watch: RequestWatch,
  limit: AbortSignal,
  isAnswered: boolean,
): Promise<FeedError> {
  if (watch.hops.length > MOST_REDIRECTS) return { kind: 'too-many-redirects' };
  if (limit.aborted) return { kind: 'timeout', limitMs: TIME_LIMIT_MS };
  if (isOffline()) return { kind: 'offline' };
  // Redirects are told before the end.
  const code = await watch.errorCode();
  // A redirect to a site without access ends like any other failure.
  const target = watch.hops.at(-1)?.to;
  const origin = target === undefined ? null : originPattern(target);
  if (target !== undefined && origin !== null && !(await hasAccess(target))) {
    return { kind: 'permission', origin };
  }
  // What the browser keeps back itself never becomes a request that it could tell of.
  const isUnheardOf = watch.canHear && !isAnswered && watch.hops.length === 0;
  return networkError(code) ?? { kind: isUnheardOf ? 'blocked' : 'unreachable' };
}

/** True only when the browser is sure: without any network. */
export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
