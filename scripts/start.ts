import { launchBrowser } from '../tests/support/launch';
import { requireBrowser } from './browsers';
import { build } from './build';
import { SampleEdition } from './sample-edition/server';
import { BadArguments, readArguments, type StartOptions } from './start/arguments';
import { runHeadless } from './start/headless';
import { runInteractive } from './start/interactive';
import { say } from './step';

async function start({ browser, headless, feeds }: StartOptions): Promise<void> {
  await requireBrowser(browser);
  await build(browser === 'chromium' ? 'chrome' : 'firefox');
  const edition = feeds.length === 0 ? await SampleEdition.start() : null;
  try {
    say(`Opening ${browser === 'chromium' ? 'Chromium' : 'Firefox'}`);
    const driver = await launchBrowser(browser, { headless });
    const close = () => void driver.close();
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
    try {
      await (headless ? runHeadless : runInteractive)(driver, edition, feeds);
    } finally {
      await driver.close();
    }
  } finally {
    await edition?.close();
  }
}

try {
  await start(readArguments(process.argv.slice(2)));
} catch (error) {
  say((error as Error).message);
  process.exitCode = error instanceof BadArguments ? 2 : 1;
}
