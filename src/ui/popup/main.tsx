// First: it is under way while everything else is loaded.
import '../state/first-reading';
import { render } from 'preact';
import { localizePage } from '../i18n';
import { wearLastLook } from '../look';
import { firstReading } from '../state/first-reading';
import { createPopupStore } from '../state/popup-store';
import type { Surface } from '../state/surfaces';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/stories.css';
import './popup.css';
import { App } from './App';
import { afterPicture } from './after-picture';
import { loadParts } from './parts';

/** Longer than a reading takes: a page that is there at once is better than one that announces itself. */
const PATIENCE_MS = 150;

const dressed = wearLastLook();
const store = createPopupStore(document.body.className as Surface);
const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
localizePage(() => 'Dateline');
void Promise.all([Promise.race([firstReading, patience]), dressed]).then(([read]) => {
  const root = document.getElementById('app');
  if (!root) return;
  if (read) store.showFirst(read);
  render(<App store={store} />, root);
  afterPicture(() => void loadParts(store));
});
