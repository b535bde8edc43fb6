import type { NotificationLevel } from '../../domain/model';
import { type MessageKey, t } from '../i18n';

export interface LevelChoiceProps {
  level: NotificationLevel;
  onChange: (level: NotificationLevel) => void;
}

const levels: [NotificationLevel, MessageKey, MessageKey][] = [
  ['off', 'levelOff', 'levelOffText'],
  ['breaking', 'levelBreaking', 'levelBreakingText'],
  ['topics', 'levelTopics', 'levelTopicsText'],
  ['everything', 'levelEverything', 'levelEverythingText'],
];

export function LevelChoice({ level, onChange }: LevelChoiceProps) {
  return (
    <fieldset class="choices">
      <legend class="visually-hidden">{t('levelLegend')}</legend>
      {levels.map(([value, name, text]) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="level"
            value={value}
            checked={value === level}
            aria-describedby={`level-${value}`}
            onChange={() => onChange(value)}
          />
          <span>{t(name)}</span>
          <span id={`level-${value}`} class="note" aria-hidden="true">
            {t(text)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
