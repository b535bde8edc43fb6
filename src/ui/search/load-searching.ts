export type { SearchResults } from '../../storage/read-search';

/** What searching takes; nobody needs it who does not search. */
export async function loadSearching() {
  const [{ parseSearch }, { openSearch }] = await Promise.all([
    import('../../domain/search/parse'),
    import('../../storage/read-search'),
  ]);
  return { parseSearch, openSearch };
}
