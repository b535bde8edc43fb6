import { loadStyles } from '../load-styles';
import formsUrl from '../styles/forms.css?url';
import menuUrl from './story-menu.css?url';

let loading: Promise<typeof import('./StoryMenu').StoryMenu> | undefined;

/** Few rows are opened so far: it comes when it is asked for. */
export function loadStoryMenu() {
  loading ??= Promise.all([import('./StoryMenu'), loadStyles(formsUrl), loadStyles(menuUrl)]).then(
    ([{ StoryMenu }]) => StoryMenu,
  );
  return loading;
}
