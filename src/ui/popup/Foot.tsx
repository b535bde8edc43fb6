import { useEffect } from 'preact/hooks';
import type { FrontPage } from '../../domain/model';
import { Later } from '../components/Later';
import { Notice } from '../components/Notice';
import { Toast } from '../components/Toast';
import { t, tCount } from '../i18n';
import { loadKeysHelp } from '../keys-help/load';
import { loadReadAloud } from '../read-aloud/load';
import type { PopupStore } from '../state/popup-store';
import { listenToKeys } from './listen-to-keys';

interface NoticesProps {
  page: FrontPage;
  store: PopupStore;
}

/** What keeps the news away, one quiet line each; nothing when all is well. */
function Notices({ page, store }: NoticesProps) {
  const { permission, failing } = page.problems;
  const broken = failing - permission;
  return (
    <footer>
      {store.trouble.value === 'full' && <Notice text={t('storageFull')} />}
      {!store.isOnline.value && <Notice text={t('offlineNotice')} />}
      {permission > 0 && (
        <Notice
          text={tCount('accessMissing', permission)}
          action={{
            label: t('allowAccess'),
            onClick: () => store.act(({ allowAccess }) => allowAccess()),
          }}
        />
      )}
      {broken > 0 && (
        <Notice
          text={tCount('feedsFailing', broken)}
          action={{
            label: t('seeWhy'),
            onClick: () => store.act(({ openOptions }) => openOptions()),
          }}
        />
      )}
    </footer>
  );
}

/** Below the list, so that what comes up here moves no headline. */
export function Foot({ store }: { store: PopupStore }) {
  const page = store.frontPage.value;
  const { toast, readAloud, isHelpShown } = store;
  useEffect(() => listenToKeys(store), [store]);
  return (
    <>
      {page && page.feedCount > 0 && <Notices page={page} store={store} />}
      {readAloud.value && (
        <Later
          load={loadReadAloud}
          props={{
            stories: readAloud.value,
            onDone: () => {
              readAloud.value = null;
            },
          }}
        />
      )}
      {isHelpShown.value && (
        <Later
          load={loadKeysHelp}
          props={{
            onClose: () => {
              isHelpShown.value = false;
            },
          }}
        />
      )}
      <Toast
        text={toast.value?.text ?? null}
        onUndo={() => store.act(({ undo }) => undo.run())}
        onHold={() => store.act(({ undo }) => undo.hold())}
        onRelease={() => store.act(({ undo }) => undo.release())}
      />
    </>
  );
}
