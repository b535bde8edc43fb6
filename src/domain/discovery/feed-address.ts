const FEED_SCHEME = /^(?:feed|pcast|itpc):(?:\/\/)?/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d+(?:\/|$))/i;

/**
 * What a person types or pastes for a site or feed, as an absolute http or https address: `rt.com`,
 * `feed:https://…`, `feed://…`, ` https://… `, `localhost:8080`. https when no scheme is named.
 * Names and passwords are left out.
 * @returns null for anything else: other schemes, texts with spaces, words without a dot
 */
export function parseFeedAddress(input: string): string | null {
  const typed = input.trim().replace(FEED_SCHEME, '').replace(/^\/\//, '');
  if (typed === '' || /\s/.test(typed)) return null;
  const address = SCHEME.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!isHost(url.hostname)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

const isHost = (host: string): boolean =>
  host === 'localhost' || host.startsWith('[') || /[^.]\.[^.]/.test(host);
