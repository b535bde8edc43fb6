import type { FrontPage } from '../../domain/model';
import { Notice } from '../components/Notice';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import { hiddenText } from './hidden-text';

/** Below the latest stories: how many more there would be. */
export function HiddenNotice({ page, store }: { page: FrontPage; store: PopupStore }) {
  const text = hiddenText(page);
  const show = () => store.act(({ openView }) => openView({ kind: 'hidden' }));
  return text === null ? null : <Notice text={text} action={{ label: t('show'), onClick: show }} />;
}

/** Above the hidden stories: the way back. */
export function HiddenTitle({ store }: { store: PopupStore }) {
  const back = () => store.act(({ openView }) => openView({ kind: 'latest' }));
  return <Notice text={t('hiddenStories')} action={{ label: t('back'), onClick: back }} />;
}
