import browser from 'webextension-polyfill';

export function text(key: string, substitutions: string | string[] = []): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** A text with a count in it, in the plural form of our texts' language; `$1` is the count. */
export function countText(stem: string, count: number): string {
  const language = text('languageTag') || 'en';
  const form = pluralForm(language, count);
  const value = String(count);
  return text(`${stem}_${form}`, value) || text(`${stem}_other`, value);
}

function pluralForm(language: string, count: number): string {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return 'other';
  }
}
