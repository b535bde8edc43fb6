import { t } from '../i18n';
import { dateInputValue, endOfDay } from '../wall-date';

const DAY_MS = 86_400_000;

export interface TopicUntilProps {
  /** null: for good. */
  untilAt: number | null;
  now: number;
  onChange: (untilAt: number | null) => void;
}

function noteOf(untilAt: number | null, now: number) {
  if (untilAt === null) return 'topicUntilText';
  return untilAt <= now ? 'topicUntilPast' : 'topicUntilEnds';
}

/** Until when a topic holds: a date, whose day is still included; nothing for good. */
export function TopicUntil({ untilAt, now, onChange }: TopicUntilProps) {
  return (
    <div class="until">
      <label for="topic-until">{t('topicUntil')}</label>
      <div class="button-row">
        <input
          id="topic-until"
          type="date"
          min={dateInputValue(now)}
          value={untilAt === null ? '' : dateInputValue(untilAt)}
          aria-describedby="topic-until-help"
          onChange={({ currentTarget }) => onChange(endOfDay(currentTarget.value))}
        />
        <button type="button" class="button" onClick={() => onChange(now + DAY_MS)}>
          {t('topicForDay')}
        </button>
        <button type="button" class="button" onClick={() => onChange(now + 7 * DAY_MS)}>
          {t('topicForWeek')}
        </button>
        {untilAt !== null && (
          <button type="button" class="button" onClick={() => onChange(null)}>
            {t('topicForGood')}
          </button>
        )}
      </div>
      <p id="topic-until-help" class="note">
        {t(noteOf(untilAt, now))}
      </p>
    </div>
  );
}
