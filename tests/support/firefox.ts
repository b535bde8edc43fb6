import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'webextension-polyfill';
import { type ActionPopup, createActionPopup } from './action-popup';
import { BidiConnection } from './bidi';
import type { BrowserDriver, ColorScheme, ExtensionPage, LaunchOptions, Size } from './driver';
import { FirefoxPage } from './firefox-page';
import { CHOOSE_FOLLOW_LINK, IS_POPUP_SHOWN, pressActionButton, runInPopup } from './firefox-popup';
import { type FirefoxProcess, prepareProfile, startFirefox } from './firefox-process';
import { fromAnswer } from './page-script';
import { createProfile, removeProfile } from './profile';
import { waitUntil } from './wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/** Firefox gives every installation a random address; a preference fixes it. */
const UUID = '6f1b0d5e-1111-4222-8333-abcdefabcdef';
const BASE = `moz-extension://${UUID}/`;
/** An alert window takes clicks only some time after it was painted, against clicks by mistake. */
const ALERT_ARMED_MS = 500;

const CLOSE_TIMEOUT_MS = 5000;

/** A page that is asked for while the extension is just starting may never come. */
const NAVIGATE_TIMEOUT_MS = 10_000;

interface Context {
  context: string;
  url: string;
}

interface Parts {
  connection: BidiConnection;
  process: FirefoxProcess;
  id: string;
  profile: string;
  isProfileTemporary: boolean;
}

class FirefoxDriver implements BrowserDriver {
  readonly name = 'firefox';
  readonly closed: Promise<void>;
  readonly downloadDir: string;
  readonly connection: BidiConnection;
  readonly #parts: Parts;
  #control: ExtensionPage | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.connection = parts.connection;
    this.closed = parts.process.ended;
    this.downloadDir = path.join(parts.profile, 'downloads');
  }

  get control(): ExtensionPage {
    if (!this.#control) throw new Error('prepare() comes first');
    return this.#control;
  }

  /** Opens the control page; a permanently installed extension may need a moment to start. */
  async prepare(): Promise<void> {
    mkdirSync(this.downloadDir, { recursive: true });
    await this.connection.send('browser.setDownloadBehavior', {
      downloadBehavior: { type: 'allowed', destinationFolder: this.downloadDir },
    });
    await waitUntil('the extension to start', () =>
      this.#inChrome(`WebExtensionPolicy.getByID(${this.#idText})?.extension.backgroundState`),
    );
    this.#control = await this.openPage('icons/icon-16.png', { width: 100, height: 100 });
  }

  get #idText(): string {
    return JSON.stringify(this.#parts.id);
  }

  async #chromeContexts(): Promise<Context[]> {
    const tree = await this.connection.send<{ contexts: Context[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    return tree.contexts;
  }

  /** Runs an expression in the browser's own window. */
  async #inChrome(expression: string): Promise<unknown> {
    const contexts = await this.#chromeContexts();
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    return this.connection.evaluate(window.context, expression);
  }

  async openPage(pagePath: string, size: Size): Promise<ExtensionPage> {
    const { context } = await this.connection.send<Context>('browsingContext.create', {
      type: 'tab',
    });
    await this.connection.send('browsingContext.setViewport', { context, viewport: size });
    const where = { context, url: `${BASE}${pagePath}`, wait: 'complete' };
    // An extension that is just starting cannot be visited yet.
    await waitUntil(
      `the page ${pagePath}`,
      async () => {
        await this.connection.send('browsingContext.navigate', where, NAVIGATE_TIMEOUT_MS);
        return true;
      },
      3 * NAVIGATE_TIMEOUT_MS,
    );
    return new FirefoxPage(this, context);
  }

  async #openSite(siteUrl: string): Promise<string> {
    const { context } = await this.connection.send<Context>('browsingContext.create', {
      type: 'tab',
    });
    const where = { context, url: siteUrl, wait: 'complete' };
    await this.connection.send('browsingContext.navigate', where);
    return context;
  }

  async openActionPopup(siteUrl: string): Promise<ActionPopup> {
    await this.#openSite(siteUrl);
    await this.#inChrome(pressActionButton(this.#parts.id));
    await waitUntil('the popup', () => this.#inChrome(IS_POPUP_SHOWN));
    return createActionPopup(async (expression) =>
      fromAnswer(await this.#inChrome(runInPopup(expression))),
    );
  }

  async followLink(siteUrl: string, text: string): Promise<void> {
    const page = new FirefoxPage(this, await this.#openSite(siteUrl));
    await page.openMenu({ role: 'link', name: text });
    await waitUntil('the item in the menu', () => this.#inChrome(CHOOSE_FOLLOW_LINK));
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    const pref = 'layout.css.prefers-color-scheme.content-override';
    await this.#inChrome(`Services.prefs.setIntPref('${pref}', ${scheme === 'dark' ? 0 : 1})`);
  }

  /** Nothing to do: by a preference of the profile, every request in a real click is granted. */
  async grantSites(): Promise<void> {}

  /** Ends it again where an event woke it at the same moment. */
  async killWorker(): Promise<void> {
    const extension = `WebExtensionPolicy.getByID(${this.#idText}).extension`;
    await waitUntil('the event page to stop', async () => {
      await this.#inChrome(`${extension}.terminateBackground({ disableResetIdleForTest: true })`);
      const state = await this.#inChrome(`${extension}.backgroundState`);
      if (state !== 'stopped') throw new Error(`it is ${state}`);
      return true;
    });
  }

  notifications(): Promise<string[]> {
    return this.control.evaluate(async () => Object.keys(await browser.notifications.getAll()));
  }

  /** Clicks the alert window with the title of this notification. */
  async clickNotification(notificationId: string): Promise<void> {
    const title = await this.control.evaluate(async (id) => {
      // Firefox answers with the options of each notification; the type knows Chrome's `true` only.
      const all: Record<string, unknown> = await browser.notifications.getAll();
      return (all[id] as { title?: string } | undefined)?.title ?? null;
    }, notificationId);
    const isReady = `document.readyState === 'complete' &&
      document.getElementById('alertTitleLabel')?.getAttribute('value') === ${JSON.stringify(title)}`;
    const alert = await waitUntil(`the alert "${title}"`, async () => {
      for (const { context, url } of await this.#chromeContexts()) {
        if (!url.endsWith('/alert.xhtml')) continue;
        if (await this.connection.evaluate(context, isReady)) return context;
      }
      return null;
    });
    await pause(ALERT_ARMED_MS);
    await this.connection.evaluate(alert, `document.getElementById('alertBox').click()`);
  }

  /** Loopback addresses stay in reach in Firefox's offline mode; `navigator.onLine` is false. */
  async setOffline(isOffline: boolean): Promise<void> {
    await this.#inChrome(`void (Services.io.offline = ${isOffline})`);
  }

  async tabs(): Promise<string[]> {
    const tree = await this.connection.send<{ contexts: Context[] }>('browsingContext.getTree');
    return tree.contexts.map(({ url }) => url);
  }

  async sigkill(): Promise<void> {
    this.#parts.process.kill();
    await this.closed;
  }

  async close(): Promise<void> {
    // Fails when the browser has gone already.
    await this.connection.send('browser.close').catch(() => {});
    const timer = setTimeout(() => this.#parts.process.kill(), CLOSE_TIMEOUT_MS);
    await this.closed;
    clearTimeout(timer);
    this.connection.close();
    if (this.#parts.isProfileTemporary) removeProfile(this.#parts.profile);
  }
}

function extensionId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** @throws Error when the browser does not start or does not take the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const profile = options.profile ?? createProfile();
  const isProfileTemporary = options.profile === undefined;
  const id = extensionId(options.extensionDir);
  prepareProfile(profile, { id, uuid: UUID }, options);
  const process = await startFirefox(profile, options);
  try {
    const connection = await BidiConnection.open(`${process.bidiUrl}/session`);
    await connection.send('session.new', { capabilities: {} });
    if (!options.isPermanent) {
      await connection.send('webExtension.install', {
        extensionData: { type: 'path', path: options.extensionDir },
      });
    }
    const driver = new FirefoxDriver({ connection, process, id, profile, isProfileTemporary });
    await driver.prepare();
    return driver;
  } catch (error) {
    process.kill();
    await process.ended;
    if (isProfileTemporary) removeProfile(profile);
    throw error;
  }
}
