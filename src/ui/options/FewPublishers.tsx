import type { Feed } from '../../domain/model';
import { countPublishers } from '../../domain/story/publisher-key';
import { t } from '../i18n';

/** So few cannot confirm each other well: breaking news stays rare, and the user should know why. */
const FEW = 2;

/** What to do for more breaking news where few publishers are followed, and none is trusted by itself. */
export function FewPublishers({ feeds }: { feeds: Feed[] }) {
  const publishers = countPublishers(feeds);
  if (publishers === 0 || publishers > FEW || feeds.some((feed) => feed.trustsKicker)) return null;
  return (
    <p class="note advice">
      {t(publishers === 1 ? 'onePublisherText' : 'twoPublishersText')}{' '}
      <a href="#feeds">{t('toFeeds')}</a>
    </p>
  );
}
