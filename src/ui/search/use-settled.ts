import { useEffect, useState } from 'preact/hooks';

/** A pause in typing. */
const SETTLED_MS = 700;

/**
 * A text once it stays as it is for a moment, nothing until then: what is said does not chatter with every
 * letter.
 */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
