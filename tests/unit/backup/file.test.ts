import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupEntry, readEntry } from '../../../src/domain/backup/entry';
import { backupReader } from '../../../src/domain/backup/read';
import { backupWriter } from '../../../src/domain/backup/write';
import type { Json } from '../../../src/domain/json';
import { makeArticle, makeFeed, makeStatus, NOW } from '../../support/make';
import * as arbitrary from './arbitrary';

const entries: fc.Arbitrary<BackupEntry> = fc.oneof(
  arbitrary.feeds.map((feed) => ({ kind: 'feed' as const, feed })),
  arbitrary.topics.map((topic) => ({ kind: 'topic' as const, topic })),
  arbitrary.keptArticles.map((kept) => ({ kind: 'article' as const, ...kept })),
  arbitrary.notifications.map((notification) => ({ kind: 'notification' as const, notification })),
  arbitrary.held.map((held) => ({ kind: 'held' as const, held })),
  arbitrary.decisions.map((decision) => ({ kind: 'breaking' as const, storyId: 's1', decision })),
  fc.constant<BackupEntry>({
    kind: 'settings',
    settings: { notificationLevel: 'off', a: { b: [1] } },
  }),
);

function fileOf(list: BackupEntry[]): string {
  const writer = backupWriter({ madeAt: NOW, madeBy: '0.1.0' });
  return [writer.begin(), ...list.map((entry) => writer.add(entry)), writer.end()].join('');
}

function read(file: string) {
  const reader = backupReader();
  const found: BackupEntry[] = [];
  for (const line of file.split('\n')) {
    const result = reader.line(line);
    if (!result.ok) return { found, problem: result.error };
    if (result.value) found.push(result.value);
  }
  const end = reader.end();
  return end.ok ? { found, summary: end.value } : { found, problem: end.error };
}

const SOME: BackupEntry[] = [
  { kind: 'feed', feed: makeFeed() },
  { kind: 'article', article: makeArticle(), status: makeStatus({ savedAt: NOW }) },
  { kind: 'settings', settings: { notificationLevel: 'off' } },
];

describe('a backup', () => {
  test('is JSON, and reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 12 }), (list) => {
        const file = fileOf(list);
        expect(JSON.parse(file)).toHaveLength(list.length + 2);
        expect(read(file)).toEqual({
          found: list,
          summary: { madeAt: NOW, madeBy: '0.1.0', refused: 0 },
        });
      }),
    );
  });

  test('may come with the line ends of another system', () => {
    expect(read(fileOf(SOME).replaceAll('\n', '\r\n')).found).toEqual(SOME);
  });

  test('with any letter changed is damaged, cut off, newer or none', () => {
    const file = fileOf(SOME);
    const inner = { min: file.indexOf('\n') + 2, max: file.lastIndexOf('}') };
    fc.assert(
      fc.property(fc.integer(inner), fc.constantFrom('x', '7', ' ', '\n', '"'), (at, letter) => {
        fc.pre(file[at] !== letter && !/\s/.test(file[at] ?? ''));
        const { problem, summary } = read(file.slice(0, at) + letter + file.slice(at + 1));
        // The header says who made it and when: that is not covered.
        if (file.slice(0, at).split('\n').length > 2) expect(problem).toBeDefined();
        else expect(problem ?? summary?.refused).toBeDefined();
      }),
    );
  });

  test('that ends too early is cut off, wherever that is', () => {
    const file = fileOf(SOME);
    const from = file.indexOf('\n', 3) + 1;
    fc.assert(
      fc.property(fc.integer({ min: from, max: file.lastIndexOf('"end"') - 4 }), (at) => {
        expect(read(file.slice(0, at)).problem).toBe('cut-off');
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['another JSON file', '{"bookmarks": []}'],
    ['a list of feeds for other readers', '<?xml version="1.0"?>\n<opml/>'],
    ['some text', 'hello\nworld'],
  ])('is not %s', (_, text) => {
    expect(read(text).problem).toBe('not-a-backup');
  });

  test('of a newer version is not guessed at', () => {
    expect(read(fileOf(SOME).replace('"version":1', '"version":2')).problem).toBe('newer');
  });

  test('with anything after its end is damaged', () => {
    expect(read(`${fileOf(SOME)}{"kind":"feed"}`).problem).toBe('damaged');
  });
});

describe('entries made to harm', () => {
  const refuse = (entry: object) => expect(readEntry(entry as Json)).toBeNull();

  test('addresses that run something, are of the device, or hide a password are refused', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://a:b@c.example/',
    ]) {
      refuse({ kind: 'article', article: makeArticle({ url }), status: null });
    }
    refuse({ kind: 'feed', feed: makeFeed({ feedUrl: 'javascript:alert(1)' }) });
    refuse({ kind: 'feed', feed: makeFeed({ feedUrl: 'ftp://files.example/feed' }) });
  });

  test('what is too long, of another type, or not whole is refused', () => {
    const article = makeArticle();
    refuse({ kind: 'article', article: { ...article, title: 'x'.repeat(5_000) }, status: null });
    refuse({ kind: 'article', article: { ...article, sortAt: 'now' }, status: null });
    refuse({ kind: 'article', article: { ...article, sortAt: 1e300 }, status: null });
    refuse({ kind: 'article', article: { ...article, topicIds: ['../x'] }, status: null });
    refuse({ kind: 'article', article: null, status: null });
    refuse({ kind: 'article', article, status: makeStatus({ articleId: 'other' }) });
    refuse({ kind: 'feed', feed: { ...makeFeed(), feedId: '__proto__' } });
    refuse({ kind: 'settings', settings: [] });
    refuse({ kind: 'unheard-of' });
  });

  test('nothing that is not asked for is taken along', () => {
    const article = { ...makeArticle(), onclick: 'x', ['__proto__x']: 1 };
    expect(readEntry({ kind: 'article', article, status: null } as unknown as Json)).toEqual({
      ...{ kind: 'article', article: makeArticle(), status: null },
    });
  });

  test('whatever it is, reading it never throws', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('feed', 'topic', 'article', 'breaking', 'held'),
        (json, kind) => {
          readEntry(JSON.parse(json));
          readEntry({ kind, [kind]: JSON.parse(json), status: JSON.parse(json) });
        },
      ),
    );
  });
});
