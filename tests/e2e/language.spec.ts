import type { Browser } from 'webextension-polyfill';
import { axeViolations } from '../support/accessibility';
import type { BrowserDriver, ExtensionPage } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { overflows } from '../support/overflow';
import { openPopup, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

declare const browser: Browser;

const OPTIONS_PATH = 'src/ui/options/index.html';
const ADDRESS = { role: 'textbox', name: 'Address of a site or feed' };
const radio = (name: string) => ({ role: 'radio', name });
const button = (name: string) => ({ role: 'button', name });

function root(page: ExtensionPage): Promise<string> {
  return page.evaluate(() =>
    [document.documentElement.lang, document.documentElement.dir, document.title].join(' '),
  );
}

/** What the worker says: the name of the toolbar button, and in Firefox, which tells them, notifications' titles. */
async function workerSays(driver: BrowserDriver): Promise<string> {
  await driver.control.evaluate(() =>
    browser.runtime.sendMessage({ command: 'sendTestNotification', payload: {} }),
  );
  return driver.control.evaluate(async () => {
    const shown = Object.values(await browser.notifications.getAll()) as { title?: string }[];
    const titles = shown.map(({ title = '' }) => title);
    return [await browser.action.getTitle({}), ...titles].join(' | ');
  });
}

test('everything speaks the chosen language at once, also where the browser speaks another', async ({
  driver,
  server,
  follow,
}) => {
  test.setTimeout(120_000);
  const old = item('Ferry to run on Sundays', { published: new Date(Date.now() - 120_000) });
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [old] }) });
  const open = await follow('/feed');
  const options = await driver.openPage(OPTIONS_PATH, PAGE_SIZE);
  expect(await root(options)).toBe('en ltr Dateline options');
  const english = await workerSays(driver);

  await options.click(radio('Русский'));
  await expect.poll(() => root(options)).toBe('ru ltr Настройки Dateline');
  expect(await options.count(radio('Как в браузере'))).toBe(1);
  await expect
    .poll(() => options.evaluate(() => (document.activeElement as HTMLInputElement).name))
    .toBe('language');
  // A popup that is open turns with it, and a new one begins with it.
  await waitForText(open, 'мин');
  const popup = await openPopup(driver);
  await waitForText(popup, 'мин');
  await expect.poll(() => popup.count(button('Меню'))).toBe(1);
  expect(await root(popup)).toBe('ru ltr Dateline');
  await expect.poll(() => workerSays(driver)).toMatch(/^Dateline: последние новости/);
  if (driver.name === 'firefox') expect(await workerSays(driver)).toMatch(/\| \p{sc=Cyrillic}/u);

  await options.click(radio('العربية'));
  await expect.poll(() => root(options)).toMatch(/^ar rtl /);
  await expect.poll(() => root(popup)).toBe('ar rtl Dateline');
  expect([...(await overflows(popup)), ...(await overflows(options))]).toEqual([]);
  expect(await axeViolations(options)).toEqual([]);
  await popup.reload();
  await expect.poll(() => root(popup)).toBe('ar rtl Dateline');

  await options.click(radio('كما في المتصفح'));
  await expect.poll(() => root(options)).toBe('en ltr Dateline options');
  await waitForText(popup, 'min');
  await expect.poll(() => popup.count(button('Menu'))).toBe(1);
  await expect.poll(() => workerSays(driver)).toBe(english);
});

test('a worker that was stopped speaks the chosen language when it wakes', async ({ driver }) => {
  const welcome = await driver.openPage('src/ui/welcome/index.html', PAGE_SIZE);
  await welcome.fill(ADDRESS, 'harbour.example');
  const options = await driver.openPage(OPTIONS_PATH, PAGE_SIZE);
  await options.click(radio('Deutsch'));
  await expect.poll(() => root(options)).toMatch(/^de ltr /);
  await expect.poll(() => workerSays(driver)).toMatch(/^Dateline: .*Schlagzeilen/);
  // The first run beside it turns, too, and keeps what is chosen and typed there.
  await expect.poll(() => root(welcome)).toBe('de ltr Willkommen bei Dateline');
  const typed = () =>
    welcome.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value));
  expect(await typed()).toContain('harbour.example');
  await driver.killWorker();
  await options.reload();
  await expect.poll(() => workerSays(driver)).toMatch(/^Dateline: .*Schlagzeilen/);
});
