import { computed, effect, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';
import { fillText, type Texts } from '../domain/texts';

export type MessageKey = keyof typeof messages;

type StemOf<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Messages with a form for each plural category: `stem_one`, `stem_other` and what else a language has. */
export type CountedKey = StemOf<MessageKey>;

/** Of the chosen language; null while the browser's own is spoken. What shows a text shows it anew in another. */
export const texts = signal<Texts | null>(null);

function find(key: string, values: string[]): string {
  const { value } = texts;
  return value ? fillText(value, key, values) : browser.i18n.getMessage(key, values);
}

export function t(key: MessageKey, ...values: string[]): string {
  return find(key, values);
}

const found = computed(() => {
  const language = t('languageTag');
  const base = language.split('-')[0];
  return navigator.languages.find((tag) => tag.split('-')[0] === base) ?? language;
});

/**
 * The language of our texts, in the user's regional variant if there is one, so that dates and
 * words never mix two languages (a German browser showing English texts gets English dates).
 */
export function locale(): string {
  return found.value;
}

/** Making them costs more than using them a hundred times. */
const plurals = computed(() => new Intl.PluralRules(locale()));
const numbers = computed(() => new Intl.NumberFormat(locale()));

/** A text with a count in it; `$1` is the count, further values follow. */
export function tCount(stem: CountedKey, count: number, ...values: string[]): string {
  const filled = [numbers.value.format(count), ...values];
  return find(`${stem}_${plurals.value.select(count)}`, filled) || find(`${stem}_other`, filled);
}

/** Sets what the page's HTML can only say for English, in whatever language is spoken. */
export function localizePage(title: () => string): void {
  effect(() => {
    document.documentElement.lang = t('languageTag');
    document.documentElement.dir = t('textDirection');
    document.title = title();
  });
}
