import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEarlierStory } from '../../../src/domain/story/earlier';
import { NO_COUNTS } from '../../../src/domain/story/reader-counts';
import { DAY, makeArticle, NOW } from '../../support/make';

const placed = (paper: string, title: string, storyId: string) => ({
  ...makeArticle({
    ...{ articleId: `${paper} ${title}`, feedId: paper, title },
    ...{ url: `https://${paper}.example/${encodeURIComponent(title)}`, sortAt: NOW - 2 * DAY },
  }),
  storyId,
});

const GLACIER = [
  placed('gazette', 'Glacier collapse in the Italian Alps leaves six hikers dead', 'glacier'),
  placed('herald', 'Six dead as Marmolada glacier collapse hits Italian hikers', 'glacier'),
];
const ELECTION = [
  placed('gazette', 'Parliament elects a new speaker after three rounds', 'speaker'),
  placed('herald', 'New speaker of parliament elected in third round', 'speaker'),
];
const FOLLOW_UP = [
  makeArticle({ title: 'Tenth body found after Marmolada glacier collapse in the Italian Alps' }),
];

const find = (before: typeof GLACIER, story = FOLLOW_UP) =>
  findEarlierStory({ story, before, counts: NO_COUNTS });

test('a follow-up names the story of the days before', () => {
  expect(find([...ELECTION, ...GLACIER])).toBe('glacier');
});

test('what has little in common is not named', () => {
  expect(find(ELECTION)).toBeNull();
});

test("one publisher's own series is not named", () => {
  expect(find(GLACIER.slice(0, 1))).toBeNull();
  const series = GLACIER.map((article) => ({ ...article, url: 'https://gazette.example/a' }));
  expect(find(series)).toBeNull();
});

test('a follow-up in another language is not one', () => {
  const story = [
    makeArticle({ title: 'Marmolada: nach dem Gletscherbruch ist die zehnte Leiche gefunden' }),
    makeArticle({ articleId: 'a2', title: 'Der Kanzler ist in der Stadt und spricht' }),
  ];
  expect(find(GLACIER, story)).toBeNull();
});

test('whatever the headlines, the answer is one of the stories before, in any order of theirs', () => {
  const word = fc.constantFrom('glacier', 'collapse', 'alps', 'hikers', 'speaker', '', '山', 'лед');
  const title = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  const paper = fc.constantFrom('gazette', 'herald', 'post');
  const before = fc.array(
    fc.tuple(paper, title, fc.constantFrom('a', 'b')).map((parts) => placed(...parts)),
  );
  fc.assert(
    fc.property(fc.array(title), before, (titles, headlines) => {
      const story = titles.map((text, n) => makeArticle({ articleId: `n${n}`, title: text }));
      const found = findEarlierStory({ story, before: headlines, counts: NO_COUNTS });
      expect([null, ...headlines.map(({ storyId }) => storyId)]).toContain(found);
    }),
  );
});
