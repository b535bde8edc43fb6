import type { FeedCandidate } from '../../domain/model';
import { hostText } from '../address';
import { t } from '../i18n';

export interface PublisherGroupProps {
  name: string;
  /** Of the publishers' names. */
  language?: string;
  feeds: FeedCandidate[];
  chosen: ReadonlySet<string>;
  /** Whether the feed at an address is followed already, and cannot be chosen. */
  isFollowed?: (feedUrl: string) => boolean;
  onToggle: (feedUrl: string) => void;
}

/** Publishers to tick, below the name of their language. */
export function PublisherGroup(props: PublisherGroupProps) {
  const { name, language, feeds, chosen, isFollowed, onToggle } = props;
  return (
    <fieldset class="publishers">
      <legend>{name}</legend>
      <div class="publisher-grid">
        {feeds.map(({ feedUrl, title, siteUrl }) => {
          const isDone = isFollowed?.(feedUrl) ?? false;
          return (
            <label key={feedUrl} class={`publisher-choice ${isDone ? 'is-followed' : ''}`}>
              <input
                type="checkbox"
                checked={isDone || chosen.has(feedUrl)}
                disabled={isDone}
                onChange={() => onToggle(feedUrl)}
              />
              <bdi lang={language}>{title ?? hostText(feedUrl)}</bdi>{' '}
              <bdi class="note" aria-hidden={!isDone}>
                {isDone ? t('following') : hostText(siteUrl ?? feedUrl)}
              </bdi>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
