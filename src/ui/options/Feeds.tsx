import { feedFinder } from '../../domain/feed/find-feed';
import { t } from '../i18n';
import { AddFeed } from './AddFeed';
import { Catalogue } from './Catalogue';
import { FeedItem } from './FeedItem';
import { Opml } from './Opml';
import { useOptions } from './use-options';

export function Feeds() {
  const store = useOptions();
  const feeds = store.feeds.value;
  const find = feedFinder(feeds?.map(({ feed }) => feed) ?? []);
  return (
    <section id="feeds" class="section" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{t('sectionFeeds')}</h2>
      <p class="section-text">{t('feedsText')}</p>
      <AddFeed search={store.search} now={store.now.value} />
      {feeds?.length === 0 && <p class="nothing">{t('noFeeds')}</p>}
      {feeds !== null && feeds.length > 0 && (
        <ul class="items" aria-label={t('followedFeeds')}>
          {feeds.map((followed) => (
            <FeedItem key={followed.feed.feedId} followed={followed} />
          ))}
        </ul>
      )}
      <Catalogue choice={store.catalogue} isFollowed={(feedUrl) => find(feedUrl) !== null} />
      <Opml opml={store.opml} feeds={feeds ?? []} onExport={store.exportOpml} />
    </section>
  );
}
