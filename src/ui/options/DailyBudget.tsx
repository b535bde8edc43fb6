import { useState } from 'preact/hooks';
import { isDailyBudget, MOST_A_DAY } from '../../domain/notify/settings';
import { t } from '../i18n';

export interface DailyBudgetProps {
  budget: number;
  onChange: (budget: number) => void;
}

/** Applies what is typed as soon as it is a number that can be; says so while it is not. */
export function DailyBudget({ budget, onChange }: DailyBudgetProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isDailyBudget(Number(typed));
  return (
    <div class="governing">
      <label for="daily-budget">{t('dailyBudget')}</label>
      <input
        id="daily-budget"
        class="short"
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_A_DAY}
        value={typed ?? String(budget)}
        aria-invalid={isWrong}
        aria-describedby="daily-budget-text daily-budget-complaint"
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          if (isDailyBudget(Number(value))) onChange(Number(value));
        }}
        onBlur={() => setTyped(null)}
      />
      <p id="daily-budget-text" class="note">
        {t('dailyBudgetText')}
      </p>
      <p id="daily-budget-complaint" class="complaint" role="alert">
        {isWrong && t('dailyBudgetWrong', String(MOST_A_DAY))}
      </p>
    </div>
  );
}
