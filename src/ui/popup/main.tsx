import { render } from 'preact';
import { localizePage } from '../i18n';
import { loadStyles } from '../load-styles';
import { wearLastLook } from '../look';
import { createPopupStore, PopupContext } from '../state/popup-store';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/stories.css';
import './popup.css';
import { App } from './App';
import laterUrl from './later.css?url';

/** Longer than a reading takes: a page that is there at once is better than one that announces itself. */
const PATIENCE_MS = 150;

wearLastLook();
const store = createPopupStore();
const reading = store.load();
localizePage('Dateline');

const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
void Promise.race([reading, patience]).then(() => {
  const root = document.getElementById('app');
  if (!root) return;
  render(
    <PopupContext.Provider value={store}>
      <App />
    </PopupContext.Provider>,
    root,
  );
  // What the first picture does not need.
  void loadStyles(laterUrl);
  void import('./listen-to-keys').then(({ listenToKeys }) => listenToKeys(store));
});
