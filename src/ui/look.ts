import { signal } from '@preact/signals';
import type { Appearance } from '../domain/appearance';

/** Read at once, before the settings can be: no page shows in one theme and turns into another. */
const KEY = 'look';

type Look = Pick<Appearance, 'theme' | 'density' | 'pictures'>;

/** Publishers' pictures stand beside the headlines. */
export const picturesAreShown = signal(false);

/** Sets what style sheets go by, and rows. */
function wear({ theme, density, pictures }: Look): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = theme;
  dataset['density'] = density;
  picturesAreShown.value = pictures === 'on';
}

/** As the last page looked. */
export function wearLastLook(): void {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return;
  const [theme = 'system', density = 'comfortable', pictures = 'off'] = stored.split(' ');
  wear({ theme, density, pictures } as Look);
}

/** As the settings say, here and on the next pages. */
export function wearLook(look: Look): void {
  wear(look);
  localStorage.setItem(KEY, `${look.theme} ${look.density} ${look.pictures}`);
}
