import type { parseSearch } from '../../domain/search/parse';
import type { openSearch } from '../../storage/read-search';

export type { SearchResults } from '../../storage/read-search';

interface Searching {
  parseSearch: typeof parseSearch;
  openSearch: typeof openSearch;
}

let loading: Promise<Searching> | null = null;

/** What searching takes; nobody needs it who does not search. */
export function loadSearching(): Promise<Searching> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Searching> {
  const [{ parseSearch }, { openSearch }] = await Promise.all([
    import('../../domain/search/parse'),
    import('../../storage/read-search'),
  ]);
  // The first of all searches takes twice as long as the next: better while the field is still empty.
  void openSearch(parseSearch('a b ').query, Date.now()).catch(() => undefined);
  return { parseSearch, openSearch };
}
