import { type ReadonlySignal, signal } from '@preact/signals';
import type { Feed } from '../../domain/model';
import type { SyncProblem } from '../../domain/sync/state';
import { send } from '../../messaging/send';
import { hasRemote, readFeeds } from '../../storage/read';
import { onChanged } from './on-changed';

/** Where the taking over of other browsers' choices stands. */
export type Joining = 'choosing' | 'joining' | SyncProblem;

/** The person's other browsers have Dateline: their choices can be taken over instead of choosing anew. */
export interface StartSync {
  isOffered: ReadonlySignal<boolean>;
  joining: ReadonlySignal<Joining>;
  /** Those that came; their sites may not be visited yet. */
  feeds: ReadonlySignal<Feed[]>;
  /** Switches the browser's sync on. */
  join(): Promise<void>;
}

export function createStartSync(): StartSync {
  const isOffered = signal(false);
  const joining = signal<Joining>('choosing');
  const feeds = signal<Feed[]>([]);
  // What was synced arrives at any time after the installation.
  const look = async () => {
    isOffered.value = await hasRemote().catch(() => false);
  };
  onChanged(look);
  void look();

  return {
    isOffered,
    joining,
    feeds,
    async join() {
      joining.value = 'joining';
      const state = await send('setSyncing', { isOn: true });
      feeds.value = (await readFeeds()).map(({ feed }) => feed);
      joining.value = state?.problem ?? 'choosing';
      // What was synced holds no feeds, as after a fresh start elsewhere: the person chooses here.
      if (feeds.value.length === 0 && state?.problem == null) isOffered.value = false;
    },
  };
}
