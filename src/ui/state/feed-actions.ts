import type { Feed } from '../../domain/model';
import { send } from '../../messaging/send';
import { t } from '../i18n';
import { saveFile } from '../save-file';
import { requestOrigins } from './site-access';
import type { Undo } from './undo';

/** What can be done with followed feeds, and with those that could be. */
export interface FeedActions {
  renameFeed(feedId: string, title: string): void;
  removeFeed(feed: Feed): void;
  setCheckEvery(feedId: string, checkEveryMs: number | null): void;
  setTrustsKicker(feedId: string, trustsKicker: boolean): void;
  allowFeed(origin: string): void;
  exportOpml(): void;
}

async function download(): Promise<void> {
  const text = await send('writeOpml', {});
  saveFile('dateline.opml', new Blob([text], { type: 'text/x-opml' }));
}

export function createFeedActions(undo: Undo): FeedActions {
  return {
    renameFeed: (feedId, title) => void send('renameFeed', { feedId, title }),
    setCheckEvery: (feedId, checkEveryMs) => void send('setCheckEvery', { feedId, checkEveryMs }),
    setTrustsKicker: (feedId, trustsKicker) =>
      void send('setTrustsKicker', { feedId, trustsKicker }),
    async removeFeed({ feedId, title }) {
      await send('removeFeed', { feedId });
      undo.offer(t('feedRemoved', title), () => send('restoreFeed', { feedId }));
    },
    async allowFeed(origin) {
      if (await requestOrigins([origin])) await send('refresh', {});
    },
    exportOpml: () => void download(),
  };
}
