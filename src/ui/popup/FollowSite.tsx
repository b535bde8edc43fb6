import { useEffect, useMemo } from 'preact/hooks';
import { hostText } from '../address';
import { FoundFeedList } from '../components/FoundFeedList';
import { Notice } from '../components/Notice';
import { t, tCount } from '../i18n';
import type { OnFollowed } from '../state/found-feeds';
import { createSiteFollower, type SiteFollower } from '../state/site-follower';

export interface FollowSiteProps {
  now: number;
  onFollowed: OnFollowed;
  onClose: () => void;
}

function Standing({ site }: { site: SiteFollower }) {
  const searching = site.searching.value;
  const address = site.address.value;
  const byAddress = {
    label: t('askSite'),
    onClick: () => site.openAddPage(address),
  };
  switch (searching.kind) {
    case 'busy':
      return <p class="note">{t('siteBusy')}</p>;
    case 'unreadable':
      return searching.isWebPage ? (
        <Notice text={t('siteKept')} action={byAddress} />
      ) : (
        <p>{t('siteNoPage')}</p>
      );
    case 'none':
      return <Notice text={t('siteNone')} action={byAddress} />;
    case 'already':
      return <p>{t('addAlready', searching.feed.title)}</p>;
    case 'found':
      return <p>{tCount('feedsFound', site.found.cards.value.length)}</p>;
  }
}

/** The feeds of the page in the current tab, in the popup. */
export function FollowSite({ now, onFollowed, onClose }: FollowSiteProps) {
  const site = useMemo(() => createSiteFollower(onFollowed), [onFollowed]);
  useEffect(() => void site.read(), [site]);
  const address = site.address.value;
  return (
    <section class="follow-site" aria-labelledby="follow-site-title">
      <div class="follow-site-head">
        <h2 id="follow-site-title">{t('followSite')}</h2>
        {address !== '' && (
          <bdi class="note" dir="ltr">
            {hostText(address)}
          </bdi>
        )}
        <button type="button" class="text-button" onClick={onClose}>
          {t('back')}
        </button>
      </div>
      <div role="status">
        <Standing site={site} />
      </div>
      <FoundFeedList found={site.found} now={now} onLookThere={site.openAddPage} />
    </section>
  );
}
