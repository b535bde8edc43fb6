import { useEffect, useState } from 'preact/hooks';

/** A pause in typing. */
const SETTLED_MS = 700;

/** A value once it stays as it is for a moment: what is said of it does not chatter with every letter. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
