import { isPlainAddress, readPlainAddress } from './plain-address';

/** Longer addresses are not kept; browsers and servers give up around there. */
const MAX_LENGTH = 2_048;

/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_(?:anon|enc)_id|vero_id|wickedid|_openstat|at_(?:medium|campaign|custom\d|link_.*)|ns_(?:mchannel|source|campaign|linkname|fee)|cmpid|ocid|ncid|smid|xtor|guccounter|guce_referrer(?:_sig)?|__twitter_impression|ref_src|ref_url)$/i;

/**
 * A form of an address that is equal for addresses of the same article. Only for comparing: it need not
 * work. Drops the difference of http and https, default ports, credentials, fragments, a trailing slash or
 * index page, and tracking parameters; keeps the order and spelling of the other parameters.
 * @returns the text itself when it is no address
 */
export function canonicalUrl(url: string): string {
  const plain = readPlainAddress(url);
  if (plain !== null) {
    const { host, path, search } = plain;
    return `https://${host}${withoutIndex(path) || '/'}${withoutTracking(search)}`;
  }
  const canonical = parseUrl(url);
  if (canonical === null) return url;
  if (canonical.protocol === 'http:') {
    if (canonical.port === '443') canonical.port = '';
    canonical.protocol = 'https:';
  }
  if (canonical.port === '80') canonical.port = '';
  canonical.hash = '';
  canonical.username = '';
  canonical.password = '';
  canonical.search = withoutTracking(canonical.search);
  canonical.pathname = withoutIndex(canonical.pathname);
  return canonical.href;
}

/** Takes slashes and index pages off the end of a path, one after the other. */
function withoutIndex(path: string): string {
  let end = path.length;
  for (;;) {
    if (path[end - 1] === '/') end -= 1;
    else if (path.slice(0, end).toLowerCase().endsWith('/index.html')) end -= 'index.html'.length;
    else return path.slice(0, end);
  }
}

/** Filters the text of the query, so that what stays keeps its spelling. */
function withoutTracking(search: string): string {
  if (search === '') return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''));
  // The mark is said, or a question mark of the query itself would be taken for it.
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/**
 * An address that may be opened: absolute http or https, at most 2,048 characters, without credentials.
 * @param url as the publisher wrote it, perhaps relative
 * @param base what it is relative to
 * @returns null for everything else: `javascript:`, `data:`, `file:`, what cannot be read
 */
export function safeUrl(url: string | null, base: string): string | null {
  if (url === null || url.length > MAX_LENGTH) return null;
  if (isPlainAddress(url)) return url;
  if (url.trim() === '') return null;
  const safe = parseUrl(url, base);
  if (safe === null) return null;
  if (safe.protocol !== 'http:' && safe.protocol !== 'https:') return null;
  if (safe.username !== '') safe.username = '';
  if (safe.password !== '') safe.password = '';
  return safe.href.length > MAX_LENGTH ? null : safe.href;
}

function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
