import { type ReadonlySignal, signal } from '@preact/signals';
import { catalogue } from '../../domain/catalogue/catalogue';
import { readAddress } from '../../domain/discovery/read-address';
import type { FeedCandidate } from '../../domain/model';
import { decodeOpml } from '../../domain/opml/decode';
import { send } from '../../messaging/send';
import { hostText } from '../address';
import { feedErrorText } from '../feed-error-text';
import { t } from '../i18n';

/** Which feeds the first run is to begin with. */
export interface StartChoice {
  /** Feed addresses. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  /** What the person brought along: typed addresses and OPML. */
  own: ReadonlySignal<FeedCandidate[]>;
  typed: ReadonlySignal<string>;
  /** Why the last thing typed or picked cannot be used. */
  complaint: ReadonlySignal<string | null>;
  type(text: string): void;
  /** false when what was typed cannot be an address. */
  addTyped(): boolean;
  addOpml(file: File): Promise<void>;
  toggle(feedUrl: string): void;
  /** `pages` were typed, and are not known to be feeds yet. */
  sorted(): { candidates: FeedCandidate[]; pages: string[] };
}

export function createStartChoice(): StartChoice {
  const chosen = signal<ReadonlySet<string>>(new Set(catalogue.slice(0, 1).map((e) => e.feedUrl)));
  const own = signal<FeedCandidate[]>([]);
  const typed = signal('');
  const complaint = signal<string | null>(null);
  const pages = new Set<string>();

  function add(candidates: FeedCandidate[]): void {
    const known = new Set([...catalogue, ...own.value].map(({ feedUrl }) => feedUrl));
    own.value = [...own.value, ...candidates.filter(({ feedUrl }) => !known.has(feedUrl))];
    chosen.value = new Set([...chosen.value, ...candidates.map(({ feedUrl }) => feedUrl)]);
    complaint.value = null;
  }

  return {
    chosen,
    own,
    typed,
    complaint,
    type(text) {
      typed.value = text;
      complaint.value = null;
    },
    addTyped() {
      const read = readAddress(typed.value);
      if (!read.ok) {
        const error = { kind: 'bad-address', problem: read.error } as const;
        complaint.value = feedErrorText(error, Date.now());
        return false;
      }
      const address = read.value;
      pages.add(address);
      add([{ feedUrl: address, title: hostText(address), siteUrl: null }]);
      typed.value = '';
      return true;
    },
    async addOpml(file) {
      const result = await send('readOpml', {
        text: decodeOpml(new Uint8Array(await file.arrayBuffer())),
      });
      if (result.ok) add(result.value.candidates);
      else complaint.value = t('opmlUnreadable');
    },
    toggle(feedUrl) {
      const next = new Set(chosen.value);
      if (!next.delete(feedUrl)) next.add(feedUrl);
      chosen.value = next;
    },
    sorted() {
      const all = [...catalogue, ...own.value].filter(({ feedUrl }) => chosen.value.has(feedUrl));
      return {
        candidates: all
          .filter(({ feedUrl }) => !pages.has(feedUrl))
          .map(({ feedUrl, title, siteUrl }) => ({ feedUrl, title, siteUrl })),
        pages: all.map(({ feedUrl }) => feedUrl).filter((feedUrl) => pages.has(feedUrl)),
      };
    },
  };
}
