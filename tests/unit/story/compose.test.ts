import { expect, test } from 'vitest';
import { composeStory, type StoryParts } from '../../../src/domain/story/compose';
import { DAY, HOUR, makeArticle, makeFeed, makeStatus, NOW } from '../../support/make';

const rt = makeFeed();
const gazette = makeFeed({ feedId: 'f2', title: 'Harbour Gazette' });

function compose(change: Partial<StoryParts>) {
  return composeStory({
    storyId: 's1',
    articles: [makeArticle()],
    statuses: new Map(),
    feeds: new Map([rt, gazette].map((feed) => [feed.feedId, feed])),
    breaking: null,
    ...change,
  });
}

const second = makeArticle({
  articleId: 'a2',
  feedId: 'f2',
  url: 'https://gazette.example/1',
  arrivedAt: NOW + HOUR,
  sortAt: NOW + HOUR,
});

test('the first article to arrive leads and gives the row its place, however many join', () => {
  const story = compose({ articles: [second, makeArticle()] });
  expect(story?.lead.publisher).toBe('RT News');
  expect(story?.sortAt).toBe(NOW);
  expect(story?.publisherCount).toBe(2);
  expect(story?.articleIds).toEqual(['a1', 'a2']);
});

test('two articles of one site count as one publisher, whatever feeds brought them', () => {
  const world = { ...second, url: 'https://world.rt.example/2' };
  expect(compose({ articles: [makeArticle(), world] })?.publisherCount).toBe(1);
});

test('a story is read once one of its versions was read, and stays so when another joins', () => {
  const statuses = new Map([['a1', makeStatus({ readAt: NOW })]]);
  expect(compose({ statuses })?.isUnread).toBe(false);
  expect(compose({ statuses, articles: [makeArticle(), second] })?.isUnread).toBe(false);
  expect(compose({})?.isUnread).toBe(true);
});

test('a muted article leaves the story to the others; all muted hides it and says by what', () => {
  const muted = makeArticle({ mutedBy: ['t9'] });
  const partly = compose({ articles: [muted, second] });
  expect(partly?.isHidden).toBe(false);
  expect(partly?.lead.publisher).toBe('Harbour Gazette');
  expect(partly?.publisherCount).toBe(1);
  const wholly = compose({ articles: [muted, { ...second, mutedBy: ['t8'] }] });
  expect(wholly?.isHidden).toBe(true);
  expect(wholly?.mutedBy).toEqual(['t8', 't9']);
});

test('articles of a removed feed are not shown, and their story is hidden without a topic to blame', () => {
  const feeds = new Map([['f1', { ...rt, removedAt: NOW }]]);
  const story = compose({ feeds });
  expect(story?.isHidden).toBe(true);
  expect(story?.mutedBy).toEqual([]);
  expect(story?.isUnread).toBe(false);
});

test("an edit shows the publisher's own times, and does not make a read story unread", () => {
  const edited = makeArticle({ updatedAt: NOW + 4 * HOUR });
  const statuses = new Map([['a1', makeStatus({ readAt: NOW + HOUR })]]);
  const story = compose({ articles: [edited], statuses });
  expect(story?.lead).toMatchObject({
    isEdited: true,
    publishedAt: NOW,
    updatedAt: NOW + 4 * HOUR,
  });
  expect(story?.isUnread).toBe(false);
});

test('an updated time within a minute of publication is no edit', () => {
  expect(compose({ articles: [makeArticle({ updatedAt: NOW + 5000 })] })?.lead.isEdited).toBe(
    false,
  );
});

test('a rewording without any time from the publisher is an edit at the time we saw it', () => {
  const revisions = [{ title: 'Before', summary: '', replacedAt: NOW + DAY }];
  expect(compose({ articles: [makeArticle({ revisions })] })?.lead).toMatchObject({
    isEdited: true,
    updatedAt: NOW + DAY,
  });
});

test('topics of all visible versions are the story’s', () => {
  const articles = [makeArticle({ topicIds: ['t2'] }), { ...second, topicIds: ['t1', 't2'] }];
  expect(compose({ articles })?.topicIds).toEqual(['t1', 't2']);
});

test('a story without articles is none', () => {
  expect(compose({ articles: [] })).toBeNull();
});
