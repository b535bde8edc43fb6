import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactDocument } from '../../../src/domain/sync/compact';
import { isAhead, isKept, latestStamp, mergeDocuments } from '../../../src/domain/sync/merge';
import type { Entry, SyncDocument } from '../../../src/domain/sync/model';
import { isStamp, nextStamp, timeOfStamp } from '../../../src/domain/sync/stamp';
import { DAY, NOW } from '../../support/make';
import { documents } from './samples';

const at = (ms: number, browserId = 'aaaaaa') => nextStamp(null, NOW + ms, browserId);
const keptIn = (document: SyncDocument) =>
  Object.entries(document.entries)
    .filter(([key, entry]) => isKept(key, entry))
    .map(([key]) => key)
    .sort();

describe('merging', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(documents, documents, documents, (a, b, c) => {
        const ab = mergeDocuments(a, b);
        expect(mergeDocuments(b, a)).toEqual(ab);
        expect(mergeDocuments(mergeDocuments(b, c), a)).toEqual(mergeDocuments(ab, c));
        expect(mergeDocuments(ab, b)).toEqual(ab);
      }),
    );
  });

  test('an entry that is missing from one side is never lost', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const merged = mergeDocuments(a, b);
        for (const key of keptIn(a)) {
          if (b.entries[key] === undefined) expect(keptIn(merged)).toContain(key);
        }
      }),
    );
  });

  test('one is ahead of the other exactly when merging changes the other', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const merged = mergeDocuments(b, a);
        expect(isAhead(a, b)).toBe(JSON.stringify(sorted(merged)) !== JSON.stringify(sorted(b)));
      }),
    );
  });

  test('two fields of one entry, changed in two browsers, are both kept', () => {
    const before: Entry = {
      fields: { title: { value: 'A', at: at(0) }, checkEveryMs: { value: null, at: at(0) } },
      removedAt: null,
    };
    const change = (name: string, value: string | number, ms: number) => ({
      entries: {
        'f/f1': { ...before, fields: { ...before.fields, [name]: { value, at: at(ms) } } },
      },
    });
    const merged = mergeDocuments(change('title', 'Gazette', 5), change('checkEveryMs', 60, 9));
    expect(merged.entries['f/f1']?.fields).toMatchObject({
      title: { value: 'Gazette' },
      checkEveryMs: { value: 60 },
    });
  });

  test('what was changed after a removal stays; what moved by itself does not count as a change', () => {
    const entry = (name: string, ms: number): Entry => ({
      fields: { title: { value: 'A', at: at(0) }, [name]: { value: 'B', at: at(ms) } },
      removedAt: at(5),
    });
    expect(isKept('f/f1', entry('title', 4))).toBe(false);
    expect(isKept('f/f1', entry('title', 6))).toBe(true);
    expect(isKept('f/f1', entry('feedUrl', 6))).toBe(false);
  });
});

function sorted(document: SyncDocument): unknown {
  const byKey = <T>(record: Record<string, T>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return byKey(document.entries).map(([key, { fields, removedAt }]) => [
    key,
    byKey(fields).map(([name, { value, at: stamp }]) => [name, value, stamp]),
    removedAt,
  ]);
}

describe('compacting', () => {
  test('changes nothing of what is kept, and can be repeated', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const compact = compactDocument(document, NOW);
        expect(keptIn(compact)).toEqual(keptIn(document));
        expect(compactDocument(compact, NOW)).toEqual(compact);
        expect(isAhead(compact, document)).toBe(false);
      }),
    );
  });

  test('forgets removals after 400 days, and all but the last 500', () => {
    const removal = (id: number, ms: number): [string, Entry] => [
      `f/f${id}`,
      { fields: {}, removedAt: at(ms) },
    ];
    const many = Array.from({ length: 600 }, (_, index) => removal(index, index));
    const document = { entries: Object.fromEntries([...many, removal(1000, -401 * DAY)]) };
    const keys = Object.keys(compactDocument(document, NOW).entries);
    expect(keys).toHaveLength(500);
    expect(keys).toContain('f/f599');
    expect(keys).not.toContain('f/f99');
  });
});

describe('stamps', () => {
  test('are later than all that was seen, also by a clock that is behind, and sort as text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 50 }), (steps) => {
        let latest: string | null = null;
        for (const [ms, isFirst] of steps) {
          const stamp: string = nextStamp(latest, NOW + ms, isFirst ? 'aaaaaa' : 'zzzzzz');
          expect(isStamp(stamp)).toBe(true);
          if (latest !== null) expect(stamp > latest).toBe(true);
          expect(timeOfStamp(stamp)).toBeGreaterThanOrEqual(NOW + ms);
          latest = stamp;
        }
      }),
    );
  });

  test('count changes of one moment beyond what three digits hold', () => {
    const last = `${NOW.toString(36).padStart(9, '0')}zzzaaaaaa`;
    const next = nextStamp(last, NOW, 'aaaaaa');
    expect(timeOfStamp(next)).toBe(NOW + 1);
    expect(next > last).toBe(true);
  });

  test('the latest of a document is found in fields and removals', () => {
    expect(latestStamp({ entries: {} })).toBeNull();
    const entries = { 'f/f1': { fields: { title: { value: 1, at: at(3) } }, removedAt: at(7) } };
    expect(latestStamp({ entries })).toBe(at(7));
  });
});
