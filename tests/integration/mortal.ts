import { IDBDatabase } from 'fake-indexeddb';

/** What a worker asks of the world outside, each time at the risk of its life. */
const life = { asked: 0, lastAsk: Number.POSITIVE_INFINITY, isOver: false };
const open = new Set<IDBTransaction>();
const underWay = new Set<Promise<unknown>>();

/**
 * The worker dies instead of asking for the `ask`-th thing from now on: a transaction, a call of the
 * browser, a fetch. What it has under way is aborted, and nothing it asks for afterwards has an effect.
 */
export function dieAt(ask: number): void {
  Object.assign(life, { asked: 0, lastAsk: ask, isOver: false });
}

/** Ends the watch, when nothing of the worker moves any more. @returns whether it died. */
export async function bury(): Promise<boolean> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { isOver } = life;
  Object.assign(life, { asked: 0, lastAsk: Number.POSITIVE_INFINITY, isOver: false });
  return isOver;
}

function ask(): void {
  life.asked += 1;
  if (!life.isOver && life.asked >= life.lastAsk) {
    life.isOver = true;
    for (const tx of open) tx.abort();
    open.clear();
  }
  if (life.isOver) throw new Error('killed');
}

const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
  ask();
  const tx = begin.apply(this, args);
  if (tx.mode !== 'readwrite') return tx;
  open.add(tx);
  const end = () => open.delete(tx);
  tx.addEventListener('complete', end);
  tx.addEventListener('abort', end);
  return tx;
};

const request = globalThis.fetch;
globalThis.fetch = async (...args) => {
  ask();
  const answer = request(...args);
  underWay.add(answer);
  try {
    return await answer;
  } finally {
    underWay.delete(answer);
  }
};

/** The browser's API, for a worker that may die at each call that has an effect or an answer to wait for. */
export function mortal<T extends object>(api: T): T {
  return new Proxy(api, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'function') {
        return key === 'getMessage' || key === 'getURL' || key === 'addListener'
          ? value.bind(target)
          : (...args: unknown[]) => {
              ask();
              return value.apply(target, args);
            };
      }
      return typeof value === 'object' && value !== null ? mortal(value) : value;
    },
  });
}
