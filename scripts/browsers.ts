import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { BrowserName } from '../tests/support/driver';
import { distribution, installPackages, whyNotInstallable } from './debian';
import { placesOnPath } from './find-on-path';

interface Places {
  /** Names of the program on the PATH. */
  names: string[];
  /** Below /Applications and ~/Applications. */
  macApps: string[];
  /** Below the program folders of Windows. */
  windowsFiles: string[];
}

/**
 * In order of preference. Official Chrome comes last: from version 137 on it ignores
 * `--load-extension`, which Chromium, Chrome for Testing and Edge still follow.
 */
const PLACES: Record<BrowserName, Places> = {
  chromium: {
    names: [
      'chromium',
      'chromium-browser',
      'chrome-for-testing',
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome',
      'google-chrome-stable',
    ],
    macApps: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    windowsFiles: [
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    names: ['firefox-esr', 'firefox-developer-edition', 'firefox'],
    macApps: [
      'Firefox Developer Edition.app/Contents/MacOS/firefox',
      'Firefox.app/Contents/MacOS/firefox',
    ],
    windowsFiles: ['Firefox Developer Edition\\firefox.exe', 'Mozilla Firefox\\firefox.exe'],
  },
};

const VARIABLES: Record<BrowserName, string> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

const WHAT_TO_INSTALL: Record<BrowserName, string> = {
  chromium:
    'Install Chromium or Microsoft Edge, or set CHROMIUM_PATH to the program of one that is installed.',
  firefox:
    'Install Firefox ESR, or set FIREFOX_PATH to the program of a Firefox that is installed.',
};

const DEBIAN_PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
};

/** Latin, Cyrillic, Arabic and Hebrew; Chinese and Japanese; emoji. */
const DEBIAN_FONTS = ['fonts-dejavu-core', 'fonts-droid-fallback', 'fonts-noto-color-emoji'];

/** The path of an installed browser, or null. */
export function findBrowser(name: BrowserName): string | null {
  const named = process.env[VARIABLES[name]];
  if (named) return named;
  return candidates(PLACES[name]).find((file) => existsSync(file)) ?? null;
}

/**
 * Finds a browser; as root on Debian installs it when there is none.
 * @throws Error with one sentence that says what to install.
 */
export async function requireBrowser(name: BrowserName): Promise<string> {
  const found = findBrowser(name);
  if (found) return found;
  await installOnDebian(DEBIAN_PACKAGES[name]);
  const installed = findBrowser(name);
  if (!installed) throw new Error(WHAT_TO_INSTALL[name]);
  return installed;
}

function candidates({ names, macApps, windowsFiles }: Places): string[] {
  const onPath = names.flatMap(placesOnPath);
  switch (process.platform) {
    case 'darwin': {
      const roots = ['/Applications', path.join(homedir(), 'Applications')];
      return [...macApps.flatMap((app) => roots.map((root) => path.join(root, app))), ...onPath];
    }
    case 'win32': {
      const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
        .map((variable) => process.env[variable])
        .filter((folder) => folder !== undefined);
      return windowsFiles.flatMap((file) => roots.map((root) => path.join(root, file)));
    }
    default:
      return onPath;
  }
}

/** Not on Ubuntu: its chromium package only points to a snap. */
async function installOnDebian(packages: string[]): Promise<void> {
  if (distribution() !== 'debian' || whyNotInstallable() !== null) return;
  await installPackages(`Installing ${packages.join(' and ')}`, [...packages, ...DEBIAN_FONTS]);
}
