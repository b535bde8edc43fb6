import { fakeBrowser } from '@webext-core/fake-browser';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { closeDatabase } from '../../src/storage/database';

type Items = Record<string, unknown>;

const { local, sync } = fakeBrowser.storage;
const asJson = (value: unknown): string => JSON.stringify(value) ?? '';

/** What each operation on the sync area counts, as browsers do; undone by `vi.restoreAllMocks`. */
export const quota = { operations: 0, isRefusing: false };

/** Makes the fake browser as strict as real ones: 8,192 bytes an item, 102,400 in all, 512 items. */
export function enforceQuota(): void {
  Object.assign(quota, { operations: 0, isRefusing: false });
  const set = sync.set.bind(sync);
  vi.spyOn(sync, 'set').mockImplementation(async (items: Items) => {
    quota.operations += 1;
    if (quota.isRefusing) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded');
    const after = { ...((await sync.get(null)) as Items), ...items };
    const sizes = Object.entries(after).map(([key, value]) => key.length + asJson(value).length);
    if (sizes.some((size) => size > 8_192)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total > 102_400 || sizes.length > 512) throw new Error('QUOTA_BYTES quota exceeded');
    await set(items);
  });
  const remove = sync.remove.bind(sync);
  vi.spyOn(sync, 'remove').mockImplementation(async (keys: string | string[]) => {
    quota.operations += 1;
    await remove(keys);
  });
}

/** What the vendor's server keeps of the sync area, item by item. */
export class Cloud {
  readonly items: Items = {};
}

/** One installation among several; only one is in use at a time. */
export class Installation {
  #factory = new IDBFactory();
  #local: Items = {};
  #sync: Items = {};
  /** What it last heard of, or told, each item. */
  #agreed: Items = {};
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Runs `work` in this installation. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    await closeDatabase();
    globalThis.indexedDB = this.#factory;
    await replace(local, this.#local);
    await replace(sync, this.#sync);
    const answer = await work();
    this.#local = (await local.get(null)) as Items;
    this.#sync = (await sync.get(null)) as Items;
    return answer;
  }

  /** Tells the server what changed here, item by item; the last word counts, or the first where `isLate`. */
  upload(isSent: (key: string) => boolean = () => true, isLate = false): void {
    for (const key of keysOf(this.#sync, this.#agreed)) {
      const [own, agreed] = [this.#sync[key], this.#agreed[key]];
      if (asJson(own) === asJson(agreed) || !isSent(key)) continue;
      const isTaken = asJson(this.#cloud.items[key]) !== asJson(agreed);
      if (isTaken && isLate) this.#sync[key] = this.#cloud.items[key];
      else put(this.#cloud.items, key, own);
      put(this.#agreed, key, this.#sync[key]);
      if (this.#sync[key] === undefined) delete this.#sync[key];
    }
  }

  /** Hears what others told, item by item; what changed here and was not told yet stays. */
  download(isHeard: (key: string) => boolean = () => true): void {
    for (const key of keysOf(this.#cloud.items, this.#agreed)) {
      const [said, agreed] = [this.#cloud.items[key], this.#agreed[key]];
      if (asJson(said) === asJson(agreed) || !isHeard(key)) continue;
      if (asJson(this.#sync[key]) === asJson(agreed)) put(this.#sync, key, said);
      put(this.#agreed, key, said);
    }
  }

  /** What it shows of the sync area. */
  get synced(): Items {
    return { ...this.#sync };
  }

  /** Changes the sync area as if other versions, or a fault, did. */
  damage(change: (items: Items) => Items): void {
    this.#sync = change(this.#sync);
  }
}

async function replace(area: typeof local | typeof sync, items: Items): Promise<void> {
  const present = Object.keys((await area.get(null)) as Items);
  const gone = present.filter((key) => items[key] === undefined);
  // Not by the spied operations: this is the browser's own doing.
  for (const key of gone) await rawArea(area).remove(key);
  if (Object.keys(items).length > 0) await rawArea(area).set(items);
}

const raw = {
  local: { set: local.set.bind(local), remove: local.remove.bind(local) },
  sync: { set: sync.set.bind(sync), remove: sync.remove.bind(sync) },
};
const rawArea = (area: typeof local | typeof sync) => (area === sync ? raw.sync : raw.local);

function put(items: Items, key: string, value: unknown): void {
  if (value === undefined) delete items[key];
  else items[key] = value;
}

function keysOf(...all: Items[]): string[] {
  return [...new Set(all.flatMap((items) => Object.keys(items)))];
}
