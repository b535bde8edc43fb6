import { useEffect, useState } from 'preact/hooks';

/** How far below the window's top a section counts as the one being read. */
const READING_LINE = 160;

/** The section in view, for the navigation beside it. */
export function useCurrentSection(ids: string[]): string {
  const [current, setCurrent] = useState(ids[0] ?? '');
  useEffect(() => {
    function look(): void {
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const above = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < READING_LINE;
      });
      setCurrent((isAtEnd && scrollY > 0 ? ids.at(-1) : above.at(-1)) ?? ids[0] ?? '');
    }
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [ids.join()]);
  return current;
}
