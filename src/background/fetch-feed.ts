import type { FeedError } from '../domain/errors';
import type { Validators } from '../domain/model';
import { retryAfter } from '../domain/refresh/retry-after';
import { conditionalHeaders, validatorsOf } from '../domain/refresh/validators';
import { failure, type Result, success } from '../domain/result';
import { noteServerTime } from './server-times';

/** Below the 30 s after which Chrome ends a worker whose fetch got no answer. */
export const TIME_LIMIT_MS = 20_000;

/** The largest news feeds are about 2 MB. */
export const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

export interface FetchedFeed {
  kind: 'fetched';
  bytes: Uint8Array;
  contentType: string | null;
  /** After redirects. */
  url: string;
  validators: Validators | null;
}

export interface NotModified {
  kind: 'not-modified';
  validators: Validators | null;
}

type FetchResult = Result<FetchedFeed | NotModified, FeedError>;

/**
 * Fetches a feed unless it is as it was when the server gave these validators. Sends no cookies and no
 * referrer, does not ask the browser's cache, and gives up at the limits above.
 */
export async function fetchFeed(input: {
  url: string;
  validators: Validators | null;
  now: number;
}): Promise<FetchResult> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    const response = await fetch(input.url, {
      headers: { Accept: ACCEPT, ...conditionalHeaders(input.validators) },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: limit,
    });
    noteServerTime(response.headers);
    return await readResponse(response, input);
  } catch {
    return failure(networkError(limit));
  }
}

async function readResponse(
  response: Response,
  input: { validators: Validators | null; now: number },
): Promise<FetchResult> {
  const validators = validatorsOf(response.headers);
  if (response.status === 304 && input.validators) {
    return success({ kind: 'not-modified', validators: validators ?? input.validators });
  }
  if (!response.ok) {
    await response.body?.cancel();
    return failure(statusError(response, input.now));
  }
  const bytes = await readBody(response);
  if (!bytes) return failure({ kind: 'too-large', limitBytes: SIZE_LIMIT_BYTES });
  const contentType = response.headers.get('content-type');
  return success({ kind: 'fetched', bytes, contentType, url: response.url, validators });
}

/** @returns null as soon as the body is larger than the limit; the rest is not read. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
    if (size > SIZE_LIMIT_BYTES) {
      await reader.cancel();
      return null;
    }
  }
  return concatenate(chunks, size);
}

function concatenate(chunks: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function statusError(response: Response, now: number): FeedError {
  const { status, headers } = response;
  const retryAt = retryAfter(headers.get('retry-after'), now);
  if (status === 410) return { kind: 'gone' };
  if (status === 429 || (status === 503 && retryAt !== null)) {
    return { kind: 'rate-limited', retryAt };
  }
  return { kind: 'http', status };
}

function networkError(limit: AbortSignal): FeedError {
  if (limit.aborted) return { kind: 'timeout', limitMs: TIME_LIMIT_MS };
  return isOffline() ? { kind: 'offline' } : { kind: 'unreachable' };
}

/** True only when the browser is sure: without any network. */
export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
