import type { BrowserName } from '../support/driver';
import { benchReading } from './reading';
import type { Report } from './report';
import { benchStoring } from './storing';

export interface Part {
  needsBrowser: boolean;
  run(report: Report, browser: BrowserName): Promise<void>;
}

export type PartName = 'reading' | 'storing';

export const PARTS: Record<PartName, Part> = {
  reading: { needsBrowser: false, run: benchReading },
  storing: { needsBrowser: true, run: benchStoring },
};
