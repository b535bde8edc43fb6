/** Key values of WebDriver (https://www.w3.org/TR/webdriver/#keyboard-actions). */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** A chord as `Shift+Enter`: pressed in order, released in the reverse order. */
export function chordActions(chord: string): KeyAction[] {
  const values = chord.split('+').map((key) => KEYS[key] ?? key);
  return [
    ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...values.reverse().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

export function typingActions(text: string): KeyAction[] {
  return [...text].flatMap((value): KeyAction[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
}
