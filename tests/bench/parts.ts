import type { BrowserName } from '../support/driver';
import { benchManyFeeds } from './many-feeds';
import { benchManyStored } from './many-stored';
import { benchOpening } from './opening';
import { benchPlacing } from './placing';
import { benchReading } from './reading';
import type { Report } from './report';
import { benchScrolling } from './scrolling';
import { benchSearching } from './searching';
import { benchStoring } from './storing';
import { benchUpgrade } from './upgrade';

export interface BenchOptions {
  browser: BrowserName;
  /** How many feeds the part `many` follows. */
  feeds: number;
}

export interface Part {
  needsBrowser: boolean;
  run(report: Report, options: BenchOptions): Promise<void>;
}

export type PartName =
  | 'reading'
  | 'placing'
  | 'storing'
  | 'many'
  | 'stored'
  | 'opening'
  | 'scrolling'
  | 'search'
  | 'upgrade';

export const PARTS: Record<PartName, Part> = {
  reading: { needsBrowser: true, run: benchReading },
  placing: { needsBrowser: false, run: benchPlacing },
  storing: { needsBrowser: true, run: benchStoring },
  many: { needsBrowser: true, run: benchManyFeeds },
  stored: { needsBrowser: true, run: benchManyStored },
  search: { needsBrowser: true, run: benchSearching },
  opening: { needsBrowser: true, run: benchOpening },
  scrolling: { needsBrowser: true, run: benchScrolling },
  upgrade: { needsBrowser: true, run: benchUpgrade },
};
