import fc from 'fast-check';
import { feedIdOf } from '../../../src/domain/article/identity';
import type { Choices } from '../../../src/domain/choices/model';
import type { Json } from '../../../src/domain/json';
import type { Feed } from '../../../src/domain/model';
import type { Entry, EntryKey, SyncDocument } from '../../../src/domain/sync/model';
import { nextStamp } from '../../../src/domain/sync/stamp';
import { makeFeed, makeTopic, NOW } from '../../support/make';

export const noChoices: Choices = { feeds: [], topics: [], settings: {} };

/** A feed at `https://<name>.example/feed`. */
export function feedOf(name: string, change: Partial<Feed> = {}): Feed {
  const feedUrl = `https://${name}.example/feed`;
  return makeFeed({ feedId: feedIdOf(feedUrl), feedUrl, title: name, ...change });
}

export const topicOf = (topicId: string, change = {}) => makeTopic({ topicId, ...change });

export const stamps = fc
  .tuple(fc.nat(40), fc.constantFrom('aaaaaa', 'bbbbbb', 'cccccc'))
  .map(([at, browserId]) => nextStamp(null, NOW + at, browserId));

/** Values of one shape, since a field has one. */
const values = fc.oneof(fc.constantFrom<Json>('a', 'b', null, 1, true), fc.array(fc.nat(2)));

const entries: fc.Arbitrary<Entry> = fc.record({
  fields: fc.dictionary(
    fc.constantFrom('title', 'feedUrl', 'checkEveryMs', 'later'),
    fc.record({ value: values, at: stamps }),
    { noNullPrototype: true },
  ),
  removedAt: fc.option(stamps),
});

const keys = fc.constantFrom<EntryKey>('s', 't/t1', 't/t2', 'f/f1', 'f/f2', 'f/f3');

export const documents: fc.Arbitrary<SyncDocument> = fc.record({
  entries: fc.dictionary(keys, entries, { noNullPrototype: true }),
});
