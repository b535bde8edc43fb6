import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ColorScheme, ExtensionPage, Size, Target } from './driver';
import { fromAnswer, toExpression } from './page-script';

type Role = Parameters<Page['getByRole']>[0];

export class ChromiumPage implements ExtensionPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #find({ role, name, within }: Target): Locator {
    const scope = within ? this.#page.locator(within) : this.#page;
    return scope.getByRole(role as Role, { name, exact: true });
  }

  async click(target: Target): Promise<void> {
    await this.#find(target).click();
  }

  async fill(target: Target, text: string): Promise<void> {
    await this.#find(target).fill(text);
  }

  async press(key: string): Promise<void> {
    await this.#page.bringToFront();
    await this.#page.keyboard.press(key);
  }

  count(target: Target): Promise<number> {
    return this.#find(target).count();
  }

  async chooseFile(selector: string, file: string): Promise<void> {
    await this.#page.locator(selector).setInputFiles(file);
  }

  async download(target: Target): Promise<string> {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), this.click(target)]);
    return readFile(await download.path(), 'utf8');
  }

  async evaluate<A, R>(fn: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return fromAnswer(await this.#page.evaluate(toExpression(fn, arg)));
  }

  async runSource(source: string): Promise<void> {
    await this.#page.evaluate(`${source};undefined`);
  }

  async screenshot(file: string): Promise<void> {
    await this.#page.screenshot({ path: file });
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.#page.emulateMedia({ colorScheme: scheme });
  }

  /** What only this browser can be told: forced colours, little motion. */
  async emulate(media: Parameters<Page['emulateMedia']>[0]): Promise<void> {
    await this.#page.emulateMedia(media);
  }

  /** Does something in a window of another size. */
  async atSize<R>(size: Size, act: () => Promise<R>): Promise<R> {
    const before = this.#page.viewportSize();
    await this.#page.setViewportSize(size);
    try {
      return await act();
    } finally {
      if (before) await this.#page.setViewportSize(before);
    }
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}
