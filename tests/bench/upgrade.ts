import { readFile } from 'node:fs/promises';
import { withBundle } from '../../scripts/bundle';
import { say } from '../../scripts/step';
import { withBrowser } from './browser';
import type { UpgradeBench } from './page/upgrade';
import type { BenchOptions } from './parts';
import type { Cell, Report } from './report';

declare const datelineUpgrade: UpgradeBench;

const SIZES = [1_000, 100_000];

/** A profile of the first version is opened by this one. */
export async function benchUpgrade(report: Report, { browser: name }: BenchOptions): Promise<void> {
  const source = await withBundle('tests/bench/page/upgrade.ts', 'page', (file) =>
    readFile(file, 'utf8'),
  );
  const rows: Cell[][] = [];
  for (const size of SIZES) {
    say(`  storing ${size} articles as version 1 did`);
    rows.push(
      await withBrowser(name, async ({ driver: { control } }) => {
        await control.runSource(source);
        await control.evaluate((count) => datelineUpgrade.fillFirstVersion(count), size);
        const opened = await control.evaluate(() => datelineUpgrade.open());
        const again = await control.evaluate(() => datelineUpgrade.open());
        const keys = await control.evaluate(() => datelineUpgrade.addKeys());
        const { articles } = await control.evaluate(() => datelineUpgrade.count());
        return [String(size), opened, again, keys, articles];
      }),
    );
  }
  report.add({
    title: `Upgrade: a profile of version 1, ${name}`,
    note: 'Milliseconds, measured once. Opened: until the front page is read, with all upgrades. Keys: what the first commit of one of fifty feeds computes.',
    columns: ['articles', 'opened', 'again', 'keys', 'articles after'],
    rows,
  });
}
