import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { fake, resetFake } from './fake-worker';
import { frontPage, NOW, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);
vi.mock('../../src/storage/read-first', () => ({ readFirst: async () => fake.frontPage }));

const fetched: string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.resetModules();
  fetched.length = 0;
});

/** @returns what the popup says when the first of it is drawn. */
async function firstPicture(look: string): Promise<string> {
  resetFake();
  vi.setSystemTime(NOW);
  fake.frontPage = frontPage({ stories: [story('ferry')] });
  localStorage.setItem('look', look);
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return new Response(readFileSync(url.replace('extension://dateline', 'public'), 'utf8'));
  });
  document.body.innerHTML = '<div id="app"></div>';
  const drawn = new Promise<string>((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve(document.body.textContent);
    }).observe(document.body, { childList: true, subtree: true });
  });
  await import('../../src/ui/popup/main');
  return drawn;
}

test('the first picture waits for the chosen language', async () => {
  expect(await firstPicture('system comfortable off ru')).toContain('Последнее');
  expect(fetched).toEqual(['extension://dateline/_locales/ru/messages.json']);
});

test.each([
  'system comfortable off',
  'system comfortable off browser',
  'system comfortable off en',
])('with the look "%s" nothing is fetched for it', async (look) => {
  expect(await firstPicture(look)).toContain('Latest');
  expect(fetched).toEqual([]);
});
