import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireBrowser } from '../../scripts/browsers';
import { ChromiumDriver, launchChromium } from '../support/chromium';
import type { BrowserDriver, BrowserName } from '../support/driver';
import { launchFirefox } from '../support/firefox';
import { createProfile, removeProfile } from '../support/profile';
import { ChromiumMeter } from './chromium-meter';

/** A page of the extension with a word on it: what any page costs. */
export const EMPTY_PAGE = 'bench-empty.html';
const EMPTY_HTML = '<!doctype html><html lang="en"><title>-</title><body><h1>Headlines</h1></body>';

export interface BenchBrowser {
  driver: BrowserDriver;
  /** What only Chromium on Linux lets us look at. */
  meter: ChromiumMeter | null;
}

/** Runs `use` in a new browser with a copy of the built extension that has an empty page as well. */
export async function withBrowser<T>(
  name: BrowserName,
  use: (browser: BenchBrowser) => Promise<T>,
): Promise<T> {
  const extensionDir = mkdtempSync(path.join(tmpdir(), 'dateline-extension-'));
  const profile = createProfile();
  try {
    cpSync(path.resolve(name === 'chromium' ? 'dist/chrome' : 'dist/firefox'), extensionDir, {
      recursive: true,
    });
    writeFileSync(path.join(extensionDir, EMPTY_PAGE), EMPTY_HTML);
    const launch = name === 'chromium' ? launchChromium : launchFirefox;
    const executablePath = await requireBrowser(name);
    const driver = await launch({ extensionDir, executablePath, headless: true, profile });
    const isChromium = driver instanceof ChromiumDriver;
    const meter = isChromium ? await ChromiumMeter.attach(driver.context, profile) : null;
    try {
      return await use({ driver, meter });
    } finally {
      await driver.close();
    }
  } finally {
    removeProfile(profile);
    rmSync(extensionDir, { recursive: true, force: true });
  }
}
