import { signal } from '@preact/signals';
import type { Appearance } from '../domain/appearance';
import { speak } from './speak';

/** Read at once, before the settings can be: no page shows in one theme and turns into another. */
const KEY = 'look';

type Look = Pick<Appearance, 'theme' | 'density' | 'pictures' | 'language'>;

/** Publishers' pictures stand beside the headlines. */
export const picturesAreShown = signal(false);

/** Sets what style sheets go by, and rows, and texts: these when they are there. */
function wear({ theme, density, pictures, language }: Look): Promise<void> {
  const { dataset } = document.documentElement;
  dataset['theme'] = theme;
  dataset['density'] = density;
  picturesAreShown.value = pictures === 'on';
  return speak(language);
}

/** As the last page looked. Resolves when texts are those of its language: at once when none was chosen. */
export async function wearLastLook(): Promise<void> {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return;
  const [theme = 'system', density = 'comfortable', pictures = 'off', language = 'browser'] =
    stored.split(' ');
  await wear({ theme, density, pictures, language } as Look);
}

/** As the settings say, here and on the next pages. */
export function wearLook(look: Look): void {
  void wear(look);
  const { theme, density, pictures, language } = look;
  localStorage.setItem(KEY, [theme, density, pictures, language].join(' '));
}
