import type { FeedCandidate } from '../model';
import publishers from './publishers.json';

/** A publisher's own feed. */
export interface CatalogueEntry extends FeedCandidate {
  title: string;
  siteUrl: string;
  /** ISO 639-1, of its headlines. */
  language: string;
  /** ISO 3166-1 alpha-2, where the publisher is at home. */
  country: string;
}

/**
 * Well-known publishers; the first is the one the original Dateline was made for. Where each address was
 * found: docs/catalogue.md.
 */
export const catalogue: CatalogueEntry[] = publishers;

/** Other codes of the same languages, and of languages that read each other. */
const SAME: Record<string, string> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id' };

/** `de` for `de-AT`, `nb` for `no`. */
export function baseLanguage(tag: string): string {
  const base = tag.split('-')[0]?.toLowerCase() ?? tag;
  return SAME[base] ?? base;
}

export interface CatalogueFilter {
  /** null for every language. */
  languages: string[] | null;
  /** null for every country. */
  country: string | null;
}

export function filterCatalogue({ languages, country }: CatalogueFilter): CatalogueEntry[] {
  return catalogue.filter(
    (entry) =>
      (languages === null || languages.includes(entry.language)) &&
      (country === null || entry.country === country),
  );
}

export const catalogueLanguages = (): string[] => [
  ...new Set(catalogue.map(({ language }) => language)),
];

export const catalogueCountries = (): string[] => [
  ...new Set(catalogue.map(({ country }) => country)),
];

/** Those of a person's languages that the catalogue has, in the person's order. */
export function ownLanguages(tags: readonly string[]): string[] {
  const known = new Set(catalogueLanguages());
  return [...new Set(tags.map(baseLanguage))].filter((language) => known.has(language));
}
