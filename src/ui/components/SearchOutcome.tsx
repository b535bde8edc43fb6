import { hostText } from '../address';
import { feedErrorText, siteOfPattern } from '../feed-error-text';
import { t, tCount } from '../i18n';
import type { Searching } from '../state/feed-search';
import type { FoundFeeds } from '../state/found-feeds';
import { FoundFeed } from './FoundFeed';
import { Notice } from './Notice';

export interface SearchOutcomeProps {
  searching: Searching;
  found: FoundFeeds;
  now: number;
  /** What was typed is complained about at its field. */
  isErrorShown: boolean;
  /** Asks again; null for the address's own site. */
  onAllow: (origins: string[] | null) => void;
  onLookThere: (address: string) => void;
}

/** One sentence on where the search stands; said to screen readers as it changes. */
function Standing({ searching, found, now, isErrorShown, onAllow }: SearchOutcomeProps) {
  switch (searching.kind) {
    case 'idle':
      return null;
    case 'busy':
      return <p>{t('findBusy', hostText(searching.address))}</p>;
    case 'refused': {
      const { origins, address } = searching;
      const site = origins?.[0] === undefined ? hostText(address) : siteOfPattern(origins[0]);
      return (
        <Notice
          text={t('findRefused', site)}
          action={{ label: t('allowAccess'), onClick: () => onAllow(origins) }}
        />
      );
    }
    case 'already':
      return <p>{t('addAlready', searching.feed.title)}</p>;
    case 'found':
      return <p>{tCount('feedsFound', found.cards.value.length)}</p>;
    case 'failed': {
      const { error } = searching;
      return (
        <>
          {isErrorShown && <p>{feedErrorText(error, now)}</p>}
          {error.kind === 'permission' && (
            <button type="button" class="button" onClick={() => onAllow([error.origin])}>
              {t('allowAccess')}
            </button>
          )}
        </>
      );
    }
  }
}

/** What came of looking for feeds: where it stands, and the feeds that were found. */
export function SearchOutcome(props: SearchOutcomeProps) {
  const { found, now, onLookThere } = props;
  const cards = found.cards.value;
  return (
    <>
      <div class="outcome" role="status">
        <Standing {...props} />
      </div>
      {cards.length > 0 && (
        <ul class="found-feeds">
          {cards.map((card) => (
            <FoundFeed key={card.feed.feedUrl} {...{ card, now, found, onLookThere }} />
          ))}
        </ul>
      )}
    </>
  );
}
