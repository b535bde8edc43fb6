import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleIdOf } from '../../../src/domain/article/identity';
import { recognizeArticles } from '../../../src/domain/article/recognize';
import type { Article, ArticleStatus } from '../../../src/domain/model';
import { DAY, makeArticle, NOW } from '../../support/make';

/** What was stored by the documents so far. */
class Shelf {
  readonly articles = new Map<string, Article>();
  readonly statuses = new Map<string, ArticleStatus>();

  /** @returns the ids of the document's articles, in its order. */
  read(...incoming: Article[]): string[] {
    const { statuses, articles } = this;
    const byOtherKey = new Map<string, ArticleStatus[]>();
    for (const status of statuses.values()) {
      for (const key of status.knownAs)
        byOtherKey.set(key, [...(byOtherKey.get(key) ?? []), status]);
    }
    const recognized = recognizeArticles(incoming, { statuses, articles, byOtherKey });
    for (const { article, keys } of recognized) {
      const { articleId, feedId } = article;
      const knownAs = [...new Set([...(this.statuses.get(articleId)?.knownAs ?? []), ...keys])];
      const times = { arrivedAt: NOW, lastSeenAt: NOW, readAt: null, savedAt: null };
      this.statuses.set(articleId, { articleId, feedId, ...times, knownAs });
      this.articles.set(articleId, article);
    }
    return recognized.map(({ article }) => article.articleId);
  }
}

function item(guid: string | null, url: string | null, change: Partial<Article> = {}): Article {
  const title = change.title ?? 'Ferry to run on Sundays';
  const articleId = articleIdOf({ feedId: 'f1', guid, url, title });
  return makeArticle({ ...change, articleId, guid, url, title });
}

const URL = 'https://gazette.example/ferry';

test('a changed guid at the same address is the same article, edited or not', () => {
  const shelf = new Shelf();
  const [id] = shelf.read(item('1', URL));
  expect(shelf.read(item('2', `http://gazette.example/ferry/?utm_source=rss`))).toEqual([id]);
  expect(shelf.read(item('3', URL, { title: 'Ferry to run daily' }))).toEqual([id]);
  expect(shelf.read(item(null, URL))).toEqual([id]);
});

test('once known under a guid it is known without its address', () => {
  const shelf = new Shelf();
  const [id] = shelf.read(item('1', URL));
  shelf.read(item('2', URL));
  expect(shelf.read(item('2', 'https://gazette.example/moved'))).toEqual([id]);
  expect(shelf.read(item('3', 'https://gazette.example/moved'))).toEqual([id]);
});

test('it is known when its article was dropped and only its status is left', () => {
  const shelf = new Shelf();
  const [id] = shelf.read(item('1', URL));
  shelf.articles.clear();
  expect(shelf.read(item('2', URL, { title: 'Other words', publishedAt: NOW + DAY }))).toEqual([
    id,
  ]);
});

test('a live blog stays several articles, also when all but one have fallen out', () => {
  const shelf = new Shelf();
  const post = (guid: string) => item(guid, URL, { title: `Post ${guid}` });
  const ids = shelf.read(post('1'), post('2'), post('3'));
  expect(new Set(ids).size).toBe(3);
  expect(shelf.read(post('2'))).toEqual([ids[1]]);
  const [fourth] = shelf.read(post('4'));
  expect(ids).not.toContain(fourth);
  expect(shelf.read(post('4'), post('3'), post('1'))).toEqual([fourth, ids[2], ids[0]]);
});

test('an article that is still listed under its guid is not another one at its address', () => {
  const shelf = new Shelf();
  const [first] = shelf.read(item('1', URL));
  const post = item('2', URL, { title: 'Second post' });
  expect(shelf.read(item('1', 'https://gazette.example/elsewhere'), post)).not.toEqual([
    first,
    first,
  ]);
});

test('a page of notices and a home page identify nothing', () => {
  const shelf = new Shelf();
  const notices = (guid: string, at: number) =>
    item(guid, URL, { title: `Notice ${guid}`, publishedAt: at });
  expect(shelf.read(notices('1', NOW))).not.toEqual(shelf.read(notices('2', NOW + DAY)));
  const home = (guid: string) => item(guid, 'https://gazette.example/', { publishedAt: null });
  expect(shelf.read(home('1'))).not.toEqual(shelf.read(home('2')));
});

test('the same article under several guids in one document is one', () => {
  const shelf = new Shelf();
  const [id] = shelf.read(item('local', URL));
  expect(shelf.read(item('sport', URL), item('local', URL))).toEqual([id]);
  expect(shelf.read(item('sport', URL))).toEqual([id]);
});

test('a guid that a publisher gives to another article does not decide against the address', () => {
  const shelf = new Shelf();
  const other = 'https://gazette.example/other';
  const [first, second] = shelf.read(item('1', URL), item(null, other, { title: 'Other' }));
  expect(shelf.read(item('1', other, { title: 'Other' }))).toEqual([second]);
  expect(shelf.read(item('1', URL))).toEqual([first]);
});

type Words = typeof listing extends fc.Arbitrary<infer T> ? T : never;

interface Model {
  /** Articles of a live blog have one address, and guids that stay. */
  isLive: boolean;
  path: number;
}

const model = fc.uniqueArray(
  fc.record({ isLive: fc.boolean(), path: fc.nat(30) }, { noNullPrototype: true }),
  { minLength: 1, maxLength: 8, selector: ({ path }) => path },
);

/** How one document words one article. */
const listing = fc.record({
  index: fc.nat(7),
  guid: fc.nat(3),
  scheme: fc.constantFrom('http', 'https'),
  tracking: fc.constantFrom('', '?utm_source=rss', '?fbclid=1&utm_medium=x', '/'),
  isEdited: fc.boolean(),
});

test('whatever a feed does to its guids, order and addresses, its articles are exactly what is stored', () => {
  const documents = fc.array(fc.uniqueArray(listing, { selector: ({ index }) => index }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(model, documents, (articles, listings) => {
      const shelf = new Shelf();
      const idOf = new Map<Model, string>();
      for (const document of listings) {
        const listed = document.flatMap((words) => {
          const article = articles[words.index];
          return article ? [{ article, words }] : [];
        });
        const ids = shelf.read(...listed.map(({ article, words }) => wordItem(article, words)));
        expect(ids).toHaveLength(listed.length);
        for (const [place, { article }] of listed.entries()) {
          const id = ids[place] ?? '';
          expect(id).toBe(idOf.get(article) ?? id);
          idOf.set(article, id);
        }
      }
      expect(shelf.articles.size).toBe(idOf.size);
      expect(new Set(idOf.values()).size).toBe(idOf.size);
    }),
    { numRuns: 500 },
  );
});

function wordItem({ isLive, path }: Model, words: Words): Article {
  const title = `${words.isEdited ? 'Corrected: ' : ''}Headline ${path}`;
  const publishedAt = NOW + path * DAY;
  const address = `gazette.example/${isLive ? 'live' : path}${words.tracking}`;
  const guid = isLive ? `live ${path}` : `${path} of ${words.guid}`;
  return item(guid, `${words.scheme}://${address}`, { title, publishedAt });
}
