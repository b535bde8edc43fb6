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
  // Firefox's own notification windows stay for 20 seconds, not for 4.
  'alerts.disableSlidingEffect': true,
};

export interface FirefoxProcess {
  bidiUrl: string;
  ended: Promise<void>;
  /** Ends it and the processes it started, without a warning. */
  kill(): void;
}

/** Writes what the profile needs before the browser starts. */
export function prepareProfile(
  profile: string,
  extension: { id: string; uuid: string },
  {
    extensionDir,
    isPermanent,
    headless,
    areNotificationsBlocked = false,
    idleAfterMs,
  }: LaunchOptions,
): void {
  const prefs = {
    ...PREFS,
    'extensions.webextensions.uuids': JSON.stringify({ [extension.id]: extension.uuid }),
    // Headless there is no desktop: Firefox shows notifications in windows of its own.
    'alerts.useSystemBackend': !headless || areNotificationsBlocked,
    ...(idleAfterMs === undefined ? {} : { 'extensions.background.idle.timeout': idleAfterMs }),
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
      env: {
        ...process.env,
        ...(options.headless ? { TZ: 'UTC' } : {}),
        // A system without a notification service.
        ...(options.areNotificationsBlocked ? { DBUS_SESSION_BUS_ADDRESS: 'none:' } : {}),
        ...options.env,
        MOZ_DISABLE_AUTO_SAFE_MODE: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that all of it can be ended at once.
      detached: process.platform !== 'win32',
    },
  );
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', kill);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      kill();
      reject(new Error(`Firefox ${why}\n${output}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS, 'did not start in time');
    const read = (chunk: Buffer) => {
      output += chunk;
      const [, bidiUrl] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(output) ?? [];
      if (!bidiUrl) return;
      clearTimeout(timer);
      resolve({ bidiUrl, ended, kill });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}
