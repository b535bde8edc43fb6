export type KeyCommand =
  | 'next'
  | 'previous'
  | 'open'
  | 'openBehind'
  | 'expand'
  | 'save'
  | 'toggleRead'
  | 'refresh'
  | 'markAllRead'
  | 'undo'
  | 'help'
  | 'search'
  | { view: number };

type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'
>;

const commands: Record<string, KeyCommand> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  o: 'open',
  e: 'expand',
  s: 'save',
  m: 'toggleRead',
  r: 'refresh',
  a: 'markAllRead',
  z: 'undo',
};

/** Beyond it no letter is Latin. */
const LAST_LATIN = '\u024f';

/**
 * What a key says where its letters are Latin; elsewhere the place counts: where a Latin keyboard has its
 * letter, and where a French one has its digit above another sign.
 */
function signOf({ key, code, shiftKey }: Key): string {
  const [, kind, sign] = /^(Key|Digit)(.)$/.exec(code) ?? [];
  if (sign === undefined || key.length !== 1) return key;
  const isElsewhere = kind === 'Digit' ? !shiftKey : key > LAST_LATIN;
  return isElsewhere ? sign.toLowerCase() : key;
}

const TYPED = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** The key is for what has the focus: a text, or a choice that arrows go through. */
function isTaken({ target, key }: Key): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches(key.startsWith('Arrow') ? `${TYPED}, [type=radio]` : TYPED);
}

/** What a key asks for. Enter needs no place here: headlines are links and buttons. */
export function keyCommand(event: Key): KeyCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return null;
  // Before Shift is looked at: most keyboards have it only so, and some the digits.
  if (event.key === '?') return 'help';
  if (event.key === '/') return 'search';
  const sign = signOf(event);
  if (/^[1-9]$/.test(sign)) return { view: Number(sign) };
  if (event.shiftKey) return sign.toLowerCase() === 'o' ? 'openBehind' : null;
  return commands[sign] ?? null;
}
