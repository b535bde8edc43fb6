import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesArticle, matchTopic } from '../../../src/domain/topic/match';
import { parseTopicQuery, type TopicQuery } from '../../../src/domain/topic/query';

function query(text: string): TopicQuery {
  const result = parseTopicQuery(text);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const marked = (words: string, text: string): string[] | null =>
  matchTopic(query(words), text)?.map(({ start, end }) => text.slice(start, end)) ?? null;

test.each([
  ['rome', 'Fire in Rome', ['Rome']],
  ['rome', 'Romeo and Juliet', null],
  ['rome*', 'Romeo and Juliet', ['Rome']],
  ['fire rome', 'Rome: fire, FIRE!', ['Rome', 'fire', 'FIRE']],
  ['fire paris', 'Fire in Rome', null],
  ['paris, rome', 'Fire in Rome', ['Rome']],
  ['"fire in"', 'Fire in Rome', ['Fire in']],
  ['"in fire"', 'Fire in Rome', null],
  ['rome -fire', 'Fire in Rome', null],
  ['zurich', 'Zürich and Zu\u0308rich', ['Zürich', 'Zu\u0308rich']],
  ['Zürich', 'ZURICH', ['ZURICH']],
  ['елка', 'Ёлка горит', ['Ёлка']],
  ['lodz', 'Łódź', ['Łódź']],
  ['tel', 'Call ℡ 1', ['℡']],
  ['strasse', 'Die Straße', ['Straße']],
  ['地震', '東京で大きな地震がありました', ['地震']],
  ['กรุงเทพ', 'ข่าวกรุงเทพวันนี้', ['กรุงเทพ']],
  ['서울', '서울 날씨', ['서울']],
  ['서울', '서울에서', null],
  ['c++', 'C++ is old', ['C++']],
  ['covid-19', 'New COVID-19 wave', ['COVID-19']],
  ["ukraine's", 'Ukraine’s army', ['Ukraine’s']],
])('%s in %s', (words, text, expected) => {
  expect(marked(words, text)).toEqual(expected);
});

test('an article satisfies an alternative as a whole', () => {
  const article = { title: 'Fire in Rome', summary: 'Smoke over the city', tags: ['Weather'] };
  expect(matchesArticle(query('fire smoke weather'), article)).toBe(true);
  expect(matchesArticle(query('fire -weather'), article)).toBe(false);
  expect(matchesArticle(query('"rome smoke"'), article)).toBe(false);
  expect(matchesArticle(query('paris, weather'), article)).toBe(true);
});

test('finds each word of a text, and its ranges are in order and within it', () => {
  const words = fc.array(fc.stringMatching(/^[a-zäöüéñ]{1,8}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.nat(), (list, pick) => {
      const text = list.join(' ');
      const ranges = matchTopic(query(list[pick % list.length] ?? ''), text.toUpperCase()) ?? [];
      expect(ranges.length).toBeGreaterThan(0);
      let last = 0;
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
