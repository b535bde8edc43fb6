import { healthText } from '../health-text';
import { locale, t, tCount } from '../i18n';
import type { FollowedFeed } from '../state/options-store';
import { agoText } from '../time-text';
import { CheckLog } from './CheckLog';
import { useOptions } from './use-options';

interface ListProps {
  feeds: FollowedFeed[];
  now: number;
  /** Nothing new can be stored. */
  isFull: boolean;
  onAllow: (origin: string) => void;
}

function Failing({ feeds, now, isFull, onAllow }: ListProps) {
  return (
    <ul class="items" aria-label={t('feedsFailingList')}>
      {feeds.map(({ feed, state }) => (
        <li key={feed.feedId} class="item is-failing">
          <h3 class="item-title">
            <bdi>{feed.title}</bdi>
          </h3>
          <p class="health">
            {healthText(state, now, { checkEveryMs: feed.checkEveryMs, isFull })}
          </p>
          {state?.lastError?.kind === 'permission' && (
            <button
              type="button"
              class="button"
              onClick={() =>
                state.lastError?.kind === 'permission' && onAllow(state.lastError.origin)
              }
            >
              {t('allowAccess')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function WellRow({ followed: { feed, state } }: { followed: FollowedFeed }) {
  const now = useOptions().now.value;
  return (
    <tr>
      <th scope="row">
        <bdi>{feed.title}</bdi>
      </th>
      <td>{state?.checkedAt == null ? t('healthNever') : agoText(state.checkedAt, now)}</td>
      <td>
        {state && state.nextCheckAt > now ? agoText(state.nextCheckAt, now) : t('healthSoon')}
      </td>
    </tr>
  );
}

function Well({ feeds }: Pick<ListProps, 'feeds'>) {
  return (
    <table class="health-table">
      <thead>
        <tr>
          <th scope="col">{t('healthFeed')}</th>
          <th scope="col">{t('healthLastCheck')}</th>
          <th scope="col">{t('healthNextCheck')}</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((followed) => (
          <WellRow key={followed.feed.feedId} followed={followed} />
        ))}
      </tbody>
    </table>
  );
}

function summaryText(feeds: FollowedFeed[], failing: FollowedFeed[], isFull: boolean): string {
  if (feeds.length === 0) return t('healthNone');
  if (isFull) return t('healthFull');
  if (failing.length === 0) return tCount('healthAllWell', feeds.length);
  const all = new Intl.NumberFormat(locale()).format(feeds.length);
  return tCount('healthSomeFail', failing.length, all);
}

/** How every feed is doing, the failing ones first, and the log of the last checks. */
export function Health() {
  const { feeds, now, trouble, allowFeed, checkLog } = useOptions();
  const isFull = trouble.value === 'full';
  const all = feeds.value ?? [];
  const failing = all.filter(({ state }) => state?.lastError);
  const well = all.filter(({ state }) => !state?.lastError);
  return (
    <section id="health" class="section" aria-labelledby="health-title">
      <h2 id="health-title">{t('sectionHealth')}</h2>
      {feeds.value && <p class="section-text">{summaryText(all, failing, isFull)}</p>}
      {failing.length > 0 && (
        <Failing feeds={failing} now={now.value} isFull={isFull} onAllow={allowFeed} />
      )}
      {well.length > 0 && <Well feeds={well} />}
      <CheckLog entries={checkLog.value} />
    </section>
  );
}
