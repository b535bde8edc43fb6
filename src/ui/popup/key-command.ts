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
  | 'search'
  | { view: number };

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

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

/** What a key asks for. Enter needs no place here: headlines are links and buttons. */
export function keyCommand(event: Key): KeyCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null;
  // Many keyboards have it above a digit.
  if (event.key === '/') return 'search';
  if (event.shiftKey) return event.key.toLowerCase() === 'o' ? 'openBehind' : null;
  if (/^[1-9]$/.test(event.key)) return { view: Number(event.key) };
  return commands[event.key] ?? null;
}
