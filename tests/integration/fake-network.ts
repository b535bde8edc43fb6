import { readFileSync } from 'node:fs';
import { accessChecker } from '../../src/domain/refresh/origin';

/** Events as the browser tells them; listeners with their filters are not needed here. */
class FakeEvent<T> {
  readonly listeners = new Set<(details: T) => void>();
  addListener = (listener: (details: T) => void) => void this.listeners.add(listener);
  removeListener = (listener: (details: T) => void) => void this.listeners.delete(listener);
  tell(details: T): void {
    for (const listener of this.listeners) listener(details);
  }
}

interface Details {
  requestId: string;
  url: string;
  initiator: string;
}

export const webRequest = {
  onBeforeRedirect: new FakeEvent<Details & { statusCode: number; redirectUrl: string }>(),
  onErrorOccurred: new FakeEvent<Details & { error: string }>(),
};

/** Origin of the extension, as the fake browser's `runtime.getURL` has it. */
const INITIATOR = 'chrome-extension://test-extension-id';
const BROWSER_LIMIT = 20;

/** Chromium's codes for what Node says. */
const CODES: Record<string, string> = {
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net::ERR_CERT_AUTHORITY_INVALID',
};

/** Sites that the browser itself keeps extensions from, as an organization can choose: it tells nothing. */
export const KEPT_BACK = 'http://kept-back.test/';

/** A file of the extension itself. */
function ownFile(url: string): string | null {
  return url.startsWith(`${INITIATOR}/`) ? url.replace(INITIATOR, 'public') : null;
}

const nodeFetch = globalThis.fetch;
let count = 0;

/**
 * Fetches as an extension's worker does: redirects are followed and told, a site without access cannot be
 * read, and failures are told by their code. The extension's own files need no access.
 */
export function browserFetch(granted: Set<string>): typeof fetch {
  return async (input, init) => {
    const file = ownFile(String(input));
    if (file !== null) return new Response(readFileSync(file));
    if (String(input).startsWith(KEPT_BACK)) throw new TypeError('Failed to fetch');
    count += 1;
    const request = { requestId: String(count), initiator: INITIATOR };
    let url = String(input);
    for (let hop = 0; hop <= BROWSER_LIMIT; hop += 1) {
      if (!accessChecker([...granted])(url)) throw new TypeError('Failed to fetch');
      const response = await reach(url, init, request);
      const target = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || target === null) return response;
      const redirectUrl = new URL(target, url).href;
      const statusCode = response.status;
      webRequest.onBeforeRedirect.tell({ ...request, url, statusCode, redirectUrl });
      url = redirectUrl;
    }
    webRequest.onErrorOccurred.tell({ ...request, url, error: 'net::ERR_TOO_MANY_REDIRECTS' });
    throw new TypeError('Failed to fetch');
  };
}

async function reach(
  url: string,
  init: RequestInit | undefined,
  request: Omit<Details, 'url'>,
): Promise<Response> {
  try {
    return await nodeFetch(url, { ...init, redirect: 'manual' });
  } catch (failure) {
    const cause = (failure as { cause?: { code?: string } }).cause?.code ?? '';
    const error = CODES[cause] ?? 'net::ERR_FAILED';
    webRequest.onErrorOccurred.tell({ ...request, url, error });
    throw failure;
  }
}
