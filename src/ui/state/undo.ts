import { type ReadonlySignal, signal } from '@preact/signals';

export interface Toast {
  text: string;
  undo: () => Promise<unknown>;
}

export interface Undo {
  toast: ReadonlySignal<Toast | null>;
  offer(text: string, undo: () => Promise<unknown>): void;
  run(): void;
  /** The person reaches for the button: it must not vanish under the hand. */
  hold(): void;
  release(): void;
}

/** As long as a slow reader with a slow hand needs. */
const SHOWN_MS = 20_000;

/** One undo at a time: a new offer replaces the last. */
export function createUndo(toast = signal<Toast | null>(null)): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(() => {
      toast.value = null;
    }, SHOWN_MS);
  };
  return {
    toast,
    hold,
    release,
    offer(text, undo) {
      toast.value = { text, undo };
      release();
    },
    run() {
      hold();
      const offered = toast.value;
      toast.value = null;
      void offered?.undo();
    },
  };
}
