import browser from 'webextension-polyfill';
import type { Appearance } from '../domain/appearance';
import type { Texts } from '../domain/texts';

/**
 * The packed texts of a chosen language; browsers let nobody choose for `i18n.getMessage`.
 * @returns null where that speaks the language by itself, and where the file cannot be read
 */
export async function loadTexts(language: Appearance['language']): Promise<Texts | null> {
  if (language === 'browser' || language === browser.i18n.getMessage('languageTag')) return null;
  const file = `_locales/${language.replace('-', '_')}/messages.json`;
  try {
    return await (await fetch(browser.runtime.getURL(file))).json();
  } catch {
    // Another language than the chosen one is better than none.
    return null;
  }
}
