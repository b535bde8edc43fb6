import { setTimeout as pause } from 'node:timers/promises';
import type {
  Article,
  ArticleStatus,
  Counters,
  Feed,
  FeedState,
  FrontPage,
  HeldStory,
  NotificationRecord,
  RefreshProgress,
  Story,
} from '../../src/domain/model';
import type { BrowserDriver } from './driver';
import { waitUntil } from './wait';

const POLL_MS = 200;

/** All that the extension has stored, read at one moment. */
export interface Snapshot {
  feeds: Feed[];
  feedStates: FeedState[];
  articles: Article[];
  statuses: ArticleStatus[];
  changes: { articleId: string }[];
  stories: (Story & { visibleAt: number | null })[];
  notifications: NotificationRecord[];
  heldStories: HeldStory[];
  counters: Counters;
  frontPage: FrontPage;
  progress: RefreshProgress | null;
}

export function takeSnapshot(driver: BrowserDriver): Promise<Snapshot> {
  return read(driver, [
    ...(['feeds', 'feedStates', 'articles', 'statuses', 'changes'] as const),
    ...(['stories', 'notifications', 'heldStories', 'counters', 'frontPage', 'progress'] as const),
  ]);
}

/** Until no refresh runs, and every feed was checked since it was made due. */
export async function waitForRest(driver: BrowserDriver, timeoutMs: number): Promise<void> {
  const isAtRest = async () => {
    // Polling must not take the time of the worker, which reads the same database.
    await pause(POLL_MS);
    const { progress, feedStates } = await read(driver, ['progress', 'feedStates']);
    return progress === null && feedStates.every(({ checkedAt }) => (checkedAt ?? 0) > 0);
  };
  await waitUntil('the end of the refresh', isAtRest, timeoutMs);
}

/** Whole stores, or one record each, at one moment. */
function read<N extends keyof Snapshot>(
  driver: BrowserDriver,
  names: N[],
): Promise<Pick<Snapshot, N>> {
  return driver.control.evaluate(
    (wanted) =>
      new Promise<Pick<Snapshot, N>>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction([...database.objectStoreNames]);
          const readings = wanted.map((name) => {
            const isStore = database.objectStoreNames.contains(name);
            return isStore ? tx.objectStore(name).getAll() : tx.objectStore('records').get(name);
          });
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            database.close();
            const results = wanted.map((name, index) => [name, readings[index]?.result ?? null]);
            resolve(Object.fromEntries(results) as Pick<Snapshot, N>);
          };
        };
      }),
    names,
  );
}
