import { t } from '../i18n';
import { durationText } from '../time-text';

const MINUTE_MS = 60_000;
const CHOICES_MS = [5, 15, 30, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);

export interface CheckEveryProps {
  /** The feed's title, for those who do not see where this stands. */
  title: string;
  checkEveryMs: number | null;
  onChange: (checkEveryMs: number | null) => void;
}

/** How often a feed is checked: by its own rhythm, or as the user likes. */
export function CheckEvery({ title, checkEveryMs, onChange }: CheckEveryProps) {
  return (
    <label class="check-every">
      <span aria-hidden="true">{t('checkEvery')}</span>
      <select
        aria-label={t('checkEveryNamed', title)}
        value={checkEveryMs ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : Number(value))}
      >
        <option value="">{t('checkAutomatically')}</option>
        {CHOICES_MS.map((ms) => (
          <option key={ms} value={ms}>
            {t('checkEveryDuration', durationText(ms))}
          </option>
        ))}
      </select>
    </label>
  );
}
