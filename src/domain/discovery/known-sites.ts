/**
 * Feeds of well-known sites that follow from the page's address alone. Each form is one that the site
 * itself documents or names on its pages: docs/finding-feeds.md has the sources. Nothing is guessed: an
 * address without a rule is left to what its page says.
 */
type Rule = (url: URL, parts: string[]) => string | null;

const NAME = /^[\w.~%+-]+$/;
const REDDIT_ORDERS: ReadonlySet<string> = new Set(['hot', 'new', 'top', 'rising']);
/** First parts of GitHub's own pages, which are no owners. */
const GITHUB_PAGES: ReadonlySet<string> = new Set(
  (
    'about apps collections contact customer-stories enterprise events explore features issues login ' +
    'marketplace new notifications orgs pricing pulls readme search security settings signup site ' +
    'sponsors stars topics trending users'
  ).split(' '),
);

const youTube: Rule = ({ searchParams }, [kind, name]) => {
  const feed = (key: string, value: string) =>
    `https://www.youtube.com/feeds/videos.xml?${key}=${value}`;
  const list = searchParams.get('list');
  if (kind === 'playlist' && list !== null && NAME.test(list)) return feed('playlist_id', list);
  if (name === undefined || !NAME.test(name)) return null;
  if (kind === 'channel') return feed('channel_id', name);
  return kind === 'user' ? feed('user', name) : null;
};

const reddit: Rule = (_, [kind, name, page, ...rest]) => {
  const feed = (path: string) => `https://www.reddit.com/${path}.rss`;
  if (kind === undefined) return feed('');
  if (name === undefined || !NAME.test(name)) return null;
  if (kind === 'u' || kind === 'user') return feed(`user/${name}/`);
  if (kind !== 'r') return null;
  const [thread] = rest;
  if (page === 'comments' && thread !== undefined) return feed(`r/${name}/comments/${thread}/`);
  return feed(page && REDDIT_ORDERS.has(page) ? `r/${name}/${page}/` : `r/${name}/`);
};

const gitHub: Rule = (_, [owner, repository, page, ...rest]) => {
  if (owner === undefined || GITHUB_PAGES.has(owner) || !NAME.test(owner)) return null;
  if (repository === undefined) return `https://github.com/${owner}.atom`;
  const feed = (path: string) => `https://github.com/${owner}/${repository}/${path}.atom`;
  if (page === undefined || page === 'releases') return feed('releases');
  if (page === 'tags') return feed('tags');
  return page === 'commits' ? feed(['commits', ...rest].join('/')) : null;
};

const bluesky: Rule = (_, [kind, name]) =>
  kind === 'profile' && name !== undefined ? `https://bsky.app/profile/${name}/rss` : null;

const medium: Rule = (_, [first, second]) => {
  if (first === 'tag' && second !== undefined) return `https://medium.com/feed/tag/${second}`;
  const isHolder = first !== undefined && first !== 'm' && first !== 'feed';
  return isHolder && NAME.test(first.replace(/^@/, '')) ? `https://medium.com/feed/${first}` : null;
};

const tumblr: Rule = ({ hostname }, [name]) => {
  if (!/^(?:www\.)?tumblr\.com$/.test(hostname)) return `https://${hostname}/rss`;
  return name !== undefined && /^[\w-]+$/.test(name) ? `https://${name}.tumblr.com/rss` : null;
};

const stackExchange: Rule = ({ origin }, [kind, second, third]) => {
  if (kind === undefined) return `${origin}/feeds`;
  if (kind === 'users' && /^\d+$/.test(second ?? '')) return `${origin}/feeds/user/${second}`;
  if (kind !== 'questions') return null;
  if (second === 'tagged' && third !== undefined) return `${origin}/feeds/tag/${third}`;
  return /^\d+$/.test(second ?? '') ? `${origin}/feeds/question/${second}` : null;
};

const arXiv: Rule = (_, [kind, archive]) =>
  kind === 'list' && archive !== undefined && NAME.test(archive)
    ? `https://rss.arxiv.org/rss/${archive}`
    : null;

/** Publications live on hosts of their own; `www` is the company's site. */
const onFront =
  (path: string): Rule =>
  ({ hostname, origin }, [first]) =>
    hostname.startsWith('www.') || first !== undefined ? null : `${origin}${path}`;

const RULES: [hosts: RegExp, rule: Rule][] = [
  [/^(?:(?:www|m)\.)?youtube\.com$/, youTube],
  [/^(?:(?:www|old|new|m)\.)?reddit\.com$/, reddit],
  [/^(?:www\.)?github\.com$/, gitHub],
  [/^bsky\.app$/, bluesky],
  [/^(?:www\.)?medium\.com$/, medium],
  [/^[\w-]+\.(?:medium|substack)\.com$/, onFront('/feed')],
  [/^[\w-]+\.blogspot\.com$/, onFront('/feeds/posts/default')],
  [/^(?:[\w-]+\.)?tumblr\.com$/, tumblr],
  [/^(?:stackoverflow|superuser|serverfault|askubuntu|[\w-]+\.stackexchange)\.com$/, stackExchange],
  [/^(?:www\.)?arxiv\.org$/, arXiv],
];

/** @returns the address of the feed, null when no rule says; a page that is its own feed is not changed */
export function knownSiteFeed(address: string): string | null {
  const url = new URL(address);
  const rule = RULES.find(([hosts]) => hosts.test(url.hostname))?.[1];
  const parts = url.pathname.split('/').filter((part) => part !== '');
  return rule === undefined || isFeedPath(parts) ? null : rule(url, parts);
}

/** The person has found the feed already: `…/releases.atom`, `/r/news/.rss`, `/feeds/…`. */
const isFeedPath = (parts: string[]): boolean =>
  /^feeds?$/i.test(parts[0] ?? '') || /\.(?:rss|atom|xml)$/i.test(parts.at(-1) ?? '');
