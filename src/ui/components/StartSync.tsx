import { t, tCount } from '../i18n';
import type { StartSync as Store } from '../state/start-sync';
import { syncProblemText } from '../sync-text';

/** Offers the choices of the person's other browsers; nothing where there are none. */
export function StartSync({ sync }: { sync: Store }) {
  const joining = sync.joining.value;
  const isJoining = joining === 'joining';
  if (!sync.isOffered.value) return null;
  return (
    <section class="start-section start-sync">
      <h2>{t('syncTitle')}</h2>
      <p class="start-sync-text">{t('startSynced')}</p>
      <button
        type="button"
        class="button"
        aria-disabled={isJoining}
        onClick={() => !isJoining && void sync.join()}
      >
        {t(isJoining ? 'syncBusy' : 'startJoin')}
      </button>
      <p class="complaint" role="status">
        {joining !== 'choosing' && joining !== 'joining' && syncProblemText(joining)}
      </p>
    </section>
  );
}

export interface StartJoinedProps {
  /** How many feeds came. */
  count: number;
  isRefused: boolean;
  onAllow: () => void;
}

/** Feeds came from other browsers; what is missing is access to their sites. */
export function StartJoined({ count, isRefused, onAllow }: StartJoinedProps) {
  return (
    <section class="start-section start-sync">
      <h2>{t('syncTitle')}</h2>
      <p class="start-sync-text" role="status">
        {tCount('syncFeedsCame', count)} {tCount('accessMissing', count)}
      </p>
      <button type="button" class="button is-primary" onClick={onAllow}>
        {t('allowAccess')}
      </button>
      <p class="complaint" role="status">
        {isRefused && t('startJoinRefused')}
      </p>
    </section>
  );
}
