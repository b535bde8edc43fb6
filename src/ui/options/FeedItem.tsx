import { useState } from 'preact/hooks';
import { hostText } from '../address';
import { IconButton } from '../components/IconButton';
import { healthText } from '../health-text';
import { t, tCount } from '../i18n';
import type { FollowedFeed } from '../state/options-store';
import { CheckEvery } from './CheckEvery';
import { RenameForm } from './RenameForm';
import { TrustKicker } from './TrustKicker';

export interface FeedItemProps {
  followed: FollowedFeed;
  now: number;
  /** Nothing new can be stored. */
  isFull: boolean;
  onRename: (title: string) => void;
  onRemove: () => void;
  onAllow: (origin: string) => void;
  onCheckEvery: (checkEveryMs: number | null) => void;
  onTrustKicker: (trustsKicker: boolean) => void;
}

export function FeedItem({ followed, now, isFull, ...on }: FeedItemProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { feed, state, articleCount } = followed;
  const { checkEveryMs } = feed;
  const error = state?.lastError ?? null;
  return (
    <li class={`item ${error ? 'is-failing' : ''}`}>
      {isRenaming ? (
        <RenameForm
          title={feed.title}
          onDone={(title) => {
            setRenaming(false);
            if (title !== null) on.onRename(title);
          }}
        />
      ) : (
        <h3 class="item-title" dir="auto">
          {feed.title}
        </h3>
      )}
      <p class="meta">
        <a href={feed.siteUrl ?? feed.feedUrl} target="_blank" rel="noreferrer">
          <bdi>{hostText(feed.siteUrl ?? feed.feedUrl)}</bdi>
        </a>
        <span>{tCount('storedArticles', articleCount)}</span>
      </p>
      <p class="health">{healthText(state, now, { checkEveryMs, isFull })}</p>
      {error?.kind === 'permission' && (
        <button type="button" class="button" onClick={() => on.onAllow(error.origin)}>
          {t('allowAccess')}
        </button>
      )}
      <CheckEvery title={feed.title} checkEveryMs={checkEveryMs} onChange={on.onCheckEvery} />
      <TrustKicker feed={feed} onChange={on.onTrustKicker} />
      <div class="actions">
        <IconButton
          icon="edit"
          label={t('renameNamed', feed.title)}
          onClick={() => setRenaming(true)}
        />
        <IconButton icon="remove" label={t('removeNamed', feed.title)} onClick={on.onRemove} />
      </div>
    </li>
  );
}
