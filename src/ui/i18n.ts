import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

type StemOf<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Messages with a form for each plural category: `stem_one`, `stem_other` and what else a language has. */
export type CountedKey = StemOf<MessageKey>;

export function t(key: MessageKey, ...values: string[]): string {
  return browser.i18n.getMessage(key, values);
}

/** Making them costs more than using them a hundred times. */
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** A text with a count in it; `$1` is the count, further values follow. */
export function tCount(stem: CountedKey, count: number, ...values: string[]): string {
  plurals ??= new Intl.PluralRules(locale());
  numbers ??= new Intl.NumberFormat(locale());
  const form = plurals.select(count);
  const filled = [numbers.format(count), ...values];
  return (
    browser.i18n.getMessage(`${stem}_${form}`, filled) ||
    browser.i18n.getMessage(`${stem}_other`, filled)
  );
}

let found: string | undefined;

/**
 * The language of our texts, in the user's regional variant if there is one, so that dates and
 * words never mix two languages (a German browser showing English texts gets English dates).
 */
export function locale(): string {
  if (found === undefined) {
    const language = t('languageTag');
    const base = language.split('-')[0];
    found = navigator.languages.find((tag) => tag.split('-')[0] === base) ?? language;
  }
  return found;
}

/** Sets what the page's HTML can only say for English. */
export function localizePage(title: string): void {
  document.documentElement.lang = t('languageTag');
  document.documentElement.dir = t('textDirection');
  document.title = title;
}
