import type { FrontPage } from '../../domain/model';
import { Notice } from '../components/Notice';
import { t, tCount } from '../i18n';
import type { PopupStore } from '../state/popup-store';

/** What keeps the news away, one quiet line each; nothing when all is well. */
export function Notices({ page, store }: { page: FrontPage; store: PopupStore }) {
  const { permission, failing } = page.problems;
  const broken = failing - permission;
  return (
    <>
      {store.trouble.value === 'full' && <Notice text={t('storageFull')} />}
      {!store.isOnline.value && <Notice text={t('offlineNotice')} />}
      {permission > 0 && (
        <Notice
          text={tCount('accessMissing', permission)}
          action={{ label: t('allowAccess'), onClick: store.allowAccess }}
        />
      )}
      {broken > 0 && (
        <Notice
          text={tCount('feedsFailing', broken)}
          action={{ label: t('seeWhy'), onClick: store.openOptions }}
        />
      )}
    </>
  );
}
