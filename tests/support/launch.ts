import path from 'node:path';
import { findBrowser } from '../../scripts/browsers';
import { launchChromium } from './chromium';
import type { BrowserDriver, BrowserName, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

export const EXTENSION_DIRS: Record<BrowserName, string> = {
  chromium: path.resolve('dist/chrome'),
  firefox: path.resolve('dist/firefox'),
};

/**
 * Starts a browser with the built extension.
 * @throws Error when the browser is not there or does not start.
 */
export function launchBrowser(
  name: BrowserName,
  options: Omit<LaunchOptions, 'executablePath' | 'extensionDir'> & { extensionDir?: string },
): Promise<BrowserDriver> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name} found`);
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  return launch({ extensionDir: EXTENSION_DIRS[name], ...options, executablePath });
}
