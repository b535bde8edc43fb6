import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from './driver';
import { zipFolder } from './zip';

const START_TIMEOUT_MS = 60_000;

/** Quiet and offline apart from the extension: no telemetry, no updates, no first-run pages. */
const PREFS = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.locale.requested': 'en-US',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  // The rest is for the extension. Unsigned, installed from the profile's own folder:
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15,
  'xpinstall.signatures.required': false,
  // permissions.request in a real click resolves without a prompt.
  'extensions.webextOptionalPermissionPrompts': false,
  // Notifications as Firefox's own windows: they work headless and can be clicked.
  'alerts.useSystemBackend': false,
};

export interface FirefoxProcess {
  child: ChildProcess;
  bidiUrl: string;
  ended: Promise<void>;
}

/** Writes what the profile needs before the browser starts. */
export function prepareProfile(
  profile: string,
  extension: { id: string; uuid: string },
  { extensionDir, isPermanent, headless }: LaunchOptions,
): void {
  const prefs = {
    ...PREFS,
    'extensions.webextensions.uuids': JSON.stringify({ [extension.id]: extension.uuid }),
    // On a screen the desktop shows notifications.
    'alerts.useSystemBackend': !headless,
  };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  if (!isPermanent) return;
  mkdirSync(path.join(profile, 'extensions'), { recursive: true });
  writeFileSync(path.join(profile, 'extensions', `${extension.id}.xpi`), zipFolder(extensionDir));
}

/** @throws Error with the browser's output when it does not open its remote end. */
export function startFirefox(profile: string, options: LaunchOptions): Promise<FirefoxProcess> {
  const child = spawn(
    options.executablePath,
    [
      ...(options.headless ? ['--headless'] : []),
      ...['--no-remote', '--profile', profile, '--remote-debugging-port=0'],
      // Without it pages of extensions cannot be driven.
      ...['--remote-allow-system-access', 'about:blank'],
    ],
    {
      env: { ...process.env, TZ: 'UTC', MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', killWithUs);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`Firefox ${why}\n${output}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS, 'did not start in time');
    const read = (chunk: Buffer) => {
      output += chunk;
      const [, bidiUrl] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(output) ?? [];
      if (!bidiUrl) return;
      clearTimeout(timer);
      resolve({ child, bidiUrl, ended });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}
