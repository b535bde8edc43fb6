import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type CatalogueEntry,
  catalogue,
  filterCatalogue,
  ownLanguages,
} from '../../domain/catalogue/catalogue';
import { send } from '../../messaging/send';
import { tCount } from '../i18n';
import { requestAccess } from './site-access';
import type { Undo } from './undo';

/** `own` for the person's languages, null for every one. */
export type LanguageChoice = string | null;
export const OWN_LANGUAGES = 'own';

/** What is ticked in the catalogue, to be followed together. */
export interface CatalogueChoice {
  language: ReadonlySignal<LanguageChoice>;
  country: ReadonlySignal<string | null>;
  /** Feed addresses. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  phase: ReadonlySignal<'choosing' | 'busy' | 'refused'>;
  /** The entries that the filter lets through. */
  entries(): CatalogueEntry[];
  setLanguage(language: LanguageChoice): void;
  setCountry(country: string | null): void;
  toggle(feedUrl: string): void;
  /** Asks once for access to the sites of all that is ticked; in the click. */
  follow(): Promise<void>;
}

export function createCatalogueChoice(undo: Undo): CatalogueChoice {
  const own = ownLanguages(navigator.languages);
  const language = signal<LanguageChoice>(own.length > 0 ? OWN_LANGUAGES : null);
  const country = signal<string | null>(null);
  const chosen = signal<ReadonlySet<string>>(new Set());
  const phase = signal<'choosing' | 'busy' | 'refused'>('choosing');

  function languages(): string[] | null {
    if (language.value === OWN_LANGUAGES) return own;
    return language.value === null ? null : [language.value];
  }

  return {
    language,
    country,
    chosen,
    phase,
    entries: () => filterCatalogue({ languages: languages(), country: country.value }),
    setLanguage(next) {
      language.value = next;
    },
    setCountry(next) {
      country.value = next;
    },
    toggle(feedUrl) {
      const next = new Set(chosen.value);
      if (!next.delete(feedUrl)) next.add(feedUrl);
      chosen.value = next;
      phase.value = 'choosing';
    },
    async follow() {
      const wanted = catalogue.filter(({ feedUrl }) => chosen.value.has(feedUrl));
      const asking = requestAccess(wanted.map(({ feedUrl }) => feedUrl));
      phase.value = 'busy';
      if (!(await asking)) {
        phase.value = 'refused';
        return;
      }
      const candidates = wanted.map(({ feedUrl, title, siteUrl }) => ({ feedUrl, title, siteUrl }));
      const { added } = await send('followFeeds', { candidates });
      chosen.value = new Set();
      phase.value = 'choosing';
      const feedIds = added.map(({ feedId }) => feedId);
      if (feedIds.length === 0) return;
      undo.offer(tCount('feedsFollowed', feedIds.length), () => send('removeFeeds', { feedIds }));
    },
  };
}
