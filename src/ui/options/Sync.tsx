import { t } from '../i18n';
import type { SyncStatus } from '../state/data-store';
import { arrivalText, leftOutTexts, syncText } from '../sync-text';

export interface SyncProps {
  isOn: boolean;
  /** It was switched on just now. */
  isBusy: boolean;
  status: SyncStatus;
  now: number;
  onChange: (isOn: boolean) => void;
  onClear: () => void;
  onGoBack: (snapshotId: string) => void;
}

function State({ isBusy, status, now, onGoBack }: SyncProps) {
  const { state } = status;
  const arrival = state && arrivalText(state, now);
  const snapshotId = state?.arrived?.snapshotId;
  const isWell = isBusy || !state?.problem;
  return (
    <>
      <p class={isWell ? 'note' : 'complaint'}>{isBusy ? t('syncBusy') : syncText(state, now)}</p>
      {state &&
        leftOutTexts(state).map((text) => (
          <p key={text} class="complaint">
            {text}
          </p>
        ))}
      {arrival && (
        <p class="note">
          {arrival}
          {snapshotId && (
            <button type="button" class="text-button" onClick={() => onGoBack(snapshotId)}>
              {t('goBack')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Whether this browser and the person's others are to have the same choices, and how that goes. */
export function Sync(props: SyncProps) {
  const { isOn, isBusy, status, onChange, onClear } = props;
  return (
    <div class="data-part">
      <h3>{t('syncTitle')}</h3>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn || isBusy}
          aria-describedby="sync-text"
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{t('syncSwitch')}</span>
      </label>
      <p id="sync-text" class="section-text">
        {t('syncText')}
      </p>
      <div class="sync-state" role="status">
        {(isOn || isBusy) && <State {...props} />}
      </div>
      {!isOn && !isBusy && status.hasCopy && (
        <p class="note">
          {t('syncCopy')}
          <button type="button" class="text-button" onClick={onClear}>
            {t('syncClear')}
          </button>
        </p>
      )}
    </div>
  );
}
