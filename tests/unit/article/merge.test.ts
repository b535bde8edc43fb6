import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeArticles } from '../../../src/domain/article/merge';
import type { Article } from '../../../src/domain/model';
import { DAY, HOUR, makeArticle, makeStatus, NOW } from '../../support/make';

const LATER = NOW + 4 * HOUR;

function merge(incoming: Article[], stored: Article[] = []) {
  return mergeArticles({
    incoming,
    stored: new Map(stored.map((article) => [article.articleId, article])),
    statuses: new Map(),
    now: LATER,
  });
}

test('what is not stored is added', () => {
  expect(merge([makeArticle()])).toMatchObject({ added: [{ articleId: 'a1' }], edited: [] });
});

test('a changed headline keeps the earlier one, both times, and its place in the list', () => {
  const stored = makeArticle({ storyId: 's1', topicIds: ['t1'] });
  const incoming = makeArticle({
    title: 'US rejects Russian missile defense proposals - Rogozin',
    updatedAt: LATER,
    arrivedAt: LATER,
    sortAt: LATER,
  });
  const [edited] = merge([incoming], [stored]).edited;
  expect(edited).toMatchObject({
    title: incoming.title,
    publishedAt: NOW,
    updatedAt: LATER,
    arrivedAt: NOW,
    sortAt: NOW,
    storyId: 's1',
    revisions: [{ title: stored.title, replacedAt: LATER }],
  });
});

test('a rewording without a time counts as edited when it was seen', () => {
  const [edited] = merge([makeArticle({ title: 'Other words' })], [makeArticle()]).edited;
  expect(edited).toMatchObject({ updatedAt: null, revisions: [{ replacedAt: LATER }] });
});

test('case, space, quotes and dashes are no edit', () => {
  const cosmetic = makeArticle({
    title: '  US shoots down Russian “missile defense” proposals – ROGOZIN ',
  });
  expect(merge([cosmetic], [makeArticle()])).toMatchObject({
    added: [],
    edited: [],
    unchanged: [{}],
  });
});

test('only a newer edited time is an edit without a revision', () => {
  const [edited] = merge([makeArticle({ updatedAt: LATER })], [makeArticle()]).edited;
  expect(edited?.revisions).toEqual([]);
  expect(
    merge([makeArticle({ updatedAt: NOW })], [makeArticle({ updatedAt: LATER })]).edited,
  ).toEqual([]);
});

test('an item that was dropped here and is listed again is nothing new', () => {
  const { added } = mergeArticles({
    incoming: [makeArticle({ arrivedAt: LATER, sortAt: LATER })],
    stored: new Map(),
    statuses: new Map([['a1', makeStatus({ arrivedAt: NOW - DAY })]]),
    now: LATER,
  });
  expect(added).toMatchObject([{ arrivedAt: NOW - DAY, sortAt: NOW - DAY, isBacklog: true }]);
});

test('a lively article keeps its last ten wordings', () => {
  let stored = makeArticle({ title: 'Wording zero' });
  for (let count = 1; count <= 15; count += 1) {
    stored = merge([makeArticle({ title: `Wording ${count}` })], [stored]).edited[0] ?? stored;
  }
  expect(stored.revisions).toHaveLength(10);
  expect(stored.revisions.at(-1)?.title).toBe('Wording 14');
});

test('merging the same items again changes nothing', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const article = fc
    .record({
      articleId: fc.constantFrom('a1', 'a2', 'a3'),
      title: text,
      summary: text,
      updatedAt: fc.option(fc.integer({ min: NOW, max: NOW + DAY })),
    })
    .map(makeArticle);
  const list = fc.uniqueArray(article, { selector: ({ articleId }) => articleId });
  fc.assert(
    fc.property(list, list, (before, incoming) => {
      const first = merge(incoming, before);
      const stored = [...first.added, ...first.edited, ...first.unchanged];
      expect(merge(incoming, stored)).toMatchObject({ added: [], edited: [] });
    }),
  );
});
