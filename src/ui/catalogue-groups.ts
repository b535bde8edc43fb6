import {
  type CatalogueEntry,
  catalogue,
  catalogueLanguages,
  ownLanguages,
} from '../domain/catalogue/catalogue';
import { locale } from './i18n';

export interface CatalogueGroup {
  language: string;
  /** In the language of the page. */
  name: string;
  feeds: CatalogueEntry[];
  /** One of the person's languages, or that of the first entry. */
  isNear: boolean;
}

/** The names of languages or countries, in the language of the page and its order. */
export function sortedNames(type: 'language' | 'region', codes: string[]): [string, string][] {
  const names = new Intl.DisplayNames([locale()], { type });
  const { compare } = new Intl.Collator(locale());
  return codes
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort(([, a], [, b]) => compare(a, b));
}

/** Entries by language: the person's own languages first, in their order, then the others by name. */
export function catalogueGroups(
  languages: readonly string[],
  entries: CatalogueEntry[] = catalogue,
): CatalogueGroup[] {
  const own = ownLanguages(languages);
  const names = new Map(sortedNames('language', catalogueLanguages()));
  const rank = (language: string) => {
    const at = own.indexOf(language);
    return at === -1 ? own.length : at;
  };
  return [...names]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([language, name]) => ({
      language,
      name,
      feeds: entries.filter((entry) => entry.language === language),
      isNear: language === catalogue[0]?.language || own.includes(language),
    }))
    .filter(({ feeds }) => feeds.length > 0);
}
