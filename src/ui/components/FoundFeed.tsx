import type { ParsedFeed } from '../../domain/model';
import { addressText, hostText } from '../address';
import { feedErrorText, siteOfPattern } from '../feed-error-text';
import { t, tCount } from '../i18n';
import type { FoundCard, FoundFeeds } from '../state/found-feeds';
import { FoundPreview, isPage } from './FoundPreview';
import { Notice } from './Notice';

export interface FoundFeedProps {
  card: FoundCard;
  now: number;
  found: FoundFeeds;
  /** Looks for feeds on the page that is there in place of a feed. */
  onLookThere: (address: string) => void;
}

const FORMAT_NAMES: Record<ParsedFeed['format'], string> = {
  rss: 'RSS',
  rdf: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};

function Following({ card, now, found }: FoundFeedProps) {
  const { following, feed } = card;
  const { feedUrl } = feed;
  if (following.kind === 'refused') {
    const { origins } = following;
    const site = origins?.[0] === undefined ? hostText(feedUrl) : siteOfPattern(origins[0]);
    const again = () => (origins ? found.allow(feedUrl, origins) : found.follow(feedUrl));
    return (
      <Notice
        text={t('followRefused', site)}
        action={{ label: t('allowAccess'), onClick: again }}
      />
    );
  }
  if (following.kind === 'failed') {
    const { error } = following;
    const again =
      error.kind === 'permission'
        ? { label: t('allowAccess'), onClick: () => found.allow(feedUrl, [error.origin]) }
        : undefined;
    return <Notice text={feedErrorText(error, now)} action={again} />;
  }
  if (following.kind === 'followed' && following.articleCount !== null) {
    return <p class="note">{tCount('followedWith', following.articleCount)}</p>;
  }
  return null;
}

function titleOf({ preview, feed }: FoundCard): string {
  const own = preview.kind === 'shown' ? preview.preview.title : null;
  return own ?? feed.title ?? hostText(feed.feedUrl);
}

interface FollowButtonProps {
  card: FoundCard;
  title: string;
  onFollow: () => void;
}

function FollowButton({ card, title, onFollow }: FollowButtonProps) {
  const { kind } = card.following;
  if (kind === 'followed') return <span class="found-done">{t('following')}</span>;
  if (isPage(card)) return null;
  const isBusy = kind === 'busy';
  return (
    <button
      type="button"
      class="button"
      aria-label={t('followNamed', title)}
      aria-disabled={isBusy}
      onClick={() => !isBusy && onFollow()}
    >
      {t(isBusy ? 'followBusy' : 'follow')}
    </button>
  );
}

/** A feed that was found: what it is called and holds, to be followed or not. */
export function FoundFeed(props: FoundFeedProps) {
  const { card, found, now, onLookThere } = props;
  const { feed, preview } = card;
  const title = titleOf(card);
  const format = preview.kind === 'shown' ? preview.preview.format : feed.format;
  return (
    <li class="found-feed">
      <div class="found-head">
        <h3 dir="auto">{title}</h3>
        <FollowButton card={card} title={title} onFollow={() => found.follow(feed.feedUrl)} />
      </div>
      <p class="note found-address">
        <bdi dir="ltr">{addressText(feed.feedUrl)}</bdi>
        {format !== null && <span>{FORMAT_NAMES[format]}</span>}
      </p>
      <div role="status">
        <Following {...props} />
      </div>
      <FoundPreview
        {...{ card, title, now }}
        onLook={() => found.look(feed.feedUrl)}
        onLookThere={() => onLookThere(feed.feedUrl)}
      />
    </li>
  );
}
