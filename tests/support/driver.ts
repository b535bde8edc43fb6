import type { ActionPopup } from './action-popup';

/**
 * What the end-to-end tests and `npm start` need of a browser: one small interface, so that the same
 * scenario runs in Chromium (`chromium.ts`) and Firefox (`firefox.ts`).
 */
export type BrowserName = 'chromium' | 'firefox';
export type ColorScheme = 'light' | 'dark';

export interface LaunchOptions {
  /** The built extension. */
  extensionDir: string;
  /** Headless also means UTC and English, so that pictures and texts are the same everywhere. */
  headless: boolean;
  executablePath: string;
  /** The browser (Chromium), or what stands for the system (Firefox), shows no notifications. */
  areNotificationsBlocked?: boolean;
  /** Added to the browser's environment: the desktop it is to appear on. */
  env?: Record<string, string>;
  /** Chromium only: how much the extension may store, as long as it has no permission for unlimited storage. */
  storageLimitBytes?: number;
  /** Firefox only: after how long without a sign of life the event page is ended; 30 seconds by itself. */
  idleAfterMs?: number;
  /** An existing profile is kept at close; without one a temporary profile is made and removed. */
  profile?: string;
  /**
   * Firefox only: installed so that it survives a restart, as from a store. Needs a Firefox that lets
   * signatures be switched off (ESR, Developer Edition).
   */
  isPermanent?: boolean;
}

/** An element as a person with a screen reader finds it: role and exact accessible name. */
export interface Target {
  role: string;
  name: string;
  /** A CSS selector that narrows the search to one part of the page. */
  within?: string;
}

export interface Size {
  width: number;
  height: number;
}

export const POPUP_SIZE: Size = { width: 400, height: 600 };
export const PAGE_SIZE: Size = { width: 1100, height: 800 };

export interface ExtensionPage {
  /** Waits until the target is there, then clicks it with the mouse. */
  click(target: Target): Promise<void>;
  /** Replaces the text of a field. */
  fill(target: Target, text: string): Promise<void>;
  /** A key or a chord as `Tab`, `Enter`, `Shift+Enter`, `j`. */
  press(key: string): Promise<void>;
  /** How many elements match now. */
  count(target: Target): Promise<number>;
  chooseFile(selector: string, file: string): Promise<void>;
  /** Clicks what starts a download. @returns its text. */
  download(target: Target): Promise<string>;
  /** Runs a function in the page; argument and answer travel as JSON. */
  evaluate<A, R>(fn: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  evaluate<R>(fn: () => R | Promise<R>): Promise<R>;
  /** Runs source text in the page. */
  runSource(source: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserDriver {
  readonly name: BrowserName;
  /**
   * An extension page that is no part of Dateline's own UI (an icon), for questions to the browser
   * that must not wake or change anything.
   */
  readonly control: ExtensionPage;
  /** Opens a page of the extension in a tab, e.g. `src/ui/popup/index.html`. */
  openPage(path: string, size: Size): Promise<ExtensionPage>;
  /** Opens a site in a tab and clicks Dateline's toolbar button there. */
  openActionPopup(siteUrl: string): Promise<ActionPopup>;
  /**
   * Opens a site in a tab and chooses Dateline's item in the menu of the link with this text. Chromium's own
   * menu cannot be reached: there the worker is told that it was chosen.
   */
  followLink(siteUrl: string, text: string): Promise<void>;
  /** From now on `permissions.request` in a real click resolves true for these patterns, without a prompt. */
  grantSites(patterns: string[]): Promise<void>;
  /** Stops the worker (Firefox: the event page), as the browser does when it has been idle. */
  killWorker(): Promise<void>;
  /** Ids of the notifications on the screen. */
  notifications(): Promise<string[]>;
  clickNotification(notificationId: string): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Addresses of all tabs. */
  tabs(): Promise<string[]>;
  /** Kills the browser without a warning. Launch again with the same profile. */
  sigkill(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the browser has ended, for whatever reason. */
  readonly closed: Promise<void>;
}
