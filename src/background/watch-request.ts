import browser, { type WebRequest } from 'webextension-polyfill';
import { type Hop, withoutHash } from '../domain/refresh/redirects';

/** What `fetch` does not tell of a request: its redirects, and why it failed. */
export interface RequestWatch {
  /** The browser tells of each request that leaves it, when that fails too. */
  readonly canHear: boolean;
  readonly hops: Hop[];
  /** Waits a moment for the redirects up to this address, of which the browser may tell later. */
  reach(url: string): Promise<void>;
  /** The browser's code; null when it tells none within a moment of the failure. */
  errorCode(): Promise<string | null>;
  end(): void;
}

/** Events are seen up to some 5 ms after `fetch` ended; a busy browser may need longer. */
const EVENT_MS = 250;
/** A failure of which nothing is told means something too, which a busy browser must not be taken for. */
const ERROR_MS = 1000;
const LOOK_MS = 10;

/** Requests of workers only: no tab's, and no page's of ours. */
const FILTER: WebRequest.RequestFilter = {
  urls: ['<all_urls>'],
  types: ['xmlhttprequest'],
  tabId: -1,
};

type Details = { requestId: string; url: string; initiator?: string; originUrl?: string };

interface Watching {
  url: string;
  requestId: string | null;
  hops: Hop[];
  onHop: () => void;
  onError: (code: string) => void;
}

/** The requests in flight. */
const watching = new Set<Watching>();
/** Listeners are there only while somebody needs them, so that none wakes the worker. */
let users = 0;
let listening: Promise<void> = Promise.resolve();

/**
 * Listens to the browser until the answer is called. Whoever makes many requests calls this first: to
 * begin and to end takes as long as a request.
 */
export async function keepListening(): Promise<() => void> {
  users += 1;
  if (users === 1) listening = listen();
  await listening;
  return () => {
    users -= 1;
    if (users === 0) stopListening();
  };
}

/**
 * Watches the request to this address that is about to be made. Everything works without it too: where the
 * browser says nothing there are no hops and no code.
 * @param onHop called after each redirect
 */
export async function watchRequest(
  url: string,
  onHop: (hops: Hop[]) => void,
): Promise<RequestWatch> {
  let tell: (code: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const hops: Hop[] = [];
  const one: Watching = {
    url: withoutHash(url),
    requestId: null,
    hops,
    onHop: () => onHop(hops),
    onError: tell,
  };
  watching.add(one);
  const stop = await keepListening();
  return {
    hops,
    // Firefox does not tell of every redirect that it refuses.
    canHear: browser.webRequest !== undefined && !('getBrowserInfo' in browser.runtime),
    async reach(address) {
      const end = Date.now() + EVENT_MS;
      while (hops.at(-1)?.to !== address && Date.now() < end) await pause(LOOK_MS);
    },
    errorCode: () => Promise.race([told, pause(ERROR_MS).then(() => null)]),
    end() {
      watching.delete(one);
      stop();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Firefox adds listeners in another process, and a request may be faster there. It handles what we ask in
 * order: once it has answered anything, it listens.
 */
async function listen(): Promise<void> {
  browser.webRequest?.onBeforeRedirect.addListener(onRedirect, FILTER);
  browser.webRequest?.onErrorOccurred.addListener(onError, FILTER);
  await browser.permissions.getAll();
}

function stopListening(): void {
  browser.webRequest?.onBeforeRedirect.removeListener(onRedirect);
  browser.webRequest?.onErrorOccurred.removeListener(onError);
}

function onRedirect(details: WebRequest.OnBeforeRedirectDetailsType): void {
  const one = findWatching(details);
  one?.hops.push({ status: details.statusCode, from: details.url, to: details.redirectUrl });
  one?.onHop();
}

function onError(details: WebRequest.OnErrorOccurredDetailsType): void {
  findWatching(details)?.onError(details.error);
}

/** The first event of a request is known by its address, the later ones by the request's id. */
function findWatching({ requestId, url, ...origin }: Details): Watching | null {
  if (!isOwn(origin)) return null;
  const all = [...watching];
  const known = all.find((one) => one.requestId === requestId);
  if (known) return known;
  const fresh = all.find((one) => one.requestId === null && one.url === withoutHash(url));
  if (fresh) fresh.requestId = requestId;
  return fresh ?? null;
}

/** Chromium names the initiator's origin, Firefox the page. */
function isOwn({ initiator, originUrl }: Pick<Details, 'initiator' | 'originUrl'>): boolean {
  const from = initiator ?? originUrl;
  return from === undefined || `${from}/`.startsWith(browser.runtime.getURL('/'));
}
