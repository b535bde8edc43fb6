import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { App } from '../../src/ui/popup/App';
import { parts } from '../../src/ui/popup/parts';
import * as rest from '../../src/ui/popup/rest';
import { createPopupStore, type PopupStore } from '../../src/ui/state/popup-store';
import { fake } from './fake-worker';

/** jsdom lays nothing out, so that nothing ever comes into sight. */
globalThis.IntersectionObserver ??= class {
  observe() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;

/** The popup as it is a moment after its first picture. */
export async function openPopup(): Promise<PopupStore> {
  const store = createPopupStore();
  if (fake.frontPage && fake.trouble === null) store.showFirst(fake.frontPage);
  render(<App store={store} />);
  await rest.begin(store);
  await act(() => {
    parts.value = rest;
  });
  return store;
}

export function closePopup(): void {
  cleanup();
  parts.value = null;
}

/** The headlines of the list, from top to bottom. */
export const headlines = () =>
  screen.queryAllByRole('heading', { level: 3 }).map((h) => h.textContent);

/** The row of a headline. */
export function row(title: string) {
  const found = screen.getByText(title).closest('li');
  if (!found) throw new Error(`no row for ${title}`);
  return within(found);
}
