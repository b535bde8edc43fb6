import { readFile } from 'node:fs/promises';
import { withBundle } from '../../scripts/bundle';
import { say } from '../../scripts/step';
import type { BrowserDriver } from '../support/driver';
import type { StoreBench } from './page/store';

declare const datelineBench: StoreBench;

/** Stores that many articles, and leaves `datelineBench` on the control page. */
export async function fill(driver: BrowserDriver, count: number): Promise<void> {
  const source = await withBundle('tests/bench/page/store.ts', 'page', (file) =>
    readFile(file, 'utf8'),
  );
  say(`  storing ${count} articles`);
  await driver.control.runSource(source);
  await driver.control.evaluate((wanted) => datelineBench.seed(wanted), count);
}
