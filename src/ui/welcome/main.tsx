import { render } from 'preact';
import { localizePage, t } from '../i18n';
import { wearLastLook } from '../look';
import { createStartStore } from '../state/start-store';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/forms.css';
import '../styles/stories.css';
import '../styles/start.css';
import './welcome.css';
import { App } from './App';

localizePage(() => t('welcomeTitle'));
void wearLastLook().then(() => {
  const root = document.getElementById('app');
  if (root) render(<App store={createStartStore()} />, root);
});
// Settings are no part of the first run: a look that is chosen meanwhile is heard of by what pages keep of it.
addEventListener('storage', () => void wearLastLook());
