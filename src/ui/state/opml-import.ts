import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpmlReading } from '../../domain/model';
import { decodeOpml } from '../../domain/opml/decode';
import type { FollowReport } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { tCount } from '../i18n';
import { requestAccess } from './site-access';
import type { Undo } from './undo';

/** Where an OPML import stands. */
export type Importing =
  | { kind: 'idle' }
  | { kind: 'not-opml' }
  /** Shows what would be followed, before anything is asked or fetched. */
  | { kind: 'read'; reading: OpmlReading; isRefused: boolean }
  | { kind: 'done'; reading: OpmlReading; report: FollowReport };

export interface OpmlImport {
  importing: ReadonlySignal<Importing>;
  read(file: File): Promise<void>;
  /** Asks for access to the sites; in the click. */
  follow(): Promise<void>;
}

/** @param undo Offers to follow none of the added feeds again. */
export function createOpmlImport(undo: Undo): OpmlImport {
  const importing = signal<Importing>({ kind: 'idle' });
  return {
    importing,
    async read(file) {
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
      const report = await send('followFeeds', { candidates });
      importing.value = { kind: 'done', reading, report };
      const feedIds = report.added.map(({ feedId }) => feedId);
      if (feedIds.length === 0) return;
      undo.offer(tCount('feedsFollowed', feedIds.length), async () => {
        await send('removeFeeds', { feedIds });
        importing.value = { kind: 'read', reading, isRefused: false };
      });
    },
  };
}
