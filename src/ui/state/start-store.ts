import { type ReadonlySignal, signal } from '@preact/signals';
import { knownSiteFeed } from '../../domain/discovery/known-sites';
import type { FrontPage, NotificationLevel } from '../../domain/model';
import type { StorageTrouble } from '../../domain/storage-trouble';
import { RESTORE_PATH } from '../../messaging/pages';
import { send } from '../../messaging/send';
import { readFrontPage, readTrouble } from '../../storage/read';
import { hostText } from '../address';
import { feedErrorText } from '../feed-error-text';
import { onChanged } from './on-changed';
import { requestAccess } from './site-access';
import { createStartChoice, type StartChoice } from './start-choice';
import { createStartSync, type StartSync } from './start-sync';

export type StartPhase = 'choosing' | 'asking' | 'refused' | 'starting' | 'started';

/** The first run: everything is chosen before anything is asked, and asked before anything is fetched. */
export interface StartStore {
  phase: ReadonlySignal<StartPhase>;
  choice: StartChoice;
  sync: StartSync;
  level: ReadonlySignal<NotificationLevel>;
  /** Sites that could not be followed, in sentences. */
  problems: ReadonlySignal<string[]>;
  frontPage: ReadonlySignal<FrontPage | null>;
  trouble: ReadonlySignal<StorageTrouble | null>;
  /** Where a backup of another browser is restored. */
  restoreHref: string;
  setLevel(level: NotificationLevel): void;
  /** Asks for access to exactly the chosen sites; in the click. */
  start(): Promise<void>;
  /** Asks for access to the sites of what came from other browsers; in the click. */
  allow(): Promise<void>;
}

/** Follows what is behind a typed address: the feed itself, or the first one its page names. */
async function followPage(address: string): Promise<string | null> {
  const result = await send('findFeeds', { address });
  if (result.kind === 'failed') {
    return `${hostText(address)}: ${feedErrorText(result.error, Date.now())}`;
  }
  const first = result.kind === 'found' ? result.feeds[0] : undefined;
  if (!first || first.isFollowed) return null;
  const { feedUrl, title, siteUrl } = first;
  // Where it was seen on the way, it need not be fetched again.
  if (first.preview !== null) await send('addFeed', { address: feedUrl });
  else await send('followFeeds', { candidates: [{ feedUrl, title, siteUrl }] });
  return null;
}

export function createStartStore(): StartStore {
  const phase = signal<StartPhase>('choosing');
  const choice = createStartChoice();
  const sync = createStartSync();
  const level = signal<NotificationLevel>('breaking');
  const problems = signal<string[]>([]);
  const frontPage = signal<FrontPage | null>(null);
  const trouble = signal<StorageTrouble | null>(null);
  void readTrouble().then((found) => {
    trouble.value = found;
  });

  async function reread(): Promise<void> {
    frontPage.value = await readFrontPage();
  }

  /** Shows what comes while the first headlines are fetched. */
  async function begin(fetching: () => Promise<unknown>): Promise<void> {
    phase.value = 'starting';
    onChanged(reread);
    await fetching();
    await reread();
    phase.value = 'started';
  }

  return {
    phase,
    choice,
    sync,
    level,
    problems,
    frontPage,
    trouble,
    restoreHref: `/${RESTORE_PATH}`,
    setLevel(next) {
      level.value = next;
    },
    async start() {
      // Typed, but not added: meant all the same.
      if (choice.typed.value.trim() !== '' && !choice.addTyped()) return;
      const { candidates, pages } = choice.sorted();
      const sites = [
        ...candidates.map(({ feedUrl }) => feedUrl),
        ...pages.map((page) => knownSiteFeed(page) ?? page),
      ];
      const asking = requestAccess(sites);
      phase.value = 'asking';
      if (!(await asking)) {
        phase.value = 'refused';
        return;
      }
      await begin(async () => {
        await send('updateSettings', { patch: { notificationLevel: level.value } });
        await send('followFeeds', { candidates });
        const results = await Promise.all(pages.map(followPage));
        problems.value = results.filter((problem) => problem !== null);
      });
    },
    async allow() {
      if (!(await requestAccess(sync.feeds.value.map(({ feedUrl }) => feedUrl)))) {
        phase.value = 'refused';
        return;
      }
      await begin(() => send('refresh', {}));
    },
  };
}
