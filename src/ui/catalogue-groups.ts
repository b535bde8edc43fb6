import { type CatalogueEntry, catalogue } from './catalogue';
import { locale } from './i18n';

export interface CatalogueGroup {
  language: string;
  /** In the language of the page. */
  name: string;
  feeds: CatalogueEntry[];
  /** One of the person's languages, or that of the first entry. */
  isNear: boolean;
}

const baseOf = (tag: string) => tag.split('-')[0] ?? tag;

/** The catalogue by language; the person's own languages first, in their order. */
export function catalogueGroups(languages: readonly string[]): CatalogueGroup[] {
  const names = new Intl.DisplayNames([locale()], { type: 'language' });
  const wanted = languages.map(baseOf);
  const first = catalogue[0]?.language;
  const rank = (language: string) => {
    const at = wanted.indexOf(language);
    return at === -1 ? wanted.length : at;
  };
  return [...new Set(catalogue.map(({ language }) => language))]
    .sort((a, b) => rank(a) - rank(b))
    .map((language) => ({
      language,
      name: names.of(language) ?? language,
      feeds: catalogue.filter((entry) => entry.language === language),
      isNear: language === first || wanted.includes(language),
    }));
}
