import { useSignal } from '@preact/signals';
import { hostText } from '../address';
import { IconButton } from '../components/IconButton';
import { healthText } from '../health-text';
import { t, tCount } from '../i18n';
import type { FollowedFeed } from '../state/options-store';
import { CheckEvery } from './CheckEvery';
import { RenameForm } from './RenameForm';
import { TrustKicker } from './TrustKicker';
import { useOptions } from './use-options';

/** How the feed is doing, by the clock: the rest of its row does not change with time. */
function FeedHealth({ feed, state }: Pick<FollowedFeed, 'feed' | 'state'>) {
  const { now, trouble } = useOptions();
  const { checkEveryMs } = feed;
  const isFull = trouble.value === 'full';
  return <p class="health">{healthText(state, now.value, { checkEveryMs, isFull })}</p>;
}

/** Drawn again only when what is known of the feed is another: there may be a thousand. */
export function FeedItem({ followed }: { followed: FollowedFeed }) {
  // With a state of hooks it would be drawn again with every list.
  const isRenaming = useSignal(false);
  const store = useOptions();
  const { feed, state, articleCount } = followed;
  const { feedId, title, checkEveryMs } = feed;
  const error = state?.lastError ?? null;
  return (
    <li class={`item ${error ? 'is-failing' : ''}`}>
      {isRenaming.value ? (
        <RenameForm
          title={title}
          onDone={(typed) => {
            isRenaming.value = false;
            if (typed !== null) store.renameFeed(feedId, typed);
          }}
        />
      ) : (
        <h3 class="item-title">
          <bdi>{title}</bdi>
        </h3>
      )}
      <p class="meta">
        <a href={feed.siteUrl ?? feed.feedUrl} target="_blank" rel="noreferrer">
          <bdi>{hostText(feed.siteUrl ?? feed.feedUrl)}</bdi>
        </a>
        <span>{tCount('storedArticles', articleCount)}</span>
      </p>
      <FeedHealth feed={feed} state={state} />
      {error?.kind === 'permission' && (
        <button type="button" class="button" onClick={() => store.allowFeed(error.origin)}>
          {t('allowAccess')}
        </button>
      )}
      <CheckEvery
        title={title}
        checkEveryMs={checkEveryMs}
        onChange={(ms) => store.setCheckEvery(feedId, ms)}
      />
      <TrustKicker feed={feed} onChange={(trusts) => store.setTrustsKicker(feedId, trusts)} />
      <div class="actions">
        <IconButton
          icon="edit"
          label={t('renameNamed', title)}
          onClick={() => {
            isRenaming.value = true;
          }}
        />
        <IconButton
          icon="remove"
          label={t('removeNamed', title)}
          onClick={() => store.removeFeed(feed)}
        />
      </div>
    </li>
  );
}
