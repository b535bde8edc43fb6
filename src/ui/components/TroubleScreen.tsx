import { t } from '../i18n';
import { EmptyState } from './EmptyState';

export interface TroubleScreenProps {
  trouble: 'newer' | 'unreadable';
}

/** Stands for everything that would be read from storage, when it cannot be read. */
export function TroubleScreen({ trouble }: TroubleScreenProps) {
  const action = { label: t('tryAgain'), onClick: () => location.reload() };
  return trouble === 'newer' ? (
    <EmptyState title={t('storageNewerTitle')} text={t('storageNewerText')} action={action} />
  ) : (
    <EmptyState
      title={t('storageUnreadableTitle')}
      text={t('storageUnreadableText')}
      action={action}
    />
  );
}
