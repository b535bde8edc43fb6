import { type ReadonlySignal, signal } from '@preact/signals';

const STEP_MS = 20_000;

/** The present, often enough for texts in minutes; still while the page is hidden. */
export function createClock(now = signal(Date.now())): ReadonlySignal<number> {
  const step = () => {
    if (!document.hidden) now.value = Date.now();
  };
  setInterval(step, STEP_MS);
  document.addEventListener('visibilitychange', step);
  return now;
}
