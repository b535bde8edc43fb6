import { AddressField } from '../components/AddressField';
import { feedErrorText } from '../feed-error-text';
import { t } from '../i18n';
import type { FeedSearch } from '../state/feed-search';
import { SearchOutcome } from './SearchOutcome';

/** Feeds by the address of a site, or by their own. */
export function AddFeed({ search, now }: { search: FeedSearch; now: number }) {
  const searching = search.searching.value;
  const complaint = searching.kind === 'failed' ? feedErrorText(searching.error, now) : null;
  return (
    <div class="add-feed">
      <AddressField
        value={search.typed.value}
        action={t('findFeeds')}
        complaint={complaint}
        onInput={search.type}
        onSubmit={search.search}
      />
      <SearchOutcome
        searching={searching}
        found={search.found}
        now={now}
        onAllow={(origins) => (origins ? search.allow(origins) : search.again())}
        onLookThere={search.searchAt}
      />
    </div>
  );
}
