import {
  DEFAULT_SPAN,
  type QuietHours as Hours,
  type QuietSpan,
} from '../../domain/notify/settings';
import { t } from '../i18n';
import { QuietSpanRow } from './QuietSpanRow';

export interface QuietHoursProps {
  hours: Hours;
  onChange: (hours: Hours) => void;
}

const MOST_SPANS = 7;

export function QuietHours({ hours, onChange }: QuietHoursProps) {
  const { isOn, spans } = hours;
  const setSpans = (changed: QuietSpan[]) => onChange({ isOn, spans: changed });
  return (
    <fieldset class="choices governing">
      <legend>{t('quietHours')}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="quiet-text"
          onChange={({ currentTarget }) => onChange({ isOn: currentTarget.checked, spans })}
        />
        <span>{t('quietHoursOn')}</span>
        <span id="quiet-text" class="note" aria-hidden="true">
          {t('quietHoursText')}
        </span>
      </label>
      {isOn && (
        <ol class="quiet-spans">
          {spans.map((span, place) => (
            <QuietSpanRow
              key={place}
              number={place + 1}
              span={span}
              onChange={(changed) => setSpans(spans.with(place, changed))}
              onRemove={
                spans.length > 1 ? () => setSpans(spans.filter((_, at) => at !== place)) : null
              }
            />
          ))}
        </ol>
      )}
      {isOn && spans.length < MOST_SPANS && (
        <button
          type="button"
          class="text-button"
          onClick={() => setSpans([...spans, DEFAULT_SPAN])}
        >
          {t('addQuietSpan')}
        </button>
      )}
    </fieldset>
  );
}
