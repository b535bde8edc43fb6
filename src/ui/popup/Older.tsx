import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';

/** How far below the window the next page is fetched: before anybody scrolls there. */
const AHEAD = '800px';

/** At the end of the list: the next page comes by itself, or on a click of who is quicker. */
export function Older({ store }: { store: PopupStore }) {
  const button = useRef<HTMLButtonElement>(null);
  const load = () => store.act(({ list }) => void list.older());
  useEffect(() => {
    const { current } = button;
    if (!current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { root: current.closest('main'), rootMargin: AHEAD },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [store]);
  return (
    <button ref={button} type="button" class="text-button older" onClick={load}>
      {t('olderStories')}
    </button>
  );
}
