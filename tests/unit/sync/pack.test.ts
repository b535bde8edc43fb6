import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choices } from '../../../src/domain/choices/model';
import { captureChanges } from '../../../src/domain/sync/capture';
import { mergeDocuments } from '../../../src/domain/sync/merge';
import type { SyncDocument } from '../../../src/domain/sync/model';
import { NOTHING_LEFT_OUT, packDocument } from '../../../src/domain/sync/pack';
import { decodeEntries, encodeEntries } from '../../../src/domain/sync/wire';
import { compressText, expandText } from '../../../src/storage/sync/compression';
import { NOW } from '../../support/make';
import { documents, feedOf, noChoices, topicOf } from './samples';

const LIMITS = { chunk: 8_000, total: 95_000 };
const EMPTY: SyncDocument = { entries: {} };

const documentOf = (choices: Partial<Choices>): SyncDocument =>
  captureChanges({
    ...{ local: { ...noChoices, ...choices }, base: null, remote: EMPTY },
    ...{ now: NOW, browserId: 'aaaaaa' },
  });

/** Addresses and titles with as much variety as real ones. */
function manyFeeds(count: number) {
  const words = 'north harbor gazette world daily tribune evening post herald observer'.split(' ');
  const pick = (index: number, step: number) =>
    words[Math.floor(index / step) % words.length] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const name = `${pick(index, 1)}-${pick(index, 7)}${(index * 7919) % 1009}`;
    const title = `The ${pick(index, 1)} ${pick(index, 7)} of ${(index * 31) % 997}`;
    const siteUrl = `https://${name}.example/`;
    return feedOf(name, { title, siteUrl, addedAt: NOW + index });
  });
}

async function read(chunks: { text: string }[]): Promise<SyncDocument> {
  const parts = await Promise.all(
    chunks.map(async ({ text }) => decodeEntries((await expandText(text)) ?? '')),
  );
  return parts.reduce<SyncDocument>((all, part) => mergeDocuments(all, part ?? EMPTY), EMPTY);
}

describe('packing what fits', () => {
  test('what is packed is read again, whole', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(400, 2_000, 8_000), async (document, chunk) => {
        const packed = await packDocument(document, { chunk, total: 95_000 }, compressText);
        expect(packed.leftOut).toEqual(NOTHING_LEFT_OUT);
        expect(await read(packed.chunks)).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  test('a thousand feeds fit, each chunk in its item', async () => {
    const document = documentOf({ feeds: manyFeeds(1_000), topics: [topicOf('t1')] });
    const { chunks, leftOut } = await packDocument(document, LIMITS, compressText);
    expect(leftOut).toEqual(NOTHING_LEFT_OUT);
    expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThanOrEqual(LIMITS.chunk);
    expect(await read(chunks)).toEqual(document);
  });

  test('one more feed rewrites one chunk of many', async () => {
    const ids = async (count: number) => {
      const document = documentOf({ feeds: manyFeeds(count) });
      const { chunks } = await packDocument(
        document,
        { chunk: 1_000, total: 95_000 },
        compressText,
      );
      return chunks.map(({ chunkId }) => chunkId);
    };
    const before = await ids(200);
    const after = await ids(201);
    expect(before.length).toBeGreaterThan(4);
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1);
  });
});

describe('packing what does not fit', () => {
  test('what does not fit is counted; settings, topics and the feeds followed first come first', async () => {
    const feeds = manyFeeds(400);
    const document = documentOf({
      feeds: feeds.toReversed(),
      topics: [topicOf('t1')],
      settings: { level: 'off' },
    });
    const limits = { chunk: 2_000, total: 8_000 };
    const {
      chunks,
      leftOut,
      document: packed,
    } = await packDocument(document, limits, compressText);
    expect(leftOut).toMatchObject({ topics: 0, settings: false });
    expect(leftOut.feeds).toBeGreaterThan(50);
    const unpacked = await read(chunks);
    expect(unpacked).toEqual(packed);
    const keys = Object.keys(unpacked.entries);
    const first = feeds.slice(0, 400 - leftOut.feeds).map(({ feedId }) => `f/${feedId}`);
    expect(keys.sort()).toEqual(['s', 't/t1', ...first].sort());
    const total = chunks.reduce((sum, { text }) => sum + text.length, 0);
    expect(total).toBeLessThanOrEqual(limits.total);
    expect(total).toBeGreaterThan(limits.total * 0.8);
  });

  test('an entry too long for any item keeps nothing else out', async () => {
    const random = Array.from({ length: 4_000 }, (_, at) => ((at * 7919) % 9973).toString(36)).join(
      '',
    );
    const topics = [topicOf('t1', { query: random }), topicOf('t2')];
    const document = documentOf({ topics, feeds: manyFeeds(3) });
    const { chunks, leftOut } = await packDocument(
      document,
      { chunk: 2_000, total: 9_000 },
      compressText,
    );
    expect(leftOut).toEqual({ feeds: 0, topics: 1, settings: false });
    expect(Object.keys((await read(chunks)).entries)).toHaveLength(4);
  });
});

describe('reading what others wrote', () => {
  test('never throws, and takes nothing that is not whole', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = decodeEntries(text);
        if (read) expect(decodeEntries(encodeEntries(Object.entries(read.entries)))).toEqual(read);
      }),
    );
  });

  test.each([
    ['no stamp', '[["t/t1",0,{"now":{"name":"x"}}]]'],
    ['no key', '[["x",0,{}]]'],
    ['a key that reaches into objects', '[["t/__proto__",0,{}]]'],
    ['a name that reaches into objects', '[["s",0,{"000000000000aaaaaa":{"__proto__":1}}]]'],
    ['a removal at no time', '[["t/t1","yesterday",{}]]'],
    ['a computed key without an address', '[["f",0,{"000000000000aaaaaa":{"title":"x"}}]]'],
  ])('%s', (_, text) => {
    expect(decodeEntries(text)).toBeNull();
  });

  test('a text that expands without end is not expanded', async () => {
    const bomb = await compressText('a'.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(8_000);
    expect(await expandText(bomb)).toBeNull();
    expect(await expandText('no base64 at all!')).toBeNull();
    expect(await expandText(bomb.slice(0, 40))).toBeNull();
  });
});
