import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeysHelp } from '../../src/ui/keys-help/KeysHelp';
import { keyCommand } from '../../src/ui/popup/key-command';
import { fake, resetFake } from './fake-worker';
import { closePopup, openPopup } from './open-popup';
import { frontPage, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);
vi.mock('../../src/ui/load-styles', () => ({ loadStyles: async () => {} }));

beforeEach(() => {
  resetFake();
  Element.prototype.scrollIntoView = () => {};
  // jsdom has none.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(closePopup);

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document, { key });

test('? shows the keys; until it is closed they do nothing to the list', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  await openPopup();
  press('j');
  press('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  press('s');
  expect(fake.sent).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  press('s');
  expect(fake.sent.map(({ command }) => command)).toEqual(['setStorySaved']);
});

test('the menu shows them too', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  await openPopup();
  fireEvent.click(screen.getByText('Keyboard shortcuts'));
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

test('each key that is listed does something, and each that does something is listed', () => {
  render(<KeysHelp onClose={() => {}} />);
  const listed = [...document.querySelectorAll('kbd:only-child')].map((kbd) => kbd.textContent);
  const arrows: Record<string, string> = { '↓': 'ArrowDown', '↑': 'ArrowUp' };
  const does = (key: string) => {
    const target = document.body;
    const event = new KeyboardEvent('keydown', { key });
    Object.defineProperty(event, 'target', { value: target });
    return keyCommand(event);
  };
  const letters = listed.filter((key) => key !== 'Enter');
  for (const key of letters) expect(does(arrows[key] ?? key.toLowerCase()), key).not.toBeNull();
  const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  const used = ascii.filter((key) => does(key) !== null && !/[2-8]/.test(key));
  expect(used.filter((key) => !listed.includes(key.toUpperCase()))).toEqual([]);
});
