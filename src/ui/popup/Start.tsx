import type { Signal } from '@preact/signals';
import { Later } from '../components/Later';
import { loadStart } from './load-start';

/** There are no feeds yet, or no longer. */
export function Start({ isStarting }: { isStarting: Signal<boolean> }) {
  return (
    <Later
      load={loadStart}
      props={{
        onBusy: (isBusy: boolean) => {
          isStarting.value = isBusy;
        },
      }}
    />
  );
}
