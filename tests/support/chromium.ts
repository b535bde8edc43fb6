import { readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { type ActionPopup, createActionPopup } from './action-popup';
import { ChromiumPage } from './chromium-page';
import { pressActionButton } from './chromium-popup';
import { blockNotifications } from './chromium-preferences';
import { ChromiumWorker } from './chromium-worker';
import type { BrowserDriver, ExtensionPage, LaunchOptions, Size } from './driver';
import { createProfile, removeProfile } from './profile';
import { waitUntil } from './wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

const PING_MS = 1000;

interface Parts {
  context: BrowserContext;
  control: Page;
  worker: ChromiumWorker;
  /** `chrome-extension://<id>/` */
  base: string;
  profile: string;
  isProfileTemporary: boolean;
}

export class ChromiumDriver implements BrowserDriver {
  readonly name = 'chromium';
  readonly control: ExtensionPage;
  readonly closed: Promise<void>;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.control = new ChromiumPage(parts.control);
    this.closed = new Promise((resolve) => {
      parts.context.on('close', () => resolve());
    });
  }

  /** For measurements that only this browser offers. */
  get context(): BrowserContext {
    return this.#parts.context;
  }

  async openPage(pagePath: string, size: Size): Promise<ExtensionPage> {
    const page = await this.#parts.context.newPage();
    // A window on a screen has a size of its own.
    if (page.viewportSize()) await page.setViewportSize(size);
    await page.goto(`${this.#parts.base}${pagePath}`);
    return new ChromiumPage(page);
  }

  async openActionPopup(siteUrl: string): Promise<ActionPopup> {
    const { context, base } = this.#parts;
    const page = await context.newPage();
    await page.goto(siteUrl);
    return createActionPopup(await pressActionButton(context, new URL(base).host, page.url()));
  }

  async followLink(siteUrl: string, text: string): Promise<void> {
    const page = await this.#parts.context.newPage();
    await page.goto(siteUrl);
    const link = page.getByRole('link', { name: text });
    const linkUrl = new URL((await link.getAttribute('href')) ?? '', siteUrl).href;
    // Fails when there is no such item.
    await this.control.evaluate(() => browser.contextMenus.update('follow-link', {}));
    const worker = await this.#awakeWorker();
    const click = JSON.stringify({ menuItemId: 'follow-link', linkUrl });
    await worker.evaluate(`chrome.contextMenus.onClicked.dispatch(${click})`);
  }

  /** The private API behind "Site access" on chrome://extensions. */
  async grantSites(patterns: string[]): Promise<void> {
    const page = await this.#parts.context.newPage();
    await page.goto('chrome://extensions');
    const id = JSON.stringify(new URL(this.#parts.base).host);
    for (const pattern of patterns) {
      await page.evaluate(
        `chrome.developerPrivate.addHostPermission(${id}, ${JSON.stringify(pattern)})`,
      );
    }
    await page.close();
  }

  killWorker(): Promise<void> {
    return this.#parts.worker.stop();
  }

  notifications(): Promise<string[]> {
    return this.control.evaluate(async () => Object.keys(await browser.notifications.getAll()));
  }

  /** A real click starts the worker when it sleeps and then calls its listeners; so does this. */
  async clickNotification(notificationId: string): Promise<void> {
    const worker = await this.#awakeWorker();
    await worker.evaluate(
      `chrome.notifications.onClicked.dispatch(${JSON.stringify(notificationId)})`,
    );
  }

  /** A question to a worker that is just starting may be lost: asks until one is answered. */
  async #awakeWorker(): Promise<Worker> {
    const { worker, context } = this.#parts;
    await worker.start();
    return waitUntil('the worker to answer', async () => {
      const [handle] = context.serviceWorkers();
      const answer = await Promise.race([handle?.evaluate('true'), pause(PING_MS)]);
      return answer === true ? handle : null;
    });
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.#parts.context.setOffline(isOffline);
  }

  async tabs(): Promise<string[]> {
    return this.#parts.context.pages().map((page) => page.url());
  }

  async sigkill(): Promise<void> {
    // Playwright does not tell the process id; the lock in the profile is a link to "host-pid".
    const lock = readlinkSync(path.join(this.#parts.profile, 'SingletonLock'));
    process.kill(Number(lock.split('-').at(-1)), 'SIGKILL');
    await this.closed;
  }

  async close(): Promise<void> {
    await this.#parts.context.close();
    if (this.#parts.isProfileTemporary) removeProfile(this.#parts.profile);
  }
}

function launchContext(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const { extensionDir, headless, executablePath, env } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 400, height: 600 } : null,
    env: { ...process.env, ...(headless ? { TZ: 'UTC', LANGUAGE: 'en' } : {}), ...env },
    // Whoever launched it closes it, profile and all.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      '--disable-quic',
      '--lang=en-US',
    ],
  });
}

/** @throws Error when the browser does not start or does not take the extension. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const profile = options.profile ?? createProfile();
  const isProfileTemporary = options.profile === undefined;
  if (options.areNotificationsBlocked) blockNotifications(profile, options.extensionDir);
  const context = await launchContext(profile, options);
  try {
    const first =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
    const base = `chrome-extension://${new URL(first.url()).host}/`;
    const control = await context.newPage();
    await control.goto(`${base}icons/icon-16.png`);
    const session = await context.newCDPSession(control);
    const worker = new ChromiumWorker(session, base);
    await session.send('ServiceWorker.enable');
    if (options.storageLimitBytes !== undefined) {
      const [origin, quotaSize] = [base.slice(0, -1), options.storageLimitBytes];
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    }
    return new ChromiumDriver({ context, control, worker, base, profile, isProfileTemporary });
  } catch (error) {
    await context.close();
    if (isProfileTemporary) removeProfile(profile);
    throw error;
  }
}
