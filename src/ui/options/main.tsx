import { render } from 'preact';
import { localizePage, t } from '../i18n';
import { wearLastLook } from '../look';
import { createOptionsStore, OptionsContext } from '../state/options-store';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/forms.css';
import '../styles/found-feeds.css';
import '../styles/toast.css';
import '../styles/publishers.css';
import './options.css';
import './catalogue.css';
import './data.css';
import './topics.css';
import './notifications.css';
import './health.css';
import { App } from './App';

const dressed = wearLastLook();
const store = createOptionsStore();
localizePage(() => t('optionsTitle'));
void Promise.all([store.load(), dressed]).then(() => {
  const root = document.getElementById('app');
  if (!root) return;
  render(
    <OptionsContext.Provider value={store}>
      <App />
    </OptionsContext.Provider>,
    root,
  );
  // The sections were not there yet when the browser looked for the address's part.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
