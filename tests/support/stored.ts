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

/** What the extension has stored, by the names of its stores and single records. */
export interface Stored {
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

/** Reads whole stores, or one record each, at one moment. */
export function readStored<N extends keyof Stored>(
  driver: BrowserDriver,
  names: N[],
): Promise<Pick<Stored, N>> {
  return driver.control.evaluate(
    (wanted) =>
      new Promise<Pick<Stored, N>>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction([...database.objectStoreNames]);
          const readings = wanted.map((name) => {
            const isStore = database.objectStoreNames.contains(name);
            return isStore ? tx.objectStore(name).getAll() : tx.objectStore('records').get(name);
          });
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            database.close();
            const results = wanted.map((name, index) => [name, readings[index]?.result ?? null]);
            resolve(Object.fromEntries(results) as Pick<Stored, N>);
          };
        };
      }),
    names,
  );
}
