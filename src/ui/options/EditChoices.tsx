import type { NotificationSettings } from '../../domain/notify/settings';
import { t } from '../i18n';

export interface EditChoicesProps {
  settings: NotificationSettings;
  onChange: (patch: Partial<NotificationSettings>) => void;
}

export function EditChoices({ settings, onChange }: EditChoicesProps) {
  return (
    <fieldset class="choices governing">
      <legend>{t('editsLegend')}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.tellsCorrections}
          onChange={({ currentTarget }) => onChange({ tellsCorrections: currentTarget.checked })}
        />
        <span>{t('tellsCorrections')}</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.tellsTurns}
          onChange={({ currentTarget }) => onChange({ tellsTurns: currentTarget.checked })}
        />
        <span>{t('tellsTurns')}</span>
      </label>
    </fieldset>
  );
}
