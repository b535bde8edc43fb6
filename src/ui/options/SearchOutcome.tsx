import { hostText } from '../address';
import { FoundFeedList } from '../components/FoundFeedList';
import { Notice } from '../components/Notice';
import { siteOfPattern } from '../feed-error-text';
import { t, tCount } from '../i18n';
import type { Searching } from '../state/feed-search';
import type { FoundFeeds } from '../state/found-feeds';

export interface SearchOutcomeProps {
  searching: Searching;
  found: FoundFeeds;
  now: number;
  /** Asks again; null for the address's own site. */
  onAllow: (origins: string[] | null) => void;
  onLookThere: (address: string) => void;
}

/** One sentence on where the search stands; said to screen readers as it changes. */
function Standing({ searching, found, onAllow }: SearchOutcomeProps) {
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
      // What went wrong is said at the field.
      return error.kind === 'permission' ? (
        <button type="button" class="button" onClick={() => onAllow([error.origin])}>
          {t('allowAccess')}
        </button>
      ) : null;
    }
  }
}

/** What came of looking for feeds: where it stands, and the feeds that were found. */
export function SearchOutcome(props: SearchOutcomeProps) {
  const { found, now, onLookThere } = props;
  return (
    <>
      <div class="outcome" role="status">
        <Standing {...props} />
      </div>
      <FoundFeedList {...{ found, now, onLookThere }} />
    </>
  );
}
