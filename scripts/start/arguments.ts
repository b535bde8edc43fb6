import { parseArgs } from 'node:util';
import type { BrowserName } from '../../tests/support/driver';

export interface StartOptions {
  browser: BrowserName;
  headless: boolean;
  /** Real feeds to follow in place of the sample edition. */
  feeds: string[];
}

/** Said to the person in one sentence. */
export class BadArguments extends Error {}

/** @throws BadArguments */
export function readArguments(args: string[]): StartOptions {
  const values = parse(args);
  const { browser = 'chromium', headless = false, feed: feeds = [] } = values;
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new BadArguments(`--browser is chromium or firefox, not "${browser}".`);
  }
  const bad = feeds.find((feed) => !/^https?:$/.test(protocolOf(feed)));
  if (bad !== undefined) {
    throw new BadArguments(`--feed takes an http or https address, not "${bad}".`);
  }
  return { browser, headless: headless || !hasDisplay(), feeds };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        browser: { type: 'string' },
        headless: { type: 'boolean' },
        feed: { type: 'string', multiple: true },
      },
    }).values;
  } catch {
    throw new BadArguments(
      'npm start understands -- --headless, --browser chromium|firefox and --feed URL (repeatable).',
    );
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
