import { useEffect, useMemo } from 'preact/hooks';
import { Problems } from '../components/Problems';
import { Start } from '../components/Start';
import { t } from '../i18n';
import { createStartStore } from '../state/start-store';

/** The first run in the popup, when there are no feeds yet or no longer. */
export function PopupStart({ onBusy }: { onBusy: (isBusy: boolean) => void }) {
  const store = useMemo(createStartStore, []);
  const phase = store.phase.value;
  const problems = store.problems.value;
  const isBusy = phase === 'starting' || (phase === 'started' && problems.length > 0);
  useEffect(() => onBusy(isBusy), [isBusy, onBusy]);
  if (phase === 'started') return <Problems problems={problems} onDone={() => onBusy(false)} />;
  return (
    <>
      <p class="lede">{t('tagline')}</p>
      <Start store={store} />
    </>
  );
}
