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
  ['?', 'help'],
])('%s is %s', (key, command) => {
  expect(press(key)).toBe(command);
});

test('digits are views', () => {
  expect(press('1')).toEqual({ view: 1 });
  expect(press('9')).toEqual({ view: 9 });
  expect(press('0')).toBeNull();
});

test.each([
  ['Russian', 'о', 'KeyJ', {}, 'next'],
  ['Arabic', 'س', 'KeyS', {}, 'save'],
  ['Russian', 'Щ', 'KeyO', { shiftKey: true }, 'openBehind'],
  ['French', '&', 'Digit1', {}, { view: 1 }],
  ['French', '2', 'Digit2', { shiftKey: true }, { view: 2 }],
  ['Arabic', '٣', 'Digit3', {}, { view: 3 }],
  ['American', '!', 'Digit1', { shiftKey: true }, null],
  ['Dvorak', 'o', 'KeyS', {}, 'open'],
  ['Dvorak', ';', 'KeyZ', {}, null],
  ['French', 'a', 'KeyQ', {}, 'markAllRead'],
  ['German', '?', 'Minus', { shiftKey: true }, 'help'],
  ['Russian', '?', 'Digit7', { shiftKey: true }, 'help'],
] as const)('on a %s keyboard, %s at %s', (_, key, code, more, command) => {
  expect(press(key, { code, ...more })).toEqual(command);
});

test("the browser's own keys stay the browser's", () => {
  expect(press('r', { ctrlKey: true })).toBeNull();
  expect(press('a', { metaKey: true })).toBeNull();
  expect(press('ArrowDown', { altKey: true })).toBeNull();
  expect(press('S', { shiftKey: true })).toBeNull();
  expect(press('O', { shiftKey: true })).toBe('openBehind');
});

test('a choice keeps its arrows, and no other key', () => {
  const radio = Object.assign(document.createElement('input'), { type: 'radio' });
  expect(press('ArrowDown', {}, radio)).toBeNull();
  expect(press('j', {}, radio)).toBe('next');
});

test('typing is typing', () => {
  expect(press('j', {}, document.createElement('input'))).toBeNull();
  expect(press('s', {}, document.createElement('textarea'))).toBeNull();
  expect(press('j', {}, document.createElement('button'))).toBe('next');
});
