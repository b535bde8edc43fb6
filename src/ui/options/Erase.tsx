import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../i18n';
import type { Erasing } from '../state/data-store';

export interface EraseProps {
  erasing: Erasing;
  onErase: () => void;
}

const said: Record<Erasing, MessageKey | null> = {
  no: null,
  erasing: 'erasing',
  erased: 'erased',
  failed: 'eraseFailed',
};

function Confirm({ onErase, onCancel }: { onErase: () => void; onCancel: () => void }) {
  const [isSure, setIsSure] = useState(false);
  const check = useRef<HTMLInputElement>(null);
  useEffect(() => check.current?.focus(), []);
  return (
    <fieldset class="panel">
      <legend>{t('eraseQuestion')}</legend>
      <p>{t('eraseWarning')}</p>
      <label class="choice">
        <input
          ref={check}
          type="checkbox"
          checked={isSure}
          onChange={({ currentTarget }) => setIsSure(currentTarget.checked)}
        />
        <span>{t('eraseSure')}</span>
      </label>
      <div class="button-row">
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="button" class="button is-primary" disabled={!isSure} onClick={onErase}>
          {t('eraseNow')}
        </button>
      </div>
    </fieldset>
  );
}

/** Everything goes, in two steps that nobody takes by accident. */
export function Erase({ erasing, onErase }: EraseProps) {
  const [isAsking, setIsAsking] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking) ask.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const key = said[erasing];
  return (
    <div class="data-part">
      <h3>{t('eraseTitle')}</h3>
      <p class="section-text">{t('eraseText')}</p>
      {isAsking ? (
        <Confirm
          onCancel={() => setIsAsking(false)}
          onErase={() => {
            setIsAsking(false);
            onErase();
          }}
        />
      ) : (
        <button
          ref={ask}
          type="button"
          class="button"
          disabled={erasing === 'erasing'}
          onClick={() => setIsAsking(true)}
        >
          {t('eraseAsk')}
        </button>
      )}
      <div class="outcome" role="status">
        {key && !isAsking && <p class={erasing === 'failed' ? 'complaint' : undefined}>{t(key)}</p>}
      </div>
    </div>
  );
}
