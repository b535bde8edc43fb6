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

wearLastLook();
localizePage(t('welcomeTitle'));
const root = document.getElementById('app');
if (root) render(<App store={createStartStore()} />, root);
