import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownSiteFeed } from '../../../src/domain/discovery/known-sites';

const VIDEOS = 'https://www.youtube.com/feeds/videos.xml';

test.each([
  ['https://www.youtube.com/channel/UC123_-x/videos', `${VIDEOS}?channel_id=UC123_-x`],
  ['https://m.youtube.com/playlist?list=PL9&x=1', `${VIDEOS}?playlist_id=PL9`],
  ['https://youtube.com/user/Someone', `${VIDEOS}?user=Someone`],
  ['https://www.reddit.com/', 'https://www.reddit.com/.rss'],
  ['https://old.reddit.com/r/worldnews', 'https://www.reddit.com/r/worldnews/.rss'],
  ['https://www.reddit.com/r/worldnews/top/?t=day', 'https://www.reddit.com/r/worldnews/top/.rss'],
  ['https://www.reddit.com/u/ann/', 'https://www.reddit.com/user/ann/.rss'],
  ['https://www.reddit.com/r/a/comments/1x2/t/', 'https://www.reddit.com/r/a/comments/1x2/.rss'],
  ['https://github.com/ann', 'https://github.com/ann.atom'],
  ['https://github.com/ann/tool', 'https://github.com/ann/tool/releases.atom'],
  ['https://github.com/ann/tool/releases/latest', 'https://github.com/ann/tool/releases.atom'],
  ['https://github.com/ann/tool/tags', 'https://github.com/ann/tool/tags.atom'],
  ['https://github.com/ann/tool/commits', 'https://github.com/ann/tool/commits.atom'],
  ['https://github.com/ann/tool/commits/a/b', 'https://github.com/ann/tool/commits/a/b.atom'],
  ['https://bsky.app/profile/ann.example', 'https://bsky.app/profile/ann.example/rss'],
  ['https://medium.com/@ann/a-story-1', 'https://medium.com/feed/@ann'],
  ['https://medium.com/the-paper', 'https://medium.com/feed/the-paper'],
  ['https://medium.com/tag/news', 'https://medium.com/feed/tag/news'],
  ['https://ann.medium.com/', 'https://ann.medium.com/feed'],
  ['https://ann.substack.com/', 'https://ann.substack.com/feed'],
  ['https://ann.blogspot.com/', 'https://ann.blogspot.com/feeds/posts/default'],
  ['https://ann.tumblr.com/post/1', 'https://ann.tumblr.com/rss'],
  ['https://www.tumblr.com/ann', 'https://ann.tumblr.com/rss'],
  ['https://stackoverflow.com/questions/tagged/rss', 'https://stackoverflow.com/feeds/tag/rss'],
  ['https://stackoverflow.com/questions/12/x', 'https://stackoverflow.com/feeds/question/12'],
  ['https://cooking.stackexchange.com/', 'https://cooking.stackexchange.com/feeds'],
  ['https://superuser.com/users/7/ann', 'https://superuser.com/feeds/user/7'],
  ['https://arxiv.org/list/cs.CL/recent', 'https://rss.arxiv.org/rss/cs.CL'],
])('%s', (page, feedUrl) => {
  expect(knownSiteFeed(page)).toBe(feedUrl);
  // The feed itself is left as it is.
  expect([null, feedUrl]).toContain(knownSiteFeed(feedUrl));
});

test.each([
  'https://www.youtube.com/@handle',
  'https://www.youtube.com/watch?v=1',
  'https://www.youtube.com/playlist?list=a%26b',
  'https://github.com/topics/rss',
  'https://github.com/ann/tool/issues',
  'https://github.com/',
  'https://www.medium.com/',
  'https://substack.com/',
  'https://www.blogspot.com/',
  'https://ann.substack.com/p/a-post',
  'https://www.tumblr.com/',
  'https://youtube.com.example/channel/UC1',
  'https://notreddit.com/r/news',
  'https://news.example/r/news',
])('no rule: %s', (page) => {
  expect(knownSiteFeed(page)).toBeNull();
});

test('a rule never leads to another site or out of https', () => {
  const host = fc.constantFrom(
    ...['www.youtube.com', 'reddit.com', 'github.com', 'bsky.app', 'medium.com', 'a.substack.com'],
    ...['a.tumblr.com', 'stackoverflow.com', 'arxiv.org', 'a.blogspot.com'],
  );
  const word = fc.oneof(
    fc.constantFrom('r', 'u', 'channel', 'user', 'profile', 'tag', 'commits', 'list', 'questions'),
    fc.webSegment(),
  );
  fc.assert(
    fc.property(host, fc.array(word, { maxLength: 4 }), (name, path) => {
      const feed = knownSiteFeed(`https://${name}/${path.join('/')}`);
      if (feed === null) return;
      const site = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
      expect(new URL(feed).protocol).toBe('https:');
      expect(site(feed)).toBe(site(`https://${name}`));
    }),
    { numRuns: 300 },
  );
}, 20_000);
