import type { RefreshProgress } from '../../domain/model';
import { send } from '../../messaging/send';
import { readRefreshProgress } from '../../storage/read';
import { t, tCount } from '../i18n';
import type { PopupStore } from './popup-store';

export interface Refresher {
  refresh(): Promise<void>;
  /** Looks whether a refresh is running and follows it to its end. */
  follow(): Promise<void>;
}

const STEP_MS = 400;
const OUTCOME_MS = 6_000;

type Summary = Awaited<ReturnType<typeof send<'refresh'>>>;

function outcomeText(summary: Summary, newStories: number): string {
  if (summary.isOffline) return t('outcomeOffline');
  if (newStories > 0) return tCount('outcomeNew', newStories);
  if (summary.isPaused) return t('outcomePaused');
  if (summary.isTooSoon) return t('outcomeTooSoon');
  return summary.checked > 0 && summary.failed === summary.checked
    ? t('outcomeFailed')
    : t('outcomeNothing');
}

export function createRefresher(
  { frontPage, progress, outcome }: Pick<PopupStore, 'frontPage' | 'progress' | 'outcome'>,
  reread: () => Promise<void>,
): Refresher {
  let isFollowing = false;
  /** Stands in until the worker has written its own. */
  let asked: RefreshProgress | null = null;

  const ids = () => new Set(frontPage.value?.stories.map((story) => story.storyId));

  function say(text: string): void {
    outcome.value = text;
    setTimeout(() => {
      if (outcome.value === text) outcome.value = null;
    }, OUTCOME_MS);
  }

  async function follow(): Promise<void> {
    if (isFollowing) return;
    isFollowing = true;
    try {
      do {
        progress.value = (await readRefreshProgress(Date.now())) ?? asked;
        if (progress.value) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      } while (progress.value);
    } finally {
      isFollowing = false;
    }
  }

  async function ask(): Promise<Summary> {
    const now = Date.now();
    asked = { startedAt: now, updatedAt: now, done: 0, total: 0 };
    void follow();
    try {
      return await send('refresh', {});
    } finally {
      asked = null;
      progress.value = null;
    }
  }

  return {
    follow,
    async refresh() {
      if (progress.value) return;
      const known = ids();
      outcome.value = null;
      const summary = await ask();
      await reread();
      // What the list newly shows, not what the feeds sent: the word must equal what is seen.
      say(outcomeText(summary, [...ids()].filter((id) => !known.has(id)).length));
    },
  };
}
