import browser from 'webextension-polyfill';
import type { Appearance } from '../domain/appearance';
import { fillText, type Texts } from '../domain/texts';
import { loadTexts } from '../messaging/load-texts';
import { readSettings } from '../storage/settings';

let spoken: Appearance['language'] = 'browser';
let texts: Texts | null = null;

/** Before anything is said: from here on texts are those of the language that is chosen now. */
export async function speakChosen(): Promise<void> {
  const { language } = (await readSettings()).appearance;
  if (language === spoken) return;
  texts = await loadTexts(language);
  spoken = language;
}

export function text(key: string, substitutions: string | string[] = []): string {
  return texts
    ? fillText(texts, key, [substitutions].flat())
    : browser.i18n.getMessage(key, substitutions);
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
