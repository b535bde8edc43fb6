import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpmlReading } from '../../domain/model';
import { decodeOpml } from '../../domain/opml/decode';
import type { FollowReport } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { requestAccess } from './site-access';

/** Where an OPML import stands. */
export type Importing =
  | { kind: 'idle' }
  /** Thousands of feeds take a moment to be read, followed, or taken back. */
  | { kind: 'busy' }
  | { kind: 'not-opml' }
  /** Shows what would be followed, before anything is asked or fetched. */
  | { kind: 'read'; reading: OpmlReading; isRefused: boolean }
  | { kind: 'done'; reading: OpmlReading; report: FollowReport }
  /** Nothing of it is followed any more. */
  | { kind: 'undone'; count: number };

export interface OpmlImport {
  importing: ReadonlySignal<Importing>;
  read(file: File): Promise<void>;
  /** Asks for access to the sites; in the click. */
  follow(): Promise<void>;
  /** Takes back what `follow` added; what was followed before stays. */
  undo(): Promise<void>;
}

export function createOpmlImport(): OpmlImport {
  const importing = signal<Importing>({ kind: 'idle' });
  return {
    importing,
    async read(file) {
      importing.value = { kind: 'busy' };
      const result = await send('readOpml', {
        text: decodeOpml(new Uint8Array(await file.arrayBuffer())),
      });
      importing.value = result.ok
        ? { kind: 'read', reading: result.value, isRefused: false }
        : { kind: 'not-opml' };
    },
    async follow() {
      if (importing.value.kind !== 'read') return;
      const { reading } = importing.value;
      const { candidates } = reading;
      if (!(await requestAccess(candidates.map(({ feedUrl }) => feedUrl)))) {
        importing.value = { kind: 'read', reading, isRefused: true };
        return;
      }
      importing.value = { kind: 'busy' };
      const report = await send('followFeeds', { candidates });
      importing.value = { kind: 'done', reading, report };
    },
    async undo() {
      if (importing.value.kind !== 'done') return;
      const { added } = importing.value.report;
      importing.value = { kind: 'busy' };
      await send('removeFeeds', { feedIds: added.map(({ feedId }) => feedId) });
      importing.value = { kind: 'undone', count: added.length };
    },
  };
}
