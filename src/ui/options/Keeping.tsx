import { KEEP_DAYS_CHOICES } from '../../domain/article/retain';
import { bytesText } from '../amount-text';
import { locale, t } from '../i18n';
import type { SpaceUsed } from '../state/data-store';

export interface KeepingProps {
  keepDays: number;
  /** null until read. */
  space: SpaceUsed | null;
  headlineCount: number;
  onChange: (keepDays: number) => void;
}

const daysText = (days: number) =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);

/** How long headlines stay, and what they take. */
export function Keeping({ keepDays, space, headlineCount, onChange }: KeepingProps) {
  return (
    <div class="data-part">
      <h3>{t('keepTitle')}</h3>
      <label class="source-choice">
        <span>{t('keepFor')}</span>
        <select
          value={keepDays}
          aria-describedby="keep-text"
          onChange={({ currentTarget: { value } }) => onChange(Number(value))}
        >
          {KEEP_DAYS_CHOICES.map((days) => (
            <option key={days} value={days}>
              {daysText(days)}
            </option>
          ))}
        </select>
      </label>
      <p id="keep-text" class="section-text">
        {t('keepText')}
      </p>
      {space && (
        <dl class="figures">
          <div>
            <dt>{t('spaceHeadlines')}</dt>
            <dd>{new Intl.NumberFormat(locale()).format(headlineCount)}</dd>
          </div>
          <div>
            <dt>{t('spaceSaved')}</dt>
            <dd>{new Intl.NumberFormat(locale()).format(space.savedCount)}</dd>
          </div>
          {space.bytes !== null && (
            <div>
              <dt>{t('spaceUsed')}</dt>
              <dd>{bytesText(space.bytes)}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
