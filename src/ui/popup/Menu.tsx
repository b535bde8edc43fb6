import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import { sideName } from '../state/surfaces';

interface ItemProps {
  children: ComponentChildren;
  onClick: () => void;
}

/** Closes the menu, then does its work. */
function Item({ children, onClick }: ItemProps) {
  return (
    <button type="button" popovertarget="menu" popovertargetaction="hide" onClick={onClick}>
      {children}
    </button>
  );
}

export interface MenuProps {
  store: PopupStore;
  /** There are feeds, and so headlines. */
  isFull: boolean;
}

export function Menu({ store, isFull }: MenuProps) {
  return (
    <div id="menu" class="menu" popover="auto">
      {isFull && (
        <Item onClick={() => store.act(({ stories }) => stories.markAllRead())}>
          {t('markAllRead')}
        </Item>
      )}
      {isFull && 'speechSynthesis' in window && (
        <Item
          onClick={() => {
            store.readAloud.value ??= store.page.value?.stories ?? null;
          }}
        >
          {t('readAloud')}
        </Item>
      )}
      <Item
        onClick={() => {
          store.isFollowingSite.value = true;
        }}
      >
        {t('followSite')}
      </Item>
      {store.surface === 'popup' && sideName && (
        <Item onClick={() => store.act(({ openSide }) => openSide())}>
          {t(sideName === 'panel' ? 'openPanel' : 'openSidebar')}
        </Item>
      )}
      {store.surface !== 'page' && (
        <Item onClick={() => store.act(({ openPage }) => openPage())}>{t('openPage')}</Item>
      )}
      {isFull && (
        <Item
          onClick={() => {
            store.isHelpShown.value = true;
          }}
        >
          {t('keyboardShortcuts')}
        </Item>
      )}
      <Item onClick={() => store.act(({ openOptions }) => openOptions())}>{t('options')}</Item>
    </div>
  );
}
