import { loadStyles } from '../load-styles';
import formsUrl from '../styles/forms.css?url';
import startUrl from '../styles/start.css?url';

/** Most popups open with feeds in them: the first run's code and styles come when they are needed. */
export async function loadStart() {
  const [{ PopupStart }] = await Promise.all([
    import('./PopupStart'),
    loadStyles(formsUrl),
    loadStyles(startUrl),
  ]);
  return PopupStart;
}
