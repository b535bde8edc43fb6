import { type ReadonlySignal, signal } from '@preact/signals';
import type { AddFeedResult } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { toAddress } from '../address';
import { requestAccess, requestOrigins } from './site-access';

/** Where adding a feed by its address stands. */
export type Adding =
  | { kind: 'idle' }
  /** Waiting for the browser's question, then for the site. */
  | { kind: 'busy' }
  /** The person declined access to these sites. */
  | { kind: 'refused'; origins: string[] | null }
  | AddFeedResult;

export interface FeedAdder {
  typed: ReadonlySignal<string>;
  adding: ReadonlySignal<Adding>;
  type(text: string): void;
  /** All three ask for access, so they must be called in the click. */
  add(): void;
  choose(address: string): void;
  /** Asks for a site that turned out to be needed too, e.g. after a redirect, and tries again. */
  allow(origins: string[]): void;
}

export function createFeedAdder(): FeedAdder {
  const typed = signal('');
  const adding = signal<Adding>({ kind: 'idle' });
  let address = '';

  async function proceed(asking: Promise<boolean>, origins: string[] | null): Promise<void> {
    adding.value = { kind: 'busy' };
    if (!(await asking)) {
      adding.value = { kind: 'refused', origins };
      return;
    }
    const result = await send('addFeed', { address });
    adding.value = result;
    // What could not be added stays in the field, to be corrected.
    if (result.kind === 'added') typed.value = '';
  }

  function choose(chosen: string): void {
    address = chosen;
    void proceed(requestAccess([chosen]), null);
  }

  return {
    typed,
    adding,
    choose,
    type(text) {
      typed.value = text;
    },
    add() {
      const wanted = toAddress(typed.value);
      if (wanted === null) adding.value = { kind: 'failed', error: { kind: 'bad-address' } };
      else choose(wanted);
    },
    allow(origins) {
      void proceed(requestOrigins(origins), origins);
    },
  };
}
