import type { BrowserDriver } from './driver';

/** How the extension's own record of notifications reads: id and whether it was shown. */
export function recordedNotifications(
  driver: BrowserDriver,
): Promise<{ notificationId: string; isShown: boolean }[]> {
  return driver.control.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database
            .transaction('notifications')
            .objectStore('notifications')
            .getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(
              reading.result.map(({ notificationId, shownAt }) => ({
                notificationId,
                isShown: shownAt !== null,
              })),
            );
          };
        };
      }),
  );
}
