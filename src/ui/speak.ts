import type { Appearance } from '../domain/appearance';
import { loadTexts } from '../messaging/load-texts';
import { texts } from './i18n';

let wanted: Appearance['language'] = 'browser';

/** Turns the page to a language at once, without losing what is typed or where the reader is. */
export async function speak(language: Appearance['language']): Promise<void> {
  if (language === wanted) return;
  wanted = language;
  const loaded = await loadTexts(language);
  // Meanwhile another may have been chosen.
  if (language === wanted) texts.value = loaded;
}
