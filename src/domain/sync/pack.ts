import { hashText } from '../article/hash-text';
import { isKept } from './merge';
import {
  type Entry,
  type EntryKey,
  isFeedKey,
  isTopicKey,
  SETTINGS_KEY,
  type SyncDocument,
} from './model';
import { encodeEntries } from './wire';

/** A part of a document that can be read by itself. Its id is made from its text, so it can be checked. */
export interface Chunk {
  chunkId: string;
  text: string;
}

export interface Packed {
  chunks: Chunk[];
  /** What is in the chunks. */
  document: SyncDocument;
  /** What did not fit. */
  leftOut: LeftOut;
}

export interface LeftOut {
  feeds: number;
  topics: number;
  /** The settings are one entry: they fit or they do not. */
  settings: boolean;
}

export const NOTHING_LEFT_OUT: LeftOut = { feeds: 0, topics: 0, settings: false };

export interface PackLimits {
  /** Characters of one chunk. */
  chunk: number;
  /** Of all chunks together. */
  total: number;
}

/** Text in, text of plain letters out. */
export type Compress = (text: string) => Promise<string>;

/** More would be slow to write, and never needed for what fits. */
const MOST_CHUNKS = 128;

/**
 * Cuts a document into chunks. Which chunk an entry is in depends on its key alone, so that a change rewrites one
 * of them. What does not fit is left out: removals first, then the feeds followed last, topics, settings.
 */
export async function packDocument(
  document: SyncDocument,
  limits: PackLimits,
  compress: Compress,
): Promise<Packed> {
  const ordered = await fittingAlone(byImportance(document), limits, compress);
  const cut = (count: number) => cutIntoChunks(ordered.slice(0, count), limits, compress);
  const { count, chunks } = await longestFit(ordered.length, cut, limits.total);
  const packed = { entries: Object.fromEntries(ordered.slice(0, count)) };
  return { chunks, document: packed, leftOut: compare(document, packed) };
}

interface Fit {
  count: number;
  chunks: Chunk[];
}

/** Attempts to come nearer to the most that fits: each compresses all that it tries. */
const MOST_ATTEMPTS = 6;

/** How many of the first entries fit, or a few less. The size of what was tried says how many to try next. */
async function longestFit(
  all: number,
  cut: (count: number) => Promise<Cut>,
  total: number,
): Promise<Fit> {
  let fit: Fit = { count: 0, chunks: [] };
  let tooMany = all + 1;
  for (let attempt = 0, count = all; attempt < MOST_ATTEMPTS && count > fit.count; attempt += 1) {
    const { chunks, size } = await cut(count);
    if (chunks) fit = { count, chunks };
    else tooMany = count;
    const guess = Math.floor((count * total * ALMOST) / size);
    const isWithin = guess > fit.count && guess < tooMany;
    count = isWithin ? guess : Math.floor((fit.count + tooMany) / 2);
  }
  return fit;
}

const ALMOST = 0.99;

/** Settings, topics and feeds from the oldest on, then what was removed, the last first. */
function byImportance({ entries }: SyncDocument): [EntryKey, Entry][] {
  const rank = ([key, entry]: [EntryKey, Entry]) => {
    if (key === SETTINGS_KEY) return 0;
    if (!isKept(key, entry)) return 3;
    return isTopicKey(key) ? 1 : 2;
  };
  const order = ([, { fields, removedAt }]: [EntryKey, Entry]) => {
    const since = fields['addedAt'] ?? fields['createdAt'];
    return typeof since?.value === 'number' ? since.value : -parseInt(removedAt ?? '0', 36);
  };
  return Object.entries(entries).sort(
    (a, b) => rank(a) - rank(b) || order(a) - order(b) || (a[0] < b[0] ? -1 : 1),
  );
}

/** One that is too long for a chunk of its own keeps nothing else out. */
async function fittingAlone(
  entries: [EntryKey, Entry][],
  { chunk }: PackLimits,
  compress: Compress,
): Promise<[EntryKey, Entry][]> {
  const fitting: [EntryKey, Entry][] = [];
  for (const entry of entries) {
    const text = encodeEntries([entry]);
    // Letters of base64 stand for six bits, and compressing does not make longer what is that short.
    const isShort = text.length < chunk / 4;
    if (isShort || (await compress(text)).length <= chunk) fitting.push(entry);
  }
  return fitting;
}

interface Cut {
  /** null when they do not fit. */
  chunks: Chunk[] | null;
  /** Of all of them, compressed. */
  size: number;
}

async function cutIntoChunks(
  entries: [EntryKey, Entry][],
  limits: PackLimits,
  compress: Compress,
): Promise<Cut> {
  const whole = (await compress(encodeEntries(entries))).length;
  if (whole > limits.total) return { chunks: null, size: whole };
  // Chunks differ in size by a third or so, since hashes decide what is in which.
  for (let count = powerAbove((whole * 4) / (limits.chunk * 3)); count <= MOST_CHUNKS; count *= 2) {
    const parts = distribute(entries, count);
    const texts = await Promise.all(parts.map((part) => compress(encodeEntries(part))));
    const size = texts.reduce((sum, { length }) => sum + length, 0);
    if (size > limits.total) return { chunks: null, size };
    if (texts.every(({ length }) => length <= limits.chunk)) {
      return { chunks: texts.map((text) => ({ chunkId: hashText(text), text })), size };
    }
  }
  return { chunks: null, size: limits.total * 2 };
}

/** The least power of two that is not below; one for what is below one. */
function powerAbove(value: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(value)));
}

function distribute(entries: [EntryKey, Entry][], count: number): [EntryKey, Entry][][] {
  const parts: [EntryKey, Entry][][] = Array.from({ length: count }, () => []);
  for (const entry of entries) {
    parts[parseInt(hashText(entry[0]).slice(-6), 36) % count]?.push(entry);
  }
  return parts.filter(({ length }) => length > 0);
}

function compare(all: SyncDocument, packed: SyncDocument): LeftOut {
  const missing = Object.entries(all.entries).filter(
    ([key, entry]) => isKept(key, entry) && packed.entries[key] === undefined,
  );
  return {
    feeds: missing.filter(([key]) => isFeedKey(key)).length,
    topics: missing.filter(([key]) => isTopicKey(key)).length,
    settings: missing.some(([key]) => key === SETTINGS_KEY),
  };
}
