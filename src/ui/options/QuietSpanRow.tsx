import type { QuietSpan } from '../../domain/notify/settings';
import { t } from '../i18n';
import { clockOf, minutesOf, weekdayName } from '../wall-clock';

export interface QuietSpanRowProps {
  /** Tells the spans apart for those who hear them. */
  number: number;
  span: QuietSpan;
  onChange: (span: QuietSpan) => void;
  /** null for the last one. */
  onRemove: (() => void) | null;
}

/** Monday first, as most of the world has it. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];

export function QuietSpanRow({ number, span, onChange, onRemove }: QuietSpanRowProps) {
  const place = String(number);
  const set = (key: 'from' | 'to', value: string) => {
    const minutes = minutesOf(value);
    if (minutes !== null) onChange({ ...span, [key]: minutes });
  };
  const toggle = (day: number, isOn: boolean) =>
    onChange({
      ...span,
      weekdays: isOn ? [...span.weekdays, day] : span.weekdays.filter((each) => each !== day),
    });
  return (
    <li class="quiet-span">
      <div class="button-row">
        <span class="quiet-times">
          {(['from', 'to'] as const).map((key) => (
            <input
              key={key}
              type="time"
              class="short"
              required
              aria-label={t(key === 'from' ? 'quietFrom' : 'quietTo', place)}
              value={clockOf(span[key])}
              onInput={({ currentTarget }) => set(key, currentTarget.value)}
              // A time that was only emptied still holds.
              onBlur={({ currentTarget }) => {
                currentTarget.value = clockOf(span[key]);
              }}
            />
          ))}
        </span>
        {span.to <= span.from && <span class="note">{t('quietNextDay')}</span>}
        {onRemove && (
          <button type="button" class="text-button" onClick={onRemove}>
            {t('removeQuietSpan', place)}
          </button>
        )}
      </div>
      <div class="weekdays">
        {WEEKDAYS.map((day) => (
          <label key={day} class="weekday">
            <input
              type="checkbox"
              checked={span.weekdays.includes(day)}
              aria-label={t('quietDay', weekdayName(day, 'long'), place)}
              onChange={({ currentTarget }) => toggle(day, currentTarget.checked)}
            />
            <span aria-hidden="true">{weekdayName(day, 'short')}</span>
          </label>
        ))}
      </div>
      {span.weekdays.length === 0 && <p class="complaint">{t('quietNoDay')}</p>}
    </li>
  );
}
