import { expect, test } from 'vitest';
import { keyCommand } from '../../src/ui/popup/key-command';

function press(key: string, more: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, ...more });
  Object.defineProperty(event, 'target', { value: target });
  return keyCommand(event);
}

test.each([
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['ArrowUp', 'previous'],
  ['o', 'open'],
  ['e', 'expand'],
  ['s', 'save'],
  ['m', 'toggleRead'],
  ['r', 'refresh'],
  ['a', 'markAllRead'],
  ['z', 'undo'],
])('%s is %s', (key, command) => {
  expect(press(key)).toBe(command);
});

test('digits are views', () => {
  expect(press('1')).toEqual({ view: 1 });
  expect(press('9')).toEqual({ view: 9 });
  expect(press('0')).toBeNull();
});

test("the browser's own keys stay the browser's", () => {
  expect(press('r', { ctrlKey: true })).toBeNull();
  expect(press('a', { metaKey: true })).toBeNull();
  expect(press('ArrowDown', { altKey: true })).toBeNull();
  expect(press('S', { shiftKey: true })).toBeNull();
  expect(press('O', { shiftKey: true })).toBe('openBehind');
});

test('typing is typing', () => {
  expect(press('j', {}, document.createElement('input'))).toBeNull();
  expect(press('s', {}, document.createElement('textarea'))).toBeNull();
  expect(press('j', {}, document.createElement('button'))).toBe('next');
});
