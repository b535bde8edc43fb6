import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localizePage, t } from '../../src/ui/i18n';
import { wearLastLook } from '../../src/ui/look';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { openOptions } from './open-options';
import { NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

/** Languages whose files are not handed out before the test says so. */
const slow = new Map<string, Promise<void>>();

beforeEach(async () => {
  resetFake();
  vi.setSystemTime(NOW);
  vi.stubGlobal('fetch', async (url: string) => {
    await slow.get(url);
    return new Response(readFileSync(url.replace('extension://dateline', 'public'), 'utf8'));
  });
  localizePage(() => t('optionsTitle'));
  await openOptions();
});
afterEach(async () => {
  await choose('English');
  cleanup();
  slow.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const heading = (name: string) => screen.findByRole('heading', { name, level: 2 });

async function choose(name: string): Promise<void> {
  fireEvent.click(radio(name));
}

test('each language is offered in its own words', () => {
  const group = within(screen.getByRole('group', { name: 'Language' }));
  const names = group.getAllByRole('radio').map((input) => input.nextElementSibling);
  expect(names.map((name) => [name?.textContent, name?.getAttribute('lang')])).toEqual([
    ['As the browser', null],
    ['English', 'en'],
    ['Русский', 'ru'],
    ['Español', 'es'],
    ['Français', 'fr'],
    ['Deutsch', 'de'],
    ['العربية', 'ar'],
    ['中文', 'zh-CN'],
  ]);
  expect(radio('As the browser').checked).toBe(true);
});

test('the page turns to the chosen language where it stands, and back', async () => {
  const field = screen.getByRole<HTMLInputElement>('textbox', {
    name: 'Address of a site or feed',
  });
  fireEvent.input(field, { target: { value: 'harbour.example' } });
  const russian = radio('Русский');
  russian.focus();
  await choose('Русский');
  expect(await heading('Вид')).toBeTruthy();
  const { documentElement } = document;
  expect([documentElement.lang, documentElement.dir, document.title]).toEqual([
    ...['ru', 'ltr', 'Настройки Dateline'],
  ]);
  expect(document.activeElement).toBe(russian);
  expect(field.isConnected && field.value).toBe('harbour.example');
  expect(payloadsOf('updateSettings')).toEqual([{ patch: { appearance: { language: 'ru' } } }]);

  await choose('العربية');
  await heading('المظهر');
  expect([documentElement.lang, documentElement.dir]).toEqual(['ar', 'rtl']);

  await choose('كما في المتصفح');
  await heading('Appearance');
  expect([documentElement.lang, documentElement.dir]).toEqual(['en', 'ltr']);
});

test('numbers and plurals are the language’s own', async () => {
  await choose('Русский');
  expect(await screen.findAllByText(/30 дней/)).not.toEqual([]);
});

test('of two quick choices the last one holds, whichever is read first', async () => {
  let handOut = () => {};
  slow.set(
    'extension://dateline/_locales/de/messages.json',
    new Promise((resolve) => {
      handOut = resolve;
    }),
  );
  await choose('Deutsch');
  await choose('Français');
  await heading('Apparence');
  handOut();
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.documentElement.lang).toBe('fr');
});

test('a choice from elsewhere is followed, and the next page begins with it', async () => {
  fake.settings = {
    ...fake.settings,
    appearance: { ...fake.settings.appearance, language: 'zh-CN' },
  };
  await changed();
  await waitFor(() => expect(document.documentElement.lang).toBe('zh-CN'));
  expect(localStorage.getItem('look')?.endsWith(' zh-CN')).toBe(true);
});

test('the look that an earlier version kept says nothing of a language', async () => {
  localStorage.setItem('look', 'dark compact on');
  await wearLastLook();
  expect(document.documentElement.lang).toBe('en');
});
