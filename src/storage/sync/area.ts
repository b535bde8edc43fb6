import browser from 'webextension-polyfill';
import { hashText } from '../../domain/article/hash-text';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json';
import { mergeDocuments } from '../../domain/sync/merge';
import { EMPTY_DOCUMENT, type SyncDocument } from '../../domain/sync/model';
import type { Chunk, PackLimits } from '../../domain/sync/pack';
import { decodeEntries } from '../../domain/sync/wire';
import { expandText } from './compression';

/** Browsers of another version neither read nor overwrite what one writes. */
const VERSION = 1;
/** Names the chunks; written when all of them are there. */
const MANIFEST_KEY = 'choices';
const CHUNK_KEY = 'c/';

/** `storage.sync.QUOTA_BYTES` and `QUOTA_BYTES_PER_ITEM`, the same in Chrome and Firefox. */
const AREA_BYTES = 102_400;
const ITEM_BYTES = 8_192;
const MOST_ITEMS = 512;

/** What a chunk's key (a hash of 22 letters) and the quotation marks of its text take. */
const CHUNK_COST = CHUNK_KEY.length + 22 + 2;

/** Leaves room for the manifest, and for a chunk or two to be written beside the old ones. */
export const PACK_LIMITS: PackLimits = { chunk: ITEM_BYTES - CHUNK_COST, total: 92_000 };

export type RemoteReading =
  | { kind: 'empty' }
  | { kind: 'whole'; document: SyncDocument }
  /** Some of it is missing or damaged; `document` is what is there. */
  | { kind: 'incomplete'; document: SyncDocument }
  | { kind: 'newer' };

/** Reads what browsers wrote last. @throws when the browser has no sync storage */
export async function readRemote(): Promise<RemoteReading> {
  const items = (await browser.storage.sync.get(null)) as JsonObject;
  const manifest = items[MANIFEST_KEY];
  const present = Object.keys(items).filter(isChunkKey);
  if (manifest === undefined && present.length === 0) return { kind: 'empty' };
  if (isJsonObject(manifest) && Number(manifest['version']) > VERSION) return { kind: 'newer' };
  const named = chunksOf(manifest);
  const keys = named?.map((chunkId) => CHUNK_KEY + chunkId) ?? present;
  const parts = await Promise.all(keys.map((key) => readChunk(key, items[key])));
  const document = parts.reduce<SyncDocument>(
    (all, part) => (part ? mergeDocuments(all, part) : all),
    EMPTY_DOCUMENT,
  );
  const isWhole = named !== null && parts.every((part) => part !== null);
  return { kind: isWhole ? 'whole' : 'incomplete', document };
}

function chunksOf(manifest: Json | undefined): string[] | null {
  if (!isJsonObject(manifest) || manifest['version'] !== VERSION) return null;
  const { chunks } = manifest;
  if (!Array.isArray(chunks) || !chunks.every((chunkId) => typeof chunkId === 'string'))
    return null;
  return chunks;
}

/** A chunk's name is the hash of its text: what is damaged does not bear its name. */
async function readChunk(key: string, text: Json | undefined): Promise<SyncDocument | null> {
  if (typeof text !== 'string' || CHUNK_KEY + hashText(text) !== key) return null;
  const expanded = await expandText(text);
  return expanded === null ? null : decodeEntries(expanded);
}

const isChunkKey = (key: string): boolean => key.startsWith(CHUNK_KEY);

/**
 * Writes chunks in place of those that are there, in at most three operations: the new ones, then the manifest
 * that names them, then the old ones go. Who reads in between finds all of the old ones, or all of the new ones.
 * Where both do not fit side by side, the old ones go first, and who reads in between waits.
 * @throws when the browser refuses to keep it
 */
export async function writeRemote(chunks: Chunk[]): Promise<void> {
  const area = browser.storage.sync;
  const items = (await area.get(null)) as JsonObject;
  const wanted = Object.fromEntries(
    chunks.map(({ chunkId, text }) => [CHUNK_KEY + chunkId, text] as const),
  );
  const fresh = Object.fromEntries(
    Object.entries(wanted).filter(([key, text]) => items[key] !== text),
  );
  const old = Object.keys(items).filter((key) => isChunkKey(key) && wanted[key] === undefined);
  const manifest = {
    [MANIFEST_KEY]: { version: VERSION, chunks: chunks.map(({ chunkId }) => chunkId) },
  };
  const fitsBeside = isWithinQuota({ ...items, ...fresh, ...manifest });
  if (!fitsBeside && old.length > 0) await area.remove(old);
  if (Object.keys(fresh).length > 0) await area.set(fresh);
  await area.set(manifest);
  if (fitsBeside && old.length > 0) await area.remove(old);
}

function isWithinQuota(items: JsonObject): boolean {
  const bytes = Object.entries(items).reduce(
    (sum, [key, value]) => sum + sizeOf(key) + sizeOf(JSON.stringify(value)),
    0,
  );
  return bytes <= AREA_BYTES && Object.keys(items).length <= MOST_ITEMS;
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether the user's account with the browser holds choices, as far as this browser has heard. */
export async function hasRemote(): Promise<boolean> {
  return Object.keys(await browser.storage.sync.get(null)).length > 0;
}

/** Takes everything of ours out of the user's account with the browser. */
export async function clearRemote(): Promise<void> {
  await browser.storage.sync.clear();
}
